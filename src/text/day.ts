import { subSeconds } from 'date-fns/subSeconds'
import { monthNames, shortMonthNames } from './months.ts'

declare const calendarDay: unique symbol

/** A day that exists in the calendar, as `2024-06-10`, without time or zone. Days sort as text. */
export type Day = string & { readonly [calendarDay]: true }

/** A date as a line or a file's name gives it: a day that exists, one that doesn't (`2024-06-31`), or one that isn't whole (`June 11`). */
export type DateReading = { readonly day: Day } | { readonly impossible: string } | { readonly incomplete: string }

/** A day of the Gregorian calendar; null if the month has no such day, or the year hasn't four digits. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1000 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? (date.toISOString().slice(0, 10) as Day) : null
}

/**
 * The instant that stands for an entry of a day long ago: noon UTC, less one second for each entry above it on that day.
 * Noon UTC is on the same calendar day from UTC−11 to UTC+11; the seconds keep the notes' order in readers that sort by time.
 */
export function publishedAt(day: Day, entriesAbove: number): Date {
  return subSeconds(new Date(`${day}T12:00:00Z`), entriesAbove)
}

/** In characters. No longer line is tried against the expressions below, so that none can backtrack for long. */
const longestHeading = 80

const weekdayBefore = /^[(（]?(?:[월화수목금토일]요일|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)[.,)）]*\s+/iu
const weekdayAfter =
  /\s*(?:[(（](?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日?)?|[a-z]{3,9}\.?)[)）]|,?\s*(?:[월화수목금토일]요일|[月火水木金土日]曜日|(?:mon|tues|wednes|thurs|fri|satur|sun)day))$/iu

const forms: readonly RegExp[] = [
  /^(?<y>\d{4})\s?년\s*(?<m>\d{1,2})\s?월\s*(?<d>\d{1,2})\s?일$/u,
  /^(?<y>\d{4})\s?年\s*(?<m>\d{1,2})\s?月\s*(?<d>\d{1,2})\s?日$/u,
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  /^(?<y>\d{4})\. ?(?<m>\d{1,2})\. ?(?<d>\d{1,2})\.?$/,
  /^(?<name>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/i,
  /^(?<d>\d{1,2})(?:st|nd|rd|th)? (?<name>[a-z]{3,9})\.?,? (?<y>\d{4})$/i,
]

/** Dates as people jot them down, without a whole year or without a day: `6월 11일`, `24.06.11`, `240611`, `6/11`. */
const incompleteForms: readonly RegExp[] = [
  /^(?:\d{2}년\s?)?(?<m>\d{1,2})월\s?\d{1,2}일$/u,
  /^\d{4}년\s?(?<m>\d{1,2})월$/u,
  /^\d{2}(?<m>\d{2})(?:0[1-9]|[12]\d|3[01])$/,
  /^(?<m>\d{1,2})\/(?:0?[1-9]|[12]\d|3[01])$/,
  /^\d{2}(?<sep>[-/]|\. ?)(?<m>\d{1,2})\k<sep>(?:[0-2]?\d|3[01])\.?$/,
  /^(?<name>[a-z]{3,9})\.? \d{1,2}(?:st|nd|rd|th)?$/i,
  /^\d{1,2}(?:st|nd|rd|th)? (?<name>[a-z]{3,9})\.?$/i,
  /^(?:\d{2}年\s?)?(?<m>\d{1,2})月\s?\d{1,2}日$/u,
  /^\d{4}年\s?(?<m>\d{1,2})月$/u,
  /^(?:19|20)\d{2}(?<m>0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:19|20)\d{2} (?<m>\d{1,2}) (?:[0-2]?\d|3[01])$/,
  /^\d{1,2}[/.](?<m>0?[1-9]|[12]\d|3[01])[/.](?:19|20)\d{2}$/,
]

/**
 * The day that a text names, if it says nothing else: `2024년 6월 10일`, `2024-06-10`, `2024. 6. 10.`, `June 10, 2024` and
 * the like. A weekday may stand beside the date; the date may be bold or linked, or end in a colon. Null for any other text.
 */
export function readDate(text: string): DateReading | null {
  if (text.length > longestHeading) return null
  // Text pasted on a Mac is decomposed; text pasted from the web brings invisible characters along.
  const bare = text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[–−‐](?=\d)/gu, '-')
    .replace(/(?<=\d(?:st|nd|rd|th)?) of (?=[A-Z])/i, ' ')
    .trim()
    .replace(/\s?[:：]$/, '')
    .replace(/^(?:\*\*|__|\[\[)(.*)(?:\*\*|__|\]\])$/, '$1')
    .replace(/\s?[:：]$/, '')
  return matchForm(bare) ?? matchForm(bare.replace(weekdayAfter, '')) ?? matchForm(bare.replace(weekdayBefore, ''))
}

function matchForm(text: string): DateReading | null {
  for (const form of incompleteForms) {
    const groups = form.exec(text)?.groups
    const month = groups?.['name'] === undefined ? Number(groups?.['m']) : monthNamed(groups['name'])
    if (month !== null && month >= 1 && month <= 12) return { incomplete: text }
  }
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const month = groups['name'] === undefined ? Number(groups['m']) : monthNamed(groups['name'])
    if (month === null) continue
    const day = dayOf(Number(groups['y']), month, Number(groups['d']))
    return day === null ? { impossible: text } : { day }
  }
  return null
}

/** The number of the month, from 1, that a name gives in any case, whole or shortened; null if it is no month's name. */
function monthNamed(name: string): number | null {
  const written = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
  const index = shortMonthNames.indexOf(written.slice(0, 3))
  const isName = index !== -1 && [shortMonthNames[index], monthNames[index], 'Sept'].includes(written)
  return isName ? index + 1 : null
}

/** The instant that a text gives in the form of RFC 3339 §5.6, with its offset; null for any other text. Seconds may be missing. */
export function readInstant(text: string): Date | null {
  const form = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i
  const date = readDate(text.slice(0, 10))
  if (!form.test(text) || date === null || !('day' in date)) return null
  const instant = new Date(text.replace(' ', 'T').toUpperCase())
  return Number.isNaN(instant.getTime()) ? null : instant
}

/**
 * The date at the start of a file's name (without its folder), and the rest of the name without its ending:
 * `2024-06-10.md`, `20240610 Title.md`, `240606 Title.md` (in this century), `2024년 6월 10일.txt`. Null when the name starts
 * with no date.
 */
export function readDateOfName(name: string): { readonly date: DateReading; readonly rest: string } | null {
  const stem = name.normalize('NFC').replace(/\.[a-z]+$/i, '')
  const match =
    /^(?<y>\d{4})(?<sep>[-._]?)(?<m>\d{2})\k<sep>(?<d>\d{2})(?!\d)/.exec(stem) ??
    /^(?<y>\d{4})(?:년|\.|-) ?(?<m>\d{1,2})(?:월|\.|-) ?(?<d>\d{1,2})(?:일|\.)?(?!\d)/u.exec(stem) ??
    /^(?<yy>\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)/.exec(stem)
  const groups = match?.groups
  if (match === null || groups === undefined) return null
  const year = groups['y'] === undefined ? 2000 + Number(groups['yy']) : Number(groups['y'])
  const day = dayOf(year, Number(groups['m']), Number(groups['d']))
  return { date: day === null ? { impossible: match[0] } : { day }, rest: stem.slice(match[0].length).replace(/^[\s._-]+/, '') }
}

/** The first day of a year or of a month: `2024-06-01` of `2024-06`. */
export function firstOf(part: string): Day {
  return (part.length === 4 ? `${part}-01-01` : `${part}-01`) as Day
}
