import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandLine } from './generators/generator.ts'

/** The parts of a CPU profile that are read here (the Chrome DevTools Protocol's `Profiler.Profile`). */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  /** The node on top of the stack at each sample. */
  readonly samples: readonly number[]
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[]
}

const shown = 25

/** Runs a command of Node's with its profiler, and returns where it spent most time: one function a line. */
export function profiled({ program, arguments: given }: CommandLine, folder: string): string {
  const profiles = join(folder, 'profiles')
  const flags = ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
  const { status, stderr } = spawnSync(program, [...flags, ...given], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`${given.join(' ')} failed in ${folder}:\n${stderr}`)
  return readdirSync(profiles)
    .map((file) => topFunctions(JSON.parse(readFileSync(join(profiles, file), 'utf8')) as CpuProfile, shown))
    .join('\n\n')
}

/** The functions in which a profile spent most time itself, not in what they called: seconds, then the name and the place. */
export function topFunctions({ nodes, samples, timeDeltas }: CpuProfile, count: number): string {
  const nameOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url === '' ? '' : ` ${url.replace(/^.*\/(?=(?:src|tests|node_modules)\/)/, '')}:${lineNumber + 1}`
      return [id, `${functionName || '(anonymous)'}${place}`]
    }),
  )
  const microseconds = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const name = nameOf.get(id) ?? '?'
    microseconds.set(name, (microseconds.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  }
  return [...microseconds]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([name, time]) => `${(time / 1e6).toFixed(3).padStart(8)} s  ${name}`)
    .join('\n')
}
