import { type Catalog, type Channel, type ChannelKind, type Entry, siteChannel } from '../catalog/catalog.ts'
import { papersOf } from '../citations/csl.ts'
import { citationContentTypes, citationFormats, citationWriter } from '../citations/formats.ts'
import { type ChannelDocuments, channelDocuments } from '../feed/channel-documents.ts'
import type { FeedDocument } from '../feed/feed-document.ts'
import { type Format, formatFacts, formats } from '../feed/formats.ts'
import { type Item, itemOf } from '../feed/item.ts'
import { feedWriter } from '../feed/writer.ts'
import { assets } from './assets.ts'
import { opmlMediaType, opmlOf, opmlOfAuthors } from './opml.ts'
import { archivePage } from './pages/archive.ts'
import { authorChannelPage, authorPage } from './pages/author.ts'
import { dayPage, daysPage } from './pages/days.ts'
import { embedPage } from './pages/embed.ts'
import { entryPage } from './pages/entry.ts'
import { extensionPage } from './pages/extension.ts'
import { feedPage } from './pages/feed.ts'
import { homePage } from './pages/home.ts'
import { missingPage } from './pages/missing.ts'
import { searchPage } from './pages/search.ts'
import { subscribePage } from './pages/subscribe.ts'
import { tagPage, tagsPage } from './pages/tags.ts'
import { searchIndexes } from './search-index.ts'
import { robotsOf, sitemapOf } from './sitemap.ts'
import { addressesOn, paths } from './urls.ts'

/** One body to be served, whole. */
export interface Document {
  readonly path: string
  readonly mediaType: string
  /** Text is in UTF-8. */
  readonly body: Uint8Array
  /** When what it says last changed; null where nothing tells. */
  readonly modified: Date | null
}

/** Documents that are stored together. */
type Group = readonly Document[]

/**
 * Every document of the site, in groups to be stored together: a day's page with the pages of its entries, which are
 * small and many; a channel's page with its feeds, which change at once; an archive in its formats. One group at a time,
 * so that the bodies of a large site are never all in memory. Each item is rendered once a format and spliced into every
 * feed that carries it.
 */
export function* documentsOf(catalog: Catalog): Generator<Group> {
  const write = writersOf(catalog)
  yield Object.values(assets()).map((asset) => ({ ...asset, modified: null }))
  yield [page(paths.notFound, missingPage(catalog, 404), null), page(paths.gone, missingPage(catalog, 410), null)]
  yield* sitePages(catalog)
  for (const channel of catalog.channels) yield* documentsOfChannel(catalog, channel, write)
  yield* authorPages(catalog)
  yield* dayDocuments(catalog, write)
}

/** Writes feeds and citations, each item and each paper once however many documents carry it. */
interface Writers {
  readonly documentsOf: (channel: Channel) => ChannelDocuments
  readonly feeds: (document: FeedDocument, modified: Date | null, pathOf: (format: Format) => string) => Group
  readonly citations: (page: string, entries: readonly Entry[], modified: Date | null) => Group
}

function writersOf(catalog: Catalog): Writers {
  const addresses = addressesOn(catalog.site.origin)
  const items = new Map<Entry, Item>()
  const itemOnce = (entry: Entry): Item => {
    const item = items.get(entry) ?? itemOf(entry, catalog, addresses)
    items.set(entry, item)
    return item
  }
  const feedWriters = formats.map((format) => ({ format, write: feedWriter(format) }))
  const papers = papersOf(catalog.entries, ({ day, name }) => addresses.permalinkUrl(day, name))
  const citationWriters = citationFormats.map((format) => ({ format, write: citationWriter(format, papers) }))
  return {
    documentsOf: (channel) => channelDocuments(catalog, channel, addresses, itemOnce),
    feeds: (document, modified, pathOf) =>
      feedWriters.map(({ format, write }) => ({
        path: pathOf(format),
        mediaType: `${formatFacts[format].mediaType}; charset=utf-8`,
        body: write(document),
        modified,
      })),
    citations: (ofPage, entries, modified) =>
      citationWriters.map(({ format, write }) => ({
        path: paths.citation(ofPage, format),
        mediaType: citationContentTypes[format],
        body: write(entries),
        modified,
      })),
  }
}

const channelPages: Readonly<Record<ChannelKind, (catalog: Catalog, documents: ChannelDocuments) => string>> = {
  site: homePage,
  tag: tagPage,
  author: authorChannelPage,
}

/** Whether the papers of a channel's entries can be had as citations below its page. */
const hasCitations: Readonly<Record<ChannelKind, boolean>> = { site: false, tag: true, author: false }

function* documentsOfChannel(catalog: Catalog, channel: Channel, write: Writers): Generator<Group> {
  const { key, folder, entries, changed } = channel
  const ofSite = changedOfSite(catalog)
  const documents = write.documentsOf(channel)
  if (hasCitations[key.kind]) yield write.citations(paths.at(folder), entries, changed)
  yield [
    page(paths.at(folder), channelPages[key.kind](catalog, documents), ofSite),
    ...write.feeds(documents.subscription.document, changed, (format) => paths.feed(format, folder)),
    ...formats.map((format) => page(paths.feedView(format, folder), feedPage(catalog, documents, format), ofSite)),
  ]
  for (const [index, { document }] of documents.archives.entries()) {
    const number = index + 1
    // Not with its feeds, which never change: the page leads on to the next.
    yield [page(paths.archiveFolder(folder, number), archivePage(catalog, documents, number), ofSite)]
    yield write.feeds(document, changed, (format) => paths.archive(format, folder, number))
  }
}

/** What there is once a site. */
function* sitePages(catalog: Catalog): Generator<Group> {
  const ofSite = changedOfSite(catalog)
  yield [page(paths.embed, embedPage(catalog), ofSite)]
  const indexes = searchIndexes(catalog.entries)
  yield [page(paths.search, searchPage(catalog, indexes.length), ofSite)]
  for (const [index, content] of indexes.entries())
    yield [text(paths.searchIndex(index + 1), 'application/json; charset=utf-8', JSON.stringify(content))]
  yield [page(paths.tags, tagsPage(catalog), ofSite)]
  yield [page(paths.days, daysPage(catalog), ofSite)]
  yield [page(paths.subscribe, subscribePage(catalog), ofSite)]
  yield [page(paths.extension, extensionPage(catalog), null)]
  yield [text(paths.opml, opmlType, opmlOf(catalog))]
  const ofAuthors = opmlOfAuthors(catalog)
  if (ofAuthors !== null) yield [text(paths.authorsOpml, opmlType, ofAuthors)]
  yield [text(paths.sitemap, 'application/xml; charset=utf-8', sitemapOf(catalog))]
  yield [text(paths.robots, 'text/plain; charset=utf-8', robotsOf(catalog.site.origin))]
}

/** The pages of authors without feeds; whoever has feeds has a page with them. */
function* authorPages(catalog: Catalog): Generator<Group> {
  for (const author of catalog.authors.values())
    if (!author.hasFeeds) yield [page(paths.author(author.slug), authorPage(catalog, author), changedOfSite(catalog))]
}

function* dayDocuments(catalog: Catalog, write: Writers): Generator<Group> {
  const { days, entries, lastModified } = catalog
  const positions = new Map(entries.map((entry, position) => [entry, position]))
  const ofEntry = (entry: Entry): Group => {
    const position = positions.get(entry) as number
    const neighbours = { newer: entries[position - 1] ?? null, older: entries[position + 1] ?? null }
    const path = paths.entry(entry.day, entry.name)
    return [
      page(path, entryPage(catalog, entry, neighbours), changedOfSite(catalog)),
      ...write.citations(path, [entry], lastModified.ofEntries.get(entry.id) ?? null),
    ]
  }
  for (const [index, day] of days.entries()) {
    const neighbours = { previous: days[index + 1] ?? null, next: days[index - 1] ?? null }
    const modified = lastModified.ofDays.get(day.day) ?? null
    yield [page(paths.day(day.day), dayPage(catalog, day, neighbours), modified), ...day.entries.flatMap(ofEntry)]
  }
}

/** When anything on the site last changed: pages lead to one another, so each may have changed then. */
function changedOfSite(catalog: Catalog): Date | null {
  return siteChannel(catalog).changed
}

const htmlType = 'text/html; charset=utf-8'
const opmlType = `${opmlMediaType}; charset=utf-8`

function text(path: string, mediaType: string, body: string): Document {
  return { path, mediaType, body: Buffer.from(body), modified: null }
}

function page(path: string, html: string, modified: Date | null): Document {
  return { path, mediaType: htmlType, body: Buffer.from(html), modified }
}
