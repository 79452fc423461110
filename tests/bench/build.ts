/**
 * `npm run bench`: the time and memory of a build, of this content and of 1,000 and 10,000 generated entries with 200
 * tags; medians of several runs, into an empty folder and again with nothing changed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchmarkContent } from './notes.ts'

interface Run {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const runs = 5
const project = fileURLToPath(new URL('../..', import.meta.url))

function measured(content: string, out: string): Run {
  const started = performance.now()
  const build = spawnSync(
    process.execPath,
    ['--import', './tests/bench/usage.ts', 'src/cli/main.ts', 'build', '--content', content, '--out', out],
    {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    },
  )
  const seconds = (performance.now() - started) / 1000
  if (build.status !== 0) throw new Error(`the build of ${content} failed`)
  return { seconds, ...(JSON.parse(String(build.output[3])) as Omit<Run, 'seconds'>) }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

function report(name: string, all: readonly Run[]): void {
  const of = (field: keyof Run): string => median(all.map((run) => run[field])).toFixed(field === 'peakMegabytes' ? 0 : 2)
  console.log(
    `${name.padEnd(34)} ${of('seconds')} s, ${of('cpuSeconds')} s of CPU, ${of('peakMegabytes')} MB at the peak (medians of ${all.length})`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'paperwire-bench-'))
try {
  const contents: [string, string][] = [['this content', 'content']]
  for (const entries of [1_000, 10_000]) {
    const content = join(folder, `content-${entries}`)
    mkdirSync(content)
    for (const [name, text] of benchmarkContent(entries, 200)) writeFileSync(join(content, name), text)
    contents.push([`${entries} entries, 200 tags`, content])
  }
  for (const [name, content] of contents) {
    const out = join(folder, 'out')
    const fresh: Run[] = []
    for (let run = 0; run < runs; run += 1) {
      rmSync(out, { recursive: true, force: true })
      fresh.push(measured(content, out))
    }
    report(name, fresh)
    report(
      `${name}, unchanged`,
      Array.from({ length: runs }, () => measured(content, out)),
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
