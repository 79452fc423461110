import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { channelDocuments } from '../../src/feed/channel-documents.ts'
import { type Format, formats } from '../../src/feed/formats.ts'
import { type Item, itemOf } from '../../src/feed/item.ts'
import { feedWriter } from '../../src/feed/writer.ts'
import { addressesOn, paths } from '../../src/site/urls.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { child, childrenNamed, parseXml } from './xml.ts'

const origin = 'https://notes.example'
const made = new Map<string, ReadonlyMap<string, string>>()

/** The feeds of a site of so many entries, archives among them, by path; each site is made once for all tests. */
function feedsOf(count: number, feedSize = 50, order: 'above' | 'below' = 'below'): ReadonlyMap<string, string> {
  const name = `${count} ${feedSize} ${order}`
  const feeds = made.get(name) ?? feedsOfCatalog(catalogOfSize(count, feedSize, order))
  made.set(name, feeds)
  return feeds
}

/** A site with so many entries, three a day, `#t2` on every second and `#t7` on every seventh. */
function catalogOfSize(count: number, feedSize: number, order: 'above' | 'below'): Catalog {
  const written = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))).toISOString().slice(0, 10)
    const tags = [index % 2 === 0 ? '#t2' : '', index % 7 === 0 ? '#t7' : '', '#all'].filter((tag) => tag !== '')
    return { day, text: `T${index}\n글 ${index}.\n${tags.join(' ')}\n` }
  })
  const days = [...Map.groupBy(written, ({ day }) => day)].map(([day, ofDay]) => {
    const texts = ofDay.map(({ text }) => text)
    return `${day}\n${(order === 'below' ? texts : texts.toReversed()).join('')}`
  })
  return catalogFrom(days.join(''), `feedSize: ${feedSize}`).catalog
}

function feedsOfCatalog(catalog: Catalog): ReadonlyMap<string, string> {
  const addresses = addressesOn(origin)
  const items = new Map(catalog.entries.map((entry) => [entry, itemOf(entry, catalog, addresses)]))
  const writers = formats.map((format) => ({ format, write: feedWriter(format) }))
  const documents = catalog.channels.flatMap((channel) => {
    const { subscription, archives } = channelDocuments(catalog, channel, addresses, (entry) => items.get(entry) as Item)
    return [subscription, ...archives].map(({ document }) => document)
  })
  return new Map(
    documents.flatMap((document) =>
      writers.map(({ format, write }) => [document.feedUrls[format].slice(origin.length), new TextDecoder().decode(write(document))]),
    ),
  )
}

interface Read {
  /** Items whole, by id. */
  readonly items: readonly (readonly [string, string])[]
  readonly isArchive: boolean
  readonly links: Readonly<Record<string, string>>
}

const readers: Readonly<Record<Format, (body: string) => Read>> = {
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

/** All documents that lead from a subscription document to the first of its archives. */
function walk(feeds: ReadonlyMap<string, string>, format: Format, path: string): readonly Read[] {
  const body = feeds.get(path)
  if (body === undefined) throw new Error(`${path} leads nowhere`)
  const read = readers[format](body)
  expect(read.links['self']).toBe(origin + path)
  const previous = read.links['prev-archive']
  return previous === undefined ? [read] : [read, ...walk(feeds, format, previous.slice(origin.length))]
}

const folders = ['', 'tags/all', 'tags/t2', 'tags/t7'] as const
const numbersOf = (folder: (typeof folders)[number], count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) =>
    folder === 'tags/t2' ? index % 2 === 0 : folder === 'tags/t7' ? index % 7 === 0 : true,
  )
const lastPart = (id: string): string => id.slice(id.lastIndexOf(':') + 1)

describe.each(formats)('RFC 5005 §4 in %s', (format) => {
  test.each([
    [0, 50],
    [1, 50],
    [49, 50],
    [50, 50],
    [51, 50],
    [99, 50],
    [100, 50],
    [101, 50],
    [237, 50],
    [237, 10],
    [237, 120],
    [237, 999],
  ])('of %d items, a subscription of %d: a walk collects every item, each in one version', (count, feedSize) => {
    const feeds = feedsOf(count, feedSize)
    for (const folder of folders) {
      const numbers = numbersOf(folder, count)
      if (folder !== '' && numbers.length === 0) continue
      const [subscription, ...archives] = walk(feeds, format, paths.feed(format, folder)) as [Read, ...Read[]]
      const versions = new Map<string, Set<string>>()
      for (const [id, item] of [subscription, ...archives].flatMap(({ items }) => items))
        versions.set(id, (versions.get(id) ?? new Set()).add(item))
      expect([...versions.keys()].map(lastPart).toSorted()).toEqual(numbers.map((number) => `t${number}`).toSorted())
      expect([...versions.values()].every(({ size }) => size === 1)).toBe(true)
      expect(subscription.isArchive).toBe(false)
      expect(subscription.items.length).toBeGreaterThanOrEqual(Math.min(feedSize, numbers.length))
      expect(subscription.items.length).toBeLessThan(feedSize + 3)
      expect(archives.map(({ items, isArchive }) => [items.length, isArchive])).toEqual(archives.map(() => [feedSize, true]))
      if (numbers.length <= feedSize) expect(archives).toEqual([])
    }
  })

  test('adding entries never changes a byte of an archive', () => {
    const archivesOf = (count: number): readonly (readonly [string, string])[] =>
      [...feedsOf(count)].filter(([path]) => path.includes('/archive/') && path.endsWith(paths.feed(format, '')))
    const [before, after] = [archivesOf(120), new Map(archivesOf(260))]
    expect(before.length).toBeGreaterThan(4)
    for (const [path, body] of before) expect(after.get(path), path).toBe(body)
  })

  test('nor does adding to the latest day, above or below what it has', () => {
    for (const before of [119, 120, 121, 149, 150, 151, 152]) {
      const archives = (count: number, order: 'above' | 'below'): readonly (readonly [string, string])[] =>
        [...feedsOf(count, 50, order)].filter(([path]) => path.includes('/archive/') && path.endsWith(paths.feed(format, '')))
      for (const order of ['above', 'below'] as const) {
        const after = new Map(archives(before + 1, order))
        for (const [path, body] of archives(before, order)) expect(after.get(path), `${before} ${order} ${path}`).toBe(body)
      }
    }
  })

  test('an archive leads to those before and behind it, and to the document that is polled', () => {
    if (format === 'json') return
    const feeds = feedsOf(170)
    const links = (number: number): unknown => readers[format](feeds.get(paths.archive(format, '', number)) as string).links
    const url = (number: number): string => origin + paths.archive(format, '', number)
    const current = origin + paths.feed(format, '')
    expect(links(1)).toMatchObject({ self: url(1), 'next-archive': url(2), current })
    expect(links(1)).not.toHaveProperty('prev-archive')
    expect(links(2)).toMatchObject({ self: url(2), 'prev-archive': url(1), 'next-archive': url(3), current })
    const subscription = readers[format](feeds.get(paths.feed(format, '')) as string).links
    expect(subscription).toMatchObject({ 'prev-archive': url(3) })
    expect(Object.keys(subscription)).not.toContain('next-archive')
  })
})
