import { type Block, type Entry, type Site, textOf } from '../catalog/catalog.ts'
import { html, type Markup, markupOf } from '../text/html.ts'
import type { Language } from '../text/language.ts'
import type { Addresses, Item } from './channel.ts'
import { rightsOf } from './rights.ts'
import { type Wording, wordingFor } from './wording.ts'

/** An entry as an item of every feed that carries it: it says nothing that depends on the feed. */
export function itemOf(entry: Entry, site: Site, addresses: Addresses): Item {
  const { id, title, titleLanguage, published, updated, authors, paper } = entry
  const told = entry.abstract.length > 0 ? entry.abstract : entry.commentary.slice(0, 1)
  return {
    id,
    permalinkUrl: addresses.permalinkUrl(entry.day, entry.name),
    title,
    titleLanguage,
    language: languageOfNotes(entry, site),
    published,
    updated,
    authors,
    summary: textOf(told) || title,
    summaryLanguage: told[0]?.language ?? titleLanguage,
    contentHtml: contentOf(entry, site.language, addresses).html,
    categories: entry.tags.map(({ label, slug }) => ({ term: slug, label })),
    paper,
    abstractText: textOf(entry.abstract),
    commentaryText: textOf(entry.commentary),
    rights: rightsOf(site),
    licenseUrl: site.license?.url ?? null,
    source: { title: site.title, feedUrls: addresses.feedUrls(null) },
  }
}

/** The language of most of what an entry's author wrote. */
export function languageOfNotes({ commentary, abstract }: Entry, site: Site): Language {
  return (commentary[0] ?? abstract[0])?.language ?? site.language
}

/**
 * An entry as HTML that needs nothing around it. Readers drop fields, classes and `lang` as they please: so authors,
 * links and tags stand in the text too, each named in words, and the abstract is a quote.
 */
function contentOf(entry: Entry, language: Language, addresses: Addresses): Markup {
  const wording = wordingFor(language)
  const parts: readonly (Markup | null)[] = [
    authorsOf(entry, wording),
    paperOf(entry, wording),
    entry.abstract.length === 0
      ? null
      : html`<p lang="${wording.language}"><strong>${wording.abstract}</strong></p>\n<blockquote lang="${entry.abstract[0]?.language ?? language}">${blocksHtml(entry.abstract)}</blockquote>`,
    entry.abstract.length === 0 || entry.commentary.length === 0
      ? null
      : html`<p lang="${wording.language}"><strong>${wording.commentary}</strong></p>`,
    entry.commentary.length === 0 ? null : blocksHtml(entry.commentary),
    tagsOf(entry, wording, addresses),
  ]
  const given = parts.filter((part) => part !== null)
  return given.length === 0 ? html`<p lang="${entry.titleLanguage}">${entry.title}</p>` : lines(given)
}

/** Blocks one below another. */
export function blocksHtml(blocks: readonly Block[]): Markup {
  return lines(blocks.map((block) => markupOf(block.html)))
}

function authorsOf({ authors, titleLanguage }: Entry, wording: Wording): Markup | null {
  if (authors.length === 0) return null
  return html`<p lang="${wording.language}">${wording.authors}: <span lang="${titleLanguage}">${authors.join(', ')}</span></p>`
}

function paperOf({ paper }: Entry, wording: Wording): Markup | null {
  if (paper === null) return null
  const words = paper.arxivId === null ? paper.url.replace(/^https?:\/\//, '') : `arXiv:${paper.arxivId}`
  const pdf = paper.pdfUrl === null || paper.pdfUrl === paper.url ? html`` : html` (<a href="${paper.pdfUrl}">PDF</a>)`
  return html`<p lang="${wording.language}">${wording.paper}: <a href="${paper.url}">${words}</a>${pdf}</p>`
}

function tagsOf({ tags }: Entry, wording: Wording, addresses: Addresses): Markup | null {
  if (tags.length === 0) return null
  const links = tags.map(
    ({ label, slug }, index) => html`${index === 0 ? '' : ' '}<a href="${addresses.tagUrl(slug)}" rel="tag">#${label}</a>`,
  )
  return html`<p lang="${wording.language}">${wording.tags}: ${links}</p>`
}

function lines(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html`\n${part}`))}`
}
