import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CorpusEntry, corpusEntries, corpusEntry, entriesOfDay } from './corpus/entry.ts'
import type { CommandLine, Files, Generator } from './generators/generator.ts'
import { measured, type Run } from './measure.ts'
import type { Measurement } from './table.ts'

export const caseNames = ['cold', 'unchanged', 'edited', 'day'] as const
export type CaseName = (typeof caseNames)[number]

interface Case {
  /** What the table calls it. */
  readonly title: string
  /** Whether a site built before stands there. */
  readonly isBuilt: boolean
  /** The entries that are written before the run, of whole days. */
  readonly changes: (count: number) => readonly CorpusEntry[]
}

const cases: Readonly<Record<CaseName, Case>> = {
  cold: { title: 'cold', isBuilt: false, changes: () => [] },
  unchanged: { title: 'nothing changed', isBuilt: true, changes: () => [] },
  edited: { title: 'one entry edited', isBuilt: true, changes: withOneEdited },
  day: { title: 'one day added', isBuilt: true, changes: (count) => corpusEntries(count, count + entriesOfDay) },
}

/** The entries of the day in the middle of a corpus, the first of them with one more sentence. */
function withOneEdited(count: number): readonly CorpusEntry[] {
  const first = Math.floor(count / 2 / entriesOfDay) * entriesOfDay
  const { commentary, ...edited } = corpusEntry(first)
  const [paragraph, ...others] = commentary
  return [{ ...edited, commentary: [`${paragraph} 나중에 덧붙인 문장이다.`, ...others] }, ...corpusEntries(first + 1, first + entriesOfDay)]
}

/** What is measured, and how. */
export interface Race {
  readonly entries: number
  readonly runs: number
  readonly cases: readonly CaseName[]
  /** Each takes part in the cases that its row names. */
  readonly generators: readonly (readonly [Generator, readonly CaseName[]])[]
  /** Where the sites are built: best in memory. */
  readonly folder: string
  readonly say: (line: string) => void
}

/**
 * Lets generators build the same corpus in turn: in each round every case, in each case every generator, so that what else
 * the machine does meets all of them alike. Before each run its folder is as it was before the first.
 */
export async function raced({ entries, runs, cases: wanted, generators, folder, say }: Race): Promise<readonly Measurement[]> {
  const startOf = (generator: Generator, isBuilt: boolean): string => join(folder, `${isBuilt ? 'built' : 'content'} ${generator.name}`)
  for (const [generator, part] of generators) {
    const content = prepared(generator, entries, startOf(generator, false))
    if (!part.some((name) => wanted.includes(name) && cases[name].isBuilt)) continue
    copy(content, startOf(generator, true))
    run(generator.build, startOf(generator, true))
  }
  const found = new Map<string, Run[]>()
  const work = join(folder, 'work')
  for (let round = 1; round <= runs; round += 1) {
    for (const name of wanted) {
      for (const [generator] of generators.filter(([, part]) => part.includes(name))) {
        const { title, isBuilt, changes } = cases[name]
        copy(startOf(generator, isBuilt), work)
        const changed = changes(entries)
        write(work, generator.entryFiles(changed))
        if (changed.length > 0 && generator.settle !== null) run(generator.settle, work)
        const measurement = await measured(generator.build, work)
        const key = `${title}\n${generator.name}`
        found.set(key, [...(found.get(key) ?? []), measurement])
        say(`round ${round}, ${title}, ${generator.name}: ${measurement.wallSeconds} s`)
        rmSync(work, { recursive: true })
      }
    }
  }
  return [...found].map(([key, ofKey]) => {
    const [title = '', generator = ''] = key.split('\n')
    return { case: title, generator, runs: ofKey }
  })
}

/** Writes the content of a generator into a folder, and returns the folder. */
export function prepared(generator: Generator, entries: number, folder: string): string {
  write(folder, generator.siteFiles)
  write(folder, generator.entryFiles(corpusEntries(0, entries)))
  if (generator.modules !== null) symlinkSync(generator.modules, join(folder, 'node_modules'))
  if (generator.settle !== null) run(generator.settle, folder)
  return folder
}

function write(folder: string, files: Files): void {
  for (const [path, text] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** With the times of change, which some generators compare. */
function copy(from: string, to: string): void {
  run({ program: 'cp', arguments: ['-a', from, to] }, dirname(from))
}

/** Runs a command, and throws with what it says where it fails. */
export function run({ program, arguments: given }: CommandLine, folder: string): void {
  const { status, stderr } = spawnSync(program, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${program} ${given.join(' ')} failed in ${folder}:\n${stderr}`)
}
