/** What one run of a command uses and writes. Linux only: it reads `/proc`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CommandLine } from './generators/generator.ts'

/** What one run used and wrote. */
export interface Run {
  readonly wallSeconds: number
  /** User and system time of the command and of all processes that it started and waited for. */
  readonly cpuSeconds: number
  /** The most that the processes alive at one time had in memory, each counted at its own peak. */
  readonly peakBytes: number
  /** Files that are new, or were written again. */
  readonly files: number
  readonly bytes: number
}

/** Milliseconds between two looks at memory. A process's own peak is remembered by the kernel, so that only its end is missed. */
const lookEvery = 10

/** Bash's `time` counts whatever the command waited for; what the command says goes elsewhere than its figures. */
const timed = 'TIMEFORMAT=\'%R %U %S\'; exec 4>&2; { time "$@" 2>&4; } 2>&3'

/** Runs a command in a folder and measures it. Throws with what it says where it fails. */
export async function measured(command: CommandLine, folder: string): Promise<Run> {
  const before = filesBelow(folder)
  const bash = spawn('bash', ['-c', timed, 'bash', command.program, ...command.arguments], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let peakBytes = 0
  const looking = setInterval(() => {
    peakBytes = Math.max(peakBytes, memoryBelow(bash.pid as number))
  }, lookEvery)
  const [complaints, times] = await Promise.all([
    text(bash.stderr as NodeJS.ReadableStream),
    text(bash.stdio[3] as NodeJS.ReadableStream),
    once(bash, 'close'),
  ])
  clearInterval(looking)
  if (bash.exitCode !== 0) throw new Error(`${command.program} ${command.arguments.join(' ')} failed in ${folder}:\n${complaints}`)
  const [wallSeconds = 0, user = 0, system = 0] = times.trim().split(' ').map(Number)
  const written = [...filesBelow(folder)].filter(([file, { stamp }]) => before.get(file)?.stamp !== stamp)
  const bytes = written.reduce((sum, [, { size }]) => sum + size, 0)
  return { wallSeconds, cpuSeconds: user + system, peakBytes, files: written.length, bytes }
}

/** The memory of the processes that a process started, and of those that they did. */
function memoryBelow(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + peakOf(child) + memoryBelow(child), 0)
}

function childrenOf(pid: number): readonly number[] {
  const children = readOrNothing(`/proc/${pid}/task/${pid}/children`)
  return children.trim() === '' ? [] : children.trim().split(' ').map(Number)
}

/** VmHWM, the peak of the resident set (proc_pid_status(5)). */
function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readOrNothing(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
}

/** A file of `/proc`; nothing where the process has just ended. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Every file below a folder with its size, and a stamp that changes whenever it is written. */
function filesBelow(folder: string): ReadonlyMap<string, { readonly stamp: string; readonly size: number }> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      const { ino, mtimeNs, size } = statSync(file, { bigint: true })
      return [file, { stamp: `${ino} ${mtimeNs} ${size}`, size: Number(size) }]
    }),
  )
}
