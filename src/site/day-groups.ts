import { citationFormats } from '../citations/citation-formats.ts'
import { type Document, type Group, type Making, page } from './group.ts'
import { entryDigest } from './inputs.ts'
import { packKeys } from './pack-keys.ts'
import { dayPage } from './pages/days.ts'
import { entryPage } from './pages/entry.ts'
import type { Frame } from './pages/frame.ts'
import { type PlacedEntry, placing } from './placed-entries.ts'
import { paths } from './urls.ts'
import type { Written } from './written.ts'

/**
 * A group for each day: its page, and the pages of its entries with their citations, which are small and many. Days on which
 * there were entries once, and are none any more, have groups that only tell where these went.
 *
 * @param emptyDays such days
 */
export function* groupsOfDays({ catalog, group, written }: Making, emptyDays: readonly string[]): Generator<Group> {
  const { days } = catalog
  const { place, inputsOf } = placing(catalog)
  for (const day of emptyDays) yield group(packKeys.day(day), [], () => [])
  for (const [index, { day, entries }] of days.entries()) {
    const neighbours = { previous: days[index + 1]?.day ?? null, next: days[index - 1]?.day ?? null }
    written.need(entries)
    const inputs = [day, neighbours, entries.map((entry) => [entryDigest(entry), inputsOf(entry)]), written.papersDigest(entries)]
    yield group(packKeys.day(day), inputs, () => {
      const placed = entries.map(place)
      return [
        page(paths.day(day), dayPage(catalog, day, placed, neighbours)),
        ...placed.flatMap((one) => documentsOfEntry(catalog, one, written)),
      ]
    })
  }
}

function documentsOfEntry(frame: Frame, placed: PlacedEntry, written: Written): readonly Document[] {
  const { day, name } = placed.entry
  const path = paths.entry(day, name)
  return [page(path, entryPage(frame, placed)), ...written.citations(path, [placed.entry], citationFormats)]
}
