import { createRequire } from 'node:module'
import type { FormatOptions } from 'date-fns/format'
import type { Day } from '../text/day.ts'

const require = createRequire(import.meta.url)

/** The languages that pages are written in. */
type DateLanguage = 'en' | 'ja' | 'ko'

/** date-fns' words in each. */
const locales: Readonly<Record<DateLanguage, () => NonNullable<FormatOptions['locale']>>> = {
  en: () => (require('date-fns/locale/en-GB') as typeof import('date-fns/locale/en-GB')).enGB,
  ja: () => (require('date-fns/locale/ja') as typeof import('date-fns/locale/ja')).ja,
  ko: () => (require('date-fns/locale/ko') as typeof import('date-fns/locale/ko')).ko,
}

/**
 * How a day is written out in a language, by date-fns' words for it: `10 June 2024`. Each day is written once: lists name
 * the same days thousands of times.
 *
 * date-fns is loaded when the first day is written, and as CommonJS: for each module that is imported Node reads the nearest
 * package.json, and date-fns' own has 200 kB, so that importing takes 0.15 s and requiring a third of it.
 */
export function longDates(language: DateLanguage): (day: Day) => string {
  return dateWords(language, 'PPP')
}

function dateWords(language: DateLanguage, pattern: string): (day: Day) => string {
  const written = new Map<Day, string>()
  let write: ((date: Date) => string) | null = null
  return (day) => {
    const known = written.get(day)
    if (known !== undefined) return known
    write ??= writerIn(language, pattern)
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    // date-fns writes out the local day of an instant, so it is given one of that day, in whatever zone this runs.
    const words = write(new Date(year, month - 1, date, 12))
    written.set(day, words)
    return words
  }
}

function writerIn(language: DateLanguage, pattern: string): (date: Date) => string {
  const { format } = require('date-fns/format') as typeof import('date-fns/format')
  const locale = locales[language]()
  return (date) => format(date, pattern, { locale })
}

/** What may be said of a day: its year, its month with and without the year, the day without the year, its weekday. */
export interface CalendarDates {
  /** `2024년` */
  readonly year: (day: Day) => string
  /** `2024년 6월` */
  readonly month: (day: Day) => string
  /** `6월`, as long as it is. */
  readonly monthOfYear: (day: Day) => string
  /** `6월`; in English of three letters. */
  readonly shortMonth: (day: Day) => string
  /** `6월 10일` */
  readonly dayOfYear: (day: Day) => string
  /** `월요일` */
  readonly weekday: (day: Day) => string
  /** `월`; in English of two letters. */
  readonly shortWeekday: (day: Day) => string
}

/** How each part is written, in the patterns of date-fns (Unicode Technical Standard #35, part 4). */
const patterns: Readonly<Record<DateLanguage, Readonly<Record<keyof CalendarDates, string>>>> = {
  en: {
    year: 'yyyy',
    month: 'LLLL yyyy',
    monthOfYear: 'LLLL',
    shortMonth: 'LLL',
    dayOfYear: 'd MMMM',
    weekday: 'EEEE',
    shortWeekday: 'EEEEEE',
  },
  ja: {
    year: 'yyyy年',
    month: 'yyyy年M月',
    monthOfYear: 'M月',
    shortMonth: 'M月',
    dayOfYear: 'M月d日',
    weekday: 'EEEE',
    shortWeekday: 'EEEEEE',
  },
  ko: {
    year: 'yyyy년',
    month: 'yyyy년 M월',
    monthOfYear: 'M월',
    shortMonth: 'M월',
    dayOfYear: 'M월 d일',
    weekday: 'EEEE',
    shortWeekday: 'EEEEEE',
  },
}

/** How the parts of a day are written in a language. */
export function calendarDates(language: DateLanguage): CalendarDates {
  const parts = Object.entries(patterns[language]) as [keyof CalendarDates, string][]
  return Object.fromEntries(parts.map(([part, pattern]) => [part, dateWords(language, pattern)])) as Record<
    keyof CalendarDates,
    (day: Day) => string
  >
}
