const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = `(?<month>${months.join('|')})`
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
    const year = groups['y'] === undefined ? fullYear(Number(groups['yy']), now) : Number(groups['y'])
    const [day, hour, minute, second] = [groups['d'], groups['h'], groups['m'], groups['s']].map(Number) as [number, number, number, number]
    const date = new Date(Date.UTC(year, months.indexOf(groups['month'] as string), day, hour, minute, second))
    // A leap second (60) rolls over; a day or an hour that doesn't exist makes the date invalid.
    const exists = date.getUTCDate() === day || second === 60
    return exists && hour < 24 && minute < 60 && second <= 60 ? date.getTime() / 1000 : null
  }
  return null
}

/** A year of two digits that seems more than fifty years ahead is the last past one (RFC 9110 §5.6.7). */
function fullYear(twoDigits: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + twoDigits
  return year > thisYear + 50 ? year - 100 : year
}
