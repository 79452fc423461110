import { shortMonthNames } from '../text/months.ts'

const month = `(?<month>${shortMonthNames.join('|')})`
const time = '(?<h>\\d{2}):(?<m>\\d{2}):(?<s>\\d{2})'

/** The three forms of RFC 9110 §5.6.7: IMF-fixdate, RFC 850, asctime. Every part has one width: nothing to backtrack. */
const forms: readonly RegExp[] = [
  new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<d>\\d{2}) ${month} (?<y>\\d{4}) ${time} GMT$`),
  new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<d>\\d{2})-${month}-(?<yy>\\d{2}) ${time} GMT$`),
  new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} (?<d>[ \\d]\\d) ${time} (?<y>\\d{4})$`),
]

/** An HTTP-date in seconds since the epoch; null if the text isn't one. `now` is in milliseconds since the epoch. */
export function parseHttpDate(text: string, now: number): number | null {
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const [day, hour, minute, second] = [groups['d'], groups['h'], groups['m'], groups['s']].map(Number) as [number, number, number, number]
    // A leap second (60) rolls over; a day or an hour that doesn't exist makes the date invalid.
    if (hour > 23 || minute > 59 || second > 60) return null
    const inYear = (year: number): number | null => {
      // Not Date.UTC, which takes a year below 100 for one of the twentieth century.
      const midnight = new Date(0)
      midnight.setUTCFullYear(year, shortMonthNames.indexOf(groups['month'] as string), day)
      return midnight.getUTCDate() === day ? midnight.getTime() / 1000 + hour * 3600 + minute * 60 + second : null
    }
    return groups['y'] === undefined ? inNearYear(inYear, Number(groups['yy']), now) : inYear(Number(groups['y']))
  }
  return null
}

/** A date whose year has two digits: one that seems more than fifty years ahead is the last past one (RFC 9110 §5.6.7). */
function inNearYear(inYear: (year: number) => number | null, twoDigits: number, now: number): number | null {
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + twoDigits
  const date = inYear(year)
  const fiftyYearsAhead = new Date(now).setUTCFullYear(thisYear + 50) / 1000
  return date !== null && date > fiftyYearsAhead ? inYear(year - 100) : date
}
