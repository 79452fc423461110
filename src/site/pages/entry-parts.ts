import type { Block, Entry, Site } from '../../catalog/catalog.ts'
import { citationFormats, citationMediaTypes } from '../../citations/formats.ts'
import { blocksHtml } from '../../feed/item.ts'
import { html, type Markup } from '../../text/html.ts'
import { slugOf } from '../../text/slug.ts'
import type { AuthorEntries } from '../authors.ts'
import { paths } from '../urls.ts'
import { type PageWording, pageWordingFor } from '../wording.ts'

/** What the parts of a page know of the site around an entry. */
export interface PageContext {
  readonly site: Site
  readonly authors: ReadonlyMap<string, AuthorEntries>
}

/** Authors, links, abstract, commentary and tags of an entry, marked up with microformats2 (h-entry). */
export function entryParts(entry: Entry, context: PageContext, isOpen: boolean): Markup {
  const wording = pageWordingFor(context.site.language)
  return html`${byline(entry, context)}
${paperLinks(entry, wording)}
<div class="e-content">
${abstract(entry.abstract, wording, isOpen)}${entry.commentary.length === 0 ? html`` : html`<div class="commentary">${blocksHtml(entry.commentary)}</div>\n`}</div>
${tagLinks(entry)}`
}

/** An entry among others of its day: with all it says, its abstract folded. */
export function entryArticle(entry: Entry, context: PageContext): Markup {
  return html`<article class="entry h-entry">
<h2 class="p-name" lang="${entry.titleLanguage}"><a class="u-url" href="${paths.entry(entry.day, entry.name)}">${entry.title}</a></h2>
${entryParts(entry, context, false)}
</article>
`
}

/** Entries as a list of titles, under their days. */
export function entryList(entries: readonly Entry[], context: PageContext): Markup {
  if (entries.length === 0) {
    const wording = pageWordingFor(context.site.language)
    return html`<p>${wording.noEntries}</p>`
  }
  const days: { day: string; entries: Entry[] }[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last?.day === entry.day) last.entries.push(entry)
    else days.push({ day: entry.day, entries: [entry] })
  }
  return html`<ol class="plain days">${days.map(
    ({ day, entries: ofDay }) => html`<li>
<p class="day"><a href="${paths.day(day)}">${dayText(day, context.site)}</a></p>
<ul class="plain titles">${ofDay.map((entry) => listed(entry, context))}</ul>
</li>
`,
  )}</ol>`
}

function listed(entry: Entry, context: PageContext): Markup {
  return html`<li class="h-entry"><a class="u-url p-name" href="${paths.entry(entry.day, entry.name)}" lang="${entry.titleLanguage}">${entry.title}</a>
${entry.authors.length === 0 ? html`` : html`<span class="by" lang="${entry.titleLanguage}">${shortAuthors(entry.authors)}</span> `}${
  entry.tags.length === 0 ? html`` : html`<span class="tags">${entry.tags.map((tag) => tagLink(tag))}</span>`
}<time class="dt-published" datetime="${entry.published.toISOString()}" hidden>${dayWords(entry.day, context.site)}</time></li>
`
}

/** The first authors, and how many there are besides. */
function shortAuthors(authors: readonly string[]): string {
  const shown = 3
  return authors.length <= shown + 1 ? authors.join(', ') : `${authors.slice(0, shown).join(', ')} +${authors.length - shown}`
}

function byline({ authors, titleLanguage }: Entry, context: PageContext): Markup {
  if (authors.length === 0) return html``
  const names = authors.map((name, index) => {
    const author = context.authors.get(slugOf(name))
    const written = author === undefined ? html`${name}` : html`<a href="${paths.author(author.slug)}">${name}</a>`
    return html`${index === 0 ? '' : ', '}<span class="author">${written}</span>`
  })
  return html`<p class="authors" lang="${titleLanguage}">${names}</p>`
}

function paperLinks({ paper }: Entry, wording: PageWording): Markup {
  if (paper === null) return html``
  const words = paper.arxivId === null ? new URL(paper.url).hostname.replace(/^www\./, '') : `arXiv:${paper.arxivId}`
  const pdf = paper.pdfUrl === null || paper.pdfUrl === paper.url ? html`` : html` <a href="${paper.pdfUrl}" type="application/pdf">PDF</a>`
  return html`<p class="paper" lang="${wording.language}">${wording.paper} <a class="u-bookmark-of" href="${paper.url}">${words}</a>${pdf}</p>`
}

function abstract(blocks: readonly Block[], wording: PageWording, isOpen: boolean): Markup {
  if (blocks.length === 0) return html``
  const language = (blocks[0] as Block).language
  return html`<details class="abstract"${isOpen ? html` open` : ''}><summary lang="${wording.language}">${wording.abstract}</summary>
<blockquote class="p-summary" lang="${language}">${blocksHtml(blocks)}</blockquote>
</details>
`
}

function tagLinks({ tags }: Entry): Markup {
  return tags.length === 0 ? html`` : html`<p class="tags">${tags.map((tag) => tagLink(tag))}</p>`
}

/** A page's papers, for programs that keep literature. */
export function citationLinks(folder: string, site: Site): Markup {
  const names = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' }
  const wording = pageWordingFor(site.language)
  return html`<p class="cite">${wording.cite}: <span lang="en">${citationFormats.map(
    (format) => html`<a href="${paths.citation(folder, format)}" type="${citationMediaTypes[format]}" download>${names[format]}</a> `,
  )}</span></p>
`
}

/** A tag that leads to its page. */
export function tagLink({ label, slug }: { readonly label: string; readonly slug: string }): Markup {
  return html`<a class="tag p-category" href="${paths.tag(slug)}" rel="tag">${label}</a> `
}

/** A day as people write it in the site's language. */
export function dayText(day: string, site: Site): Markup {
  return html`<time datetime="${day}">${dayWords(day, site)}</time>`
}

/** The same as plain text. */
export function dayWords(day: string, site: Site): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const { language } = pageWordingFor(site.language)
  return language === 'ko' ? `${year}년 ${month}월 ${date}일` : `${date} ${months[month - 1]} ${year}`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
