import { type Day, firstOf } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { crumbsOfYear } from './breadcrumbs.ts'
import { dayText } from './entry-parts.ts'
import type { Frame, FramedCatalog } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { leadOfTime, pageLead } from './page-lead.ts'
import { pager } from './pager.ts'
import { toneScale, tonesOf } from './tones.ts'

const monthNumbers: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** How many days the page of all days names besides. */
const latestDays = 12

/** Every year with its months, and the latest days. */
export function daysPage(catalog: FramedCatalog): string {
  const { site, words, days, entries } = catalog
  return layout(catalog, {
    kind: 'days',
    path: paths.days,
    title: words.allDays,
    description: `${words.allDays} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`${pageLead(catalog, { crumbs: [], heading: html`${words.allDays}`, description: null, count: entries.length })}
${
  days.length === 0
    ? html`<p>${words.noEntries}</p>`
    : html`${tableOfMonths(catalog, entries.length)}
<section aria-labelledby="latest"><h2 id="latest">${words.calendar.latestDays}</h2>
<ul class="plain grid">${days
        .slice(0, latestDays)
        .map(
          ({ day, entries: ofDay }) =>
            html`<li><a href="${paths.day(day)}">${dayText(catalog, day)}</a> <span class="count">${words.count(ofDay.length)}</span></li>\n`,
        )}</ul></section>`
}`,
  })
}

function tableOfMonths(catalog: FramedCatalog, total: number): Markup {
  const { words, days } = catalog
  const { calendar } = words
  const counts = new Map<string, number>()
  const add = (part: string, count: number): unknown => counts.set(part, (counts.get(part) ?? 0) + count)
  for (const { day, entries } of days) for (const part of [day.slice(0, 4), day.slice(0, 7)]) add(part, entries.length)
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))]
  const tone = tonesOf([...counts].flatMap(([part, count]) => (part.length === 7 ? [count] : [])))
  const cell = (month: string): Markup => {
    const count = counts.get(month)
    if (count === undefined) return html`<td></td>`
    const said = `${calendar.month(firstOf(month))}: ${words.count(count)}`
    return html`<td class="${tone(count)}"><a href="${paths.month(month)}" title="${said}">${count}</a></td>`
  }
  return html`<table class="year-rows"><caption>${calendar.notesByMonth} <span class="count">${words.count(total)}</span></caption>
<thead><tr><td></td>${monthNumbers.map((month) => html`<th scope="col">${calendar.shortMonth(firstOf(`2001-${month}`))}</th>`)}<th scope="col" class="total">${calendar.total}</th></tr></thead>
<tbody>${years.map(
    (year) =>
      html`<tr><th scope="row"><a href="${paths.year(year)}">${year}</a></th>${monthNumbers.map((month) => cell(`${year}-${month}`))}<td class="total">${counts.get(year) ?? 0}</td></tr>\n`,
  )}</tbody></table>
${toneScale(catalog)}`
}

/** A year, and how many entries each of its days has. */
export interface YearOfDays {
  readonly year: string
  /** The newest first. */
  readonly days: readonly (readonly [day: Day, entries: number])[]
  /** The years before and after it that have entries. */
  readonly older: string | null
  readonly newer: string | null
}

/** One year: a calendar of each month that has entries, whose days lead to their pages. */
export function yearPage(frame: Frame, { year, days, older, newer }: YearOfDays): string {
  const { words } = frame
  const { calendar } = words
  const title = calendar.year(firstOf(year))
  const total = words.count(days.reduce((sum, [, entries]) => sum + entries, 0))
  const months = [...Map.groupBy(days.toReversed(), ([day]) => day.slice(0, 7))]
  const tone = tonesOf(days.map(([, entries]) => entries))
  const neighbour = (to: string | null): Parameters<typeof pager>[2] =>
    to === null ? null : { path: paths.year(to), words: html`${calendar.year(firstOf(to))}`, language: null }
  return layout(frame, {
    kind: 'year',
    path: paths.year(year),
    title,
    description: `${title} · ${total}`,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`${leadOfTime(frame, crumbsOfYear(frame, year), total)}
<div class="year">${months.map(([month, ofMonth]) => {
      const name = html`<a href="${paths.month(month)}">${calendar.monthOfYear(firstOf(month))}</a>`
      return monthTable(frame, { month, name, entries: new Map(ofMonth) }, tone)
    })}</div>
${toneScale(frame)}
${pager(frame, words.days, neighbour(older), neighbour(newer))}`,
  })
}

/** A month, what it is called above its calendar, and how many entries each of its days has. */
export interface MonthOfDays {
  readonly month: string
  readonly name: Markup
  readonly entries: ReadonlyMap<Day, number>
}

/**
 * The calendar of one month, whose days with entries lead to their pages.
 *
 * @param tone the class of a day with so many entries
 */
export function monthTable({ words }: Frame, { month, name, entries }: MonthOfDays, tone: (count: number) => string): Markup {
  const { calendar } = words
  const first = firstOf(month)
  const start = new Date(first)
  const before = (start.getUTCDay() - calendar.weekStart + 7) % 7
  const length = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate()
  const cells = Array.from({ length }, (_, index): Markup => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}` as Day
    const count = entries.get(day)
    if (count === undefined) return html`<td>${index + 1}</td>`
    return html`<td class="${tone(count)}"><a href="${paths.day(day)}" title="${words.count(count)}">${index + 1}</a></td>`
  })
  const gap = before === 0 ? null : html`<td colspan="${before}"></td>`
  const weeks = Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) => [
    ...(week === 0 && gap !== null ? [gap] : []),
    ...cells.slice(Math.max(0, week * 7 - before), (week + 1) * 7 - before),
  ])
  const total = [...entries.values()].reduce((sum, count) => sum + count, 0)
  return html`<table class="month-grid"><caption>${name} <span class="count">${words.count(total)}</span></caption>
<thead><tr>${weekdays(calendar.weekStart).map((day) => html`<th scope="col" aria-label="${calendar.weekday(day)}">${calendar.shortWeekday(day)}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week}</tr>\n`)}</tbody></table>
`
}

/** Days of one week, which begins with this weekday; the first day of 2023 was a Sunday. */
function weekdays(weekStart: 0 | 1): readonly Day[] {
  return Array.from({ length: 7 }, (_, index) => `2023-01-0${index + 1 + weekStart}` as Day)
}
