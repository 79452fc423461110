import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { PagePicture } from '../pictures.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import { breadcrumbs, crumbsOfDay } from './breadcrumbs.ts'
import { titleList } from './day-lists.ts'
import { dayHeading } from './day-rail.ts'
import { entryList, mostListed } from './entry-list.ts'
import { dayText, entryArticle } from './entry-parts.ts'
import { firstFitting } from './fitting.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { notesAuthor } from './microformats.ts'
import { type Neighbour, pager } from './pager.ts'
import { shareTools } from './share.ts'
import { siteSubscribeButton } from './subscribe-button.ts'

/** What a day's page says of anything but its entries. */
export interface AroundDay {
  /** The days before and after it in time; null where it is the first or the last. */
  readonly previous: Day | null
  readonly next: Day | null
  /** Whether the same day of another year has entries. */
  readonly hasOtherYears: boolean
  /** What shows it in link previews; null where there is no picture. */
  readonly picture: PagePicture | null
}

/** From so many entries on a day's page has a list of their titles. */
const entriesForContents = 4

/**
 * One day: its entries whole, in the notes' order, and the ways to the days before and after, to its month, and to the same
 * day of other years. A day with more than a page has room for shows its entries as lists do, or their titles alone.
 */
export function dayPage(
  frame: Frame,
  day: Day,
  entries: readonly PlacedEntry[],
  { previous, next, hasOtherYears, picture }: AroundDay,
): string {
  const { words } = frame
  const { calendar } = words
  const neighbour = (to: Day | null): Neighbour | null =>
    to === null ? null : { path: paths.day(to), words: dayText(frame, to), language: null }
  const listed = entries.map(({ entry }) => entry)
  const otherYears = hasOtherYears ? html`<p><a href="${paths.everyYear(day.slice(5))}">${calendar.everyYear(day)}</a></p>\n` : null
  const columns = (list: Markup, titles: Markup | null): Markup => html`<div class="columns">
<div class="h-feed by-day">
${dayHeading(frame, day)}
${notesAuthor(frame)}
<div class="whole">
${list}
</div>
</div>
<div class="aside">
${siteSubscribeButton(frame)}
${titles}${otherYears}</div>
</div>`
  return layout(frame, {
    kind: 'day',
    picture,
    path: paths.day(day),
    title: words.day(day),
    description: entries
      .map(({ entry }) => entry.title)
      .join(' · ')
      .slice(0, 300),
    feeds: [siteFeed(frame)],
    head: null,
    main: html`${breadcrumbs(frame, crumbsOfDay(frame, day))}${firstFitting([
      () => columns(wholeEntries(frame, entries), contents(frame, entries)),
      ...(listed.length > mostListed ? [] : [() => columns(entryList(frame, listed), null)]),
      () => columns(html`<div class="brief">${titleList(listed)}</div>`, null),
    ])}
${shareTools(frame, paths.day(day), false)}${pager(frame, words.days, neighbour(previous), neighbour(next))}${backToTop(frame, entries)}`,
  })
}

function wholeEntries(frame: Frame, entries: readonly PlacedEntry[]): Markup {
  return html`${entries.map((placed, index) => html`<div id="entry-${index + 1}">${entryArticle(frame, placed)}</div>\n`)}`
}

/** The way back from the end of a day with so many entries that their titles stand beside them. */
function backToTop({ words }: Frame, entries: readonly PlacedEntry[]): Markup | null {
  if (entries.length < entriesForContents) return null
  return html`\n<p class="top"><a href="#main">${words.moving.top}</a></p>`
}

/** The titles of a day, folded where they stand above the entries, on a narrow screen. */
function contents({ words }: Frame, entries: readonly PlacedEntry[]): Markup | null {
  if (entries.length < entriesForContents) return null
  return html`<details class="contents"><summary>${words.count(entries.length)}</summary>
<ol>${entries.map(({ entry }, index) => html`<li><a href="#entry-${index + 1}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`)}</ol></details>\n`
}
