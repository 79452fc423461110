import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import { titleList } from './day-lists.ts'
import { entryList, mostListed } from './entry-list.ts'
import { dayText, entryArticle } from './entry-parts.ts'
import { firstFitting } from './fitting.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { type Neighbour, pager } from './pager.ts'

/** What a day's page says of other days. */
export interface AroundDay {
  /** The days before and after it in time; null where it is the first or the last. */
  readonly previous: Day | null
  readonly next: Day | null
  /** Whether the same day of another year has entries. */
  readonly hasOtherYears: boolean
}

/** From so many entries on a day's page begins with a list of their titles. */
const entriesForContents = 4

/**
 * One day: its entries whole, in the notes' order, and the ways to the days before and after, to its month, and to the same
 * day of other years. A day with more than a page has room for shows its entries as lists do, or their titles alone.
 */
export function dayPage(frame: Frame, day: Day, entries: readonly PlacedEntry[], { previous, next, hasOtherYears }: AroundDay): string {
  const { words } = frame
  const { calendar } = words
  const neighbour = (to: Day | null): Neighbour | null =>
    to === null ? null : { path: paths.day(to), words: dayText(frame, to), language: null }
  const listed = entries.map(({ entry }) => entry)
  const otherYears = hasOtherYears ? html`<p><a href="${paths.everyYear(day.slice(5))}">${calendar.everyYear(day)}</a></p>\n` : null
  return layout(frame, {
    kind: 'day',
    path: paths.day(day),
    title: day,
    description: entries
      .map(({ entry }) => entry.title)
      .join(' · ')
      .slice(0, 300),
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<div class="h-feed">
<div class="lead"><p class="up"><a href="${paths.month(day.slice(0, 7))}">${calendar.month(day)}</a></p>
<h1 class="p-name">${dayText(frame, day)}</h1></div>
<div class="columns"><div>${firstFitting([
      () => wholeEntries(frame, entries),
      ...(listed.length > mostListed ? [] : [() => entryList(frame, listed)]),
      () => html`<div class="brief">${titleList(listed)}</div>`,
    ])}</div>
<div class="aside">${otherYears}</div></div>
</div>
${pager(frame, words.days, neighbour(previous), neighbour(next))}`,
  })
}

function wholeEntries(frame: Frame, entries: readonly PlacedEntry[]): Markup {
  return html`${contents(frame, entries)}${entries.map((placed, index) => html`<div id="entry-${index + 1}">${entryArticle(frame, placed)}</div>\n`)}`
}

function contents({ words }: Frame, entries: readonly PlacedEntry[]): Markup | null {
  if (entries.length < entriesForContents) return null
  return html`<nav class="contents" aria-label="${words.count(entries.length)}"><ol>${entries.map(
    ({ entry }, index) => html`<li><a href="#entry-${index + 1}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`,
  )}</ol></nav>\n`
}
