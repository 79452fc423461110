import { type ChannelKind, channelKinds, folderOf } from '../catalog/channels.ts'
import { citationFormats } from '../citations/citation-formats.ts'
import { blocksFor, partsOf, segmentSizes } from '../search/layout.ts'
import { fnv1a } from '../text/fnv.ts'
import { calendarOf } from './calendar.ts'
import { type ChannelRow, type Manifest, readDayNumbers, readDays } from './manifest.ts'

/**
 * What a pack is called before its content is known. A path's own form tells in which pack it is looked for (see
 * `packOfPath`), so no list of paths is needed to find one.
 */
export type PackKey = string

/** Keys of packs, from what tells one from another. */
export const packKeys = {
  /** The pages about nothing, and where paths lead that no other pack tells of: the paths of former and gone channels. */
  missing: 'missing',
  /** What there is once a site: lists of tags and days, sitemap, OPML, icons, and the pages that explain. */
  site: 'site',
  /** What a worker makes selections from, and the words of entries, which it needs for some of them. */
  selections: 'selections',
  selectionWords: 'selection words',
  /** Scripts and style sheets, in folders that are named by what they hold. */
  assets: 'assets',
  /** Some buckets of a segment of what is searched, both counted from 0. */
  words: (segment: number, part: number): PackKey => `words ${segment} ${part}`,
  /** A block of entries as results of a search show them, counted from 0. */
  found: (block: number): PackKey => `found ${block}`,
  /** A channel's page, its feeds, and the pages that browsers are shown at their addresses. */
  channel: (folder: string): PackKey => `channel ${folder}`,
  archive: (folder: string, number: number): PackKey => `archive ${number} ${folder}`,
  /** The citations of a channel's papers: in all formats, or, where these are too large for one pack, in one of them. */
  citations: (folder: string, format: string | null): PackKey => `citations ${format ?? ''} ${folder}`,
  /** A part of the pages of authors without feeds, counted from 0. */
  authors: (shard: number): PackKey => `authors ${shard}`,
  /** A day's page, and its entries' with their citations. */
  day: (day: string): PackKey => `day ${day}`,
  /** A year's page: `2024`. */
  year: (year: string): PackKey => `year ${year}`,
  /** A month's page: `2024-06`. */
  month: (month: string): PackKey => `month ${month}`,
  /** The page of a day of every year: `06-10`. It has a pack of its own, so that an edit makes no other such page again. */
  everyYear: (dayOfYear: string): PackKey => `every-year ${dayOfYear}`,
} as const

/** The packs that every site has, in the order in which a manifest lists them first. */
export const onceASite: readonly PackKey[] = [
  packKeys.missing,
  packKeys.site,
  packKeys.selections,
  packKeys.selectionWords,
  packKeys.assets,
]

/** The most parts that the pages of authors are cut into: more files would gain nothing. */
const mostShards = 256

/** How many authors a part has on average before there are more parts. */
const authorsOfShard = 16

/** How many parts so many authors' pages are cut into: a power of two, so that it seldom changes; none of no author. */
export function shardsFor(authors: number): number {
  return authors === 0 ? 0 : Math.min(mostShards, 2 ** Math.max(0, Math.ceil(Math.log2(authors / authorsOfShard))))
}

/** The part that an author's page is in, by the author's slug. */
export function shardOf(slug: string, shards: number): number {
  return fnv1a(slug) % shards
}

/** Every channel of a manifest, in its order. */
export function channelRows({
  channels,
}: Pick<Manifest, 'channels'>): readonly { readonly kind: ChannelKind; readonly folder: string; readonly row: ChannelRow }[] {
  return channelKinds.flatMap((kind) => channels[kind].map((row) => ({ kind, folder: folderOf(kind, row[0]), row })))
}

/** The key of every pack of a site, in the order in which its manifest lists their versions. */
export function* keysOf(manifest: Omit<Manifest, 'versions'>): Generator<PackKey> {
  yield* onceASite
  yield* searchKeys(manifest.searched)
  for (const { folder, row } of channelRows(manifest)) {
    const [, , , archives, citations] = row
    yield packKeys.channel(folder)
    if (citations === 'together') yield packKeys.citations(folder, null)
    if (citations === 'apart') for (const format of citationFormats) yield packKeys.citations(folder, format)
    for (let number = 1; number <= archives; number += 1) yield packKeys.archive(folder, number)
  }
  for (let shard = 0; shard < manifest.authorShards; shard += 1) yield packKeys.authors(shard)
  for (const day of readDays(manifest.days)) yield packKeys.day(day)
  const { years, months, everyYear } = calendarOf(readDayNumbers(manifest.days))
  yield* [...years.map(packKeys.year), ...months.map(packKeys.month), ...everyYear.map(packKeys.everyYear)]
}

/** The keys of the packs of what is searched, of so many entries. */
export function searchKeys(entries: number): readonly PackKey[] {
  const words = segmentSizes(entries).flatMap((size, segment) =>
    Array.from({ length: partsOf(size) }, (_, part) => packKeys.words(segment, part)),
  )
  return [...words, ...Array.from({ length: blocksFor(entries) }, (_, block) => packKeys.found(block))]
}

/** In hexadecimal digits: how much of the digest of a key, and of the digest of a pack, its file is named by. */
const [keyDigits, versionDigits] = [22, 4]

/**
 * The versions of a pack, by its SHA-256: the one that a manifest has of it, and the one in reserve for where the first is
 * another pack's. Two bytes each, in hexadecimal digits: they tell apart the builds of one pack; whether its bytes are whole
 * is told by other means. Of 3,800 packs a third byte would add 4 kB to the worker's script.
 */
export function versionsOf(digest: string): readonly [first: string, reserve: string] {
  return [digest.slice(0, versionDigits), digest.slice(versionDigits, 2 * versionDigits)]
}

/** The version of a pack, by the name of its file. */
export function versionIn(fileName: string): string {
  return fileName.slice(keyDigits)
}

/**
 * The name of a pack's file. It changes with what the pack holds, so that no file is ever written anew: a site that is being
 * replaced is whole until its manifest is.
 *
 * @param keyHash SHA-256 of the key, in hexadecimal digits
 * @param version see {@link versionsOf}
 */
export function packFileName(keyHash: string, version: string): string {
  return keyHash.slice(0, keyDigits) + version
}
