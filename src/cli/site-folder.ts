import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { folderOf } from '../catalog/catalog.ts'
import type { SiteInGroups } from '../site/documents.ts'
import type { Document, Group } from '../site/group.ts'
import type { Manifest } from '../site/manifest.ts'
import { withHashes } from '../site/manifest-of.ts'
import { headOf, type Resource } from '../site/pack.ts'
import { keysOf, type PackKey, packKeys, versionIn } from '../site/pack-keys.ts'
import { writtenVersions } from '../site/pack-versions.ts'
import { isFeedPath } from '../site/urls.ts'
import type { Gzipped } from './gzip.ts'
import { GzipQueue } from './gzip-queue.ts'
import type { Uses } from './limits.ts'
import { isWhole, type KnownPack, type KnownPacks, keepPacks, knownPacks, packFiles, sweep, writePack } from './pack-files.ts'
import { picturesIn } from './picture-files.ts'
import type { SecondThread } from './second-thread.ts'
import { asSoleWriter, type Replace } from './sole-writer.ts'

/** What a build wrote. */
export interface Written {
  readonly documents: number
  /** How many of the documents stand in packs that were written, since the folder didn't hold them whole. */
  readonly newDocuments: number
  readonly uses: Uses
}

/** How a site is written. */
export interface Writing {
  /** A digest of the program (see `programDigest`): packs that another one made count for nothing. */
  readonly program: string
  /** Whether the packs of the site before are spared, since a running preview may still ask for them. */
  readonly keepLast: boolean
  /** Gzips, where there is much to gzip. Whoever made it ends it. */
  readonly thread: SecondThread
}

/**
 * Writes a site: the gzipped bodies in packs, then the manifest, then sweeps out the packs of the site before. Only packs
 * whose inputs have changed are made, and each file appears by a rename: a crash at any point leaves the site that was
 * there, and so does an error before the manifest is written. Throws errors as `node:fs` does, with the path, and `Busy`
 * where another process builds into the folder.
 */
export function writeSite(folder: string, site: SiteInGroups, { program, keepLast, thread }: Writing): Written {
  mkdirSync(join(folder, 'bodies'), { recursive: true })
  return asSoleWriter(folder, 'build', (replace) => {
    const [last, before] = [knownPacks(folder, program), new Set(packFiles(folder))]
    const { packs, manifest, ...written } = orElse(
      () => {
        const made = writePacks({ folder, last, before, replace }, site.groups, thread)
        const text = JSON.stringify(manifestOver(site.manifest, made.packs))
        replace('manifest.json', text)
        return { ...made, manifest: text }
      },
      // Packs that no manifest names would only fill the disk, which may be what went wrong.
      () => sweep(folder, (name) => before.has(name)),
    )
    // Not where an error would sweep out what the manifest names by now.
    keepPacks(replace, program, packs)
    const spared = new Set([...Object.values(packs), ...(keepLast ? Object.values(last) : [])].map(({ name }) => name))
    sweep(folder, (name) => spared.has(name))
    return { ...written, uses: usesOf(Object.values(packs), manifest, picturesIn(folder).names.size) }
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

/** The manifest of a site with what its packs tell. Throws where a pack is missing, which is a fault of the program. */
function manifestOver(site: SiteInGroups['manifest'], packs: KnownPacks): Manifest {
  const packOf = (key: PackKey): KnownPack => {
    const pack = packs[key]
    if (pack === undefined) throw new Error(`no pack was made of ${key}`)
    return pack
  }
  const manifest = withHashes(site, (kind, slug) => packOf(packKeys.channel(folderOf(kind, slug))).polledHash as string)
  return { ...manifest, versions: writtenVersions(Array.from(keysOf(manifest), (key) => versionIn(packOf(key).name))) }
}

/** A folder that packs are written into: what is known of those in it, and the names of their files. */
interface Target {
  readonly folder: string
  readonly last: KnownPacks
  readonly before: ReadonlySet<string>
  readonly replace: Replace
}

/** Writes the packs that the folder doesn't hold whole, and returns all of them. */
function writePacks(
  { folder, last, before, replace }: Target,
  groups: Iterable<Group>,
  thread: SecondThread,
): Omit<Written, 'uses'> & { readonly packs: KnownPacks } {
  const packs: Record<PackKey, KnownPack> = {}
  const queue = new GzipQueue(thread)
  /** What the queue holds, without the bodies. */
  const queued: { readonly group: Group; readonly facts: readonly Facts[] }[] = []
  let [documents, newDocuments] = [0, 0]
  const write = (gzipped: Gzipped): void => {
    const { group, facts } = queued.shift() as (typeof queued)[number]
    const { bytes, polledHash } = assembled(group, facts, gzipped)
    const known = last[group.key]
    // Inputs may change and make no difference: `site.md` says more than most documents do.
    const digest = hash('sha256', bytes, 'hex')
    const isThere = known?.digest === digest && isWhole(folder, known)
    const file = isThere ? known : writePack(folder, { key: group.key, bytes, digest }, { before, last: known }, replace)
    packs[group.key] = { ...file, inputs: group.inputs, documents: facts.length, longest: longestOf(facts), polledHash }
    documents += facts.length
    if (!isThere) newDocuments += facts.length
  }
  for (const group of groups) {
    const known = last[group.key]
    if (known !== undefined && known.inputs === group.inputs && isWhole(folder, known)) {
      packs[group.key] = known
      documents += known.documents
      continue
    }
    const made = group.make()
    queued.push({ group, facts: made.map(factsOf) })
    for (const gzipped of queue.add(made.map(({ body }) => body))) write(gzipped)
  }
  for (const gzipped of queue.end()) write(gzipped)
  return { packs, documents, newDocuments }
}

function usesOf(packs: readonly KnownPack[], manifest: string, pictures: number): Uses {
  const largest = packs.reduce<KnownPack | null>((most, pack) => (pack.size > (most?.size ?? -1) ? pack : most), null)
  return {
    files: packs.length + pictures,
    largestFile: { path: largest?.longest.path ?? '', size: largest?.size ?? 0 },
    manifest: gzipSync(manifest).length,
    longestDocument: longestOf(packs.map(({ longest }) => longest)),
  }
}

function longestOf(documents: readonly KnownPack['longest'][]): KnownPack['longest'] {
  const longest = documents.reduce((most, one) => (one.length > most.length ? one : most), { path: '', length: 0 })
  return { path: longest.path, length: longest.length }
}

/** What is known of a document before it is gzipped. */
type Facts = Omit<Resource, 'hash' | 'gzipLength'>

function factsOf({ path, mediaType, modified, body }: Document): Facts {
  return { path, mediaType, length: body.length, modified: modified === null ? null : modified.getTime() / 1000 }
}

/** A pack with all its bytes, and the hash of the feeds in it that are polled; null where it has none. */
function assembled(
  { elsewhere, polled }: Group,
  facts: readonly Facts[],
  { bytes, lengths, hashes }: Gzipped,
): Pick<KnownPack, 'polledHash'> & { readonly bytes: Uint8Array } {
  const isPolled = (path: string): boolean => polled !== null && isFeedPath(path)
  const polledHash = polled === null ? null : hashOfAll(hashes.filter((_, index) => isPolled(facts[index]?.path as string)))
  const resources = facts.map(({ path, mediaType, length, modified }, index) => ({
    path,
    mediaType,
    hash: polledHash !== null && isPolled(path) ? polledHash : (hashes[index] as string),
    length,
    gzipLength: lengths[index] as number,
    modified,
  }))
  return { polledHash, bytes: Buffer.concat([headOf({ resources, ...elsewhere }), bytes]) }
}

/** In bytes: few, since a manifest has such a hash for each of perhaps a thousand channels. */
const bytesOfPolled = 4

function hashOfAll(hashes: readonly string[]): string {
  return hash('sha256', hashes.join(' '), 'buffer').subarray(0, bytesOfPolled).toString('base64url')
}
