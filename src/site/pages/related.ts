import type { Entry, Reason } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { dayText } from './entry-parts.ts'
import type { Frame } from './frame.ts'

/**
 * The notes that have to do with one, each with its day and the reason; nothing where there are none. A note that the page
 * leads to by a wiki link, or names among those that link to it, isn't named again.
 */
export function relatedNotes(frame: Frame, { entry, related, linkedFrom, wikiPaths }: PlacedEntry): Markup | null {
  const { words } = frame
  const named = new Set([...linkedFrom.map(({ path }) => path), ...wikiPaths.map(([, path]) => path)])
  const others = related.filter(({ path }) => !named.has(path))
  if (others.length === 0) return null
  return html`<section class="related" aria-labelledby="related"><h2 id="related" lang="${words.language}">${words.related.title}</h2>
<ul class="plain brief">${others.map(
    ({ path, title, language, day, reasons }) => html`<li><a href="${path}" lang="${language}">${title}</a>
<span class="why" lang="${words.language}">${dayText(frame, day)} · ${reasons.map((reason) => reasonText(words, entry, reason)).join(' · ')}</span></li>
`,
  )}</ul></section>
`
}

function reasonText({ related }: Words, { tags }: Entry, reason: Reason): string {
  switch (reason.kind) {
    case 'cited':
      return related.cited
    case 'citing':
      return related.citing
    case 'paper':
      return related.samePaper
    case 'tags':
      return related.tags(tags.flatMap(({ slug, label }) => (reason.slugs.includes(slug) ? `#${label}` : [])).join(' '))
    case 'words':
      return related.words(reason.words.join(', '))
  }
}
