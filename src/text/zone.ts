import type { Day } from './day.ts'
import type { Language } from './language.ts'

/** The name of a time zone of the IANA database (`Asia/Seoul`); null where a day counts as begun once it has begun anywhere. */
export type Zone = string | null

/** The zone of a site that names none, by its language. */
export function standardZone(language: Language): Zone {
  const zones: Readonly<Record<string, string>> = { ko: 'Asia/Seoul', ja: 'Asia/Tokyo' }
  return zones[language.split('-')[0] as string] ?? null
}

/** Whether there is a time zone of that name. */
export function isZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** No day of the notes begins later. */
const lastInstant = Date.UTC(9999, 11, 31)

/** The day that it is in a zone at an instant; where no zone is named, the day in the zone where days begin first, UTC+14. */
export function dayIn(zone: Zone, instant: Date): Day {
  const time = Math.min(instant.getTime(), lastInstant)
  return new Date(time + offsetOf(zone, time)).toISOString().slice(0, 10) as Day
}

/** The day that a calendar shows in a zone at an instant: in UTC where no zone is named. */
export function shownDayIn(zone: Zone, instant: Date): Day {
  return dayIn(zone ?? 'UTC', instant)
}

/** The instant at which a day begins in a zone. Where clocks skip its first hour, that is when they do. */
export function startOf(zone: Zone, day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // The offset may change during the night. What it is after the guess is right unless the change lies between the two.
  const guess = midnight - offsetOf(zone, midnight)
  const start = midnight - offsetOf(zone, guess)
  return new Date(dayIn(zone, new Date(start)) < day ? guess : start)
}

const hour = 3_600_000

/** In milliseconds: how far a zone's clocks are ahead of UTC at an instant. */
function offsetOf(zone: Zone, time: number): number {
  if (zone === null) return 14 * hour
  const shown = formatOf(zone).format(new Date(time))
  const [, month, day, year, hours, minutes, seconds] = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(shown)?.map(Number) ?? []
  const local = Date.UTC(year as number, (month as number) - 1, day, hours, minutes, seconds)
  return local - Math.floor(time / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Throws a RangeError where there is no such zone. The locale is given, so that the machine's doesn't count. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
