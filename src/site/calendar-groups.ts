import { calendarOf } from './calendar.ts'
import type { Group, Making } from './group.ts'
import { page } from './group.ts'
import { entryDigest } from './inputs.ts'
import { readDayNumbers } from './manifest.ts'
import { type PackKey, packKeys } from './pack-keys.ts'
import { yearPage } from './pages/calendar.ts'
import type { DayOfList } from './pages/day-lists.ts'
import { everyYearPage, monthPage, type PartOfTime } from './pages/months.ts'
import { paths } from './urls.ts'

/**
 * The groups of years, months and days of every year, each a page: an edit makes the pages of one month and one day of every
 * year again, and no year's, which only counts.
 *
 * @param days the days that have packs, as the manifest writes them: where no entries are left, a group tells what is gone
 */
export function* groupsOfCalendar({ catalog, group }: Making, days: string): Generator<Group> {
  const { years, months, everyYear } = calendarOf(readDayNumbers(days))
  const emptyGroup = (key: PackKey): Group => group(key, [], () => [])
  const inputsOf = ({ days: ofPart, ...around }: PartOfTime): unknown => [
    around,
    ofPart.map(({ day, entries }) => [day, entries.map(entryDigest)]),
  ]
  for (const { name, days: ofYear, ...around } of partsOf(catalog.days, years, (day) => day.slice(0, 4))) {
    const year = { year: name, days: ofYear.map(({ day, entries }) => [day, entries.length] as const), ...around }
    if (ofYear.length === 0) yield emptyGroup(packKeys.year(name))
    else yield group(packKeys.year(name), year, () => [page(paths.year(name), yearPage(catalog, year))])
  }
  for (const part of partsOf(catalog.days, months, (day) => day.slice(0, 7))) {
    if (part.days.length === 0) yield emptyGroup(packKeys.month(part.name))
    else yield group(packKeys.month(part.name), inputsOf(part), () => [page(paths.month(part.name), monthPage(catalog, part))])
  }
  for (const part of partsOf(catalog.days, everyYear, (day) => day.slice(5))) {
    if (part.days.length === 0) yield emptyGroup(packKeys.everyYear(part.name))
    else yield group(packKeys.everyYear(part.name), inputsOf(part), () => [page(paths.everyYear(part.name), everyYearPage(catalog, part))])
  }
}

/** The parts of time with these names, in their order, each with its days; the parts around one are the nearest that have any. */
function partsOf(days: readonly DayOfList[], names: readonly string[], nameOf: (day: string) => string): readonly PartOfTime[] {
  const inParts = Map.groupBy(days, ({ day }) => nameOf(day))
  const there = names.filter((name) => inParts.has(name))
  const positions = new Map(there.map((name, position) => [name, position]))
  return names.map((name) => {
    const position = positions.get(name) ?? Number.NaN
    return { name, days: inParts.get(name) ?? [], older: there[position - 1] ?? null, newer: there[position + 1] ?? null }
  })
}
