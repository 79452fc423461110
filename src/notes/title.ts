import { mathText } from '../text/math.ts'
import { mathSpans } from '../text/math-spans.ts'
import { type AuthorsReading, readAuthors } from './authors.ts'
import { webAddress } from './paper.ts'

/** What a title line gives. */
export interface TitleReading {
  /** The title as plain text, formulas in Unicode; empty when nothing is left of it. */
  readonly title: string
  /** The addresses the line gives, as in `[Title](https://…)`. */
  readonly links: readonly string[]
  /** The authors, where the line gives them as in `*Title* (Authors)`. */
  readonly authors: AuthorsReading
}

// No expression here can backtrack: each matches one run at one end of a text, or looks at one word of it.

/** A longer title, in characters, is taken as it stands, which bounds the work of taking off marks. */
const longestMarked = 1_000

/**
 * Reads a title line. The title may stand alone, or with the marks that people put around a whole title: `## Title`,
 * `[Title](url)`, `[[Title]]`, `**Title**`, `*Title* (Authors)`, `Title https://…`. Marks inside a title are part of it
 * (`ReST-MCTS*`), and so is a mark at its beginning with a backslash in front (`\#Tag wars`).
 */
export function readTitle(line: string): TitleReading {
  const written = line.trim()
  const heading = /^#{1,6}(?=\s|$)/.exec(written)
  const text = heading === null ? written : written.slice(heading[0].length).replace(/\s#+$/, '').trim()
  const { bare, links } = withoutTrailingLink(text)
  const marked = unwrap(bare)
  const title = marked.title.replace(/^\\(?=[!-/:-@[-`{-~\d])/, '')
  return { title: plainText(title), links: [...marked.links, ...links], authors: marked.authors }
}

function plainText(title: string): string {
  return mathSpans(title)
    .map((span) => ('prose' in span ? span.prose.replace(/\\\$/g, '$') : (mathText(span.tex) ?? span.written)))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Takes an address off the end of `Title https://…` or `Title (https://…)`: no title ends in an address. */
function withoutTrailingLink(text: string): { readonly bare: string; readonly links: readonly string[] } {
  const space = text.lastIndexOf(' ')
  const before = text.slice(0, Math.max(0, space))
  const word = space === -1 ? '' : text.slice(space + 1)
  const url = webAddress(word.replace(/^[(<](\S+)[)>]$/, '$1'))
  return url === null ? { bare: text, links: [] } : { bare: before.replace(/\s[-–—|:]$/u, '').trim(), links: [url] }
}

/** Takes off, one after another, the marks that stand around the whole of a title. */
function unwrap(text: string): TitleReading {
  const asItStands = { title: text, links: [], authors: null }
  if (text.length > longestMarked) return asItStands
  return emphasisedTitle(text) ?? wikiTitle(text) ?? linkedTitle(text) ?? asItStands
}

/** `**Title**` or `*Title* (Authors)`; null if the text isn't emphasised as a whole. */
function emphasisedTitle(text: string): TitleReading | null {
  const mark = /^(\*\*\*|\*\*|\*|___|__|_)(?=\S)/.exec(text)?.[1]
  if (mark === undefined) return null
  const end = text.lastIndexOf(mark)
  const inner = text.slice(mark.length, end)
  // Marks that pair up inside emphasise parts of the title: `*A* search and *B*` isn't emphasised as a whole.
  const pairsInside = inner.includes(mark) && (inner.split(mark).length - 1) % 2 === 0
  if (end <= mark.length || /\s$/.test(inner) || pairsInside) return null
  const rest = text.slice(end + mark.length).trim()
  const authors = rest === '' ? null : readAuthors(rest)
  if (rest !== '' && authors === null) return null
  const unwrapped = unwrap(inner)
  return { ...unwrapped, authors: unwrapped.authors ?? authors }
}

/** `[[Title]]`, `[[file|Title]]` or `[[Title]] (Authors)`, links of a vault of notes; null for anything else. */
function wikiTitle(text: string): TitleReading | null {
  const [, target, rest] = /^\[\[([^[\]]+)\]\](?!\()\s*([(（].*)?$/.exec(text) ?? []
  if (target === undefined) return null
  const authors = rest === undefined ? null : readAuthors(rest)
  if (rest !== undefined && authors === null) return null
  return { title: target.slice(target.indexOf('|') + 1).trim(), links: [], authors }
}

/** `[Title](url)` or `[Title](url) (Authors)`, where the title may hold balanced brackets; null for anything else. */
function linkedTitle(text: string): TitleReading | null {
  const labelEnd = text.startsWith('[') ? closingBracket(text) : -1
  if (labelEnd === -1) return null
  const behind = text.slice(labelEnd + 1, labelEnd + 4_000)
  const [, target, rest] = /^\(<?(https?:\/\/[^\s<>]+?)>?\)(?:\s+([(（].*))?$/i.exec(behind) ?? []
  const url = webAddress(target ?? '')
  const authors = rest === undefined ? null : readAuthors(rest)
  if (url === null || (rest !== undefined && authors === null)) return null
  const unwrapped = unwrap(text.slice(1, labelEnd))
  return { title: unwrapped.title, links: [url, ...unwrapped.links], authors: unwrapped.authors ?? authors }
}

/** The index at which the bracket that opens a text closes; -1 if it never does. */
function closingBracket(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    if (depth === 0) return index
  }
  return -1
}
