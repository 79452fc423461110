import { type Entry, type Paper, type Site, textOf } from '../../catalog/catalog.ts'
import { type CitationFormat, citationFormats } from '../../citations/citation-formats.ts'
import { catalogueName, isOrganisation, namesOf } from '../../citations/csl.ts'
import type { CslName } from '../../citations/csl-item.ts'
import { citationMediaTypes } from '../../citations/formats.ts'
import { languageOfNotes } from '../../feed/item.ts'
import { html, type Markup, markupOf, trustedHtml } from '../../text/html.ts'
import { addressesOn } from '../urls.ts'
import type { Frame } from './frame.ts'

/** What an entry's page says to machines of the paper it is about, and of itself. */
export function paperMetadata(frame: Pick<Frame, 'site'>, entry: Entry): Markup {
  const metas = citationTags(entry).map(([name, content]) => html`<meta name="citation_${name}" content="${content}">\n`)
  return html`${metas}${dataBlock(reviewOf(frame, entry))}\n`
}

/** Highwire Press's tags, by which Google Scholar, Zotero and their kin read a page, without their common prefix. */
function citationTags(entry: Entry): readonly (readonly [name: string, content: string])[] {
  const { title, titleLanguage, paper, tags } = entry
  const month = paper?.publicationMonth ?? null
  const optional: readonly (readonly [string, string | null])[] = [
    ['publication_date', month?.replace('-', '/') ?? null],
    ['arxiv_id', paper?.arxivId ?? null],
    ['doi', paper?.doi ?? null],
    ['pdf_url', paper?.pdfUrl ?? null],
    ['abstract_html_url', abstractPage(paper)],
    ['abstract', textOf(entry.abstract) || null],
  ]
  return [
    ['title', title],
    ...namesOf(entry).map((name) => ['author', catalogueName(name)] as const),
    ...optional.flatMap(([name, content]) => (content === null ? [] : [[name, content] as const])),
    ['language', titleLanguage],
    ...tags.map(({ label }) => ['keywords', label] as const),
  ]
}

function abstractPage(paper: Paper | null): string | null {
  if (paper === null) return null
  if (paper.arxivId !== null) return `https://arxiv.org/abs/${paper.arxivId}`
  return paper.url === paper.pdfUrl ? null : paper.url
}

/**
 * The notes as schema.org has it: a review of a scholarly article, whose abstract stands in Highwire's tags already. A member
 * that is undefined isn't written.
 */
function reviewOf({ site }: Pick<Frame, 'site'>, entry: Entry): object {
  const { title, titleLanguage, paper, published, updated, tags } = entry
  const url = addressesOn(site.origin).permalinkUrl(entry.day, entry.name)
  const authors = namesOf(entry)
  return {
    '@context': 'https://schema.org',
    '@type': 'Review',
    '@id': url,
    url,
    inLanguage: languageOfNotes(entry, site),
    author: { '@type': 'Person', name: site.author.name, url: site.author.url ?? undefined },
    datePublished: published.toISOString(),
    dateModified: updated.toISOString(),
    license: site.license?.url ?? undefined,
    keywords: tags.length === 0 ? undefined : tags.map(({ label }) => label),
    itemReviewed: {
      '@type': 'ScholarlyArticle',
      name: title,
      inLanguage: titleLanguage,
      author: authors.length === 0 ? undefined : authors.map(agentOf),
      datePublished: paper?.publicationMonth ?? undefined,
      identifier: paper?.doi == null ? undefined : { '@type': 'PropertyValue', propertyID: 'DOI', value: paper.doi },
      url: paper?.url,
      sameAs: paper?.doi == null ? undefined : doiUrl(paper.doi),
    },
  }
}

function agentOf(name: CslName): object {
  if ('literal' in name) return { '@type': isOrganisation(name) ? 'Organization' : 'Person', name: name.literal }
  const { given, family, suffix } = name
  return { '@type': 'Person', name: [given, family, ...(suffix === undefined ? [] : [suffix])].join(' ') }
}

/** No script: a data block (HTML §4.12.1), which policies on scripts leave alone. Without a `<` nothing can end it. */
export function dataBlock(data: object): Markup {
  return markupOf(trustedHtml(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`))
}

/** The DOI as a URL (DOI Handbook §3.8): what has a meaning in one, percent-encoded. */
function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`
}

/** A typed link (RFC 8288 §2). */
export interface Signpost {
  readonly rel: string
  readonly href: string
  readonly type: string | null
  /** What the link is from, where that isn't the page. */
  readonly anchor: string | null
}

/**
 * The links by which machines find their way (signposting.org) from an entry's page. Signposting takes a page for the
 * landing page of what it is about; this one isn't the paper's but a review of it. So author, licence and type are the
 * page's own, the paper is what it is `about` (RFC 6903 §2), and what is said of the paper has the paper for its anchor:
 * whoever can't tell anchors must leave such links out (RFC 8288 §3.2), and nobody takes the paper's DOI for the page's.
 */
export function signpostsOf(
  { site }: Pick<Frame, 'site'>,
  { paper }: Entry,
  citationUrl: (format: CitationFormat) => string,
): readonly Signpost[] {
  const own = reviewSignposts(site)
  if (paper === null) return own
  const anchor = paper.url
  return [
    ...own,
    ...ofPage('about', paper.doi === null ? paper.url : doiUrl(paper.doi)),
    ...(paper.doi === null ? [] : [{ rel: 'cite-as', href: doiUrl(paper.doi), type: null, anchor }]),
    ...(paper.pdfUrl === null ? [] : [{ rel: 'item', href: paper.pdfUrl, type: 'application/pdf', anchor }]),
    ...citationFormats.map((format) => ({ rel: 'describedby', href: citationUrl(format), type: citationMediaTypes[format], anchor })),
  ]
}

/** What is so of every entry's page: the worker says it in a header of its own, which costs the manifest one line. */
export function reviewSignposts({ author, license }: Site): readonly Signpost[] {
  return [...ofPage('author', author.url), ...ofPage('license', license?.url ?? null), ...ofPage('type', 'https://schema.org/Review')]
}

function ofPage(rel: string, href: string | null): readonly Signpost[] {
  return href === null ? [] : [{ rel, href, type: null, anchor: null }]
}

/** The value of a `Link` field (RFC 8288 §3). */
export function linkHeader(signposts: readonly Signpost[]): string {
  return signposts
    .map(({ rel, href, type, anchor }) =>
      [
        `<${href}>`,
        `rel="${rel}"`,
        ...(type === null ? [] : [`type="${type}"`]),
        ...(anchor === null ? [] : [`anchor="${quotable(anchor)}"`]),
      ].join('; '),
    )
    .join(', ')
}

/** URLs hold no quotes, but a backslash in a query stays as it is. */
function quotable(url: string): string {
  return url.replace(/[\\"]/g, '\\$&')
}

/** The same as elements of a page's head, which has no way to say that a link is from elsewhere. */
export function linkElements(signposts: readonly Signpost[]): Markup {
  return html`${signposts.filter(({ anchor }) => anchor === null).map(({ rel, href }) => html`<link rel="${rel}" href="${href}">\n`)}`
}
