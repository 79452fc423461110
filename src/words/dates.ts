import { type FormatOptions, format } from 'date-fns/format'
import type { Day } from '../text/day.ts'

/**
 * How a day is written out in a language, by date-fns' words for it: `10 June 2024`. Each day is written once: lists name
 * the same days thousands of times.
 */
export function longDates(locale: NonNullable<FormatOptions['locale']>): (day: Day) => string {
  const written = new Map<Day, string>()
  return (day) => {
    const known = written.get(day)
    if (known !== undefined) return known
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    // date-fns writes out the local day of an instant, so it is given one of that day, in whatever zone this runs.
    const words = format(new Date(year, month - 1, date, 12), 'PPP', { locale })
    written.set(day, words)
    return words
  }
}
