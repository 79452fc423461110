import type { Catalog } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { channelDocuments } from '../../src/feed/channel-documents.ts'
import { type Format, formats } from '../../src/feed/formats.ts'
import { type Item, itemOf } from '../../src/feed/item.ts'
import { writeFeed, writeItem } from '../../src/feed/writer.ts'
import { addressesOn } from '../../src/site/urls.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

export const origin = 'https://notes.example'
const made = new Map<string, ReadonlyMap<string, string>>()

/**
 * The feeds of a site of so many entries, archives among them, by path; each site is made once for all tests.
 *
 * @param counts how many entries there were at each recording, a day after the one before it
 */
export function feedsOf(counts: readonly number[], feedSize: number, order: 'above' | 'below' = 'below'): ReadonlyMap<string, string> {
  const name = `${counts} ${feedSize} ${order}`
  const feeds = made.get(name) ?? feedsOfCatalog(catalogRecorded(counts, feedSize, order))
  made.set(name, feeds)
  return feeds
}

function catalogRecorded(counts: readonly number[], feedSize: number, order: 'above' | 'below'): Catalog {
  let ledger: Ledger | null = null
  for (const [index, count] of counts.entries()) {
    const now = new Date(Date.UTC(2026, 0, 1 + index))
    ledger = catalogFrom(notesOf(count, order), `feedSize: ${feedSize}`, { ledger, now, accept: true }).recorded
  }
  const now = new Date(Date.UTC(2026, 0, counts.length))
  return catalogFrom(notesOf(counts.at(-1) as number, order), `feedSize: ${feedSize}`, { ledger, now }).catalog
}

/** So many entries, three a day, `#t2` on every second and `#t7` on every seventh. */
function notesOf(count: number, order: 'above' | 'below'): string {
  const written = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))).toISOString().slice(0, 10)
    const tags = [index % 2 === 0 ? '#t2' : '', index % 7 === 0 ? '#t7' : '', '#all'].filter((tag) => tag !== '')
    return { day, text: `T${index}\n글 ${index}.\n${tags.join(' ')}\n` }
  })
  const days = [...Map.groupBy(written, ({ day }) => day)].map(([day, ofDay]) => {
    const texts = ofDay.map(({ text }) => text)
    return `${day}\n${(order === 'below' ? texts : texts.toReversed()).join('')}`
  })
  return days.join('')
}

/** All feeds of a catalog, archives among them, by path. */
export function feedsOfCatalog(catalog: Catalog): ReadonlyMap<string, string> {
  const addresses = addressesOn(origin)
  const items = new Map(catalog.entries.map((entry) => [entry, itemOf(entry, catalog, addresses)]))
  const documents = catalog.channels.flatMap((channel) => {
    const { subscription, archives } = channelDocuments(catalog, channel, addresses)
    return [subscription, ...archives]
  })
  return new Map(
    documents.flatMap(({ document, entries }) => {
      const written = entries.map((entry) => writeItem(items.get(entry) as Item, document))
      return formats.map((format) => [
        document.feedUrls[format].slice(origin.length),
        new TextDecoder().decode(writeFeed(format, document, written)),
      ])
    }),
  )
}

/** What a reader makes of a document. */
export interface Read {
  /** Items whole, by id. */
  readonly items: readonly (readonly [string, string])[]
  readonly isArchive: boolean
  readonly links: Readonly<Record<string, string>>
}

export const readers: Readonly<Record<Format, (body: string) => Read>> = {
  rss: (body) => {
    const channel = child(parseXml(body), 'channel')
    return {
      items: childrenNamed(channel, 'item').map((item) => [child(item, 'guid').text, JSON.stringify(item)]),
      isArchive: childrenNamed(channel, 'fh:archive').length === 1,
      links: linksOf(childrenNamed(channel, 'atom:link')),
    }
  },
  atom: (body) => {
    const feed = parseXml(body)
    return {
      items: childrenNamed(feed, 'entry').map((entry) => [child(entry, 'id').text, JSON.stringify(entry)]),
      isArchive: childrenNamed(feed, 'fh:archive').length === 1,
      links: linksOf(childrenNamed(feed, 'link')),
    }
  },
  json: (body) => {
    const feed = JSON.parse(body) as { items: { id: string }[]; next_url?: string; feed_url: string }
    return {
      items: feed.items.map((item) => [item.id, JSON.stringify(item)]),
      isArchive: feed.feed_url.includes('/archive/'),
      links: { self: feed.feed_url, ...(feed.next_url === undefined ? {} : { 'prev-archive': feed.next_url }) },
    }
  },
}

function linksOf(links: readonly ReturnType<typeof parseXml>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(links.map(({ attributes }) => [attributes['rel'] as string, attributes['href'] as string]))
}
