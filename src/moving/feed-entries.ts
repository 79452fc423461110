import { parsedFeed } from '../papers/feed-library.ts'
import { type Export, exportedEntry, exportOf } from './exported-entry.ts'

/** The entries of a feed: RSS, RDF, Atom or JSON Feed; of an export of WordPress, what is published. Null where a text is none of these. */
export function entriesOfFeed(text: string): Export | null {
  const parsed = parsedFeed(text)
  if (parsed === null) return null
  switch (parsed.format) {
    case 'rss': {
      const items = parsed.feed.items ?? []
      const states = statesOfWordPress(text, items.length)
      return exportOf(
        items.flatMap((item, index) =>
          states?.[index] === false
            ? []
            : [
                exportedEntry({
                  id: item.guid?.value,
                  url: item.link,
                  title: item.title,
                  date: written(item.pubDate ?? item.dc?.dates?.[0]),
                  authors: item.dc?.creators ?? [],
                  // WordPress sorts entries into categories besides: every entry has one, be it “Uncategorized”.
                  tags: (item.categories ?? []).flatMap(({ name, domain }) => (states !== null && domain !== 'post_tag' ? [] : [name])),
                  html: item.content?.encoded ?? item.description,
                }),
              ],
        ),
      )
    }
    case 'atom':
      return exportOf(
        (parsed.feed.entries ?? []).map((entry) =>
          exportedEntry({
            id: entry.id,
            url: (entry.links ?? []).find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
            title: entry.title?.value,
            date: written(entry.published ?? entry.updated),
            authors: (entry.authors ?? []).map(({ name }) => name),
            tags: (entry.categories ?? []).map(({ label, term }) => label ?? term),
            html: contentOf(entry.content ?? entry.summary),
          }),
        ),
      )
    case 'json':
      return exportOf(
        (parsed.feed.items ?? []).map((item) =>
          exportedEntry({
            id: item.id,
            url: item.url,
            title: item.title,
            date: written(item.date_published ?? item.date_modified),
            authors: (item.authors ?? []).map(({ name }) => name),
            tags: item.tags ?? [],
            html: item.content_html ?? paragraphs(item.content_text ?? item.summary ?? ''),
          }),
        ),
      )
    case 'rdf':
      return exportOf(
        (parsed.feed.items ?? []).map((item) =>
          exportedEntry({
            id: item.link,
            url: item.link,
            title: item.title,
            date: written(item.dc?.dates?.[0]),
            authors: item.dc?.creators ?? [],
            tags: item.dc?.subjects ?? [],
            html: item.content?.encoded ?? item.description,
          }),
        ),
      )
  }
}

/** The content of an Atom entry as HTML: its text may be plain (RFC 4287 §4.1.3.1), which says so or nothing. */
function contentOf(content: { readonly value?: string; readonly type?: string } | undefined): string | undefined {
  if (content?.value === undefined) return undefined
  return content.type === undefined || content.type.startsWith('text') ? paragraphs(content.value) : content.value
}

/** A date as the library has it: as it is written. */
function written(date: unknown): string | undefined {
  return typeof date === 'string' ? date : undefined
}

/**
 * Whether each item of an export of WordPress is a published post, which the library doesn't tell; null of any other feed. What
 * else an export holds are pages, pictures and drafts.
 */
function statesOfWordPress(text: string, count: number): readonly boolean[] | null {
  if (!/<wp:wxr_version>/.test(text)) return null
  const items = text.match(/<item>[\s\S]*?<\/item>/g) ?? []
  if (items.length !== count) return null
  const state = (item: string, name: string): string => new RegExp(`<wp:${name}>(?:<!\\[CDATA\\[)?\\s*(\\w+)`).exec(item)?.[1] ?? ''
  return items.map((item) => state(item, 'status') === 'publish' && state(item, 'post_type') === 'post')
}

function paragraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('\n')
}
