import type { Site } from '../notes/site.ts'
import type { Entry } from './entries.ts'
import type { Removed, Tombstone } from './removed.ts'

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
  /** Newest first. */
  readonly entries: readonly Entry[]
  /** When what its subscribers see last changed; null where something isn't recorded as it is now. */
  readonly changed: Date | null
  /** How many recorded items it has ever had, removed ones among them. */
  readonly itemsEver: number
  /** Its items that were removed lately, the latest removal first. */
  readonly tombstones: readonly Tombstone[]
  /** When it last lost an item; null where it never did. */
  readonly lastRemoval: Date | null
}

/** An author with a page of their own: all entries on papers of theirs, newest first. */
export interface AuthorEntries {
  /** As the newest entry writes it: names that differ in punctuation alone are one author's. */
  readonly name: string
  readonly slug: string
  readonly entries: readonly Entry[]
  /** Whether the author is a channel too. */
  readonly hasFeeds: boolean
}

const folderOfKind: Readonly<Record<ChannelKind, string>> = { site: '', tag: 'tags/', author: 'authors/' }

/** The place of a channel below the site: `tags/정렬`. */
export function folderOf({ kind, slug }: ChannelKey): string {
  return folderOfKind[kind] + slug
}

/** The folders of the channels that carry what has these tags and authors, given by their slugs. */
export function foldersOf({ tags, authors }: { readonly tags: readonly string[]; readonly authors: readonly string[] }): readonly string[] {
  return [
    folderOf({ kind: 'site', slug: '' }),
    ...tags.map((slug) => folderOf({ kind: 'tag', slug })),
    ...authors.map((slug) => folderOf({ kind: 'author', slug })),
  ]
}

/** The slugs of an entry's tags and authors, each once. A name without a letter or digit has no slug. */
export function slugsOf({ tags, authors }: Entry): { readonly tags: readonly string[]; readonly authors: readonly string[] } {
  return {
    tags: tags.map(({ slug }) => slug),
    authors: [...new Set(authors.map(({ slug }) => slug))].filter((slug) => slug !== ''),
  }
}

/** How many entries make an author worth a page. */
const entriesForAPage = 2

/**
 * The authors that have pages, by slug: those of two entries or more, and those who have feeds.
 *
 * @param entries newest first
 * @param withFeeds slugs of authors who have had feeds: whoever subscribed keeps theirs as long as one entry is left
 */
export function authorsOf(
  entries: readonly Entry[],
  { authorFeeds }: Site,
  withFeeds: ReadonlySet<string>,
): ReadonlyMap<string, AuthorEntries> {
  const bySlug = new Map<string, { name: string; slug: string; entries: Entry[] }>()
  for (const entry of entries) {
    for (const { name, slug } of entry.authors) {
      if (slug === '') continue
      const author = bySlug.get(slug)
      if (author === undefined) bySlug.set(slug, { name, slug, entries: [entry] })
      else if (author.entries.at(-1) !== entry) author.entries.push(entry)
    }
  }
  const hasFeeds = ({ slug, entries: { length } }: Omit<AuthorEntries, 'hasFeeds'>): boolean =>
    authorFeeds > 0 && (length >= authorFeeds || withFeeds.has(slug))
  return new Map(
    [...bySlug]
      .map(([slug, author]) => [slug, { ...author, hasFeeds: hasFeeds(author) }] as const)
      .filter(([, author]) => author.hasFeeds || author.entries.length >= entriesForAPage),
  )
}

/**
 * All channels there are: the site's, then tags and authors with feeds, each by slug. Whoever needs channels loops over
 * this list.
 */
export function channelsOf(
  { title }: Site,
  entries: readonly Entry[],
  authors: ReturnType<typeof authorsOf>,
  {
    changed,
    itemsEver,
    tombstones,
    lastRemoval,
  }: Pick<Removed, 'itemsEver' | 'tombstones' | 'lastRemoval'> & {
    readonly changed: ReadonlyMap<string, Date | null>
  },
): readonly Channel[] {
  const channel = (key: ChannelKey, name: string, gathered: readonly Entry[]): Channel => {
    const folder = folderOf(key)
    return {
      key,
      folder,
      name,
      entries: gathered,
      changed: changed.get(folder) ?? null,
      itemsEver: itemsEver.get(folder) ?? 0,
      tombstones: tombstones.get(folder) ?? [],
      lastRemoval: lastRemoval.get(folder) ?? null,
    }
  }
  const tagged = new Map<string, { readonly label: string; readonly entries: Entry[] }>()
  for (const entry of entries) {
    for (const { slug, label } of entry.tags) {
      const tag = tagged.get(slug)
      if (tag === undefined) tagged.set(slug, { label, entries: [entry] })
      else tag.entries.push(entry)
    }
  }
  return [
    channel({ kind: 'site', slug: '' }, title, entries),
    ...bySlug(tagged).map(([slug, { label, entries: ofTag }]) => channel({ kind: 'tag', slug }, label, ofTag)),
    ...bySlug(authors)
      .filter(([, { hasFeeds }]) => hasFeeds)
      .map(([slug, { name, entries: ofAuthor }]) => channel({ kind: 'author', slug }, name, ofAuthor)),
  ]
}

/** By code unit, so that no locale decides. */
function bySlug<Value>(values: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1))
}
