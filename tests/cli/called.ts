import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Command } from '../../src/cli/command.ts'
import { run } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

export const project: string = fileURLToPath(new URL('../..', import.meta.url))

/** What a command did: its exit code, and what it wrote. */
export interface Called {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a line in this process. */
export async function called(line: readonly string[], table?: readonly Command[]): Promise<Called> {
  let [stdout, stderr] = ['', '']
  const terminal: Terminal = {
    say: (text) => (stdout += `${text}\n`),
    complain: (text) => (stderr += `${text}\n`),
    ask: null,
    onEnd: () => {},
  }
  const status = await run(line, terminal, table)
  return { status, stdout, stderr }
}

/** Runs a line in this process, from another folder than the project's. */
export async function calledIn(folder: string, line: readonly string[]): Promise<Called> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await called(line)
  } finally {
    process.chdir(before)
  }
}

/** Runs a line in a process of its own, whose environment these variables are added to. */
export function calledOutside(line: readonly string[], environment: Readonly<Record<string, string>> = {}): Called {
  return spawnSync(process.execPath, [`${project}src/cli/main.ts`, ...line], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}
