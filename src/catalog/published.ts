import { type Day, publishedAt } from '../text/day.ts'
import { shownDayIn, startOf, type Zone } from '../text/zone.ts'
import type { LedgerRecord } from './ledger.ts'

const dayTime = 86_400_000

/** Whether a recording fell on an entry's day, on the day behind it, or (once its notes have got a later day) before. */
export function isTimely(zone: Zone, day: Day, recorded: Date): boolean {
  const next = Date.parse(day) + dayTime
  // In no zone is a day so long.
  return recorded.getTime() <= next + 3 * dayTime && Date.parse(shownDayIn(zone, recorded)) <= next
}

/** An entry whose instant of publication is to be told. */
export interface Dated {
  readonly day: Day
  /** What its author wrote, `published: …`; null where the rule decides. */
  readonly given: Date | null
  /** Null for one that was never recorded. */
  readonly record: LedgerRecord | null
}

/**
 * When each entry of a day is published. What was recorded keeps its instant; where its day has changed, the rule is
 * applied to the same recording: the instant of the recording, if that was timely ({@link isTimely}). An import of old
 * notes, and whatever isn't recorded yet, is dated at noon UTC, less a second for each entry above it, and further down
 * to the first second that no other entry of the day has. While the day itself goes on, an unrecorded entry has one of the
 * day's first seconds instead, since noon may be yet to come.
 *
 * @param entries the entries of the day, in the notes' order
 */
export function publishedOfDay(entries: readonly Dated[], zone: Zone, now: Date): readonly Date[] {
  const kept = entries.map((entry) => entry.given ?? keptInstant(entry, zone))
  const taken = new Set(kept.map((instant) => instant?.getTime()))
  const today = shownDayIn(zone, now)
  return entries.map((entry, above) => {
    const instant = kept[above] ?? null
    if (instant !== null) return instant
    if (isUnrecorded(entry) && (today <= entry.day || publishedAt(entry.day, 0) > now))
      return new Date(firstSecond(entry.day, zone, now).getTime() + (entries.length - 1 - above) * 1000)
    let time = publishedAt(entry.day, above).getTime()
    while (taken.has(time)) time -= 1000
    taken.add(time)
    return new Date(time)
  })
}

function isUnrecorded({ record }: Dated): boolean {
  return record === null || record.recorded === null
}

/** The instant that a recorded entry has for good; null where it has none yet, or where its recording came too late for its day. */
function keptInstant({ day, record }: Dated, zone: Zone): Date | null {
  if (record === null || record.recorded === null) return null
  // An instant that its author wrote, and has taken away, counts no more.
  if (record.path.startsWith(`${day}/`) && !record.isGiven) return record.published
  return isTimely(zone, day, record.recorded) ? record.recorded : null
}

/** Where no zone is named, the day begins in UTC, unless it hasn't there yet. */
function firstSecond(day: Day, zone: Zone, now: Date): Date {
  const start = startOf(zone ?? 'UTC', day)
  return start <= now ? start : startOf(zone, day)
}

/** An entry that is recorded for the first time, as an instant is chosen for it. */
interface Appearing {
  readonly id: string
  readonly day: Day
}

/**
 * The instants under which entries are recorded together, by their ids: a second apart, the first entry's the latest, none
 * before its day begins, all of them later than whatever an earlier recording gave. Where the seconds between don't
 * suffice, the last entries share one.
 *
 * @param appearing in the order of the site: by day, the newest first, then as the notes have them
 * @param before the recording before; null where there was none
 */
export function recordingInstants(
  appearing: readonly Appearing[],
  { zone, before, now }: { readonly zone: Zone; readonly before: Date | null; readonly now: Date },
): ReadonlyMap<string, Date> {
  const starts = new Map([...new Set(appearing.map(({ day }) => day))].map((day) => [day, startOf(zone, day).getTime()]))
  const earliest = before === null ? Number.NEGATIVE_INFINITY : before.getTime() + 1000
  return new Map(
    appearing.map(({ id, day }, index) => {
      const time = Math.max(now.getTime() - index * 1000, earliest, starts.get(day) as number)
      return [id, new Date(Math.min(time, now.getTime()))] as const
    }),
  )
}
