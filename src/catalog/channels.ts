import type { Site } from '../notes/site.ts'
import type { AuthorEntries } from './authors.ts'
import type { Entry } from './entries.ts'
import type { LastModified } from './last-modified.ts'
import type { Removed, Tombstone } from './removed.ts'
import type { Slot } from './sequences.ts'
import type { Tag } from './tags.ts'

/** What a channel may gather: all entries, those with one tag, or those on papers of one author. */
export type ChannelKind = 'site' | 'tag' | 'author'

/** What tells one channel from another: `{ kind: 'tag', slug: '정렬' }`. The slug of the site's own channel is empty. */
export interface ChannelKey {
  readonly kind: ChannelKind
  readonly slug: string
}

/** What people can subscribe to: the site, a tag or an author, with the entries it gathers. */
export interface Channel {
  readonly key: ChannelKey
  /** Its place below the site, before percent-encoding: empty, `tags/정렬`, `authors/grace-hopper`. */
  readonly folder: string
  /** The site's title, the tag's label or the author's name. */
  readonly name: string
  /** By day, the newest first, a day's in the notes' order. */
  readonly entries: readonly Entry[]
  /** When what its subscribers see last changed; null where something isn't recorded as it is now. */
  readonly changed: Date | null
  /** Every item that it has ever had, in the order in which they were recorded. */
  readonly sequence: readonly Slot[]
  /** Its items that were removed lately, the latest removal first. */
  readonly tombstones: readonly Tombstone[]
}

const folderOfKind: Readonly<Record<ChannelKind, string>> = { site: '', tag: 'tags/', author: 'authors/' }

/** All kinds of channels, in the order of their list. */
export const channelKinds: readonly ChannelKind[] = Object.keys(folderOfKind) as ChannelKind[]

/** The place of a channel below the site: `tags/정렬`. The site's own has no slug. */
export function folderOf(kind: ChannelKind, slug: string = ''): string {
  return folderOfKind[kind] + slug
}

/** The slugs of the channels that carry an entry, but for the site's, which carries every one. */
export type ChannelSlugs = Readonly<Record<Exclude<ChannelKind, 'site'>, readonly string[]>>

/** The channels that carry an entry now. A name without a letter or digit makes no channel. */
export function slugsOfEntry({ tags, authors }: Entry): ChannelSlugs {
  return {
    tag: tags.map(({ slug }) => slug),
    author: [...new Set(authors.map(({ slug }) => slug))].filter((slug) => slug !== ''),
  }
}

/** The channels that ever carried an entry, as the ledger remembers it. */
export function slugsOfRecord({ tags, authors }: { readonly tags: readonly string[]; readonly authors: readonly string[] }): ChannelSlugs {
  return { tag: tags, author: authors }
}

/** The folders of the channels with these slugs, and of the site's: `['', 'tags/정렬', 'authors/grace-hopper']`. */
export function foldersOf(slugs: ChannelSlugs): readonly string[] {
  const kinds = Object.keys(slugs) as (keyof ChannelSlugs)[]
  return [folderOf('site'), ...kinds.flatMap((kind) => slugs[kind].map((slug) => folderOf(kind, slug)))]
}

const knownFolders = new WeakMap<object, readonly string[]>()

/** The folders of the channels that ever carried an entry, by the ledger's record of it; worked out once of each record. */
export function foldersOfRecord(record: Parameters<typeof slugsOfRecord>[0]): readonly string[] {
  const folders = knownFolders.get(record) ?? foldersOf(slugsOfRecord(record))
  knownFolders.set(record, folders)
  return folders
}

/** The folders of the channels that carry an entry now; worked out once of each entry. */
export function foldersOfEntry(entry: Entry): readonly string[] {
  const folders = knownFolders.get(entry) ?? foldersOf(slugsOfEntry(entry))
  knownFolders.set(entry, folders)
  return folders
}

/** What channels are made of. */
export interface ChannelSources {
  readonly site: Site
  /** By day, the newest first, a day's in the notes' order. */
  readonly entries: readonly Entry[]
  readonly authors: ReadonlyMap<string, AuthorEntries>
  /** By the folders of channels. */
  readonly sequences: ReadonlyMap<string, readonly Slot[]>
  readonly removed: Removed
  readonly lastModified: LastModified
}

/**
 * All channels there are: the site's, then tags and authors with feeds, each by slug. Whoever needs channels loops over
 * this list.
 */
export function channelsOf({ site, entries, authors, sequences, removed, lastModified }: ChannelSources): readonly Channel[] {
  const channel = (key: ChannelKey, name: string, gathered: readonly Entry[]): Channel => {
    const folder = folderOf(key.kind, key.slug)
    return {
      key,
      folder,
      name,
      entries: gathered,
      changed: lastModified.ofChannels.get(folder) ?? null,
      sequence: sequences.get(folder) ?? [],
      tombstones: removed.tombstones.get(folder) ?? [],
    }
  }
  const ofKind: Readonly<Record<ChannelKind, () => readonly Channel[]>> = {
    site: () => [channel({ kind: 'site', slug: '' }, site.title, entries)],
    tag: () => tagged(entries).map(([{ label, slug }, ofTag]) => channel({ kind: 'tag', slug }, label, ofTag)),
    author: () =>
      [...authors.values()]
        .filter(({ hasFeeds }) => hasFeeds)
        .map(({ name, slug, entries: ofAuthor }) => channel({ kind: 'author', slug }, name, ofAuthor)),
  }
  return channelKinds.flatMap((kind) => ofKind[kind]().toSorted(bySlug))
}

/** The tags with their entries. */
function tagged(entries: readonly Entry[]): readonly (readonly [Tag, readonly Entry[]])[] {
  const mentions = entries.flatMap((entry) => entry.tags.map((tag) => ({ tag, entry })))
  return [...Map.groupBy(mentions, ({ tag }) => tag)].map(([tag, ofTag]) => [tag, ofTag.map(({ entry }) => entry)])
}
/** By code unit, so that no locale decides. */
function bySlug({ key: one }: Channel, { key: other }: Channel): number {
  return one.slug < other.slug ? -1 : 1
}
