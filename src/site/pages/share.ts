import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'

/** What buttons that copy say once they have, for the script that makes them work (`src/browser/copy.ts`). */
export function saidOfCopies({ moving: { copied, selected, failed } }: Words): Markup {
  return html` data-copied="${copied}" data-selected="${selected}" data-failed="${failed}"`
}

/**
 * Buttons that take a page along: its address, its papers for BibTeX, and the system's own way to pass something on. Hidden
 * where no script runs, and where the browser can't.
 *
 * @param path of the page
 * @param hasCitations whether its papers can be had below it
 */
export function shareTools({ words }: Frame, path: string, hasCitations: boolean): Markup {
  const { copyLink, copyBibtex, share } = words.moving
  const bibtex = hasCitations
    ? html`<button type="button" hidden data-copy-file="${paths.citation(path, 'bib')}">${copyBibtex}</button>\n`
    : null
  return html`<p class="tools" lang="${words.language}"${saidOfCopies(words)}><button type="button" hidden data-copy-link>${copyLink}</button>
${bibtex}<button type="button" hidden data-share>${share}</button></p>
`
}
