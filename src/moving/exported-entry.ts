import { plainHtml } from '../text/plain-html.ts'

/** An entry of another publisher, as its feed or its export tells of it. */
export interface ExportedEntry {
  /** By which readers know it; an address or another URI. */
  readonly id: string
  /** Plain text, on one line; empty where it has none. */
  readonly title: string
  readonly published: Date
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** Its content as HTML, with whole addresses. */
  readonly html: string
}

/** What an export holds: its entries, and why others are left out, one line each. */
export interface Export {
  readonly entries: readonly ExportedEntry[]
  readonly leftOut: readonly string[]
}

/** A text as an id, if it can be one: a URI of ASCII (RFC 4287 §4.2.6), or an address with other letters in it. */
function asUri(text: string | undefined): string | null {
  const written = (text ?? '').trim()
  if (/^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(written)) return written
  return /^https?:\/\/\S+$/.test(written) && URL.canParse(written) ? new URL(written).href : null
}

/**
 * An entry, once it is known what it lacks: null, with the reason, where it has no date or no id that can be kept.
 *
 * @param given what its publisher says, however little that is
 */
export function exportedEntry(given: {
  readonly id: string | undefined
  readonly url: string | undefined
  readonly title: string | undefined
  readonly date: string | undefined
  readonly authors: readonly (string | undefined)[]
  readonly tags: readonly (string | undefined)[]
  readonly html: string | undefined
}): ExportedEntry | string {
  const name = given.title ?? given.id ?? given.url ?? 'an entry'
  // A number alone, as some feeds have for an id, can't be an id of Atom: readers of RSS will show the entry once more.
  const id = [given.id, given.url].map(asUri).find((one) => one !== null)
  if (id === undefined) return `${name}: it has no id that is an address (write it by hand)`
  // A day alone is noon of it, so that it is the same day in any zone.
  const published = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given.date ?? '') ? `${given.date}T12:00:00Z` : dated(given.date))
  if (Number.isNaN(published.getTime())) return `${name}: it has no date that can be read (write it by hand)`
  const texts = (list: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(list.flatMap((one) => (one === undefined || one.trim() === '' ? [] : [one.replace(/\s+/g, ' ').trim()]))),
  ]
  return {
    id,
    title: plainHtml(given.title ?? ''),
    published,
    authors: texts(given.authors),
    tags: texts(given.tags),
    html: given.html ?? '',
  }
}

/** A date with its month or its year in words or in four digits; whatever else a clock would make of a number is none. */
function dated(date: string | undefined): string {
  return date !== undefined && /\d{4}/.test(date) ? date : ''
}

/** Parts what was read into entries and what is left out. */
export function exportOf(read: readonly (ExportedEntry | string)[]): Export {
  return {
    entries: read.filter((one) => typeof one !== 'string'),
    leftOut: read.filter((one) => typeof one === 'string'),
  }
}
