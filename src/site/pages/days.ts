import type { Catalog, DayEntries } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { dayText, entryArticle } from './entry-parts.ts'
import { layout, siteFeed } from './layout.ts'
import { type Neighbour, pager } from './pager.ts'

/** Every day, by month. */
export function daysPage(catalog: Catalog): string {
  const { site, words, days } = catalog
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))]
  return layout(catalog, {
    kind: 'days',
    path: paths.days,
    title: words.allDays,
    description: `${words.allDays} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<h1>${words.allDays}</h1>
${months.map(
  ([month, ofMonth]) => html`<section><h2><time datetime="${month}">${month}</time></h2>
<ul class="plain grid">${ofMonth.map(
    ({ day, entries }) =>
      html`<li><a href="${paths.day(day)}">${dayText(catalog, day)}</a> <span class="count">${words.count(entries.length)}</span></li>\n`,
  )}</ul></section>
`,
)}`,
  })
}

/** The days before and after one in time; null where it is the first or the last. */
export interface NeighbouringDays {
  readonly previous: DayEntries | null
  readonly next: DayEntries | null
}

/** From so many entries on a day's page begins with a list of their titles. */
const entriesForContents = 4

/** One day: its entries whole, in the notes' order, and the ways to the days before and after. */
export function dayPage(catalog: Catalog, { day, entries }: DayEntries, { previous, next }: NeighbouringDays): string {
  const { words } = catalog
  const neighbour = (to: DayEntries | null): Neighbour | null =>
    to === null ? null : { path: paths.day(to.day), words: dayText(catalog, to.day), language: null }
  return layout(catalog, {
    kind: 'day',
    path: paths.day(day),
    title: day,
    description: entries
      .map(({ title }) => title)
      .join(' · ')
      .slice(0, 300),
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<div class="h-feed">
<h1 class="p-name">${dayText(catalog, day)}</h1>
${contents(catalog, entries)}${entries.map((entry, index) => html`<div id="entry-${index + 1}">${entryArticle(catalog, entry)}</div>\n`)}</div>
${pager(catalog, words.days, neighbour(previous), neighbour(next))}`,
  })
}

function contents({ words }: Catalog, entries: DayEntries['entries']): Markup | null {
  if (entries.length < entriesForContents) return null
  return html`<nav class="contents" aria-label="${words.count(entries.length)}"><ol>${entries.map(
    (entry, index) => html`<li><a href="#entry-${index + 1}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`,
  )}</ol></nav>\n`
}
