import { folderOf } from '../catalog/channels.ts'
import { type Manifest, readDays } from './manifest.ts'
import { channelRows, type PackKey, packKeys, shardOf } from './pack-keys.ts'
import { isAssetPath, isFeedPath, paths, pathsOnceASite } from './urls.ts'

/** What a manifest knows of its packs, in the form in which a path is looked up. */
export interface KnownPacks {
  /** By the folders of channels. */
  readonly channels: ReadonlyMap<string, { readonly archives: number; readonly citations: 'none' | 'together' | 'apart' }>
  readonly days: ReadonlySet<string>
  readonly authorShards: number
  readonly searchIndexes: number
}

/** Reads a manifest for {@link packOfPath}. */
export function packsKnownBy(manifest: Omit<Manifest, 'versions'>): KnownPacks {
  const { authorShards, searchIndexes } = manifest
  const channels = new Map(channelRows(manifest).map(({ folder, row }) => [folder, { archives: row[3], citations: row[4] }]))
  return { channels, days: new Set(readDays(manifest.days)), authorShards, searchIndexes }
}

const onceASite: ReadonlySet<string> = new Set(pathsOnceASite)

/**
 * The pack in which the document of a path is looked for, by the path's form and what there is; null where no pack but the
 * one about missing paths could tell of it. A path has one form, so each document stands in one pack.
 *
 * @param path in its canonical form; of any other it may be null
 */
export function packOfPath(path: string, known: KnownPacks): PackKey | null {
  const [, top = '', second = '', ...rest] = path.split('/')
  if (known.days.has(top)) return path === `/${top}` ? null : packKeys.day(top)
  if (onceASite.has(path)) return packKeys.site
  if (isAssetPath(path)) return packKeys.assets
  switch (top) {
    case 'view':
      return path.endsWith('/') ? packOfFeed(path.slice('/view'.length, -1), known) : null
    case 'search':
      return packOfIndex(second, known)
    case 'tags':
    case 'authors':
      return packBelow(top === 'tags' ? 'tag' : 'author', second, rest, known)
    case 'archive':
      return packOfChannel('', [top, second, ...rest], known)
    default:
      return path === paths.home || isFeedPath(path) ? packOfChannel('', [top, second, ...rest], known) : null
  }
}

/** The pack of the page that a browser is shown at the path of a polled feed. */
function packOfFeed(path: string, known: KnownPacks): PackKey | null {
  return isFeedPath(path) ? packOfPath(path, known) : null
}

function packOfIndex(file: string, { searchIndexes }: KnownPacks): PackKey | null {
  const number = Number(/^([1-9]\d*)\.json$/.exec(file)?.[1])
  return number <= searchIndexes ? packKeys.searchIndex(number) : null
}

function packBelow(kind: 'tag' | 'author', segment: string, rest: readonly string[], known: KnownPacks): PackKey | null {
  const slug = decoded(segment)
  if (slug === null || slug === '') return null
  const folder = folderOf(kind, slug)
  if (known.channels.has(folder)) return packOfChannel(folder, rest, known)
  return kind === 'author' && known.authorShards > 0 ? packKeys.authors(shardOf(slug, known.authorShards)) : null
}

/** @param rest what stands behind the folder: `['archive', '3', 'atom.xml']` */
function packOfChannel(folder: string, rest: readonly string[], known: KnownPacks): PackKey | null {
  const channel = known.channels.get(folder)
  if (channel === undefined) return null
  const [first = '', second = ''] = rest
  // Of an archive that is yet to come the channel's own pack tells.
  if (first === 'archive' && Number(second) >= 1 && Number(second) <= channel.archives) return packKeys.archive(folder, Number(second))
  const [, format] = /^citation\.(\w+)$/.exec(first) ?? []
  if (format === undefined || channel.citations === 'none') return packKeys.channel(folder)
  return packKeys.citations(folder, channel.citations === 'apart' ? format : null)
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
