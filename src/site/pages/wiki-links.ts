import type { Block, Catalog, Entry } from '../../catalog/catalog.ts'
import { html, type Markup, markupOf, trustedHtml } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { onPage } from './passages.ts'

/** Blocks of an entry, one below another, whose wiki links lead to what they mean. One to the entry itself is words. */
export function linkedBlocks(catalog: Catalog, entry: Entry, blocks: readonly Block[]): Markup {
  const rendered = blocks.map((block) => (block.wikiLinks.length === 0 ? block.html : linked(catalog, entry, block)))
  return onPage(markupOf(trustedHtml(rendered.join('\n'))))
}

function linked({ wikiLinks }: Catalog, entry: Entry, block: Block): string {
  let out = ''
  let end = 0
  for (const link of block.wikiLinks) {
    const to = wikiLinks.meanings.get(link.target)
    if (to === undefined || to === entry) continue
    const path = typeof to === 'string' ? paths.day(to) : paths.entry(to.day, to.name)
    const words = markupOf(trustedHtml(block.html.slice(link.start, link.end)))
    out += block.html.slice(end, link.start) + html`<a href="${path}">${words}</a>`.html
    end = link.end
  }
  return out + block.html.slice(end)
}

/** The titles of the entries that link to one; nothing where none does. */
export function backlinks({ words, wikiLinks }: Catalog, entry: Entry): Markup | null {
  const from = wikiLinks.linkedFrom.get(entry)
  if (from === undefined) return null
  return html`<section class="backlinks" aria-labelledby="backlinks"><h2 id="backlinks" lang="${words.language}">${words.linkedFrom}</h2>
<ul class="plain titles">${from.map(
    ({ day, name, title, titleLanguage }) => html`<li><a href="${paths.entry(day, name)}" lang="${titleLanguage}">${title}</a></li>\n`,
  )}</ul></section>
`
}
