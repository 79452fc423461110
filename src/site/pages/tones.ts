import { html, type Markup } from '../../text/html.ts'
import type { Frame } from './frame.ts'

/** How many tones there are; the style sheet has a colour for each. */
const toneCount = 4

/**
 * The class of a cell that stands for so many entries, among cells with these numbers. The deepest tone begins where a tenth
 * of the cells have more, so that one day on which a whole collection came leaves the others their tones.
 */
export function tonesOf(counts: readonly number[]): (count: number) => string {
  const sorted = counts.toSorted((one, other) => one - other)
  const deepest = sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 1
  return (count) => `tone-${Math.min(toneCount, Math.ceil((toneCount * count) / deepest))}`
}

/** What the tones mean, for whoever sees them: each cell says its number besides. */
export function toneScale({ words }: Frame): Markup {
  const tones = Array.from({ length: toneCount }, (_, index) => html`<span class="tone-${index + 1}"></span>`)
  return html`<p class="scale" aria-hidden="true">${words.calendar.fewer} ${tones} ${words.calendar.most}</p>`
}
