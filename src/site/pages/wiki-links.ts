import type { Block } from '../../catalog/catalog.ts'
import { html, type Markup, markupOf, trustedHtml } from '../../text/html.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import type { Frame } from './frame.ts'
import { onPage } from './passages.ts'

/** Blocks of an entry, one below another, whose wiki links lead to what they mean. One to the entry itself is words. */
export function linkedBlocks({ wikiPaths }: PlacedEntry, blocks: readonly Block[]): Markup {
  const paths = new Map(wikiPaths)
  const rendered = blocks.map((block) => (block.wikiLinks.length === 0 ? block.html : linked(paths, block)))
  return onPage(markupOf(trustedHtml(rendered.join('\n'))))
}

function linked(paths: ReadonlyMap<string, string>, block: Block): string {
  let out = ''
  let end = 0
  for (const link of block.wikiLinks) {
    const path = paths.get(link.target)
    if (path === undefined) continue
    const words = markupOf(trustedHtml(block.html.slice(link.start, link.end)))
    out += block.html.slice(end, link.start) + html`<a href="${path}">${words}</a>`.html
    end = link.end
  }
  return out + block.html.slice(end)
}

/** The titles of the entries that link to one; nothing where none does. */
export function backlinks({ words }: Frame, { linkedFrom }: PlacedEntry): Markup | null {
  if (linkedFrom.length === 0) return null
  return html`<section class="backlinks" aria-labelledby="backlinks"><h2 id="backlinks" lang="${words.language}">${words.linkedFrom}</h2>
<ul class="plain brief">${linkedFrom.map(({ path, title, language }) => html`<li><a href="${path}" lang="${language}">${title}</a></li>\n`)}</ul></section>
`
}
