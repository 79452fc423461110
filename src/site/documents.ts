import type { Catalog, Entry } from '../catalog/catalog.ts'
import { atomDocument, atomEntry } from '../feed/atom.ts'
import { type Channel, type Format, formats, type Item } from '../feed/channel.ts'
import { itemOf } from '../feed/item.ts'
import { jsonDocument, jsonItem } from '../feed/json.ts'
import type { Frame } from '../feed/renderer.ts'
import { rssDocument, rssItem } from '../feed/rss.ts'
import { siteChannel, tagChannel } from '../feed/select.ts'
import { dayPage, entryPage, homePage, tagPage, tagsPage } from './pages.ts'
import { style } from './style.ts'
import { addressesOn, feedMediaTypes, paths } from './urls.ts'

/** One body to be served, whole. */
export interface Document {
  readonly path: string
  readonly mediaType: string
  readonly body: string
  /** When what it says last changed; null where nothing tells. */
  readonly modified: Date | null
}

const htmlType = 'text/html; charset=utf-8'

interface FormatWriter {
  readonly frame: (channel: Channel) => Frame
  readonly item: (item: Item, categoryScheme: string) => string
  readonly separator: string
}

const writers: Readonly<Record<Format, FormatWriter>> = {
  rss: { frame: rssDocument, item: rssItem, separator: '\n        ' },
  atom: { frame: atomDocument, item: atomEntry, separator: '\n    ' },
  json: { frame: jsonDocument, item: jsonItem, separator: ',' },
}

/**
 * Every document of the site, one at a time, so that a site of any size needs the memory of its largest. Each item is
 * rendered once a format and spliced into every feed that carries it.
 */
export function* documentsOf(catalog: Catalog): Generator<Document> {
  const { site } = catalog
  const addresses = addressesOn(site.origin)
  const items = memoized((entry: Entry) => itemOf(entry, site, addresses))
  const rendered = Object.fromEntries(
    formats.map((format) => [format, memoized((item: Item) => writers[format].item(item, addresses.categoryScheme))]),
  ) as Readonly<Record<Format, (item: Item) => string>>

  const feedsOf = (channel: Channel, tagSlug: string | null): readonly Document[] =>
    formats.map((format) => ({
      path: paths.feed(format, tagSlug),
      mediaType: `${feedMediaTypes[format]}; charset=utf-8`,
      body: spliced(channel, writers[format], rendered[format]),
      modified: channel.items.length === 0 ? null : channel.updated,
    }))

  const all = siteChannel(catalog, addresses, items)
  yield { path: paths.style, mediaType: 'text/css; charset=utf-8', body: style, modified: null }
  yield page(paths.home, homePage(catalog, all), catalog.entries)
  yield* feedsOf(all, null)
  yield page(paths.tags, tagsPage(catalog), catalog.entries)
  for (const { tag, entries } of catalog.tags) {
    const channel = tagChannel(catalog, addresses, items, tag, entries)
    yield page(paths.tag(tag.slug), tagPage(catalog, channel, tag, entries), entries)
    yield* feedsOf(channel, tag.slug)
  }
  for (const [index, day] of catalog.days.entries()) {
    yield page(paths.day(day.day), dayPage(catalog, day, catalog.days[index + 1] ?? null, catalog.days[index - 1] ?? null), day.entries)
  }
  for (const entry of catalog.entries) yield page(paths.entry(entry.day, entry.name), entryPage(catalog, entry), [entry])
}

/** Folders whose tag is now called otherwise: their pages and feeds lead to the new one's. */
export function movedFolders(catalog: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries([...catalog.aliases].map(([old, now]) => [paths.tag(old), paths.tag(now)]))
}

function page(path: string, body: string, entries: readonly Entry[]): Document {
  const modified = entries.length === 0 ? null : new Date(Math.max(...entries.map(({ updated }) => updated.getTime())))
  return { path, mediaType: htmlType, body, modified }
}

function spliced(channel: Channel, { frame, separator }: FormatWriter, itemText: (item: Item) => string): string {
  const { head, tail } = frame(channel)
  const items = channel.items.map(itemText)
  const first = separator === ',' ? '' : separator
  return items.length === 0 ? head + tail : head + first + items.join(separator) + tail
}

function memoized<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
