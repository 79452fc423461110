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

/** Plain text of a title that is written as HTML, as feeds have it. */
function plainTitle(title: string): string {
  return title
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&(?:lt|#60);/gi, '<')
    .replace(/&(?:gt|#62);/gi, '>')
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => characterOf(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replace(/\s+/g, ' ')
    .trim()
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** Whether a text can be an id here: a URI of ASCII (RFC 4287 §4.2.6). */
function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(text)
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
  const id = [given.id, given.url].find((one) => one !== undefined && isUri(one.trim()))?.trim()
  if (id === undefined) return `${name}: it has no id that is an address (write it by hand)`
  const published = new Date(given.date ?? Number.NaN)
  if (Number.isNaN(published.getTime())) return `${name}: it has no date that can be read (write it by hand)`
  const texts = (list: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(list.flatMap((one) => (one === undefined || one.trim() === '' ? [] : [one.replace(/\s+/g, ' ').trim()]))),
  ]
  return {
    id,
    title: plainTitle(given.title ?? ''),
    published,
    authors: texts(given.authors),
    tags: texts(given.tags),
    html: given.html ?? '',
  }
}

/** Parts what was read into entries and what is left out. */
export function exportOf(read: readonly (ExportedEntry | string)[]): Export {
  return {
    entries: read.filter((one) => typeof one !== 'string'),
    leftOut: read.filter((one) => typeof one === 'string'),
  }
}
