import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'

/** A day beside its entries, leading to its page: a large numeral, then month and weekday. */
export function dayRail({ words }: Frame, day: Day, published: Date | null = null): Markup {
  const instant = published === null ? html` datetime="${day}"` : html` class="dt-published" datetime="${published.toISOString()}"`
  return html`<a href="${paths.day(day)}"><time${instant}>${inParts(words, day)}</time></a>`
}

/** The same as the heading of the day's own page, which is read out as people write it. */
export function dayHeading({ words }: Frame, day: Day): Markup {
  return html`<h1 class="rail"><time datetime="${day}"><span class="unseen p-name">${words.day(day)}</span><span aria-hidden="true">${inParts(words, day)}</span></time></h1>`
}

function inParts({ calendar }: Words, day: Day): Markup {
  return html`<span class="numeral">${String(Number(day.slice(8)))}</span> <span class="month">${calendar.month(day)}</span> <span class="weekday">${calendar.weekday(day)}</span>`
}
