import type { Catalog, Entry } from '../catalog/catalog.ts'
import { type Addresses, type Channel, formats, type Item } from '../feed/channel.ts'
import { feedWriter } from '../feed/document.ts'
import { itemOf } from '../feed/item.ts'
import { siteChannel, tagChannel } from '../feed/select.ts'
import { dayPage, entryPage, homePage, pageContent, tagPage, tagsPage } from './pages.ts'
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

/**
 * Every document of the site, in groups to be stored together: a day's page with those of its entries, which are small
 * and many, and everything else by itself. One group at a time, so that the bodies of a large site are never all in
 * memory. Each item is rendered once a format and spliced into every feed that carries it.
 */
export function* documentsOf(catalog: Catalog): Generator<readonly Document[]> {
  const { site } = catalog
  const addresses = addressesOn(site.origin)
  const items = itemsOf(catalog, addresses)
  const writers = formats.map((format) => ({ format, write: feedWriter(format) }))
  const feedsOf = (channel: Channel, tagSlug: string | null): readonly Document[] =>
    writers.map(({ format, write }) => ({
      path: paths.feed(format, tagSlug),
      mediaType: `${feedMediaTypes[format]}; charset=utf-8`,
      body: write(channel),
      modified: channel.items.length === 0 ? null : channel.updated,
    }))

  const all = siteChannel(catalog, addresses, items)
  yield [{ path: paths.style, mediaType: 'text/css; charset=utf-8', body: style, modified: null }]
  yield [page(paths.home, homePage(catalog, all), catalog.entries)]
  yield [page(paths.tags, tagsPage(catalog), catalog.entries)]
  for (const feed of feedsOf(all, null)) yield [feed]
  for (const { tag, entries } of catalog.tags) {
    const channel = tagChannel(catalog, addresses, items, tag, entries)
    yield [page(paths.tag(tag.slug), tagPage(catalog, channel, tag, entries), entries)]
    for (const feed of feedsOf(channel, tag.slug)) yield [feed]
  }
  for (const [index, day] of catalog.days.entries()) {
    const contents = day.entries.map((entry) => ({ entry, content: pageContent(catalog, entry) }))
    const [previous, next] = [catalog.days[index + 1] ?? null, catalog.days[index - 1] ?? null]
    yield [
      page(paths.day(day.day), dayPage(catalog, day.day, contents, previous, next), day.entries),
      ...contents.map(({ entry, content }) => page(paths.entry(entry.day, entry.name), entryPage(catalog, entry, content), [entry])),
    ]
  }
}

/** Folders whose tag is now called otherwise: their pages and feeds lead to the new one's. */
export function movedFolders(catalog: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries([...catalog.aliases].map(([old, now]) => [paths.tag(old), paths.tag(now)]))
}

function page(path: string, body: string, entries: readonly Entry[]): Document {
  const latest = entries.reduce((time, { updated }) => Math.max(time, updated.getTime()), 0)
  return { path, mediaType: htmlType, body, modified: entries.length === 0 ? null : new Date(latest) }
}

/** An item for each entry, made when a channel first carries it. */
function itemsOf({ site }: Catalog, addresses: Addresses): (entry: Entry) => Item {
  const made = new Map<Entry, Item>()
  return (entry) => {
    const item = made.get(entry) ?? itemOf(entry, site, addresses)
    made.set(entry, item)
    return item
  }
}
