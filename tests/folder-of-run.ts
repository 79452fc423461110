import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where tests may write; it is removed once all tests have run. */
    readonly folderOfRun: string
  }
}

/** Makes the folder in which the tests of this run write. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'paperwire-'))
  provide('folderOfRun', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
