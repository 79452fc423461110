import type { Day } from '../text/day.ts'
import type { Identified } from './entries.ts'
import { groupBy } from './group.ts'
import type { Ledger, LedgerRecord } from './ledger.ts'

/**
 * When what subscribers see last changed, edits and removals included: what Last-Modified may say. Null where something
 * isn't recorded as it is now. Without any ledger nothing tells of edits, and the entries' own dates are the best there is.
 */
export interface LastModified {
  readonly ofSite: Date | null
  /** By slug. */
  readonly ofTags: ReadonlyMap<string, Date | null>
  /** Of the day's own page, which leads to the days around it. */
  readonly ofDays: ReadonlyMap<Day, Date | null>
  /** By id. */
  readonly ofEntries: ReadonlyMap<string, Date | null>
}

/** When what is there last changed: by the ledger, or by what recording would now make of it. */
export function lastModifiedOf(ledger: Ledger | null, recorded: Ledger, visible: readonly Identified[]): LastModified {
  if (ledger === null) {
    const dates = visible.map(({ entry }) => ({ date: entry.updated, tags: entry.tags.map(({ slug }) => slug), id: entry.id }))
    const days = groupBy(visible, ({ entry }) => [entry.day])
    return { ...changes(dates, latest), ofDays: new Map(days.map(([day, of]) => [day, latest(of.map(({ entry }) => entry.updated))])) }
  }
  const before = new Set<LedgerRecord>(ledger.records)
  // An entry that gives its instant appears then, which may be after it was recorded.
  const appeared = new Map(
    visible.flatMap(({ entry, note }) => (note.givenPublished === null ? [] : [[entry.id, note.givenPublished] as const])),
  )
  const dates = recorded.records.map((record) => ({
    date: before.has(record) ? latest([record.changed, appeared.get(record.id) ?? record.changed]) : null,
    tags: record.tags,
    id: record.id,
  }))
  const site = recorded.site === ledger.site ? ledger.site.changed : null
  const known = changes(dates, (given) => latest([site, ...given]))
  const ofSite = recorded === ledger ? known.ofSite : null
  return { ...known, ofSite, ofDays: new Map(visible.map(({ entry }) => [entry.day, ofSite])) }
}

interface Dated {
  readonly date: Date | null
  readonly tags: readonly string[]
  readonly id: string
}

function changes(dates: readonly Dated[], of: (dates: readonly (Date | null)[]) => Date | null): Omit<LastModified, 'ofDays'> {
  const ofTags = new Map<string, (Date | null)[]>()
  for (const { date, tags } of dates) {
    for (const slug of tags) {
      const there = ofTags.get(slug)
      if (there === undefined) ofTags.set(slug, [date])
      else there.push(date)
    }
  }
  return {
    ofSite: of(dates.map(({ date }) => date)),
    ofTags: new Map([...ofTags].map(([slug, given]) => [slug, of(given)])),
    ofEntries: new Map(dates.map(({ date, id }) => [id, of([date])])),
  }
}

/** The latest date; null where there is none, or where one is unknown. */
function latest(dates: readonly (Date | null)[]): Date | null {
  let time = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    if (date === null) return null
    time = Math.max(time, date.getTime())
  }
  return dates.length === 0 ? null : new Date(time)
}
