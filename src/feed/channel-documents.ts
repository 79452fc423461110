import type { Catalog, Channel, ChannelKind, Entry, Slot } from '../catalog/catalog.ts'
import type { Words } from '../words/words.ts'
import type { Addresses } from './addresses.ts'
import { archivesOf, polledEntries } from './cuts.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedUrls } from './formats.ts'

/** One document of a channel, and the entries that are its items. */
export interface DocumentOfEntries {
  readonly document: FeedDocument
  readonly entries: readonly Entry[]
}

/** An archive with the ids of all items that it ever had. */
interface Archive extends DocumentOfEntries {
  readonly ids: readonly string[]
}

/** All documents of one channel. */
export interface ChannelDocuments {
  readonly channel: Pick<Channel, 'key' | 'folder' | 'name'>
  /** How many entries it gathers. */
  readonly count: number
  /** What subscribers poll. */
  readonly subscription: DocumentOfEntries
  /** Together with it, every item; none where it holds every item itself. See {@link archivesOf}. */
  readonly archives: readonly Archive[]
}

/** What a channel is called, and a sentence on what it carries. */
interface Naming {
  readonly title: string
  readonly description: string
}

const namings: Readonly<Record<ChannelKind, (catalog: Pick<Catalog, 'site' | 'words'>, name: string) => Naming>> = {
  site: ({ site }) => ({ title: site.title, description: site.description }),
  tag: ({ site, words }, name) => naming(words.tagTitle, words.tagDescription, name, site.title),
  author: ({ site, words }, name) => naming(words.authorTitle, words.authorDescription, name, site.title),
}

function naming(title: Words['tagTitle'], description: Words['tagDescription'], name: string, siteTitle: string): Naming {
  return { title: title(name, siteTitle), description: description(name, siteTitle) }
}

/** What a channel is called in feeds and on pages, in the site's language: `#정렬 · 논문 노트`. */
export function namingOf(catalog: Pick<Catalog, 'site' | 'words'>, { key, name }: Pick<Channel, 'key' | 'name'>): Naming {
  return namings[key.kind](catalog, name)
}

/** The documents of one channel. */
export function channelDocuments(
  catalog: Pick<Catalog, 'site' | 'words' | 'feedsChanged' | 'archiveSize'>,
  channel: Channel,
  addresses: Addresses,
): ChannelDocuments {
  const { site, feedsChanged, archiveSize } = catalog
  const { key, folder, name } = channel
  const homeUrl = addresses.channelUrl(folder)
  const common = {
    ...namingOf(catalog, channel),
    id: `https://${site.authority}${new URL(homeUrl).pathname}`,
    language: site.language,
    homeUrl,
    author: site.author,
    licenseUrl: site.license?.url ?? null,
    hubUrl: site.hubUrl,
    categoryScheme: addresses.categoryScheme,
    iconUrl: addresses.iconUrl,
    smallIconUrl: addresses.smallIconUrl,
    extensionUrl: addresses.extensionUrl,
  }
  const documentOf = (
    place: Pick<FeedDocument, 'feedUrls' | 'archives' | 'tombstones'>,
    entries: readonly Entry[],
    changes: readonly Slot[],
  ): DocumentOfEntries => {
    const dates = [...entries, ...changes].map(({ changed }) => changed)
    const updated = latest(feedsChanged === null ? dates : [...dates, feedsChanged])
    return { document: { ...common, ...place, updated }, entries }
  }
  const cuts = archivesOf(channel, { feedSize: site.feedSize, archiveSize })
  const current = addresses.feedUrls(folder)
  const urlsOf = (number: number): FeedUrls => addresses.archiveUrls(folder, number)
  const previous = (number: number): FeedUrls | null => (number > 1 ? urlsOf(number - 1) : null)
  const subscription = documentOf(
    {
      feedUrls: current,
      archives: { isArchive: false, previous: previous(cuts.length + 1), next: null, current: null },
      tombstones: channel.tombstones,
    },
    polledEntries(channel, site.feedSize),
    // An item may leave it by getting an earlier day, or come because another is lost.
    channel.sequence,
  )
  const archives = cuts.map(({ isFull, slots, entries }, index) => {
    const next = isFull || index + 1 < cuts.length ? urlsOf(index + 2) : null
    // An archive never tells of removals: clients that have it keep it.
    const place = { isArchive: isFull, previous: previous(index + 1), next, current }
    return {
      ...documentOf({ feedUrls: urlsOf(index + 1), archives: place, tombstones: [] }, entries, slots),
      ids: slots.map(({ id }) => id),
    }
  })
  return { channel: { key, folder, name }, count: channel.entries.length, subscription, archives }
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(dates.reduce((time, date) => Math.max(time, date.getTime()), 0))
}
