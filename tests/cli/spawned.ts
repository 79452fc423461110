import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { project } from './called.ts'

/** A process that runs a script of the project, and what it will have written to its output and its errors once it has ended. */
interface Spawned {
  readonly child: ChildProcess
  readonly said: Promise<string>
}

/** Runs a script, such as `src/cli/main.ts`, in a process beside this one. */
export function spawned(script: string, ...args: readonly string[]): Spawned {
  const child = spawn(process.execPath, [`${project}${script}`, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (data: Buffer) => (text += data.toString()))
  return { child, said: once(child, 'close').then(() => text) }
}
