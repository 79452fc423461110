import { escapeHtml } from '../text/html.ts'
import { archiveElements, historyNamespace } from './archives.ts'
import type { Channel, Item } from './channel.ts'
import { type Frame, type LibraryItem, rssFrame, rssItemsXml, shield, unshield } from './renderer.ts'
import { rightsOf } from './rights.ts'

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

/** How many minutes a reader may keep a feed before it asks again (RSS 2.0, `ttl`). */
const ttlMinutes = 60

/**
 * Items as RSS 2.0. The title is plain text; the description, which RSS takes for HTML, comes before the content, as
 * readers that know only one expect. Persons are `dc:creator`, one each: RSS's own `author` must be an e-mail address.
 */
export function rssItems(items: readonly Item[], categoryScheme: string): readonly string[] {
  return rssItemsXml(items.map((item) => libraryItem(item, categoryScheme))).map(unshield)
}

function libraryItem(item: Item, categoryScheme: string): LibraryItem {
  const creators = {
    name: 'dc:creator',
    objects: item.authors.map((name) => ({ _text: shield(name) })) as unknown as Record<string, unknown>,
  }
  return {
    title: shield(item.title),
    link: item.permalinkUrl,
    guid: item.id,
    date: item.published,
    description: shield(escapeHtml(item.summary)),
    content: shield(item.contentHtml),
    category: item.categories.map(({ label }) => ({ name: shield(label), domain: shield(categoryScheme) })),
    extensions: item.authors.length === 0 ? [] : [creators],
  }
}

/** What stands around the items of a channel's RSS document. */
export function rssDocument(channel: Channel): Frame {
  const rights = rightsOf(channel)
  const { head, tail } = rssFrame({
    title: shield(channel.title),
    description: shield(channel.description || channel.title),
    link: channel.homeUrl,
    feed: channel.feedUrls.rss,
    language: channel.language,
    updated: channel.updated,
    ttl: ttlMinutes,
    generator: 'Paperwire',
    docs: 'https://www.rssboard.org/rss-specification',
    ...(rights === null ? {} : { copyright: shield(rights) }),
    ...(channel.hubUrl === null ? {} : { hub: channel.hubUrl }),
  })
  const history = archiveElements(channel.archives, 'rss', 'atom:link', 'application/rss+xml')
  const described = head
    .replace(/<rss [^>]*>/, `<rss version="2.0" ${namespaces}${channel.archives.isArchive ? ` ${historyNamespace}` : ''}>`)
    .replace(/<atom:link [^>]*rel="self"[^>]*>/, (self) => [self, ...history].join('\n        '))
  return { head: unshield(described), tail }
}
