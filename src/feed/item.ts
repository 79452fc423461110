import { type Block, type Catalog, type Entry, folderOf, type Paper, type Site, textOf } from '../catalog/catalog.ts'
import { type Html, html, type Markup, markupOf } from '../text/html.ts'
import type { Language } from '../text/language.ts'
import type { Words } from '../words/words.ts'
import type { Addresses } from './addresses.ts'
import type { FeedUrls } from './formats.ts'
import { rightsOf } from './rights.ts'

/** A tag as an item bears it. */
interface Category {
  /** What machines compare: the tag's slug. */
  readonly term: string
  /** What people read: the tag's label. */
  readonly label: string
}

/** What every format can say of one paper's notes. */
export interface Item {
  readonly id: string
  readonly permalinkUrl: string
  /** Plain text. */
  readonly title: string
  readonly titleLanguage: Language
  /** The language of most of what the item's author wrote. */
  readonly language: Language
  readonly published: Date
  readonly updated: Date
  readonly authors: readonly string[]
  /** Plain text, never empty. */
  readonly summary: string
  readonly summaryLanguage: Language
  /** Reads complete on its own; absolute addresses; no classes, styles or scripts. */
  readonly contentHtml: Html
  readonly categories: readonly Category[]
  readonly paper: Paper | null
  /** Plain text; empty where there is none. */
  readonly abstractText: string
  readonly commentaryText: string
  /** Whose it is and what may be done with it, on one line; null where the site doesn't say. */
  readonly rights: string | null
  /** The licence's own address; null where there is none. */
  readonly licenseUrl: string | null
  /** The site that a copy of it came from. */
  readonly source: { readonly title: string; readonly feedUrls: FeedUrls }
}

/** An entry as an item of every feed that carries it: it says nothing that depends on the feed. */
export function itemOf(entry: Entry, { site, words }: Pick<Catalog, 'site' | 'words'>, addresses: Addresses): Item {
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
    authors: authors.map(({ name }) => name),
    summary: textOf(told) || title,
    summaryLanguage: told[0]?.language ?? titleLanguage,
    contentHtml: contentOf(entry, words, addresses).html,
    categories: entry.tags.map(({ label, slug }) => ({ term: slug, label })),
    paper,
    abstractText: textOf(entry.abstract),
    commentaryText: textOf(entry.commentary),
    rights: rightsOf(site),
    licenseUrl: site.license?.url ?? null,
    source: { title: site.title, feedUrls: addresses.feedUrls(folderOf('site')) },
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
function contentOf(entry: Entry, words: Words, addresses: Addresses): Markup {
  const parts: readonly (Markup | null)[] = [
    authorsOf(entry, words),
    paperOf(entry, words),
    entry.abstract.length === 0
      ? null
      : html`<p lang="${words.language}"><strong>${words.abstract}</strong></p>\n<blockquote lang="${entry.abstract[0]?.language ?? words.language}">${blocksHtml(entry.abstract)}</blockquote>`,
    entry.abstract.length === 0 || entry.commentary.length === 0
      ? null
      : html`<p lang="${words.language}"><strong>${words.commentary}</strong></p>`,
    entry.commentary.length === 0 ? null : blocksHtml(entry.commentary),
    tagsOf(entry, words, addresses),
  ]
  const given = parts.filter((part) => part !== null)
  return given.length === 0 ? html`<p lang="${entry.titleLanguage}">${entry.title}</p>` : lines(given)
}

/** Blocks one below another. */
export function blocksHtml(blocks: readonly Block[]): Markup {
  return lines(blocks.map((block) => markupOf(block.html)))
}

function authorsOf({ authors, titleLanguage }: Entry, words: Words): Markup | null {
  if (authors.length === 0) return null
  return html`<p lang="${words.language}">${words.authors}: <span lang="${titleLanguage}">${authors.map(({ name }) => name).join(', ')}</span></p>`
}

function paperOf({ paper }: Entry, words: Words): Markup | null {
  if (paper === null) return null
  const written = paper.arxivId === null ? paper.url.replace(/^https?:\/\//, '') : `arXiv:${paper.arxivId}`
  const pdf = paper.pdfUrl === null || paper.pdfUrl === paper.url ? null : html` (<a href="${paper.pdfUrl}">PDF</a>)`
  return html`<p lang="${words.language}">${words.paper}: <a href="${paper.url}">${written}</a>${pdf}</p>`
}

function tagsOf({ tags }: Entry, words: Words, addresses: Addresses): Markup | null {
  if (tags.length === 0) return null
  const links = tags.map(
    ({ label, slug }, index) =>
      html`${index === 0 ? '' : ' '}<a href="${addresses.channelUrl(folderOf('tag', slug))}" rel="tag">#${label}</a>`,
  )
  return html`<p lang="${words.language}">${words.tags}: ${links}</p>`
}

function lines(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html`\n${part}`))}`
}
