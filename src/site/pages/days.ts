import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { PagePicture } from '../pictures.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import { dayText, entryArticle } from './entry-parts.ts'
import type { Frame, FramedCatalog } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { type Neighbour, pager } from './pager.ts'

/** Every day, by month. */
export function daysPage(catalog: FramedCatalog): string {
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

/** What a day's page says of anything but its entries. */
export interface DaySurroundings {
  /** The days before and after it in time; null where it is the first or the last. */
  readonly previous: Day | null
  readonly next: Day | null
  /** What shows it in link previews; null where there is no picture. */
  readonly picture: PagePicture | null
}

/** From so many entries on a day's page begins with a list of their titles. */
const entriesForContents = 4

/** One day: its entries whole, in the notes' order, and the ways to the days before and after. */
export function dayPage(frame: Frame, day: Day, entries: readonly PlacedEntry[], { previous, next, picture }: DaySurroundings): string {
  const { words } = frame
  const neighbour = (to: Day | null): Neighbour | null =>
    to === null ? null : { path: paths.day(to), words: dayText(frame, to), language: null }
  return layout(frame, {
    kind: 'day',
    picture,
    path: paths.day(day),
    title: day,
    description: entries
      .map(({ entry }) => entry.title)
      .join(' · ')
      .slice(0, 300),
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<div class="h-feed">
<h1 class="p-name">${dayText(frame, day)}</h1>
${contents(frame, entries)}${entries.map((placed, index) => html`<div id="entry-${index + 1}">${entryArticle(frame, placed)}</div>\n`)}</div>
${pager(frame, words.days, neighbour(previous), neighbour(next))}`,
  })
}

function contents({ words }: Frame, entries: readonly PlacedEntry[]): Markup | null {
  if (entries.length < entriesForContents) return null
  return html`<nav class="contents" aria-label="${words.count(entries.length)}"><ol>${entries.map(
    ({ entry }, index) => html`<li><a href="#entry-${index + 1}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`,
  )}</ol></nav>\n`
}
