import type { Tombstone } from '../catalog/catalog.ts'
import { escapeHtml } from '../text/html.ts'
import { escapeXml } from '../text/xml.ts'
import { archiveElements, historyNamespace } from './archives.ts'
import type { FeedDocument } from './feed-document.ts'
import type { Item } from './item.ts'
import { atomEntryXml, atomFrame, type Frame, type LibraryItem, shield, unshield } from './library.ts'
import { licenseLinks } from './license.ts'

/**
 * An item as an entry of Atom 1.0 (RFC 4287 §4.1.2). An entry without authors names none: the feed's author stands for it
 * (§4.2.1). The entry says its language, its title and summary theirs.
 */
export function atomEntry(item: Item, { categoryScheme }: Pick<FeedDocument, 'categoryScheme'>): string {
  return unshield(typed(atomEntryXml(libraryItem(item, categoryScheme)), item))
}

function libraryItem(item: Item, categoryScheme: string): LibraryItem {
  return {
    title: shield(item.title),
    // In its place stands the item's own id in the end: the library writes the normal form of a URL, which would be another id.
    id: item.permalinkUrl,
    link: item.permalinkUrl,
    date: item.updated,
    published: item.published,
    description: shield(escapeHtml(item.summary)),
    content: shield(item.contentHtml),
    category: item.categories.map(({ term, label }) => ({ term: shield(term), name: shield(label), scheme: categoryScheme })),
    ...(item.authors.length === 0 ? {} : { author: item.authors.map((name) => ({ name: shield(name) })) }),
  }
}

/** Says of an entry's texts and links what the library doesn't: their type, language and relation. */
function typed(entry: string, item: Item): string {
  return (
    entry
      .replace(/<id>[^<]*<\/id>/, () => `<id>${escapeXml(item.id)}</id>`)
      .replace('<entry>', `<entry xml:lang="${escapeXml(item.language)}">`)
      .replace('<content type="html">', `<content type="html" xml:lang="${escapeXml(item.language)}">`)
      // The library labels every text HTML, in which a title such as `Vec<T>` would lose its end (§3.1.1).
      .replace('<title type="html">', `<title type="text" xml:lang="${escapeXml(item.titleLanguage)}">`)
      // Readers that turn entries into mail take plain text first: a summary in plain text would leave the commentary out.
      .replace('<summary type="html">', `<summary type="html" xml:lang="${escapeXml(item.summaryLanguage)}">`)
      .replace(/<link href="([^"]*)"\/>/, (_, href: string) =>
        [`<link rel="alternate" type="text/html" href="${href}"/>`, ...paperElements(item), ...licenseLinks(item.licenseUrl, 'link')].join(
          '\n        ',
        ),
      )
  )
}

/** The paper, its PDF, and its DOI: Atom has no element for that, and tools for scholars read Dublin Core's in it too. */
function paperElements({ paper }: Item): readonly string[] {
  if (paper === null) return []
  const { url, pdfUrl, doi, arxivId } = paper
  const type = url === pdfUrl ? 'type="application/pdf" ' : arxivId === null ? '' : 'type="text/html" '
  return [
    `<link rel="related" ${type}href="${escapeXml(url)}"/>`,
    pdfUrl === null ? null : `<link rel="enclosure" type="application/pdf" href="${escapeXml(pdfUrl)}"/>`,
    doi === null ? null : `<dc:identifier>doi:${escapeXml(doi)}</dc:identifier>`,
  ].filter((element) => element !== null)
}

/** What stands around the entries of an Atom feed (RFC 4287 §4.1.1). */
export function atomFrameOf(document: FeedDocument): Frame {
  const { head, tail } = atomFrame({
    id: document.id,
    title: shield(document.title),
    description: shield(document.description),
    link: document.homeUrl,
    feed: document.feedUrls.atom,
    updated: document.updated ?? neverUpdated,
    generator: 'Paperwire',
    favicon: document.iconUrl,
    author: { name: shield(document.author.name), ...(document.author.url === null ? {} : { link: document.author.url }) },
    ...(document.hubUrl === null ? {} : { hub: document.hubUrl }),
  })
  const history = archiveElements(document.archives, 'atom', 'link')
  const deleted = document.tombstones.map(deletedEntry).join('')
  const described = head
    .replace('<feed ', `<feed xml:lang="${escapeXml(document.language)}" `)
    .replace('<link rel="alternate" ', '<link rel="alternate" type="text/html" ')
    .replace('<feed ', () => `<feed ${namespacesOf(document)}`)
    .replace(/<link rel="self" ([^>]*>)/, (_, rest: string) =>
      [`<link rel="self" type="application/atom+xml" ${rest}`, ...history, ...licenseLinks(document.licenseUrl, 'link')].join('\n    '),
    )
  return { head: unshield(described) + deleted, tail }
}

/** Required of a feed (RFC 4287 §4.1.1) that has never held an entry; validators doubt any date before 1990. */
const neverUpdated = new Date('2000-01-01T00:00:00Z')

/** The namespaces of what a feed holds beyond Atom, each with a space behind it. */
function namespacesOf({ archives, tombstones }: FeedDocument): string {
  return [
    'xmlns:dc="http://purl.org/dc/elements/1.1/" ',
    archives.isArchive ? `${historyNamespace} ` : '',
    tombstones.length === 0 ? '' : 'xmlns:at="http://purl.org/atompub/tombstones/1.0" ',
  ].join('')
}

/** A removed entry, for readers that keep what they have seen until they are told (RFC 6721 §3). */
function deletedEntry({ id, removed }: Tombstone): string {
  return `\n    <at:deleted-entry ref="${escapeXml(id)}" when="${removed.toISOString()}"/>`
}
