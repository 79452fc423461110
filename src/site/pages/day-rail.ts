import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'

/** A day beside its entries, leading to its page: a large numeral, then month and weekday. */
export function dayRail({ words }: Frame, day: Day, published: Date | null = null): Markup {
  const { month, weekday } = words.dayInParts(day)
  const instant = published === null ? html` datetime="${day}"` : html` class="dt-published" datetime="${published.toISOString()}"`
  return html`<a href="${paths.day(day)}"><time${instant}><span class="numeral">${String(Number(day.slice(8)))}</span> <span class="month">${month} · ${weekday}</span></time></a>`
}
