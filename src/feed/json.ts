import { legalXml } from '../text/xml.ts'
import type { Channel, Item } from './channel.ts'
import type { Frame } from './renderer.ts'

/** JSON whose strings hold only what the same text may hold in XML, so that the formats agree. */
function stringify(value: object): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === 'string' ? legalXml(field) : field))
}

/** Items as JSON Feed 1.1. Written by us: `feed` knows version 1.0 only, and of several authors the first. */
export function jsonItems(items: readonly Item[]): readonly string[] {
  return items.map(jsonItem)
}

function jsonItem(item: Item): string {
  return stringify({
    id: item.id,
    url: item.permalinkUrl,
    ...(item.paper === null ? {} : { external_url: item.paper.url }),
    title: item.title,
    content_html: item.contentHtml,
    summary: item.summary,
    date_published: item.published.toISOString(),
    date_modified: item.updated.toISOString(),
    ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
    ...(item.categories.length === 0 ? {} : { tags: item.categories.map(({ label }) => label) }),
    language: item.language,
  })
}

/** What stands around the items of a channel's JSON Feed. */
export function jsonDocument(channel: Channel): Frame {
  const { name, url } = channel.author
  const head = stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.homeUrl,
    feed_url: channel.feedUrls.json,
    ...(channel.archives.previous === null ? {} : { next_url: channel.archives.previous.json }),
    ...(channel.description === '' ? {} : { description: channel.description }),
    authors: [url === null ? { name } : { name, url }],
    language: channel.language,
    ...(channel.hubUrl === null ? {} : { hubs: [{ type: 'WebSub', url: channel.hubUrl }] }),
  })
  return { head: `${head.slice(0, -1)},"items":[`, tail: ']}' }
}
