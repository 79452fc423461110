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

/** The ways from a page to the older one and the newer one; nothing where there is neither. */
export function pager({ words }: Frame, label: string, older: Neighbour | null, newer: Neighbour | null): Markup | null {
  if (older === null && newer === null) return null
  const item = (rel: 'prev' | 'next', hint: string, to: Neighbour | null): Markup | null => {
    if (to === null) return null
    const language = to.language === null ? null : html` lang="${to.language}"`
    return html`<li class="${rel}"><span class="hint">${hint}</span> <a href="${to.path}" rel="${rel}"${language}>${to.words}</a></li>\n`
  }
  return html`<nav class="pager" aria-label="${label}: ${words.older}, ${words.newer}"><ul class="plain">${item('prev', words.older, older)}${item('next', words.newer, newer)}</ul></nav>`
}
