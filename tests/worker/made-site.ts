import { calendarOf, packsOfCalendar } from '../../src/site/calendar.ts'
import { KnownPacks } from '../../src/site/known-packs.ts'
import { type Manifest, readDayNumbers, readDays, writtenDays } from '../../src/site/manifest.ts'
import { type Elsewhere, headOf, nowhereElse, openPack, type Resource } from '../../src/site/pack.ts'
import { keysOf, type PackKey, packFileName, packKeys, versionsOf } from '../../src/site/pack-keys.ts'
import { packOfPath } from '../../src/site/pack-of-path.ts'
import { PackVersions, writtenVersions } from '../../src/site/pack-versions.ts'
import type { Assets } from '../../src/worker/packs.ts'

/** A document with its body, gzipped. */
export interface PackedDocument {
  readonly resource: Resource
  readonly body: Uint8Array<ArrayBuffer>
}

/** What a site is packed from: what its manifest says but for versions, its documents, and where other paths lead. */
export interface Content {
  readonly about: Omit<Manifest, 'versions'>
  readonly documents: readonly PackedDocument[]
  readonly elsewhere: Elsewhere
}

/** A site as a build writes it. */
export interface PackedSite {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, PackFile>
}

interface PackFile {
  readonly key: PackKey
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A document of a text, of no date unless one is given. */
export async function documentOf(path: string, text: string, facts: Partial<Resource> = {}): Promise<PackedDocument> {
  const plain = new TextEncoder().encode(text)
  const body = await bytesOf(new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip')))
  const hash = (await digestOf(plain)).slice(0, 32)
  const mediaType = 'text/plain; charset=utf-8'
  return { resource: { path, mediaType, hash, length: plain.length, gzipLength: body.length, modified: null, ...facts }, body }
}

/** Packs a site: each document, and where each other path leads, into the pack that the path's form leads to. */
export async function packed({ about, documents, elsewhere }: Content): Promise<PackedSite> {
  const former = [...Object.keys(elsewhere.moved), ...elsewhere.gone].flatMap((path) => /^\/(\d{4}-\d\d-\d\d)\//.exec(path)?.[1] ?? [])
  const days = writtenDays([...new Set([...readDays(about.days), ...former])])
  const site = { ...about, days, calendarPacks: packsOfCalendar(calendarOf(readDayNumbers(days))) }
  const keys = [...keysOf(site)]
  const known = new KnownPacks(site)
  const isIn = (key: PackKey, path: string): boolean => (packOfPath(path, known) ?? packKeys.missing) === key
  const pick = (key: PackKey, table: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(table).filter(([folder]) => isIn(key, folder)))
  const files = await Promise.all(
    keys.map(async (key) => {
      const inPack = documents.filter(({ resource }) => isIn(key, resource.path))
      const head = headOf({
        resources: inPack.map(({ resource }) => resource),
        moved: pick(key, elsewhere.moved),
        upcoming: pick(key, elsewhere.upcoming),
        gone: elsewhere.gone.filter((path) => isIn(key, path)),
      })
      const bytes = await bytesOf(new Blob([head as Uint8Array<ArrayBuffer>, ...inPack.map(({ body }) => body)]).stream())
      const version = versionsOf(await digestOf(bytes))[0]
      return { key, version, name: await fileName(key, version), bytes }
    }),
  )
  return {
    manifest: { ...site, versions: writtenVersions(files.map(({ version }) => version)) },
    files: new Map(files.map(({ name, key, bytes }) => [name, { key, bytes }])),
  }
}

/** Reads all packs of a site. */
export async function contentOf(manifest: Manifest, assets: Assets): Promise<Content> {
  const versions = new PackVersions(manifest)
  const packs = await Promise.all(
    [...keysOf(manifest)].map(async (key) => {
      const response = await assets.fetch(`https://assets.example/${await fileName(key, versions.of(key))}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { bytes, ...openPack(bytes) }
    }),
  )
  const { versions: _, ...about } = manifest
  return {
    about,
    documents: packs.flatMap(({ bytes, table, offsets }) =>
      table.resources.map((resource, index) => {
        const offset = offsets[index] as number
        return { resource, body: bytes.slice(offset, offset + resource.gzipLength) }
      }),
    ),
    elsewhere: packs.map(({ table }) => table).reduce<Elsewhere>(together, nowhereElse),
  }
}

/** Where the paths of both lead. */
export function together(one: Elsewhere, other: Partial<Elsewhere>): Elsewhere {
  return {
    moved: { ...one.moved, ...other.moved },
    upcoming: { ...one.upcoming, ...other.upcoming },
    gone: [...one.gone, ...(other.gone ?? [])],
  }
}

/** Assets that hold the files of these sites, and say which packs were read, in order. */
export function assetsOf(...sites: readonly PackedSite[]): Assets & { readonly read: readonly PackKey[] } {
  const files = new Map(sites.flatMap((site) => [...site.files]))
  const read: PackKey[] = []
  return {
    read,
    async fetch(url) {
      const file = files.get(new URL(url).pathname.slice(1))
      if (file === undefined) return new Response(null, { status: 404 })
      read.push(file.key)
      return new Response(file.bytes)
    },
  }
}

/** The name of a pack's file, by its key and its version. */
export async function fileName(key: PackKey, version: string): Promise<string> {
  return packFileName(await digestOf(new TextEncoder().encode(key)), version)
}

async function bytesOf(stream: ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** SHA-256 in hexadecimal digits. */
export async function digestOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
