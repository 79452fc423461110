import { type Channel, type Entry, folderOf, type Tag } from '../../catalog/catalog.ts'
import { citationFormats } from '../../citations/citation-formats.ts'
import { citationMediaTypes, citationNames } from '../../citations/formats.ts'
import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { linkedBlocks } from './wiki-links.ts'

/** Authors and paper of an entry, then what its author says, the abstract and the tags: as h-entry (microformats2). */
export function entryParts(frame: Frame, placed: PlacedEntry): Markup {
  const { words } = frame
  const { entry } = placed
  return html`${byline(placed, words)}
${paperLinks(entry, words)}
<div class="e-content">
${
  entry.commentary.length === 0 ? null : html`<div class="commentary">${linkedBlocks(placed, entry.commentary)}</div>\n`
}${abstract(frame, placed)}</div>
${tagLinks(entry)}`
}

/** An entry among others of its day, with all it says. */
export function entryArticle(frame: Frame, placed: PlacedEntry): Markup {
  const { entry } = placed
  return html`<article class="entry h-entry">
<h2 class="p-name" lang="${entry.titleLanguage}"><a class="u-url" href="${paths.entry(entry.day, entry.name)}">${entry.title}</a></h2>
<time class="dt-published" datetime="${entry.published.toISOString()}" hidden></time>
${entryParts(frame, placed)}
</article>
`
}

/** How many authors stand in sight. */
const authorsInSight = 5

function byline({ entry: { authors, titleLanguage }, authorsWithPages }: PlacedEntry, words: Words): Markup | null {
  if (authors.length === 0) return null
  const names = authors.map(({ name, slug }, index) => {
    const written = authorsWithPages.includes(slug) ? html`<a href="${paths.author(slug)}">${name}</a>` : name
    return html`${index === 0 ? null : ', '}<span class="author">${written}</span>`
  })
  const hidden = names.slice(authorsInSight)
  return html`<div class="authors" lang="${titleLanguage}">${names.slice(0, authorsInSight)}${
    hidden.length === 0
      ? null
      : html` <details class="others"><summary>+${hidden.length}<span class="unseen" lang="${words.language}"> ${words.authors}</span></summary>${hidden}</details>`
  }</div>`
}

function paperLinks({ paper, venue }: Entry, words: Words): Markup | null {
  if (paper === null) return venue === null ? null : html`<p class="paper">${venue}</p>`
  const appeared = venue === null ? null : html` <span lang="und">${venue}</span>`
  const called = paper.arxivId === null ? new URL(paper.url).hostname.replace(/^www\./, '') : `arXiv:${paper.arxivId}`
  const pdf = paper.pdfUrl === null || paper.pdfUrl === paper.url ? null : html` <a href="${paper.pdfUrl}" type="application/pdf">PDF</a>`
  return html`<p class="paper" lang="${words.language}">${words.paper} <a class="u-bookmark-of" href="${paper.url}">${called}</a>${pdf}${appeared}</p>`
}

/** In UTF-16 code units of the text: an abstract that is longer is folded, so that what follows stands in sight. */
const longAbstract = 400

function abstract({ words }: Frame, placed: PlacedEntry): Markup | null {
  const { entry } = placed
  const [first] = entry.abstract
  if (first === undefined) return null
  const length = entry.abstract.reduce((sum, { text }) => sum + text.length, 0)
  // Where there is no commentary the abstract is what the entry says.
  const isOpen = length <= longAbstract || entry.commentary.length === 0
  return html`<details class="abstract"${isOpen ? html` open` : null}><summary lang="${words.language}">${words.abstract}</summary>
<blockquote class="p-summary" lang="${first.language}">${linkedBlocks(placed, entry.abstract)}</blockquote>
</details>
`
}

function tagLinks({ tags }: Entry): Markup | null {
  return tags.length === 0 ? null : html`<p class="tags">${tags.map(tagLink)}</p>`
}

/** A page's papers, for programs that keep literature. */
export function citationLinks({ words }: Frame, page: string): Markup {
  return html`<p class="cite">${words.cite}: <span lang="en">${citationFormats.map(
    (format) => html`<a href="${paths.citation(page, format)}" type="${citationMediaTypes[format]}" download>${citationNames[format]}</a> `,
  )}</span></p>
`
}

/** A tag that leads to its page. */
export function tagLink({ label, slug }: Tag): Markup {
  return tagChannelLink({ name: label, folder: folderOf('tag', slug) })
}

/** A tag's channel that leads to its page. */
export function tagChannelLink({ name, folder }: Pick<Channel, 'name' | 'folder'>): Markup {
  return html`<a class="tag p-category" href="${paths.at(folder)}" rel="tag">${name}</a> `
}

/** A day as people write it in the site's language. */
export function dayText({ words }: Frame, day: Day): Markup {
  return html`<time datetime="${day}">${words.day(day)}</time>`
}
