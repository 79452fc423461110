/**
 * `npm run bench`: how long Paperwire takes to build sites of any size, and how much memory, beside other generators of sites
 * that build the same entries. See README.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { entriesOfDay } from './corpus/entry.ts'
import { findEleventy } from './generators/eleventy.ts'
import type { Generator } from './generators/generator.ts'
import { findHugo } from './generators/hugo.ts'
import { paperwire, paperwireLikeForLike } from './generators/paperwire.ts'
import { profiled } from './profile.ts'
import { type CaseName, caseNames, prepared, raced } from './race.ts'
import { mergedSections, tableOf } from './table.ts'

const usage = `npm run bench -- [--entries N,N] [--runs N] [--only ${caseNames.join('|')}] [--profile] [--write]`
const results = fileURLToPath(new URL('results.md', import.meta.url))

interface Asked {
  readonly sizes: readonly number[]
  readonly runs: number
  readonly cases: readonly CaseName[]
  readonly profile: boolean
  readonly write: boolean
}

/** What the command line asks for; throws where it isn't understood. */
function asked(): Asked {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '1000,10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: caseNames.join(',') },
      profile: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  const sizes = values.entries.split(',').map(Number)
  if (!sizes.every((size) => size > 0 && size % entriesOfDay === 0))
    throw new Error(`--entries ${values.entries}: not whole days of ${entriesOfDay} entries`)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: not a number of runs`)
  const cases = caseNames.filter((name) => values.only.split(',').includes(name))
  if (cases.length === 0) throw new Error(`--only ${values.only}: not a case`)
  return { sizes, runs, cases, profile: values.profile, write: values.write }
}

function askedOrExit(): Asked {
  try {
    return asked()
  } catch (error) {
    console.error(`${(error as Error).message} (${usage})`)
    process.exit(1)
  }
}

const { sizes, runs, cases, profile, write } = askedOrExit()
const say = (line: string): void => console.error(line)
const peers: Generator[] = []
for (const found of [findHugo(), findEleventy()]) {
  if ('missing' in found) say(`${found.name} takes no part: ${found.missing}`)
  else peers.push(found)
}
// In memory, where it can be, so that no disk is measured.
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
for (const entries of sizes) {
  const folder = mkdtempSync(join(memory, 'paperwire-bench-'))
  try {
    if (profile) {
      console.log(profiled(paperwire.build, prepared(paperwire, entries, folder)))
      continue
    }
    const generators: readonly (readonly [Generator, readonly CaseName[]])[] = [
      ...peers.map((peer) => [peer, caseNames] as const),
      [paperwireLikeForLike, ['cold']],
      [paperwire, caseNames],
    ]
    const before = load()
    const table = tableOf(await raced({ entries, runs, cases, generators, folder, say }), 'Hugo')
    const heading = `${entries.toLocaleString('en')} entries`
    const about = `${new Date().toISOString().slice(0, 10)}; ${runs === 1 ? 'one round' : `medians of ${runs} rounds`}; ${machine()}; load before and after ${before} and ${load()}.`
    const versions = [...peers, paperwire].map(({ name, version }) => `${name} ${version}`).join(', ')
    const section = `${about} ${versions}.\n\n${table}`
    console.log(`## ${heading}\n\n${section}\n`)
    // At once: the larger ones take long, and may be broken off.
    if (write) writeFileSync(results, mergedSections(readFileSync(results, 'utf8'), new Map([[heading, section]])))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function machine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  return `${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${memory}, Node ${process.versions.node}`
}

/** How many processes were running or waiting to, on average over the last minute. */
function load(): string {
  return (loadavg()[0] as number).toFixed(1)
}
