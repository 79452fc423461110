import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../site/documents.ts'
import type { Manifest, Resource } from '../site/manifest.ts'
import type { Gzipped } from './gzip.ts'
import { GzipQueue } from './gzip-queue.ts'
import { holds, isWhole, type Pack, packFiles, packsOf, sweep, writePack } from './pack-files.ts'
import { asSoleWriter, type Replace } from './sole-writer.ts'

/** What a build wrote. */
export interface Written {
  readonly documents: number
  /** How many of the documents were written, since the folder didn't hold them whole. */
  readonly newDocuments: number
}

/**
 * Writes a site: the gzipped bodies in packs named by what they hold, then the manifest, then sweeps out the packs that
 * the manifest doesn't name. Only new packs are written, and each file appears by a rename: a crash at any point leaves
 * the site that was there, and so does an error, which this throws as `node:fs` does, with the path. Throws `Busy` where
 * another process builds into the folder. `keepLast` spares the packs that the manifest before names, since a running
 * preview may still ask for them.
 *
 * @param groups documents that are stored together
 */
export function writeSite(
  folder: string,
  groups: Iterable<readonly Document[]>,
  about: Omit<Manifest, 'packs'>,
  keepLast: boolean,
): Written {
  mkdirSync(join(folder, 'bodies'), { recursive: true })
  return asSoleWriter(folder, 'build', (replace) => {
    const [last, before] = [packsOf(folder), new Set(packFiles(folder))]
    const { packs, ...written } = orElse(
      () => {
        const made = writePacks(folder, groups, last, replace)
        replace('manifest.json', JSON.stringify({ ...about, packs: made.packs } satisfies Manifest))
        return made
      },
      // Packs that no manifest names would only fill the disk, which may be what went wrong.
      () => sweep(folder, (name) => before.has(name)),
    )
    const spared = new Set(keepLast ? last.map(({ name }) => name) : [])
    sweep(folder, (name) => packs[name] !== undefined || spared.has(name))
    return written
  })
}

/** Does some work; where it throws, does what undoes it first. */
function orElse<Result>(work: () => Result, undo: () => void): Result {
  try {
    return work()
  } catch (error) {
    undo()
    throw error
  }
}

/** What is known of a document before it is gzipped. */
type Facts = Omit<Resource, 'gzipLength'>

/** Writes the packs that the folder doesn't hold whole, and returns all of them as the manifest names them. */
function writePacks(
  folder: string,
  groups: Iterable<readonly Document[]>,
  last: readonly Pack[],
  replace: Replace,
): Written & Pick<Manifest, 'packs'> {
  // A path is in one pack, so its first path tells which pack a group was.
  const lastByPath = new Map(last.map((pack) => [pack.resources[0]?.path, pack]))
  const packs: (readonly [name: string, resources: readonly Resource[]])[] = []
  const queue = new GzipQueue()
  /** The places among the packs, and the documents, of what the queue holds, without their bodies. */
  const queued: { readonly place: number; readonly facts: readonly Facts[] }[] = []
  const write = (gzipped: Gzipped): void => {
    const { place, facts } = queued.shift() as (typeof queued)[number]
    packs[place] = [writePack(facts, gzipped, replace), resourcesOf(facts, gzipped.lengths)]
  }
  let [documents, newDocuments] = [0, 0]
  for (const group of groups) {
    const facts = group.map(factsOf)
    const known = lastByPath.get(facts[0]?.path)
    documents += group.length
    if (known !== undefined && holds(known, facts) && isWhole(folder, known)) {
      packs.push([known.name, resourcesOf(facts, known.gzipLengths)])
      continue
    }
    newDocuments += group.length
    queued.push({ place: packs.length, facts })
    packs.push(['', []])
    for (const gzipped of queue.add(group.map(({ body }) => body))) write(gzipped)
  }
  for (const gzipped of queue.end()) write(gzipped)
  return { packs: Object.fromEntries(packs), documents, newDocuments }
}

function factsOf({ path, mediaType, modified, body }: Document): Facts {
  return { path, mediaType, hash: digest(body), length: body.length, modified: modified === null ? null : modified.getTime() / 1000 }
}

function resourcesOf(facts: readonly Facts[], gzipLengths: readonly number[]): readonly Resource[] {
  return facts.map(({ path, mediaType, hash, length, modified }, index) => ({
    path,
    mediaType,
    hash,
    length,
    gzipLength: gzipLengths[index] as number,
    modified,
  }))
}

function digest(body: Uint8Array): string {
  return hash('sha256', body, 'hex').slice(0, 32)
}
