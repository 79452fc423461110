import { html, type Markup } from '../../text/html.ts'
import type { Language } from '../../text/language.ts'
import type { Frame } from './frame.ts'

/** What a page's pager leads to. */
export interface Neighbour {
  readonly path: string
  readonly words: Markup
  /** The language of the words; null where it is the page's. */
  readonly language: Language | null
}

/** The ways from a page to the one before it and the one behind it; nothing where there is neither. */
export function pager({ words }: Frame, label: string, previous: Neighbour | null, next: Neighbour | null): Markup | null {
  if (previous === null && next === null) return null
  const item = (rel: 'prev' | 'next', hint: string, to: Neighbour | null): Markup | null => {
    if (to === null) return null
    const language = to.language === null ? null : html` lang="${to.language}"`
    return html`<li class="${rel}"><span class="hint">${hint}</span> <a href="${to.path}" rel="${rel}"${language}>${to.words}</a></li>\n`
  }
  return html`<nav class="pager" aria-label="${label}: ${words.previous}, ${words.next}"><ul class="plain">${item('prev', words.previous, previous)}${item('next', words.next, next)}</ul></nav>`
}
