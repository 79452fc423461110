import type { Format } from '../feed/formats.ts'
import { digestMarks } from '../feed/frame-marks.ts'
import { escapeHtml } from '../text/html.ts'
import { escapeXml, legalXml } from '../text/xml.ts'
import { dateValues, filledIn } from './filling.ts'
import type { SelectionIndex } from './selection-index.ts'

/** How much one item of a digest gathers. */
export type DigestKind = 'daily' | 'weekly'

/** How many digests a feed has: what came in a week and a day, or in four weeks. */
const mostDigests: Readonly<Record<DigestKind, number>> = { daily: 8, weekly: 4 }

/** One item: the entries of a day or a week. */
export interface Digest {
  /** `2024-06-10`, or an ISO week: `2024-W24`. */
  readonly name: string
  /** The day that it is about, or the first day of its week. */
  readonly day: string
  /** The numbers of its entries, the newest first. */
  readonly entries: readonly number[]
  /** In seconds since the epoch. */
  readonly published: number
  readonly updated: number
}

/**
 * The digests of a selection, the newest first. One is there once an entry of a later day or week is, and has the moment of the
 * first such entry: no clock says that a day is over.
 *
 * @param entries of the selection, the newest first
 */
export function digestsOf(index: SelectionIndex, entries: readonly number[], kind: DigestKind): readonly Digest[] {
  const periods = Map.groupBy(entries, (entry) => periodOf(index.days[entry] as number, kind))
  const sorted = [...periods].toSorted(([one], [other]) => other - one)
  let later = Number.POSITIVE_INFINITY
  const digests: Digest[] = []
  for (const [place, [period, ofPeriod]] of sorted.slice(0, mostDigests[kind] + 1).entries()) {
    if (place > 0) {
      const changes = ofPeriod.map((entry) => index.changed[entry] as number)
      digests.push({
        name: nameOf(period, kind),
        day: dayOf(period),
        entries: ofPeriod,
        published: later,
        updated: Math.max(later, ...changes),
      })
    }
    later = Math.min(later, ...ofPeriod.map((entry) => index.published[entry] as number))
  }
  return digests
}

/** In milliseconds. */
const dayTime = 86_400_000

/** The day itself, or the Monday of its week, in days since the epoch, which was a Thursday. */
function periodOf(day: number, kind: DigestKind): number {
  return kind === 'daily' ? day : day - ((day + 3) % 7)
}

/** A day as it is written, by its number since the epoch. */
export function dayOf(day: number): string {
  return new Date(day * dayTime).toISOString().slice(0, 10)
}

/** A day, or a week by its Thursday, whose year is the week's (ISO 8601). */
function nameOf(period: number, kind: DigestKind): string {
  if (kind === 'daily') return dayOf(period)
  const year = dayOf(period + 3).slice(0, 4)
  const first = Date.parse(`${year}-01-04`) / dayTime
  const week = 1 + Math.round((period - periodOf(first, 'weekly')) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** What a digest is filled in with. */
export interface FilledDigest {
  readonly id: string
  /** Its path below the site. */
  readonly link: string
  readonly title: string
  readonly published: number
  readonly updated: number
  /** The entries' items as JSON Feed has them. */
  readonly items: readonly string[]
  /** Whether each entry's title stands above what it says; not where that is the title. */
  readonly hasHeadings: boolean
}

/** The members of an item that a digest shows. */
interface DigestedItem {
  readonly url: string
  readonly title: string
  readonly language: string
  readonly content_html: string
  readonly _paperwire?: { readonly title_language?: string }
}

/** A digest as an item of a feed: its template filled in with everything that its entries say, below their titles. */
export function digestItem(
  format: Format,
  template: string,
  { id, link, title, published, updated, items, hasHeadings }: FilledDigest,
): string {
  const read = items.map((item) => JSON.parse(item) as DigestedItem)
  const content = read
    .map(({ url, title: heading, language, content_html: html, _paperwire: own }) => {
      if (!hasHeadings) return html
      const titleLanguage = own?.title_language ?? language
      return `<h3 lang="${escapeHtml(titleLanguage)}"><a href="${escapeHtml(url)}">${escapeHtml(heading)}</a></h3>\n${html}`
    })
    .join('\n')
  const summary = read.map(({ title: heading }) => heading).join(' · ')
  const inFormat = format === 'json' ? (text: string) => JSON.stringify(legalXml(text)).slice(1, -1) : escapeXml
  // The library writes a summary of Atom and RSS as HTML.
  const told = format === 'json' ? summary : escapeHtml(summary)
  return filledIn(
    template,
    new Map([
      ...dateValues(digestMarks.published, new Date(published * 1000)),
      ...dateValues(digestMarks.updated, new Date(updated * 1000)),
      [digestMarks.id, inFormat(id)],
      [digestMarks.link, link],
      [digestMarks.title, inFormat(title)],
      [digestMarks.summary, inFormat(told)],
      [digestMarks.content, inFormat(content)],
    ]),
  )
}
