import { folderOf } from '../catalog/channels.ts'
import { citationFormats } from '../citations/citation-formats.ts'
import { bucketsTogether } from '../search/layout.ts'
import { selectionDocuments } from '../selections/parts.ts'
import { slugOf } from '../text/slug.ts'
import { channelPathOf, feedViewedAt } from './channel-paths.ts'
import { type PackKey, packKeys, shardOf } from './pack-keys.ts'
import { isAssetPath, isFeedPath, paths, pathsOnceASite, type SearchPart, searchPartAt } from './urls.ts'

/** Which packs a site has (see `KnownPacks`). */
export interface PacksThere {
  readonly authorShards: number
  has(key: PackKey): boolean
}

const pagesAboutNothing: ReadonlySet<string> = new Set([paths.notFound, paths.gone])

const onceASite: ReadonlySet<string> = new Set(pathsOnceASite)

const citationFiles: ReadonlyMap<string, string> = new Map(citationFormats.map((format) => [paths.citation('', format), format]))

/**
 * The pack that a canonical path is looked for in, by the form of the path: its table tells of the document there, or where
 * the path leads instead. Null where no pack of the site is for such a path, so that only the pack `missing` may tell of it.
 */
export function packOfPath(path: string, packs: PacksThere): PackKey | null {
  if (pagesAboutNothing.has(path)) return packKeys.missing
  if (onceASite.has(path)) return packKeys.site
  if (isAssetPath(path)) return packKeys.assets
  if (path === selectionDocuments.words) return packKeys.selectionWords
  if (path === selectionDocuments.index || path === selectionDocuments.parts) return packKeys.selections
  const keys = keysForForm(feedViewedAt(path) ?? path, packs.authorShards)
  return keys.find((key) => packs.has(key)) ?? null
}

const calendarPath = /^\/days\/(?:(\d{4})|(\d{4}-\d{2})|(\d{2}-\d{2}))\/$/

/** The keys of the packs that a path may be in, the likeliest first. */
function keysForForm(path: string, authorShards: number): readonly PackKey[] {
  const [, day, ofEntry = ''] = /^\/(\d{4}-\d{2}-\d{2})\/(?:[^/]+\/([^/]*))?$/.exec(path) ?? []
  if (day !== undefined) return ofEntry === '' || ofEntry === paths.oembed('') || citationFiles.has(ofEntry) ? [packKeys.day(day)] : []
  const [, year, month, dayOfYear] = calendarPath.exec(path) ?? []
  if (year !== undefined) return [packKeys.year(year)]
  if (month !== undefined) return [packKeys.month(month)]
  if (dayOfYear !== undefined) return [packKeys.everyYear(dayOfYear)]
  const part = searchPartAt(path)
  if (part !== null) return [keyOfSearchPart(part)]
  const parts = channelPathOf(path)
  if (parts === null) return []
  const { folder, archive, file } = parts
  const format = citationFiles.get(file)
  if (format !== undefined && archive === null) return [packKeys.citations(folder, null), packKeys.citations(folder, format)]
  if (file !== '' && !isFeedPath(file)) return []
  const ofChannel = packKeys.channel(folder)
  // The channel's own pack knows of an archive that is yet to come.
  if (archive !== null) return [packKeys.archive(folder, archive), ofChannel]
  return file === '' ? [ofChannel, ...authorPacks(folder, authorShards)] : [ofChannel]
}

function keyOfSearchPart(part: SearchPart): PackKey {
  switch (part.kind) {
    case 'words':
      return packKeys.words(part.segment, Math.floor(part.bucket / bucketsTogether))
    case 'entries':
      return packKeys.found(part.block)
    case 'tags':
      return packKeys.site
  }
}

/** The pack of the page of an author without feeds. Whatever is no slug is no author's: nothing is read for it. */
function authorPacks(folder: string, authorShards: number): readonly PackKey[] {
  const authors = folderOf('author')
  const slug = folder.slice(authors.length)
  return authorShards === 0 || !folder.startsWith(authors) || slugOf(slug) !== slug ? [] : [packKeys.authors(shardOf(slug, authorShards))]
}
