import { type Day, firstOf } from '../../text/day.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { crumbsOfDays, crumbsOfMonth } from './breadcrumbs.ts'
import { monthTable } from './calendar.ts'
import { type DayOfList, listOfDays } from './day-lists.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { feedSection } from './microformats.ts'
import { leadOfTime } from './page-lead.ts'
import { type Neighbour, pager } from './pager.ts'
import { tonesOf } from './tones.ts'

/** Some days with their entries, the newest first, and the parts of time of the same kind around them that have entries. */
export interface PartOfTime {
  /** As its path names it: `2024-06`, `06-10`. */
  readonly name: string
  readonly days: readonly DayOfList[]
  readonly older: string | null
  readonly newer: string | null
}

/** One month: its entries by day. */
export function monthPage(frame: Frame, { name, days, older, newer }: PartOfTime): string {
  const { words } = frame
  const { calendar } = words
  const titleOf = (month: string): string => calendar.month(firstOf(month))
  const total = words.count(countOf(days))
  const counts = days.map(({ day, entries }) => [day, entries.length] as const)
  const neighbour = (to: string | null): Neighbour | null =>
    to === null ? null : { path: paths.month(to), words: html`${titleOf(to)}`, language: null }
  return layout(frame, {
    kind: 'month',
    path: paths.month(name),
    title: titleOf(name),
    description: `${titleOf(name)} · ${total}`,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`${leadOfTime(frame, crumbsOfMonth(frame, name), total)}
<div class="columns">${feedSection(frame, 'notes', titleOf(name), listOfDays(frame, days))}
<div class="aside">${monthTable(
      frame,
      { month: name, name: html`${calendar.monthOfYear(firstOf(name))}`, entries: new Map(counts) },
      tonesOf(counts.map(([, count]) => count)),
    )}</div></div>
${pager(frame, words.days, neighbour(older), neighbour(newer))}`,
  })
}

/** One day of every year: the entries of all the years that have it. */
export function everyYearPage(frame: Frame, { name, days, older, newer }: PartOfTime): string {
  const { words } = frame
  const { calendar } = words
  const total = words.count(countOf(days))
  const title = calendar.everyYear(inLeapYear(name))
  const neighbour = (to: string | null): Neighbour | null =>
    to === null ? null : { path: paths.everyYear(to), words: html`${calendar.dayOfYear(inLeapYear(to))}`, language: null }
  return layout(frame, {
    kind: 'everyYear',
    path: paths.everyYear(name),
    title,
    description: `${title} · ${total}`,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`${leadOfTime(frame, [...crumbsOfDays(frame), { path: paths.everyYear(name), name: title }], total)}
${feedSection(frame, 'notes', title, listOfDays(frame, days))}
${pager(frame, words.days, neighbour(older), neighbour(newer))}`,
  })
}

function countOf(days: readonly DayOfList[]): number {
  return days.reduce((sum, { entries }) => sum + entries.length, 0)
}

/** A day of every year in a year that has each. */
function inLeapYear(dayOfYear: string): Day {
  return `2000-${dayOfYear}` as Day
}
