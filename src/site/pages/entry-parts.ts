import { type Channel, type Entry, folderOf, type Tag } from '../../catalog/catalog.ts'
import { citationFormats } from '../../citations/citation-formats.ts'
import { citationMediaTypes, citationNames } from '../../citations/formats.ts'
import { authorsLine } from '../../feed/authors-line.ts'
import type { Day } from '../../text/day.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import type { PlacedEntry } from '../placed-entries.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { linkedBlocks } from './wiki-links.ts'

/** Authors, links, abstract, commentary and tags of an entry, marked up with microformats2 (h-entry). */
export function entryParts(frame: Frame, placed: PlacedEntry, { isAbstractOpen }: { readonly isAbstractOpen: boolean }): Markup {
  const { words } = frame
  const { entry } = placed
  return html`${byline(placed)}
${paperLinks(entry, words)}
<div class="e-content">
${abstract(frame, placed, isAbstractOpen)}${
  entry.commentary.length === 0 ? null : html`<div class="commentary">${linkedBlocks(placed, entry.commentary)}</div>\n`
}</div>
${tagLinks(entry)}`
}

/** An entry among others of its day: with all it says, its abstract folded. */
export function entryArticle(frame: Frame, placed: PlacedEntry): Markup {
  const { entry } = placed
  return html`<article class="entry h-entry">
<h2 class="p-name" lang="${entry.titleLanguage}"><a class="u-url" href="${paths.entry(entry.day, entry.name)}">${entry.title}</a></h2>
${entryParts(frame, placed, { isAbstractOpen: false })}
</article>
`
}

/** Entries as a list of titles, under their days. */
export function entryList(frame: Frame, entries: readonly Entry[]): Markup {
  if (entries.length === 0) return html`<p>${frame.words.noEntries}</p>`
  const runs: { readonly day: Day; readonly entries: Entry[] }[] = []
  // A day may have several runs: an entry that gives its instant can part another day's entries.
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last?.day === entry.day) last.entries.push(entry)
    else runs.push({ day: entry.day, entries: [entry] })
  }
  return html`<ol class="plain days">${runs.map(
    ({ day, entries: ofDay }) => html`<li>
<p class="day"><a href="${paths.day(day)}">${dayText(frame, day)}</a></p>
<ul class="plain titles">${ofDay.map((entry) => listed(frame, entry))}</ul>
</li>
`,
  )}</ol>`
}

function listed({ words }: Frame, { day, name, title, titleLanguage, authors, tags, published }: Entry): Markup {
  return html`<li class="h-entry"><a class="u-url p-name" href="${paths.entry(day, name)}" lang="${titleLanguage}">${title}</a>
${authors.length === 0 ? null : html`<span class="by" lang="${titleLanguage}">${authorsLine(authors.map((author) => author.name))}</span> `}${
  tags.length === 0 ? null : html`<span class="tags">${tags.map(tagLink)}</span>`
}<time class="dt-published" datetime="${published.toISOString()}" hidden>${words.day(day)}</time></li>
`
}

function byline({ entry: { authors, titleLanguage }, authorsWithPages }: PlacedEntry): Markup | null {
  if (authors.length === 0) return null
  const names = authors.map(({ name, slug }, index) => {
    const written = authorsWithPages.includes(slug) ? html`<a href="${paths.author(slug)}">${name}</a>` : name
    return html`${index === 0 ? null : ', '}<span class="author">${written}</span>`
  })
  return html`<p class="authors" lang="${titleLanguage}">${names}</p>`
}

function paperLinks({ paper, venue }: Entry, words: Words): Markup | null {
  if (paper === null) return venue === null ? null : html`<p class="paper">${venue}</p>`
  const appeared = venue === null ? null : html` <span lang="und">${venue}</span>`
  const called = paper.arxivId === null ? new URL(paper.url).hostname.replace(/^www\./, '') : `arXiv:${paper.arxivId}`
  const pdf = paper.pdfUrl === null || paper.pdfUrl === paper.url ? null : html` <a href="${paper.pdfUrl}" type="application/pdf">PDF</a>`
  return html`<p class="paper" lang="${words.language}">${words.paper} <a class="u-bookmark-of" href="${paper.url}">${called}</a>${pdf}${appeared}</p>`
}

function abstract({ words }: Frame, placed: PlacedEntry, isOpen: boolean): Markup | null {
  const { entry } = placed
  const [first] = entry.abstract
  if (first === undefined) return null
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
function tagLink({ label, slug }: Tag): Markup {
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
