import { childrenNamed, parseXml, type XmlElement } from '../feed/xml.ts'
import type { Expected, Format } from './document.ts'

/** What a document says of itself, apart from its items. */
interface Outline {
  readonly feedAuthors: readonly string[]
  /** Where earlier items are (RFC 5005 §4; JSON Feed 1.1, `next_url`). */
  readonly previous: string | null
}

interface JsonAuthor {
  readonly name?: string
}

interface JsonFeed {
  readonly authors?: readonly JsonAuthor[]
  readonly next_url?: string
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly date_published: string
    readonly date_modified?: string
    readonly authors?: readonly JsonAuthor[]
  }[]
}

/** Reads a document as far as judging it needs; one that can't be read says nothing (judges say why). */
export function outlineOf(format: Format, text: string): Outline {
  try {
    return outlines[format](text)
  } catch {
    return { feedAuthors: [], previous: null }
  }
}

const outlines: Readonly<Record<Format, (text: string) => Outline>> = {
  rss: (text) => ({
    feedAuthors: [],
    previous: childrenNamed(parseXml(text), 'channel').map((channel) => archiveLink(channel, 'atom:link'))[0] ?? null,
  }),
  atom: (text) => {
    const feed = parseXml(text)
    const feedAuthors = childrenNamed(feed, 'author').flatMap((author) => childrenNamed(author, 'name').map((name) => name.text))
    return { feedAuthors, previous: archiveLink(feed, 'link') }
  },
  json: (text) => {
    const { authors, next_url } = JSON.parse(text) as JsonFeed
    return { feedAuthors: names(authors), previous: next_url ?? null }
  },
}

function archiveLink(parent: XmlElement, name: string): string | null {
  return childrenNamed(parent, name).find(({ attributes }) => attributes['rel'] === 'prev-archive')?.attributes['href'] ?? null
}

/** Reads a JSON Feed for what to expect of others; null where it can't be read. */
export function expectedOf(path: string, text: string): Expected | null {
  try {
    const items = (JSON.parse(text) as JsonFeed).items.map((item) => ({
      id: String(item.id),
      url: String(item.url),
      title: String(item.title),
      published: new Date(item.date_published).toISOString(),
      updated: new Date(item.date_modified ?? item.date_published).toISOString(),
      authors: names(item.authors),
    }))
    return { path, items }
  } catch {
    return null
  }
}

function names(authors: readonly JsonAuthor[] = []): readonly string[] {
  return authors.map(({ name }) => String(name))
}
