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

/** How the month with its year, and the weekday, are written in a language: `June 2024`, `Mon`. */
export function dayInParts(language: DateLanguage): (day: Day) => { readonly month: string; readonly weekday: string } {
  const month = dateWords(language, monthPatterns[language])
  const weekday = dateWords(language, 'EEE')
  return (day) => ({ month: month(day), weekday: weekday(day) })
}

const monthPatterns: Readonly<Record<DateLanguage, string>> = { en: 'MMM yyyy', ja: 'yyyy年M月', ko: 'yyyy년 M월' }

function writerIn(language: DateLanguage, pattern: string): (date: Date) => string {
  const { format } = require('date-fns/format') as typeof import('date-fns/format')
  const locale = locales[language]()
  return (date) => format(date, pattern, { locale })
}
