import { legalXml } from '../text/xml.ts'
import type { ExtensionMember } from '../words/words.ts'
import type { FeedDocument } from './feed-document.ts'
import type { Item } from './item.ts'
import type { Frame } from './library.ts'

/** JSON whose strings hold only what the same text may hold in XML, so that the formats agree. */
function stringify(value: object): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === 'string' ? legalXml(field) : field))
}

/** An item as JSON Feed 1.1. We write it ourselves: `feed` knows version 1.0 only, and writes one author of several. */
export function jsonItem(item: Item, { extensionUrl }: Pick<FeedDocument, 'extensionUrl'>): string {
  const { paper } = item
  return stringify({
    id: item.id,
    url: item.permalinkUrl,
    ...(paper === null ? {} : { external_url: paper.url }),
    title: item.title,
    content_html: item.contentHtml,
    summary: item.summary,
    date_published: item.published.toISOString(),
    date_modified: item.updated.toISOString(),
    ...(item.authors.length === 0 ? {} : { authors: item.authors.map((name) => ({ name })) }),
    ...(item.categories.length === 0 ? {} : { tags: item.categories.map(({ label }) => label) }),
    language: item.language,
    // Without a size: readers show a zero as the size, and refuse anything but a whole number.
    ...(paper === null || paper.pdfUrl === null
      ? {}
      : { attachments: [{ url: paper.pdfUrl, mime_type: 'application/pdf', title: 'PDF' }] }),
    _paperwire: {
      about: extensionUrl,
      ...(item.titleLanguage === item.language ? {} : { title_language: item.titleLanguage }),
      ...(paper === null || paper.doi === null ? {} : { doi: paper.doi }),
      ...(paper === null || paper.arxivId === null ? {} : { arxiv_id: paper.arxivId }),
      ...(paper === null || paper.publicationMonth === null ? {} : { publication_month: paper.publicationMonth }),
    } satisfies Partial<Record<ExtensionMember, string>>,
  })
}

/**
 * What stands around the items of a JSON Feed. It names no author of its own: readers put one beside each
 * paper's authors, or in their place.
 */
export function jsonFrameOf(document: FeedDocument): Frame {
  const head = stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: document.title,
    home_page_url: document.homeUrl,
    feed_url: document.feedUrls.json,
    icon: document.iconUrl,
    favicon: document.iconUrl,
    ...(document.archives.previous === null ? {} : { next_url: document.archives.previous.json }),
    ...(document.description === '' ? {} : { description: document.description }),
    language: document.language,
    ...(document.hubUrl === null ? {} : { hubs: [{ type: 'WebSub', url: document.hubUrl }] }),
  })
  return { head: `${head.slice(0, -1)},"items":[`, tail: ']}' }
}
