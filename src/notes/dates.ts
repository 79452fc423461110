import { type DateReading, type Day, dayOf, readDate, readDateOfName } from '../text/day.ts'

/** Whether an author writes 06/10/2024 for the tenth of June (`month/day/year`) or for the sixth of October. */
export type DateOrder = 'month/day/year' | 'day/month/year'

/** The date that a field or a label gives, with a time of day behind it or not; null for any other text. */
export function readWrittenDate(written: string, order: DateOrder | null): DateReading | null {
  // The day is the day as written, whatever the zone: `2024-06-10T09:00:00+09:00`.
  const bare = written.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1')
  // YAML reads `date: 20240610` as a number.
  if (/^\d{8}$/.test(bare)) return readDateOfName(bare)?.date ?? null
  return readSlashedDate(bare, order) ?? readDate(bare)
}

/** `06/10/2024`. Without an order only where one reading is a day: `06/24/2024`. */
function readSlashedDate(written: string, order: DateOrder | null): DateReading | null {
  const [, first, second, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? []
  if (year === undefined) return null
  const american = dayOf(Number(year), Number(first), Number(second))
  const european = dayOf(Number(year), Number(second), Number(first))
  const only = order === null ? (american === null || european === null || american === european ? (american ?? european) : null) : null
  const day = order === 'month/day/year' ? american : order === 'day/month/year' ? european : only
  return day === null ? { incomplete: written } : { day }
}

/** The cure for a written date that was refused, where `example` is a date in its place: `date: 2024-06-10`. */
export function cureOfDate(written: string, example: string): string {
  const isOpen = /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(written.trim())
  return isOpen
    ? `write it as ${example}, or say in site.md which comes first: dateOrder: month/day/year`
    : `write a day that exists, such as ${example}`
}

/** What a file's path says: its day, and the title in its name. */
export interface PathReading {
  readonly day: Day | null
  /** The digits at the head of the name that look like a date and are no day of the calendar; null otherwise. */
  readonly impossible: string | null
  /** What stands in the name besides a date; empty where that is nothing, or one letter without a date. */
  readonly rest: string
}

/**
 * Reads a path. The date is at the head of the name (`240606 Title.md`), else in the last three parts (`2024/06/10.md`), else
 * at the head of the nearest folder that begins with one (`20240606_meeting/Title.md`).
 */
export function readPath(path: string): PathReading {
  const parts = path.normalize('NFC').split('/')
  const name = parts.at(-1) as string
  const ofName = readDateOfName(name)
  const stem = name.replace(/\.[a-z]+$/i, '')
  if (ofName !== null) {
    const impossible = 'impossible' in ofName.date ? ofName.date.impossible : null
    return { day: 'day' in ofName.date ? ofName.date.day : null, impossible, rest: titleIn(ofName.rest, 1) }
  }
  const [, year, month, day, behind] =
    /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)([^/]*)$/.exec(parts.slice(0, -1).concat(stem).join('/')) ?? []
  const nested = day === undefined ? null : dayOf(Number(year), Number(month), Number(day))
  if (nested !== null) return { day: nested, impossible: null, rest: titleIn(behind ?? '', 1) }
  for (const folder of parts.slice(0, -1).toReversed()) {
    const reading = readDateOfName(`${folder}.md`)
    if (reading !== null && 'day' in reading.date) return { day: reading.date.day, impossible: null, rest: titleIn(stem, 2) }
  }
  return { day: null, impossible: null, rest: titleIn(stem, 2) }
}

/** What is left of a name besides its date. Without a date beside it, one letter is no title: `n.md`. */
function titleIn(rest: string, leastLetters: number): string {
  const title = rest
    .replace(/^[\s._-]+/, '')
    .replace(/^\d{1,4}[._-]\s?(?=\p{L})/u, '')
    .trim()
  return (title.match(/\p{L}/gu) ?? []).length >= leastLetters ? title : ''
}
