import { escapeHtml, trustedHtml } from '../text/html.ts'
import { isRightToLeft, type Language, type LanguageContext, languageOf } from '../text/language.ts'
import type { RefusedPassage } from '../text/math.ts'
import { type MarkdownContext, type Rendered, renderBlock, renderFormula, renderInline } from './markdown.ts'
import { type Block, noWikiLinks, type WikiLink } from './note.ts'

/** A line of a file, with its number counted from 1. */
export interface Line {
  readonly text: string
  readonly number: number
  /** The language that the author says the line is in; missing or null where its letters are to tell. */
  readonly language?: Language | null
}

/** The site's origin and languages, which blocks are rendered with. */
export interface BlockContext extends MarkdownContext, LanguageContext {}

/** A block, with facts that only the reader of the entry around it needs. */
export interface ParsedBlock extends Block {
  readonly kind: Kind
  /** The blocks inside a quote; null for any other block. */
  readonly quote: readonly ParsedBlock[] | null
  readonly links: readonly string[]
  readonly relative: readonly string[]
  readonly refused: readonly RefusedPassage[]
  /** Whether the block's own letters told its language. If not, the block took the language of the text above it. */
  readonly isProse: boolean
  /** Whether the author says the block's language. */
  readonly isTranslation: boolean
  /** Whether the block is a callout with its writer's own words: `> [!note]`. */
  readonly isRemark: boolean
}

type Kind = 'paragraph' | 'heading' | 'quote' | 'list' | 'table' | 'code' | 'math' | 'rule'

interface RawBlock {
  readonly kind: Kind
  readonly lines: readonly Line[]
}

/** The fence that opens a block of code. No other backtick stands behind a fence of backticks (CommonMark §4.5). */
const fence = /^(?:(`{3,})[^`]*$|(~{3,}))/
// This can't backtrack: it is anchored, and each run of a class ends at a character outside that class.
const listItem = /^(?:[-*+]|\d{1,3}[.)])\s+\S/
// Only one alternative can begin at a character, and only short lines are tried against it.
const rule = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/
const headingLine = /^(#{1,6})\s+(\S.*)$/s
// The rule below a table's header. It can't backtrack, since the repeated group begins with a bar, which nothing before it matches.
const tableRule = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/** In characters, which bounds what the expression for rules is tried against. */
const longestRule = 200

/** Whether a line is a rule: `---`, `* * *`, `____` or `====`. */
export function isRule(bare: string): boolean {
  return bare.length <= longestRule && rule.test(bare)
}

/** The fence a line opens, or null. */
export function openedFence(line: string): string | null {
  const opened = fence.exec(line.trim())
  return opened?.[1] ?? opened?.[2] ?? null
}

/** Whether a line closes a block of code that this fence opened (CommonMark §4.5). */
export function closesFence(line: string, opened: string): boolean {
  const bare = line.trim()
  return bare.length >= opened.length && bare === opened.charAt(0).repeat(bare.length)
}

/**
 * The lines of a body as blocks. Every line is a paragraph, but for code between fences, formulas between `$$`, lists,
 * quotes, tables and headings. A block whose letters tell no language takes the language of the block above it.
 */
export function readBlocks(lines: readonly Line[], context: BlockContext, quotesAround: number = 0): readonly ParsedBlock[] {
  const blocks: ParsedBlock[] = []
  for (const raw of rawBlocks(lines, quotesAround < deepestQuote)) {
    blocks.push(parsed(raw, context, blocks.at(-1)?.language ?? context.site, quotesAround))
  }
  return blocks
}

/** In levels. The `>` of a quote nested deeper is text. */
const deepestQuote = 4

function rawBlocks(lines: readonly Line[], withQuotes: boolean): readonly RawBlock[] {
  const blocks: RawBlock[] = []
  for (let from = 0; from < lines.length; ) {
    if ((lines[from] as Line).text.trim() === '') {
      from += 1
      continue
    }
    const { kind, end } = blockAt(lines, from, withQuotes)
    blocks.push({ kind, lines: lines.slice(from, end) })
    from = end
  }
  return blocks
}

/** The kind of block that begins at a line, and the index of the first line behind the block. */
function blockAt(lines: readonly Line[], from: number, withQuotes: boolean): { readonly kind: Kind; readonly end: number } {
  const text = (index: number): string => lines[index]?.text.trim() ?? ''
  const bare = text(from)
  const endOf = (goesOn: (index: number) => boolean): number => {
    let end = from + 1
    while (end < lines.length && goesOn(end)) end += 1
    return end
  }
  const opened = openedFence(bare)
  if (opened !== null) {
    return { kind: 'code', end: endOf((index) => !closesFence(text(index), opened)) + 1 }
  }
  if (bare === '$$') {
    const closing = endOf((index) => text(index) !== '$$')
    if (closing < lines.length) return { kind: 'math', end: closing + 1 }
  }
  if (isRule(bare)) return { kind: 'rule', end: from + 1 }
  if (headingLine.test(bare)) return { kind: 'heading', end: from + 1 }
  if (withQuotes && bare.startsWith('>')) return { kind: 'quote', end: endOf((index) => text(index).startsWith('>')) }
  if (listItem.test(bare)) {
    const indented = (index: number): boolean => /^\s/.test(lines[index]?.text ?? '') && text(index) !== ''
    return {
      kind: 'list',
      end: endOf(
        (index) =>
          listItem.test(text(index)) || indented(index) || (text(index) === '' && (listItem.test(text(index + 1)) || indented(index + 1))),
      ),
    }
  }
  const width = bare.includes('|') && text(from + 1).includes('|') && tableRule.test(text(from + 1)) ? cellCount(bare) : 0
  // GFM §4.10: a header has as many cells as the rule below it, and cells of a row beyond that number are dropped. So a row
  // with more cells ends the table here and is text.
  if (width > 0 && width === cellCount(text(from + 1))) {
    return { kind: 'table', end: endOf((index) => text(index).includes('|') && cellCount(text(index)) <= width) }
  }
  return { kind: 'paragraph', end: from + 1 }
}

function cellCount(row: string): number {
  return row.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length
}

function parsed(raw: RawBlock, context: BlockContext, above: Language, quotesAround: number): ParsedBlock {
  const first = raw.lines[0] as Line
  if (raw.kind === 'quote') return quote(raw, context, above, quotesAround)
  const source = raw.kind === 'paragraph' || raw.kind === 'heading' ? first.text.trim() : dedented(raw.lines)
  const isSilent = raw.kind === 'code' || raw.kind === 'math' || raw.kind === 'rule'
  const told = first.language ?? (isSilent ? null : languageOf(source, context))
  const language = told ?? above
  const block = render(raw.kind, source, language, context)
  const isTranslation = typeof first.language === 'string'
  return {
    ...block,
    kind: raw.kind,
    source,
    line: first.number,
    language,
    quote: null,
    isProse: told !== null,
    isTranslation,
    isRemark: false,
  }
}

/** The lines of a block without the indentation of its first line; what a later line is indented further has a meaning. */
function dedented(lines: readonly Line[]): string {
  const margin = /^\s*/.exec((lines[0] as Line).text)?.[0].length ?? 0
  return lines.map(({ text }) => (text.slice(0, margin).trim() === '' ? text.slice(margin) : text.trimStart())).join('\n')
}

function render(kind: Exclude<Kind, 'quote'>, source: string, language: Language, context: MarkdownContext): Rendered {
  const wrapped = (name: string, inner: Rendered): Rendered => ({ ...inner, ...element(name, language, inner) })
  if (kind === 'rule') return { html: trustedHtml('<hr>'), text: '', links: [], relative: [], refused: [], wikiLinks: noWikiLinks }
  if (kind === 'paragraph') return wrapped('p', renderInline(source, context))
  if (kind === 'math') return wrapped('p', renderFormula(`$$${source.replace(/\$\$/g, ' ').trim()}$$`, context))
  if (kind !== 'heading') return renderBlock(source, language, context)
  const [, marks, words] = headingLine.exec(source) as unknown as [string, string, string]
  // The levels above are taken: the entry's title is a heading on its page and above its item in a feed reader.
  return wrapped(`h${Math.max(3, marks.length)}`, renderInline(words.replace(/\s#+$/, ''), context))
}

/** HTML and the wiki links in it. */
type Linked = Pick<Block, 'html' | 'wikiLinks'>

function element(name: string, language: Language, inner: Linked): Linked {
  const open = `<${name} lang="${escapeHtml(language)}"${isRightToLeft(language) ? ' dir="rtl"' : ''}>`
  return { html: trustedHtml(`${open}${inner.html}</${name}>`), wikiLinks: moved(inner.wikiLinks, open.length) }
}

/** Pieces of HTML, each on a line of its own. */
function joined(pieces: readonly Linked[]): Linked {
  let before = 0
  const wikiLinks = pieces.flatMap((piece) => {
    const links = moved(piece.wikiLinks, before)
    before += piece.html.length + 1
    return links
  })
  return { html: trustedHtml(pieces.map(({ html }) => html).join('\n')), wikiLinks: wikiLinks.length === 0 ? noWikiLinks : wikiLinks }
}

/** Links in HTML that so many characters now stand before. */
function moved(links: readonly WikiLink[], by: number): readonly WikiLink[] {
  return links.length === 0 ? links : links.map(({ target, start, end }) => ({ target, start: start + by, end: end + by }))
}

/** Callouts that hold the paper's words; any other holds its writer's. */
const ownWords = /^\[!(?:abstract|summary|tldr|quote|cite)\]/i

/** Titles that only say that a callout is the abstract. They are left out, since an item says so in its own words. */
const abstractLabel = /^(?:abstract|summary|tl;?dr|초록|요약)?$/i

/**
 * A quote, whose lines are blocks again. Its first line may be the mark of a callout, with a title behind it
 * (`> [!quote] From the paper`). The mark is no text; the title is, unless it is one of {@link abstractLabel}.
 */
function quote(raw: RawBlock, context: BlockContext, above: Language, quotesAround: number): ParsedBlock {
  const inner = raw.lines.map(({ text, number, language }) => ({
    text: text.trim().replace(/^>\s?/, ''),
    number,
    language: language ?? null,
  }))
  const [head, ...rest] = inner as [Line, ...Line[]]
  const title = /^\[!\w{1,20}\][+-]?(?:\s+(.*))?$/.exec(head.text.trim())
  const ownTitle = title?.[1] ?? ''
  const lines = title === null ? inner : abstractLabel.test(ownTitle) ? rest : [{ ...head, text: ownTitle }, ...rest]
  const children = readBlocks(lines, context, quotesAround + 1)
  const language = children.find((child) => child.isProse)?.language ?? above
  return {
    source: lines
      .map((line) => line.text)
      .join('\n')
      .trim(),
    line: (raw.lines[0] as Line).number,
    language,
    ...element('blockquote', language, joined(children)),
    text: children.map((child) => child.text).join('\n'),
    quote: children,
    links: children.flatMap((child) => child.links),
    relative: children.flatMap((child) => child.relative),
    refused: children.flatMap((child) => child.refused),
    isProse: children.some((child) => child.isProse),
    kind: 'quote',
    isTranslation: typeof raw.lines[0]?.language === 'string',
    isRemark: /^\[!/.test(head.text.trim()) && !ownWords.test(head.text.trim()),
  }
}
