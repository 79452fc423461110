import { type Catalog, siteChannel } from '../catalog/catalog.ts'
import { latestDays, mostPolled } from '../feed/cuts.ts'
import type { Note } from '../notes/note.ts'
import { type Problem, warningAt } from '../notes/problem.ts'

/** A warning where the two latest days have more entries than the feed carries: the rest are in archives, which few readers follow. */
export function overfullDays(catalog: Catalog, notes: readonly Note[]): readonly Problem[] {
  const entries = latestDays(siteChannel(catalog))
  const most = Math.max(catalog.site.feedSize, mostPolled)
  const first = notes.find(({ day }) => day === entries[0]?.day)
  if (entries.length <= most || first === undefined) return []
  return [
    warningAt(
      first,
      `the two latest days have ${entries.length} entries, of which the feed carries ${most}: few readers see the others, in its archives`,
      `write feedSize: ${entries.length} in site.md, or publish them on several days`,
    ),
  ]
}
