import { type Download, type Fault, type Format, mediaTypes } from './document.ts'
import { get, onBase } from './fetching.ts'
import { outlineOf } from './outline.ts'

/** How many archived documents of a feed are judged: they are made alike, so of many a few tell as much. */
const archiveLimit = 4

type Page = Omit<Download, 'expected'>

/** A feed's document and the archived ones it leads to, latest first. */
export interface Series {
  readonly pages: readonly Page[]
  readonly faults: readonly Fault[]
  /** What was left out. */
  readonly notes: readonly string[]
}

/** Downloads a feed, and follows it back (RFC 5005 §4; JSON Feed 1.1, `next_url`). */
export async function seriesFrom(href: string, announcedOn: string, format: Format, base: URL): Promise<Series> {
  const pages: Page[] = []
  const faults: Fault[] = []
  let next: string | null = href
  while (next !== null) {
    const url = onBase(next, base)
    const path = url.pathname + url.search
    if (pages.some((page) => page.path === path)) return { pages, faults: [...faults, { path, what: 'leads back to itself' }], notes: [] }
    if (pages.length > archiveLimit)
      return { pages, faults, notes: [`the latest ${archiveLimit} archived documents of ${(pages[0] as Page).path}`] }
    const response = await get(url)
    if (response.status !== 200) return { pages, faults: [...faults, { path, what: `answers ${response.status}` }], notes: [] }
    const contentType = response.headers.get('content-type') ?? ''
    if (contentType.split(';')[0]?.trim() !== mediaTypes[format])
      faults.push({ path, what: `is served as ${contentType}, not ${mediaTypes[format]}` })
    const text = await response.text()
    const { feedAuthors, previous } = outlineOf(format, text)
    pages.push({ path, format, announcedOn: pages.length === 0 ? announcedOn : null, contentType, text, feedAuthors })
    next = previous
  }
  return { pages, faults, notes: [] }
}

/** A subscriber of one format finds as much as one of another. */
export function unlikeLengths(all: readonly Series[]): readonly Fault[] {
  const found = all.flatMap(({ pages }) => (pages[0] === undefined ? [] : [{ path: pages[0].path, archived: pages.length - 1 }]))
  const most = Math.max(...found.map(({ archived }) => archived))
  const fullest = found.find(({ archived }) => archived === most)?.path
  return found
    .filter(({ archived }) => archived !== most)
    .map(({ path, archived }) => ({ path, what: `leads to ${archived} archived documents, ${fullest} to ${most}` }))
}
