import { citationFormats } from '../citations/citation-formats.ts'
import { type Document, type Group, type Making, page, text } from './group.ts'
import { entryDigest } from './inputs.ts'
import { oembedOf } from './oembed.ts'
import { packKeys } from './pack-keys.ts'
import { dayPage } from './pages/days.ts'
import { entryPage } from './pages/entry.ts'
import type { Frame } from './pages/frame.ts'
import { type PlacedEntry, placing } from './placed-entries.ts'
import { paths } from './urls.ts'
import type { Written } from './written.ts'

/**
 * A group for each day: its page, and the pages of its entries with their citations and what others show links to them by,
 * which are small and many. Days on which
 * there were entries once, and are none any more, have groups that only tell where these went.
 *
 * @param emptyDays such days
 */
export function* groupsOfDays({ catalog, pictures, group, written }: Making, emptyDays: readonly string[]): Generator<Group> {
  const { days } = catalog
  const { place, inputsOf } = placing(catalog, pictures)
  const years = yearsOfDays(days)
  for (const day of emptyDays) yield group(packKeys.day(day), [], () => [])
  for (const [index, { day, entries }] of days.entries()) {
    const around = {
      previous: days[index + 1]?.day ?? null,
      next: days[index - 1]?.day ?? null,
      hasOtherYears: (years.get(day.slice(5)) ?? 0) > 1,
      picture: pictures.ofDay(day),
    }
    const inputs = [day, around, entries.map((entry) => [entryDigest(entry), inputsOf(entry)]), written.papersDigest(entries)]
    yield group(packKeys.day(day), inputs, () => {
      const placed = entries.map(place)
      return [
        page(paths.day(day), dayPage(catalog, day, placed, around)),
        ...placed.flatMap((one) => documentsOfEntry(catalog, one, written)),
      ]
    })
  }
}

/** How many years have each day of a year. */
function yearsOfDays(days: Making['catalog']['days']): ReadonlyMap<string, number> {
  const years = new Map<string, number>()
  for (const { day } of days) years.set(day.slice(5), (years.get(day.slice(5)) ?? 0) + 1)
  return years
}

function documentsOfEntry(frame: Frame, placed: PlacedEntry, written: Written): readonly Document[] {
  const { day, name } = placed.entry
  const path = paths.entry(day, name)
  return [
    page(path, entryPage(frame, placed)),
    ...written.citations(path, [placed.entry], citationFormats),
    text(paths.oembed(path), 'application/json; charset=utf-8', oembedOf(frame, placed.entry, placed.picture)),
  ]
}
