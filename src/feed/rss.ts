import { escapeHtml } from '../text/html.ts'
import { archiveElements, historyNamespace } from './archives.ts'
import type { FeedDocument } from './feed-document.ts'
import type { Item } from './item.ts'
import { type Frame, type LibraryItem, rssFrame, rssItemXml, shield, unshield } from './library.ts'
import { licenseLinks } from './license.ts'

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/** How many minutes a reader may keep a feed before it asks again (RSS 2.0, `ttl`). */
const ttlMinutes = 60

/**
 * An item as RSS 2.0. The title is plain text; the description, which RSS takes for HTML, comes before the content, as
 * readers that know only one expect. Persons are `dc:creator`, one each: RSS's own `author` must be an e-mail address.
 */
export function rssItem(item: Item): string {
  return unshield(rssItemXml(libraryItem(item)))
}

function libraryItem(item: Item): LibraryItem {
  return {
    title: shield(item.title),
    link: item.permalinkUrl,
    guid: shield(item.id),
    date: item.published,
    description: shield(escapeHtml(item.summary)),
    content: shield(item.contentHtml),
    // Without a domain, which no reader shows: beside one, rss-parser and n8n give an object in place of the tag's name.
    category: item.categories.map(({ label }) => ({ name: shield(label) })),
    extensions: scholarElements(item),
  }
}

/**
 * What tools for scholars read of an item, and what tells a copy of it elsewhere where it came from. To Zotero an item is
 * the paper: so `dc:language` is the title's language, which keeps Zotero from taking the channel's, and nothing says
 * `dc:rights`. There is no `dc:date`: readers would show it as the item's date. There is no PRISM, whose namespace
 * validators of feeds don't know.
 */
function scholarElements({ authors, titleLanguage, paper, source }: Item): NonNullable<LibraryItem['extensions']> {
  const element = (name: string, ...texts: readonly (string | null)[]): { name: string; objects: Record<string, unknown> } => ({
    name,
    objects: texts.filter((text) => text !== null).map((text) => ({ _text: shield(text) })) as unknown as Record<string, unknown>,
  })
  const doi = paper?.doi ?? null
  return [
    element('dc:creator', ...authors),
    element('dc:language', titleLanguage),
    element('dc:identifier', doi === null ? null : `doi:${doi}`),
    { name: 'source', objects: { _attributes: { url: shield(source.feedUrls.rss) }, _text: shield(source.title) } },
    // RSS 2.0 demands a length; 0 is what is written for an unknown one.
    { name: 'enclosure', objects: paper === null || paper.pdfUrl === null ? {} : enclosure(paper.pdfUrl) },
  ].filter(({ objects }) => Object.keys(objects).length > 0)
}

function enclosure(url: string): Record<string, unknown> {
  return { _attributes: { url: shield(url), length: '0', type: 'application/pdf' } }
}

/** What stands around the items of an RSS feed. */
export function rssFrameOf(document: FeedDocument): Frame {
  const { head, tail } = rssFrame({
    title: shield(document.title),
    description: shield(document.description || document.title),
    link: document.homeUrl,
    feed: document.feedUrls.rss,
    language: document.language,
    updated: document.updated ?? new Date(0),
    ttl: ttlMinutes,
    generator: 'Paperwire',
    image: document.smallIconUrl,
    docs: 'https://www.rssboard.org/rss-specification',
    ...(document.hubUrl === null ? {} : { hub: document.hubUrl }),
  })
  const links = [...archiveElements(document.archives, 'rss', 'atom:link'), ...licenseLinks(document.licenseUrl, 'atom:link')]
  const described = head
    .replace(/<rss [^>]*>/, `<rss version="2.0" ${namespaces}${document.archives.isArchive ? ` ${historyNamespace}` : ''}>`)
    .replace(/\s*<lastBuildDate>[^<]*<\/lastBuildDate>/, (date) => (document.updated === null ? '' : date))
    .replace(/<atom:link [^>]*rel="self"[^>]*>/, (self) => [self, ...links].join('\n        '))
    // RSS 2.0, `image`: 88 by 31 pixels unless it says otherwise, and 144 by 400 at most.
    .replace('</image>', '    <width>144</width>\n            <height>144</height>\n        </image>')
  return { head: unshield(described), tail }
}
