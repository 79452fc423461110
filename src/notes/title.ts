import { oneLine, withoutControl } from '../text/control.ts'
import { mathText } from '../text/math.ts'
import { mathSpans } from '../text/math-spans.ts'
import { type AuthorsReading, looksLikeAuthors, readAuthors, readAuthorsOfTitle } from './authors.ts'
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
 * `[Title](url)`, `[[Title]]`, `**Title**`, `*Title* (Authors)`, `Title https://…`, `1. Title`; and with authors behind it,
 * where they are certain ({@link readAuthorsOfTitle}). Marks inside a title are part of it (`ReST-MCTS*`), and so is a
 * mark at its beginning with a backslash in front (`\#Tag wars`, `\1. Start`).
 */
export function readTitle(line: string): TitleReading {
  const written = line.trim()
  const heading = /^#{1,6}(?=\s|$)/.exec(written)
  const text = (heading === null ? written : written.slice(heading[0].length).replace(/\s#+$/, '').trim()).replace(numberMark, '')
  const { bare, links } = withoutOuterLink(text)
  const marked = unwrap(bare)
  const title = marked.title.replace(/^\\(?=[!-/:-@[-`{-~\d])/, '')
  return { title: plainText(title), links: [...marked.links, ...links], authors: marked.authors }
}

function plainText(title: string): string {
  const text = mathSpans(title)
    .map((span) => ('prose' in span ? span.prose.replace(/\\\$/g, '$') : (mathText(span.tex) ?? span.written)))
    .join('')
  // TeX writes any character by its number, and the name of a file may hold any but a slash.
  return oneLine(withoutControl(text))
}

/** The number of a title among others: `1. Title`, `12) Title`. */
const numberMark = /^\d{1,3}[.)]\s+(?=\S)/

/** What is a link to the paper beside a title, and no words of the title: `[arxiv](https://…) Title`, `Title [[PDF](https://…)]`. */
const linkWords = /^\\?\[?(?:arxiv|paper|pdf|link|url|논문|論文|论文)\\?\]?$/i

/** Takes a link off the beginning or the end of a title, where the link's words only say that it is one. */
function withoutOuterLink(text: string): { readonly bare: string; readonly links: readonly string[] } {
  if (text.length > longestMarked || !/\]\(/.test(text)) return withoutTrailingLink(text)
  const first = /^\[((?:\\.|[^[\]\\]|\[[^[\]]*\])*)\]\((https?:\/\/[^\s()]+)\)\s+(\S.*)$/i.exec(text)
  if (first !== null && linkWords.test(first[1] as string))
    return { bare: first[3] as string, links: [webAddress(first[2] as string) ?? ''] }
  const last = /^(.*\S)\s+\[?\[([^[\]]*)\]\((https?:\/\/[^\s()]+)\)\]?$/i.exec(text)
  if (last !== null && linkWords.test(last[2] as string)) return { bare: last[1] as string, links: [webAddress(last[3] as string) ?? ''] }
  return withoutTrailingLink(text)
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
  return emphasisedTitle(text) ?? wikiTitle(text) ?? linkedTitle(text) ?? titleWithAuthors(text) ?? asItStands
}

/** Whether a title ends in authors whose parenthesis is never closed: `Title (Ada Lovelace, Alan Turing`. */
function isUnclosed(text: string): boolean {
  const open = text.lastIndexOf('(')
  return open > 0 && !text.slice(open).includes(')') && looksLikeAuthors(`${text.slice(open)})`)
}

/** `Title (Ada Lovelace, Alan Turing)`; null where the parenthesis doesn't hold authors for certain. */
function titleWithAuthors(text: string): TitleReading | null {
  if (isUnclosed(text)) return { title: text, links: [], authors: 'unbalanced' }
  const parted = partedAtParenthesis(text)
  const authors = parted === null ? null : readAuthorsOfTitle(parted.parenthesis)
  return parted === null || authors === null || authors === 'empty' ? null : { title: parted.before, links: [], authors }
}

/** A title and the parenthesis at its end, `Title (Extended Abstract)`; null for a title without one. */
export function partedAtParenthesis(text: string): { readonly before: string; readonly parenthesis: string } | null {
  if (!/[)）]$/u.test(text) || text.length > longestMarked * 4) return null
  let depth = 0
  for (let index = text.length - 1; index > 0; index -= 1) {
    const character = text.charAt(index)
    if (')）'.includes(character)) depth += 1
    else if ('(（'.includes(character)) depth -= 1
    if (depth > 0) continue
    const before = text.slice(0, index).trim()
    return before === '' ? null : { before, parenthesis: text.slice(index) }
  }
  return null
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
  if (rest !== '' && authors === null && !isParenthesis(rest)) return null
  const unwrapped = unwrap(inner)
  return { ...withRemark(unwrapped, authors === null ? rest : ''), authors: unwrapped.authors ?? authors }
}

/** Whether what stands behind a marked title is one parenthesis: `**Title** (ICML 2024)`. */
function isParenthesis(rest: string): boolean {
  return /^[(（][^()（）]+[)）]$/u.test(rest)
}

/** A title with the parenthesis behind it that holds no authors. */
function withRemark(reading: TitleReading, remark: string): TitleReading {
  return remark === '' ? reading : { ...reading, title: `${reading.title} ${remark}` }
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
  if (url === null || (rest !== undefined && authors === null && !isParenthesis(rest))) return null
  const unwrapped = withRemark(unwrap(text.slice(1, labelEnd)), authors === null ? (rest ?? '') : '')
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
