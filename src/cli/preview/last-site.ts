import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programDigest } from '../program.ts'
import type { BuildRequest } from './builder.ts'

/** The folder of a preview says in a file which notes the site in it was built from. */
const fileIn = (out: string): string => join(out, 'built-from.json')

const textOf = ({ content, drafts }: BuildRequest): string =>
  JSON.stringify({ content: realpathSync(content), drafts, program: programDigest() })

/**
 * Whether the site in the folder of a preview was built from these notes, so that it may be shown until they are built
 * again. Any other is forgotten.
 */
export function isLastSite(request: BuildRequest): boolean {
  const file = fileIn(request.out)
  try {
    if (readFileSync(file, 'utf8') === textOf(request)) return true
  } catch {
    // No site yet.
  }
  rmSync(file, { force: true })
  return false
}

/** Writes down which notes the site in the folder was built from. */
export function rememberSite(request: BuildRequest): void {
  writeFileSync(fileIn(request.out), textOf(request))
}
