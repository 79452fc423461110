import type { Catalog, Entry } from '../../catalog/catalog.ts'
import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { entryList } from './entry-parts.ts'
import { firstFitting } from './fitting.ts'
import type { Frame } from './frame.ts'

/** A day with its entries. */
export type DayOfList = Catalog['days'][number]

/** From so many entries on no list with their texts could fit: it needn't be written to know. */
const mostWhole = 80

/** How many titles of a day are shown where all of them don't fit. */
const titlesOfDay = [12, 8, 5, 3, 1]

/**
 * The entries of some days, in as much detail as a page has room for: with their texts, their titles alone, or some of each
 * day's titles and how many more there are.
 *
 * @param dayName how a day is called in the list of titles
 */
export function listOfDays(frame: Frame, days: readonly DayOfList[], dayName: (day: Day) => Markup): Markup {
  const entries = days.flatMap((day) => day.entries)
  return firstFitting([
    ...(entries.length > mostWhole ? [] : [() => entryList(frame, entries)]),
    ...[Number.POSITIVE_INFINITY, ...titlesOfDay].map((most) => () => titlesByDay(frame, days, dayName, most)),
  ])
}

function titlesByDay({ words }: Frame, days: readonly DayOfList[], dayName: (day: Day) => Markup, most: number): Markup {
  const restOf = ({ day, entries }: DayOfList): Markup | null =>
    entries.length <= most ? null : html`<li><a href="${paths.day(day)}">${words.calendar.andMore(entries.length - most)}</a></li>\n`
  return html`<ol class="plain by-day">${days.map(
    (one) => html`<li><p class="date"><a href="${paths.day(one.day)}"><time datetime="${one.day}">${dayName(one.day)}</time></a></p>
${titleList(one.entries.slice(0, most), restOf(one))}</li>
`,
  )}</ol>`
}

/** Entries as their titles alone. */
export function titleList(entries: readonly Entry[], rest: Markup | null = null): Markup {
  return html`<ul class="plain">${entries.map(
    ({ day, name, title, titleLanguage }) => html`<li><a href="${paths.entry(day, name)}" lang="${titleLanguage}">${title}</a></li>\n`,
  )}${rest}</ul>`
}
