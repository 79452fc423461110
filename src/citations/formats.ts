import { createRequire } from 'node:module'
import type { CitationFormat } from './citation-formats.ts'
import { type CslItem, type CslName, withoutCommas } from './csl-item.ts'

/** BibTeX and RIS have no registered type but those that everyone uses; CSL-JSON's is registered with IANA. */
export const citationMediaTypes: Readonly<Record<CitationFormat, string>> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
}

/** The value of a citation's Content-Type field. CSL-JSON has no parameters: JSON is always UTF-8 (RFC 8259 §8.1). */
export const citationContentTypes: Readonly<Record<CitationFormat, string>> = {
  bib: `${citationMediaTypes.bib}; charset=utf-8`,
  ris: `${citationMediaTypes.ris}; charset=utf-8`,
  json: citationMediaTypes.json,
}

/** What people call the formats, the same in every language. */
export const citationNames: Readonly<Record<CitationFormat, string>> = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' }

interface CitationWriter {
  readonly written: (item: CslItem) => string
  readonly head: string
  readonly between: string
  readonly tail: string
}

const citationWriters: Readonly<Record<CitationFormat, CitationWriter>> = {
  bib: { written: bibtexEntry, head: '', between: '\n', tail: '' },
  ris: { written: risRecord, head: '', between: '', tail: '' },
  json: { written: cslJsonItem, head: '[\n', between: ',\n', tail: '\n]\n' },
}

/** A paper in each format, in UTF-8. */
export type WrittenPaper = Readonly<Record<CitationFormat, Buffer>>

/** Writes a paper, to be spliced into every document that lists it. */
export function writePaper(item: CslItem): WrittenPaper {
  const bytes = (format: CitationFormat): Buffer => Buffer.from(citationWriters[format].written(item))
  return { bib: bytes('bib'), ris: bytes('ris'), json: bytes('json') }
}

/** Papers as one document in a format, in UTF-8. */
export function writeCitations(format: CitationFormat, papers: readonly WrittenPaper[]): Buffer {
  const { head, between, tail } = citationWriters[format]
  const separator = Buffer.from(between)
  const spliced = papers.flatMap((paper, index) => (index === 0 ? [paper[format]] : [separator, paper[format]]))
  return Buffer.concat([Buffer.from(head), ...spliced, Buffer.from(tail)])
}

type Library = typeof import('@citation-js/core').plugins

let library: Library | null = null

/** Citation.js, loaded when the first paper is written: it takes 0.15 s, which only a build has use for. */
function citationJs(): Library {
  if (library !== null) return library
  const require = createRequire(import.meta.url)
  const { plugins } = require('@citation-js/core') as typeof import('@citation-js/core')
  require('@citation-js/plugin-bibtex')
  require('@citation-js/plugin-ris')
  // Otherwise it drops every letter without a command of TeX, all of Hangul among them. With this it escapes nothing.
  plugins.config.get('@bibtex').format.asciiOnly = false
  library = plugins
  return plugins
}

/** BibTeX's own names of the months, which every style writes out in its language. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/**
 * `@misc`, since an `@article` has to name its journal; it has no publisher. The library maps, brackets names and protects
 * capitals, but knows no eprint, abstract or keywords in BibTeX.
 */
function bibtexEntry(item: CslItem): string {
  const { DOI, URL, abstract, keyword, number, publisher, 'container-title': venue, ...rest } = item
  const forTex = {
    ...rest,
    type: 'document',
    title: protectedCapitals(tex(item.title)),
    ...(item.author === undefined ? {} : { author: item.author.map(texName) }),
    ...(DOI === undefined || obeyed.test(DOI) ? {} : { DOI }),
  }
  const [entry] = citationJs().output.format('bibtex', [forTex], { format: 'object' })
  if (entry === undefined) throw new Error('no BibTeX was made')
  const { month, ...properties } = entry.properties
  const fields = {
    ...properties,
    // Not by the library, which would say it once more, as text that TeX reads.
    url: texUrl(URL),
    ...(item.author === undefined ? { key: sortKey(item) } : {}),
    ...(venue === undefined ? {} : { howpublished: tex(venue) }),
    ...(number === undefined ? {} : { eprint: number.replace('arXiv:', ''), archiveprefix: 'arXiv' }),
    ...(keyword === undefined ? {} : { keywords: tex(keyword) }),
    ...(abstract === undefined ? {} : { abstract: tex(abstract) }),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`)
  if (month !== undefined) lines.push(`  month = ${months[Number(month) - 1]},\n`)
  return `@${entry.type}{${entry.label},\n${lines.join('')}}\n`
}

/**
 * What BibTeX sorts an entry without authors by, and some styles cite it by, in brackets: the letters and digits of its title,
 * short enough for BibTeX's limit of 500 bytes.
 */
function sortKey({ id, title }: CslItem): string {
  const plain = title
    .slice(0, 100)
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N} -]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? id : plain
}

/** What TeX obeys or BibTeX counts, even where styles print a field as it is: `^^5c` is a backslash, a dollar opens a formula. */
const obeyed = /[\\{}^$]/

/**
 * An address as BibTeX's styles and biblatex print it, character for character, by the packages url and hyperref: whatever
 * {@link obeyed} finds is percent-encoded, and so are the marks that no address needs. `%`, `#`, `&`, `_` and `~` stay: with
 * a backslash in front they would lead elsewhere.
 */
function texUrl(url: string): string {
  return url.replace(/[\\{}^$"<>|`]/g, encodeURIComponent)
}

const texOf: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '\u00a0': '~',
}

/**
 * Text as TeX reads it. BibTeX counts braces, escaped or not, so one without its partner needs a name: in braces, since
 * pandoc doesn't know it and would leave out what follows. `<` has a name because the library would find `<i>`. Two hyphens,
 * backticks or apostrophes are kept from becoming one sign; a line such as `x = 1` from looking like a field.
 */
function tex(text: string): string {
  const paired = indicesOfPairs(text)
  return text
    .replace(/[\\{}~^<>\u00a0]/g, (character, at: number) => (paired.has(at) ? `\\${character}` : (texOf[character] as string)))
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/([-`'])(?=\1)/g, '$1{}')
    .replace(/\n(?=[^\S\n]*(?:@|[\w-]+\s*=))/g, '\n{}')
}

/** Where the braces of a text stand that have a partner. */
function indicesOfPairs(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  const open: number[] = []
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index)
    else {
      const partner = open.pop()
      if (partner !== undefined) pairs.add(partner).add(index)
    }
  }
  return pairs
}

function texName(name: CslName): CslName {
  if ('literal' in name) return { literal: tex(name.literal) }
  const { family, given, suffix } = name
  return { family: tex(family), given: tex(given), ...(suffix === undefined ? {} : { suffix: tex(suffix) }) }
}

/** Braces around words whose capitals the library doesn't protect: `Łódź` anywhere, `GPT` at the head of a title. */
function protectedCapitals(title: string): string {
  return title.replace(/(:\s*)?((?:\\[&%$#_]|[^\s:{}\\])+)/gu, (whole, colon: string | undefined, word: string, at: number) => {
    const isFirst = at === 0 || colon !== undefined
    const isBare = /(?![A-Z])\p{Lu}/u.test(word) || (isFirst && /^.+[A-Z]/u.test(word))
    // A brace before a backslash would protect nothing: it makes a “special character” of BibTeX's.
    return isBare && !word.startsWith('\\') ? `${colon ?? ''}{${word}}` : whole
  })
}

/** The library maps the fields. Lines are ours: it breaks them after 70 UTF-16 units, within words, where readers put spaces. */
function risRecord(item: CslItem): string {
  const { id, 'citation-key': key, author, ...rest } = item
  const forRis = {
    ...rest,
    // Its `ID` is cut to 20 characters.
    'citation-label': key,
    ...(author === undefined
      ? {}
      : { author: author.map((name) => ('literal' in name ? { literal: withoutCommas(name.literal) } : name)) }),
  }
  const [record] = citationJs().output.format('ris', [forRis], { format: 'object' })
  if (record === undefined) throw new Error('no RIS was made')
  const { TY, ...tags } = record
  const lines = Object.entries(tags).flatMap(([tag, values]) => [values].flat().map((value) => risLine(tag, value)))
  return [risLine('TY', String(TY)), ...lines, 'ER  - \r\n'].join('')
}

/** One field on one line, whatever ends a line for a reader: a line of an abstract that began with `AB  -` would pass for a field. */
function risLine(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/[\s\p{Cc}]+/gu, ' ').trim()}\r\n`
}

/** The item alone, out of an array of one. */
function cslJsonItem(item: CslItem): string {
  return citationJs()
    .output.format('data', [item])
    .replace(/^\[\n|\n\]$/g, '')
}
