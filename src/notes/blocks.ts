import { escapeHtml, type Html, trustedHtml } from '../text/html.ts'
import { type Language, type LanguageContext, languageOf } from '../text/language.ts'
import { type MarkdownContext, type Rendered, renderBlock, renderInline } from './markdown.ts'
import type { Block } from './note.ts'

/** A line of a file, with its number counted from 1. */
export interface Line {
  readonly text: string
  readonly number: number
}

/** What blocks are rendered with. */
export interface BlockContext extends MarkdownContext, LanguageContext {}

/** A block, with what only its surroundings need to know of it. */
export interface ParsedBlock extends Block {
  readonly quote: readonly ParsedBlock[] | null
  readonly links: readonly string[]
  readonly relative: readonly string[]
  /** Whether a letter of it told its language; else it took that of its surroundings. */
  readonly isProse: boolean
}

type Kind = 'paragraph' | 'heading' | 'quote' | 'list' | 'table' | 'code' | 'math'

interface RawBlock {
  readonly kind: Kind
  readonly lines: readonly Line[]
}

/** The fence that opens a block of code; behind backticks stands no further one (CommonMark §4.5). */
const fence = /^(?:(`{3,})[^`]*$|(~{3,}))/
// Anchored, each a run of one class and then a character outside it: one way to read a line.
const listItem = /^(?:[-*+]|\d{1,3}[.)])\s+\S/
const headingLine = /^(#{1,6})\s+(\S.*)$/s
// The repeated group begins with a bar, which nothing before it can match: one way to read a line.
const tableRule = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

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
 * The lines of a body as blocks: every line a paragraph, but for code between fences, formulas between `$$`, lists,
 * quotes, tables and headings. Text without letters takes the language of the block above it.
 */
export function readBlocks(lines: readonly Line[], context: BlockContext, quotesAround: number = 0): readonly ParsedBlock[] {
  const blocks: ParsedBlock[] = []
  for (const raw of rawBlocks(lines, quotesAround < deepestQuote)) {
    blocks.push(parsed(raw, context, blocks.at(-1)?.language ?? context.site, quotesAround))
  }
  return blocks
}

/** Quotes nested deeper are text. */
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

/** What block begins at a line, and the index of the first line behind it. */
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
  // GFM §4.10: header and rule have as many cells; a row with more would lose them, so it is text instead.
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
  const told = raw.kind === 'code' || raw.kind === 'math' ? null : languageOf(source, context)
  const language = told ?? above
  const block = render(raw.kind, source, language, context)
  return { ...block, source, line: first.number, language, quote: null, isProse: told !== null }
}

/** The lines of a block, less the space that its first one begins with: indentation inside a block has a meaning. */
function dedented(lines: readonly Line[]): string {
  const margin = /^\s*/.exec((lines[0] as Line).text)?.[0].length ?? 0
  return lines.map(({ text }) => (text.slice(0, margin).trim() === '' ? text.slice(margin) : text.trimStart())).join('\n')
}

function render(kind: Exclude<Kind, 'quote'>, source: string, language: Language, context: MarkdownContext): Rendered {
  const wrapped = (name: string, inner: Rendered): Rendered => ({ ...inner, html: element(name, language, inner.html) })
  if (kind === 'paragraph') return wrapped('p', renderInline(source, context))
  if (kind === 'math') return wrapped('p', renderInline(`$$${source.replace(/\$\$/g, ' ').trim()}$$`, context))
  if (kind !== 'heading') return renderBlock(source, language, context)
  const [, marks, words] = headingLine.exec(source) as unknown as [string, string, string]
  // An entry's title is its page's first heading, and a feed's reader puts one above the item too.
  return wrapped(`h${Math.max(3, marks.length)}`, renderInline(words.replace(/\s#+$/, ''), context))
}

function element(name: string, language: Language, inner: Html): Html {
  return trustedHtml(`<${name} lang="${escapeHtml(language)}">${inner}</${name}>`)
}

/** What a callout says of itself when it is the abstract: the item says so in words of its own. */
const abstractLabel = /^(?:abstract|summary|tl;?dr|초록|요약)?$/i

/**
 * A quote, whose own lines are blocks again. The first line may be a callout's mark with the callout's title
 * (`> [!abstract] Abstract`): the mark is no text, the title is unless it only says what the mark did.
 */
function quote(raw: RawBlock, context: BlockContext, above: Language, quotesAround: number): ParsedBlock {
  const inner = raw.lines.map(({ text, number }) => ({ text: text.trim().replace(/^>\s?/, ''), number }))
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
    html: element('blockquote', language, trustedHtml(children.map((child) => child.html).join('\n'))),
    text: children.map((child) => child.text).join('\n'),
    quote: children,
    links: children.flatMap((child) => child.links),
    relative: children.flatMap((child) => child.relative),
    isProse: children.some((child) => child.isProse),
  }
}
