import type { Day } from '../text/day.ts'
import { dayIn, startOf } from '../text/zone.ts'
import type { Catalog, CatalogReading } from './catalog.ts'
import { tombstoneTime } from './removed.ts'

const halfDay = 43_200_000

/**
 * The instant until which the same content and ledger make the same catalog and the same problems: when a held entry
 * comes, a tombstone is told no more, or a day begins, in the site's zone or in UTC, or comes to its noon.
 */
export function unchangedUntil({ site, removed }: Catalog, held: CatalogReading['held'], now: Date): Date {
  const time = now.getTime()
  const tomorrow = new Date(Date.parse(dayIn(site.timezone, now)) + 2 * halfDay).toISOString().slice(0, 10) as Day
  const instants = [
    (Math.floor(time / halfDay) + 1) * halfDay,
    startOf(site.timezone, tomorrow).getTime(),
    ...held.map(({ from }) => from.getTime()),
    ...[...removed.tombstones.values()].flat().map((tombstone) => tombstone.removed.getTime() + tombstoneTime + 1),
  ]
  return new Date(instants.reduce((first, instant) => (instant > time && instant < first ? instant : first), Number.POSITIVE_INFINITY))
}
