import { type Block, type Catalog, type Entry, folderOf, type Paper, type Site, textOf } from '../catalog/catalog.ts'
import { type Html, html, type Markup, markupOf } from '../text/html.ts'
import type { Language } from '../text/language.ts'
import { legalXml } from '../text/xml.ts'
import type { Words } from '../words/words.ts'
import type { Addresses } from './addresses.ts'
import { authorsLine, isFolded } from './authors-line.ts'
import type { FeedUrls } from './formats.ts'

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
  /** Of the licence of the notes; null where it has no address, or the site names none. */
  readonly licenseUrl: string | null
  /** The site that a copy of it came from. */
  readonly source: { readonly title: string; readonly feedUrls: FeedUrls }
}

/** An entry as an item of every feed that carries it: it says nothing that depends on the feed. */
export function itemOf(entry: Entry, { site, words }: Pick<Catalog, 'site' | 'words'>, addresses: Addresses): Item {
  const { id, title, titleLanguage, published, updated, authors, paper } = entry
  const told = toldInSummary(entry)
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
    licenseUrl: site.license?.url ?? null,
    source: { title: site.title, feedUrls: addresses.feedUrls(folderOf('site')) },
  }
}

/** The language of most of what an entry's author wrote. */
export function languageOfNotes({ commentary, abstract }: Entry, site: Site): Language {
  return (commentary[0] ?? abstract[0])?.language ?? site.language
}

/**
 * How many UTF-16 code units of an entry's content are its commentary's, which comes first; 0 of an entry without one. Counted
 * without what no feed may hold.
 */
export function commentaryLength({ commentary }: Entry): number {
  return legalXml(blocksHtml(commentary).html).length
}

/** How many characters the first paragraphs of a commentary may have together to be the summary; the first one always is. */
const summaryLength = 500

/**
 * What the summary of an item says: how the commentary begins, in whole paragraphs of one language, since lists of items,
 * chat rooms and mails show the summary alone; the abstract where there is no commentary. The content has both.
 */
function toldInSummary({ abstract, commentary }: Entry): readonly Block[] {
  if (commentary.length === 0) return abstract
  let length = 0
  const end = commentary.findIndex(({ text, language }, index) => {
    length += text.length
    return index > 0 && (length > summaryLength || language !== commentary[0]?.language)
  })
  return end === -1 ? commentary : commentary.slice(0, end)
}

/**
 * An entry as HTML that needs nothing around it. What it says of the paper comes first, since lists of items show how the
 * content begins; then the facts. Readers drop fields, classes and `lang` as they please: so authors, links and tags
 * stand in the text too, each named in words, and the abstract is a quote.
 */
function contentOf(entry: Entry, words: Words, addresses: Addresses): Markup {
  const facts = [authorsOf(entry, words), paperOf(entry, words)]
  const [commentary, abstract] = [entry.commentary.length === 0 ? null : blocksHtml(entry.commentary), abstractOf(entry, words)]
  const parts: readonly (Markup | null)[] = [
    ...(commentary === null ? [abstract, ...facts] : [commentary, ...facts, abstract]),
    tagsOf(entry, words, addresses),
    allAuthorsOf(entry, words),
  ]
  const given = parts.filter((part) => part !== null)
  return given.length === 0 ? html`<p lang="${entry.titleLanguage}">${entry.title}</p>` : lines(given)
}

/** Blocks one below another. */
export function blocksHtml(blocks: readonly Block[]): Markup {
  return lines(blocks.map((block) => markupOf(block.html)))
}

function abstractOf({ abstract }: Entry, words: Words): Markup | null {
  const [first] = abstract
  if (first === undefined) return null
  return html`<p lang="${words.language}"><strong>${words.abstract}</strong></p>\n<blockquote lang="${first.language}">${blocksHtml(abstract)}</blockquote>`
}

function authorsOf({ authors, titleLanguage }: Entry, words: Words): Markup | null {
  return authors.length === 0 ? null : namesLine(words.authors, authorsLine(authors.map(({ name }) => name)), titleLanguage, words)
}

/** Every author, last, where the line above leaves some out: many readers know one author of an item. */
function allAuthorsOf({ authors, titleLanguage }: Entry, words: Words): Markup | null {
  const names = authors.map(({ name }) => name)
  return isFolded(names) ? namesLine(words.allAuthors, names.join(', '), titleLanguage, words) : null
}

function namesLine(label: string, names: string, language: Language, words: Words): Markup {
  return html`<p lang="${words.language}">${label}: <span lang="${language}">${names}</span></p>`
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
