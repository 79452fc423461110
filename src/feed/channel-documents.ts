import type { Catalog, Entry, Tag, Tombstone } from '../catalog/catalog.ts'
import type { Addresses, Archives, Channel, FeedUrls, Item } from './channel.ts'
import { rightsOf } from './rights.ts'
import { wordingFor } from './wording.ts'

/** An item for each entry, made once whoever asks. */
export type ItemOf = (entry: Entry) => Item

/** One document of a channel, and the entries that are its items. */
interface ChannelDocument {
  readonly channel: Channel
  readonly entries: readonly Entry[]
}

/** All documents of one channel. */
interface ChannelDocuments {
  /** What subscribers poll: the latest items, and all that no archive holds yet. */
  readonly subscription: ChannelDocument
  /** The items from the oldest on, each document full; none of a channel whose items its subscription document holds. */
  readonly archives: readonly ChannelDocument[]
}

/**
 * How many archives a channel of these entries, newest first, has: each as large as the document that subscribers poll.
 * What is added to the latest day would move its other entries, so these wait, unless the day fills half a document.
 */
export function archiveCount(entries: readonly Entry[], feedSize: number): number {
  if (entries.length <= feedSize) return 0
  const first = entries.findIndex(({ day }) => day !== entries[0]?.day)
  const ofLatestDay = first === -1 ? entries.length : first
  return Math.floor((entries.length - (ofLatestDay * 2 <= feedSize ? ofLatestDay : 0)) / feedSize)
}

/** The documents of the whole site's channel, or of one tag's. */
export function channelOf(
  catalog: Catalog,
  addresses: Addresses,
  itemOf: ItemOf,
  tag: Tag | null,
  entries: readonly Entry[],
): ChannelDocuments {
  const { site, removed } = catalog
  const wording = wordingFor(site.language)
  const homeUrl = tag === null ? addresses.homeUrl : addresses.tagUrl(tag.slug)
  const slug = tag?.slug ?? null
  const count = archiveCount(entries, site.feedSize)
  const describe = (feedUrls: FeedUrls, archives: Archives, of: readonly Entry[], removals: readonly Date[]): Channel => {
    const items = of.map(itemOf)
    return {
      id: `https://${site.authority}${new URL(homeUrl).pathname}`,
      title: tag === null ? site.title : wording.taggedWith(tag.label, site.title),
      description: tag === null ? site.description : wording.tagDescription(tag.label, site.title),
      language: site.language,
      homeUrl,
      feedUrls,
      archives,
      updated: latest([...items.map(({ updated }) => updated), ...removals]),
      author: site.author,
      rights: rightsOf(site),
      hubUrl: site.hubUrl,
      categoryScheme: addresses.categoryScheme,
      iconUrl: addresses.iconUrl,
      extensionUrl: addresses.extensionUrl,
      items,
      tombstones: [],
    }
  }
  const urlsOf = (number: number): FeedUrls => addresses.archiveUrls(slug, number)
  const previous = (number: number): FeedUrls | null => (number > 1 ? urlsOf(number - 1) : null)
  const current = addresses.feedUrls(slug)
  const ofChannel = ({ tags }: Tombstone): boolean => slug === null || tags.includes(slug)
  const tombstones = removed.tombstones.filter(ofChannel)
  const polled = entries.slice(0, Math.max(site.feedSize, entries.length - count * site.feedSize))
  const subscription = describe(
    current,
    { isArchive: false, previous: previous(count + 1), next: null, current: null },
    polled,
    removed.removals.filter(ofChannel).map(({ removed }) => removed),
  )
  const archives = Array.from({ length: count }, (_, index) => {
    const end = entries.length - index * site.feedSize
    const place = { isArchive: true, previous: previous(index + 1), next: urlsOf(index + 2), current }
    const archived = entries.slice(end - site.feedSize, end)
    return { channel: describe(urlsOf(index + 1), place, archived, []), entries: archived }
  })
  return { subscription: { channel: { ...subscription, tombstones }, entries: polled }, archives }
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(dates.reduce((time, date) => Math.max(time, date.getTime()), 0))
}
