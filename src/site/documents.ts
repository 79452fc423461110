import type { Catalog, Entry } from '../catalog/catalog.ts'
import { type Addresses, type Channel, type Format, formats, type Item } from '../feed/channel.ts'
import { feedWriter } from '../feed/document.ts'
import { itemOf } from '../feed/item.ts'
import { archiveCount, type ChannelDocuments, channelOf } from '../feed/select.ts'
import { dayPage, entryPage, extensionPage, homePage, pageContent, tagPage, tagsPage } from './pages.ts'
import { style } from './style.ts'
import { addressesOn, feedMediaTypes, paths } from './urls.ts'

/** One body to be served, whole. */
export interface Document {
  readonly path: string
  readonly mediaType: string
  /** In UTF-8. */
  readonly body: Uint8Array
  /** When what it says last changed; null where nothing tells. */
  readonly modified: Date | null
}

const htmlType = 'text/html; charset=utf-8'

/**
 * Every document of the site, in groups to be stored together: a day's page with those of its entries, which are small
 * and many; a channel's page with its feeds, which change at once; an archive in its formats. One group at a time, so that the bodies of a large site are never all in
 * memory. Each item is rendered once a format and spliced into every feed that carries it.
 */
export function* documentsOf(catalog: Catalog): Generator<readonly Document[]> {
  const { site, changes } = catalog
  const addresses = addressesOn(site.origin)
  const items = itemsOf(catalog, addresses)
  const writers = formats.map((format) => ({ format, write: feedWriter(format) }))
  function* channelDocuments(
    { subscription, archives }: ChannelDocuments,
    slug: string | null,
    home: Document,
  ): Generator<readonly Document[]> {
    const modified = slug === null ? changes.ofSite : (changes.ofTags.get(slug) ?? null)
    const inEachFormat = (channel: Channel, pathOf: (format: Format) => string): readonly Document[] =>
      writers.map(({ format, write }) => ({
        path: pathOf(format),
        mediaType: `${feedMediaTypes[format]}; charset=utf-8`,
        body: write(channel),
        modified,
      }))
    yield [home, ...inEachFormat(subscription, (format) => paths.feed(format, slug))]
    for (const [index, archive] of archives.entries()) yield inEachFormat(archive, (format) => paths.archive(format, slug, index + 1))
  }

  const all = channelOf(catalog, addresses, items, null, catalog.entries)
  yield [{ path: paths.style, mediaType: 'text/css; charset=utf-8', body: Buffer.from(style), modified: null }]
  // A page shows more than its own entries: tags and their counts, the days around it.
  yield [page(paths.extension, extensionPage(catalog), changes.ofSite)]
  yield [page(paths.tags, tagsPage(catalog), changes.ofSite)]
  yield* channelDocuments(all, null, page(paths.home, homePage(catalog, all.subscription), changes.ofSite))
  for (const { tag, entries } of catalog.tags) {
    const channel = channelOf(catalog, addresses, items, tag, entries)
    const home = page(paths.tag(tag.slug), tagPage(catalog, channel.subscription, tag, entries), changes.ofSite)
    yield* channelDocuments(channel, tag.slug, home)
  }
  for (const [index, day] of catalog.days.entries()) {
    const contents = day.entries.map((entry) => ({ entry, content: pageContent(catalog, entry) }))
    const [previous, next] = [catalog.days[index + 1] ?? null, catalog.days[index - 1] ?? null]
    yield [
      page(paths.day(day.day), dayPage(catalog, day.day, contents, previous, next), changes.ofDays.get(day.day) ?? null),
      ...contents.map(({ entry, content }) =>
        page(paths.entry(entry.day, entry.name), entryPage(catalog, entry, content), changes.ofEntries.get(entry.id) ?? null),
      ),
    ]
  }
}

/** Folders whose tag or entry is now called otherwise: their pages and feeds lead to the new one's. */
export function movedFolders({ aliases, past }: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...[...aliases].map(([old, now]) => [paths.tag(old), paths.tag(now)]),
    ...[...past.moved].map(([old, now]) => [paths.entryAt(old), paths.entryAt(now)]),
  ])
}

/**
 * The folder of each channel's next archive, to which the last full one leads already, since it must never change: until
 * the next is full, the subscription document holds what it will.
 */
export function upcomingFolders(catalog: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    archivesOf(catalog)
      .filter(({ count }) => count > 0)
      .map(({ slug, count }) => [paths.archiveFolder(slug, count + 1), slug === null ? paths.home : paths.tag(slug)]),
  )
}

/** How many archives each channel has. */
function archivesOf({ entries, tags, site }: Catalog): readonly { readonly slug: string | null; readonly count: number }[] {
  return [
    { slug: null, count: archiveCount(entries.length, site.feedSize) },
    ...tags.map(({ tag, entries: ofTag }) => ({ slug: tag.slug, count: archiveCount(ofTag.length, site.feedSize) })),
  ]
}

/** The paths of archives that there were before entries were removed, behind the one that is yet to come. */
function goneArchives(catalog: Catalog): readonly string[] {
  const { past, site } = catalog
  const there = new Map(archivesOf(catalog).map(({ slug, count }) => [slug, count === 0 ? 0 : count + 1]))
  return [...past.itemsEver].flatMap(([slug, ever]) => {
    const first = (there.get(slug) ?? 0) + 1
    const gone = Math.max(0, archiveCount(ever, site.feedSize) - first + 1)
    return Array.from({ length: gone }, (_, index) => formats.map((format) => paths.archive(format, slug, first + index))).flat()
  })
}

/** The paths of entries, days, tags and archives that are no more, a tag's feeds among them. */
export function gonePaths(catalog: Catalog): readonly string[] {
  const { past } = catalog
  const ofTag = (slug: string): readonly string[] => [paths.tag(slug), ...formats.map((format) => paths.feed(format, slug))]
  return [
    ...past.goneEntries.map(paths.entryAt),
    ...past.goneDays.map(paths.day),
    ...past.goneTags.flatMap(ofTag),
    ...goneArchives(catalog),
  ]
}

function page(path: string, html: string, modified: Date | null): Document {
  return { path, mediaType: htmlType, body: Buffer.from(html), modified }
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
