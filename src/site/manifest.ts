import type { ChannelKind } from '../catalog/channels.ts'

/**
 * A channel as the manifest tells of it: its slug; the hash of its three feeds together, which is the entity tag of each;
 * when they last changed, in seconds since the epoch, or null; how many archives it has; and how the citations of its
 * papers are packed.
 */
export type ChannelRow = readonly [
  slug: string,
  hash: string,
  modified: number | null,
  archives: number,
  citations: 'none' | 'together' | 'apart',
]

/**
 * All that the worker knows of a site before it reads a pack. It holds nothing of an entry, a page, or a path that was
 * once there: that stands in the pack that the path's own form leads to. So it grows with days, channels and archives, by
 * a few bytes each.
 */
export interface Manifest {
  readonly origin: string
  readonly hubUrl: string | null
  /** The `Link` field of every entry's page (signposting.org). */
  readonly entryLinks: string
  /** The path of the speculation rules for every page. */
  readonly speculationRules: string
  /** By kind, each in the order of the slugs' UTF-16 code units, so that one is found without a list being made. */
  readonly channels: Readonly<Record<ChannelKind, readonly ChannelRow[]>>
  /** The days that have a pack, as {@link writtenDays} writes them: with entries, or with the places where entries were. */
  readonly days: string
  /** How many packs years, months and days of every year have: it follows from the days (see `calendarOf`), but need not be worked out. */
  readonly calendarPacks: number
  /** How many parts the pages of authors without feeds are cut into. */
  readonly authorShards: number
  /** How many entries are searched: it tells what packs there are for that. */
  readonly searched: number
  /** The versions of all packs, in the order of `keysOf`: of each two bytes (see `versionsOf`), in Base64 (RFC 4648 §4) without padding. */
  readonly versions: string
}

/** In milliseconds. */
export const dayTime = 86_400_000

/** Days in a few bytes: the first one, then the distance of each to the one before, in days, in base 36. */
export function writtenDays(days: readonly string[]): string {
  const sorted = days.toSorted()
  return sorted
    .map((day, index) => (index === 0 ? day : (dayNumberOf(day) - dayNumberOf(sorted[index - 1] as string)).toString(36)))
    .join(' ')
}

/** The days that {@link writtenDays} wrote, the oldest first. */
export function readDays(written: string): readonly string[] {
  return readDayNumbers(written).map((number) => new Date(number * dayTime).toISOString().slice(0, 10))
}

/** The same as numbers of days since the epoch, which is all that it takes to tell whether a day is among them. */
export function readDayNumbers(written: string): readonly number[] {
  if (written === '') return []
  const [first = '', ...distances] = written.split(' ')
  const numbers = [dayNumberOf(first)]
  for (const distance of distances) numbers.push((numbers.at(-1) as number) + Number.parseInt(distance, 36))
  return numbers
}

/** The number of days since the epoch; NaN of what is no day. */
export function dayNumberOf(day: string): number {
  const time = Date.parse(day)
  // Some runtimes take 2024-02-30 for the first of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? Number.NaN : time / dayTime
}
