import type { Catalog, Channel, ChannelKind, Entry } from '../catalog/catalog.ts'
import type { Words } from '../words/words.ts'
import type { Addresses } from './addresses.ts'
import type { Archives, FeedDocument } from './feed-document.ts'
import type { FeedUrls } from './formats.ts'
import type { Item } from './item.ts'

/** One document of a channel, and the entries that are its items. */
interface DocumentOfEntries {
  readonly document: FeedDocument
  readonly entries: readonly Entry[]
}

/** All documents of one channel. */
export interface ChannelDocuments {
  readonly channel: Channel
  /** What subscribers poll: the latest items, and all that no archive holds yet. */
  readonly subscription: DocumentOfEntries
  /** The items from the oldest on, each document full; none where the subscription document holds every item. */
  readonly archives: readonly DocumentOfEntries[]
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

/**
 * How many archives a channel of these entries, newest first, has: each as large as the document that subscribers poll.
 * An entry that is added to the latest day would move the day's other entries, so the latest day waits outside the
 * archives, unless it fills half a document.
 */
export function archiveCount(entries: readonly Entry[], feedSize: number): number {
  if (entries.length <= feedSize) return 0
  const first = entries.findIndex(({ day }) => day !== entries[0]?.day)
  const ofLatestDay = first === -1 ? entries.length : first
  return Math.floor((entries.length - (ofLatestDay * 2 <= feedSize ? ofLatestDay : 0)) / feedSize)
}

/**
 * The documents of one channel.
 *
 * @param itemOf an item for each entry, made once whoever asks
 */
export function channelDocuments(
  catalog: Catalog,
  channel: Channel,
  addresses: Addresses,
  itemOf: (entry: Entry) => Item,
): ChannelDocuments {
  const { site } = catalog
  const { folder, entries } = channel
  const count = archiveCount(entries, site.feedSize)
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
  const documentOf = (feedUrls: FeedUrls, archives: Archives, of: readonly Entry[]): DocumentOfEntries => {
    const items = of.map(itemOf)
    const updated = latest(items.map((item) => item.updated))
    return { document: { ...common, feedUrls, archives, updated, items, tombstones: [] }, entries: of }
  }
  const current = addresses.feedUrls(folder)
  const urlsOf = (number: number): FeedUrls => addresses.archiveUrls(folder, number)
  const previous = (number: number): FeedUrls | null => (number > 1 ? urlsOf(number - 1) : null)
  const polled = documentOf(
    current,
    { isArchive: false, previous: previous(count + 1), next: null, current: null },
    entries.slice(0, Math.max(site.feedSize, entries.length - count * site.feedSize)),
  )
  // An archive never tells of removals: it is not to change.
  const { tombstones, lastRemoval } = channel
  const updated = latest([polled.document.updated, lastRemoval].filter((date) => date !== null))
  const archives = Array.from({ length: count }, (_, index) => {
    const end = entries.length - index * site.feedSize
    const place = { isArchive: true, previous: previous(index + 1), next: urlsOf(index + 2), current }
    return documentOf(urlsOf(index + 1), place, entries.slice(end - site.feedSize, end))
  })
  return { channel, subscription: { ...polled, document: { ...polled.document, updated, tombstones } }, archives }
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(dates.reduce((time, date) => Math.max(time, date.getTime()), 0))
}
