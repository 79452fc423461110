import { dayTime } from './manifest.ts'

/** The parts of time that pages gather days in, as their paths name them; each kind in order. */
export interface Calendar {
  /** `2024` */
  readonly years: readonly string[]
  /** `2024-06` */
  readonly months: readonly string[]
  /** The days that two years or more have: `06-10`. */
  readonly everyYear: readonly string[]
}

/**
 * The calendar of some days, by their numbers since the epoch, the oldest first. A date is made for each month, not for each
 * day, since a worker works this out when it is first asked for such a part: of 1,000 days that takes a millisecond in code that
 * has not run before.
 */
export function calendarOf(dayNumbers: readonly number[]): Calendar {
  const years: string[] = []
  const months: string[] = []
  /** How often each day of a year occurs, 32 for a month. */
  const times = new Uint8Array(12 * 32)
  let [month, first, next] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const number of dayNumbers) {
    if (number >= next) {
      const date = new Date(number * dayTime)
      const year = date.getUTCFullYear()
      month = date.getUTCMonth()
      first = Date.UTC(year, month) / dayTime
      next = Date.UTC(year, month + 1) / dayTime
      months.push(`${year}-${twoDigits(month + 1)}`)
      if (years.at(-1) !== `${year}`) years.push(`${year}`)
    }
    const ofYear = month * 32 + number - first
    if ((times[ofYear] as number) < 2) (times[ofYear] as number) += 1
  }
  const everyYear: string[] = []
  for (let ofYear = 0; ofYear < times.length; ofYear += 1)
    if (times[ofYear] === 2) everyYear.push(`${twoDigits((ofYear >> 5) + 1)}-${twoDigits((ofYear & 31) + 1)}`)
  return { years, months, everyYear }
}

/** How many packs a calendar has: one for each of its parts. */
export function packsOfCalendar({ years, months, everyYear }: Calendar): number {
  return years.length + months.length + everyYear.length
}

/** A number below 100 in two digits. */
function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}
