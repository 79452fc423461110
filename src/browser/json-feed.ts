/** A feed, as far as the element shows it. */
export interface Feed {
  readonly title: string
  /** A BCP 47 tag; empty where the feed doesn't say. */
  readonly language: string
  readonly items: readonly FeedItem[]
}

/** An item, as far as the element shows it. */
export interface FeedItem {
  readonly title: string
  /** Null where the item has no address on the web. */
  readonly url: string | null
  /** The language of the title and of the authors' names; empty where the feed doesn't say. */
  readonly language: string
  readonly authors: readonly string[]
  /** `2024-06-10`, or null where the feed gives no date. */
  readonly day: string | null
  readonly tags: readonly string[]
}

const defaultLimit = 5

/**
 * The address of the feed that an element's attributes ask for: its `src`, else its `tag`'s feed, else the site's.
 *
 * @param site the origin that serves the script
 * @param page the address that a relative `src` starts from
 * @returns null where `src` is no address on the web
 */
export function feedAddress(src: string | null, tag: string | null, site: string, page: string): string | null {
  if (src !== null) return webAddress(src, page)
  // The site redirects a tag as written to its slug. Only slashes and dots would change the path: a slug has hyphens
  // there, but for the dot of `.net`, which it spells out.
  const name = (tag ?? '')
    .trim()
    .replace(/^#/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\.(?=[\p{Script=Latin}\p{N}])/u, 'dot')
    .replace(/[./\\]+/g, '-')
  return name === '' ? `${site}/feed.json` : `${site}/tags/${encodeURIComponent(name.toWellFormed())}/feed.json`
}

/** How many items to show: the whole number above zero that is written, else five. */
export function limitOf(written: string | null): number {
  return /^\s*0*[1-9]\d*\s*$/.test(written ?? '') ? Number(written) : defaultLimit
}

/**
 * Reads a JSON Feed (1.0 or 1.1), whoever wrote it: a field of another type than the format gives it counts as missing,
 * and an item with neither title, summary nor address is left out.
 *
 * @param address where the feed is, for relative addresses in it
 * @throws TypeError where there is no list of items
 */
export function readFeed(json: unknown, address: string): Feed {
  const { title, language, items } = fieldsOf(json)
  if (!Array.isArray(items)) throw new TypeError(`${address}: not a JSON Feed`)
  const read = items.map((one): FeedItem => {
    const item = fieldsOf(one)
    const authors = listOf(item['authors'] ?? [item['author']])
    const url = webAddress(textOf(item['url']) || textOf(item['external_url']), address)
    return {
      title: textOf(item['title']) || textOf(item['summary']) || (url ?? ''),
      url,
      language: textOf(fieldsOf(item['_paperwire'])['title_language']) || textOf(item['language']) || textOf(language),
      authors: textsOf(authors.map((author) => fieldsOf(author)['name'])),
      day: dayOf(url, textOf(item['date_published'])),
      tags: textsOf(listOf(item['tags'])),
    }
  })
  return { title: textOf(title), language: textOf(language), items: read.filter((item) => item.title !== '') }
}

/** The day in a permalink, `…/2024-06-11/title/`, else the published date's: in UTC that may be the day before. */
function dayOf(url: string | null, published: string): string | null {
  const inPermalink = /^https?:\/\/[^/]+\/(\d{4}-\d\d-\d\d)\//.exec(url ?? '')?.[1]
  return inPermalink ?? /^\d{4}-\d\d-\d\d(?=T|$)/.exec(published)?.[0] ?? null
}

/** The address in full, or null where it is none or isn't on the web, such as `javascript:…`. */
function webAddress(written: string, base: string): string | null {
  if (written === '' || !URL.canParse(written, base)) return null
  const url = new URL(written, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.map(textOf).filter((text) => text !== '')
}
