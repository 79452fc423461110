import type { Catalog, Entry, Tag } from '../catalog/catalog.ts'
import { papersOf } from '../citations/csl.ts'
import { citationFormats, citationMediaTypes, citationWriter } from '../citations/formats.ts'
import { type Addresses, type Channel, type Format, formats, type Item } from '../feed/channel.ts'
import { archiveCount, channelOf } from '../feed/channel-documents.ts'
import { itemOf } from '../feed/item.ts'
import { feedWriter } from '../feed/writer.ts'
import { browserScript, miniSearchScript } from './assets.ts'
import { authorsOf } from './authors.ts'
import { icon, iconPng } from './icon.ts'
import { opmlOf } from './opml.ts'
import { dayPage, entryPage } from './pages/entries.ts'
import type { PageContext } from './pages/entry-parts.ts'
import { archivePage, authorPage, daysPage, homePage, tagPage, tagsPage } from './pages/lists.ts'
import { embedPage, extensionPage, missingPage, searchPage } from './pages/others.ts'
import { feedPage, subscribePage } from './pages/subscribing.ts'
import { searchIndexes } from './search-index.ts'
import { robotsOf, sitemapOf } from './sitemap.ts'
import { style } from './style.ts'
import { addressesOn, feedMediaTypes, paths } from './urls.ts'

/** One body to be served, whole. */
export interface Document {
  readonly path: string
  readonly mediaType: string
  /** Text is in UTF-8. */
  readonly body: Uint8Array
  /** When what it says last changed; null where nothing tells. */
  readonly modified: Date | null
}

const scriptType = 'text/javascript; charset=utf-8'
const htmlType = 'text/html; charset=utf-8'

/**
 * Every document of the site, in groups to be stored together: a day's page with those of its entries, which are small
 * and many; a channel's page with its feeds, which change at once; an archive in its formats. One group at a time, so
 * that the bodies of a large site are never all in memory. Each item is rendered once a format and spliced into every
 * feed that carries it.
 */
export function* documentsOf(catalog: Catalog): Generator<readonly Document[]> {
  const { site, lastModified } = catalog
  const addresses = addressesOn(site.origin)
  const items = itemsOf(catalog, addresses)
  const writers = formats.map((format) => ({ format, write: feedWriter(format) }))
  const papers = papersOf(catalog.entries)
  const citing = citationFormats.map((format) => ({ format, write: citationWriter(format, papers) }))
  const citations = (folder: string, entries: readonly Entry[], modified: Date | null): readonly Document[] =>
    citing.map(({ format, write }) => ({
      path: paths.citation(folder, format),
      mediaType: format === 'json' ? citationMediaTypes.json : `${citationMediaTypes[format]}; charset=utf-8`,
      body: write(entries),
      modified,
    }))
  const context: PageContext = { site, authors: authorsOf(catalog) }
  const feeds = (channel: Channel, slug: string | null, pathOf: (format: Format) => string): readonly Document[] =>
    writers.map(({ format, write }) => ({
      path: pathOf(format),
      mediaType: `${feedMediaTypes[format]}; charset=utf-8`,
      body: write(channel),
      modified: slug === null ? lastModified.ofSite : (lastModified.ofTags.get(slug) ?? null),
    }))
  function* channelDocuments(tag: Tag | null, entries: readonly Entry[]): Generator<readonly Document[]> {
    const { subscription, archives } = channelOf(catalog, addresses, items, tag, entries)
    const [slug, count] = [tag?.slug ?? null, archives.length]
    const home =
      tag === null
        ? page(paths.home, homePage(catalog, context, count), lastModified.ofSite)
        : page(paths.tag(tag.slug), tagPage(catalog, context, subscription.channel, tag, subscription.entries, count), lastModified.ofSite)
    const views = formats.map((format) =>
      page(
        paths.feedView(format, slug),
        feedPage(catalog, context, subscription.channel, subscription.entries, format, slug),
        lastModified.ofSite,
      ),
    )
    if (tag !== null) yield citations(paths.tag(tag.slug), entries, lastModified.ofTags.get(tag.slug) ?? null)
    yield [home, ...feeds(subscription.channel, slug, (format) => paths.feed(format, slug)), ...views]
    for (const [index, archive] of archives.entries()) {
      const number = index + 1
      const older = archivePage(catalog, context, subscription.channel, tag, archive.entries, number, count)
      // Not with its feeds, which never change: this leads on to the next.
      yield [page(paths.archiveFolder(slug, number), older, lastModified.ofSite)]
      yield feeds(archive.channel, slug, (format) => paths.archive(format, slug, number))
    }
  }

  yield [
    text(paths.style, 'text/css; charset=utf-8', style),
    text(paths.icon, 'image/svg+xml', icon),
    { path: paths.iconPng, mediaType: 'image/png', body: iconPng, modified: null },
  ]
  yield [page(paths.notFound, missingPage(catalog, 404), null), page(paths.gone, missingPage(catalog, 410), null)]
  yield* channelDocuments(null, catalog.entries)
  yield [
    page(paths.embed, embedPage(catalog), lastModified.ofSite),
    text(paths.embedScript, scriptType, browserScript('embed')),
    text(paths.embedPageScript, scriptType, browserScript('embed-form')),
  ]
  const indexes = searchIndexes(catalog.entries)
  yield [page(paths.search, searchPage(catalog, indexes.length), lastModified.ofSite)]
  yield ['search', 'finder', 'tokens'].map((name) => text(paths.searchScript(name), scriptType, browserScript(name)))
  yield [text(paths.searchScript('minisearch'), scriptType, miniSearchScript())]
  for (const [index, content] of indexes.entries())
    yield [text(paths.searchIndex(index + 1), 'application/json; charset=utf-8', JSON.stringify(content))]
  yield [page(paths.tags, tagsPage(catalog), lastModified.ofSite)]
  yield [page(paths.days, daysPage(catalog), lastModified.ofSite)]
  yield [page(paths.subscribe, subscribePage(catalog), lastModified.ofSite)]
  yield [page(paths.extension, extensionPage(catalog), null)]
  yield [text(paths.opml, 'text/x-opml; charset=utf-8', opmlOf(catalog))]
  yield [text(paths.sitemap, 'application/xml; charset=utf-8', sitemapOf(catalog))]
  yield [text(paths.robots, 'text/plain; charset=utf-8', robotsOf(site.origin))]
  for (const { tag, entries } of catalog.tags) yield* channelDocuments(tag, entries)
  for (const author of context.authors.values())
    yield [page(paths.author(author.slug), authorPage(catalog, context, author), lastModified.ofSite)]
  const positions = new Map(catalog.entries.map((entry, position) => [entry, position]))
  for (const [index, day] of catalog.days.entries()) {
    const [previous, next] = [catalog.days[index + 1] ?? null, catalog.days[index - 1] ?? null]
    const ofEntries = day.entries.flatMap((entry) => {
      const position = positions.get(entry) as number
      const [newer, older] = [catalog.entries[position - 1] ?? null, catalog.entries[position + 1] ?? null]
      const folder = paths.entry(entry.day, entry.name)
      return [
        page(folder, entryPage(catalog, context, entry, older, newer), lastModified.ofSite),
        ...citations(folder, [entry], lastModified.ofEntries.get(entry.id) ?? null),
      ]
    })
    yield [page(paths.day(day.day), dayPage(catalog, context, day, previous, next), lastModified.ofDays.get(day.day) ?? null), ...ofEntries]
  }
}

/** The pages that browsers are shown at the paths of feeds. */
export function feedViews({ tags }: Catalog): Readonly<Record<string, string>> {
  const slugs = [null, ...tags.map(({ tag }) => tag.slug)]
  return Object.fromEntries(slugs.flatMap((slug) => formats.map((format) => [paths.feed(format, slug), paths.feedView(format, slug)])))
}

/** Folders whose tag or entry is now called otherwise: their pages and feeds lead to the new one's. */
export function movedFolders(catalog: Catalog): Readonly<Record<string, string>> {
  const { aliases, removed } = catalog
  const archives = new Map(archivesOf(catalog).map(({ slug, count }) => [slug, count]))
  const ofAlias = ([old, now]: readonly [string, string]): readonly (readonly [string, string])[] => [
    [paths.tag(old), paths.tag(now)],
    ...Array.from({ length: archives.get(now) ?? 0 }, (_, index) => {
      const number = index + 1
      return [paths.archiveFolder(old, number), paths.archiveFolder(now, number)] as const
    }),
  ]
  return Object.fromEntries([
    ...[...aliases].flatMap(ofAlias),
    ...[...removed.moved].map(([old, now]) => [paths.entryAt(old), paths.entryAt(now)]),
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
    { slug: null, count: archiveCount(entries, site.feedSize) },
    ...tags.map(({ tag, entries: ofTag }) => ({ slug: tag.slug, count: archiveCount(ofTag, site.feedSize) })),
  ]
}

/** The paths of archives that there were before entries were removed, behind the one that is yet to come. */
function goneArchives(catalog: Catalog): readonly string[] {
  const { removed, site } = catalog
  const there = new Map(archivesOf(catalog).map(({ slug, count }) => [slug, count === 0 ? 0 : count + 1]))
  return [...removed.itemsEver].flatMap(([slug, ever]) => {
    const first = (there.get(slug) ?? 0) + 1
    // One more, which the last full one led to.
    const before = ever > site.feedSize ? Math.floor(ever / site.feedSize) + 1 : 0
    const gone = Math.max(0, before - first + 1)
    return Array.from({ length: gone }, (_, index) => formats.map((format) => paths.archive(format, slug, first + index))).flat()
  })
}

/** The paths of entries, days, tags and archives that are no more, a tag's feeds among them. */
export function gonePaths(catalog: Catalog): readonly string[] {
  const { removed } = catalog
  const withCitations = (folder: string): readonly string[] => [folder, ...citationFormats.map((format) => paths.citation(folder, format))]
  const ofTag = (slug: string): readonly string[] => [
    ...withCitations(paths.tag(slug)),
    ...formats.map((format) => paths.feed(format, slug)),
  ]
  return [
    ...removed.goneEntries.map(paths.entryAt).flatMap(withCitations),
    ...removed.goneDays.map(paths.day),
    ...removed.goneTags.flatMap(ofTag),
    ...goneArchives(catalog),
  ]
}

function text(path: string, mediaType: string, body: string): Document {
  return { path, mediaType, body: Buffer.from(body), modified: null }
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
