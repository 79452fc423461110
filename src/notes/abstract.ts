import { isSameLanguage, type Language, type LanguageContext, languageOf } from '../text/language.ts'
import type { Line, ParsedBlock } from './blocks.ts'
import type { Block, Note } from './note.ts'

/** The text of an entry in two parts, with the reason for the first. */
export interface Division extends Pick<Note, 'abstract' | 'commentary'> {
  readonly why: string
}

/**
 * Divides an entry's text into abstract and commentary. The abstract is the quotes at the head of the text or, without
 * any, the paragraphs at its head that aren't in the site's language. A line of less than eight words that doesn't end as a
 * sentence does (`University of Somewhere`), a list, a heading, a table and a callout that is
 * neither an abstract nor a quote are commentary, and so is what stands behind them.
 */
export function divide(blocks: readonly ParsedBlock[], site: Language): Division {
  const unquoted = blocks.findIndex((block) => block.quote === null || block.isRemark)
  const quotes = unquoted === -1 ? blocks.length : unquoted
  if (quotes > 0) {
    return {
      abstract: abstractOf(blocks.slice(0, quotes)),
      commentary: blocks.slice(quotes).map(published),
      why: 'quoted lines at the head of the text',
    }
  }
  const foreign = blocks.findIndex((block) => !mayBeAbstract(block) || (block.isProse && isSameLanguage(block.language, site)))
  const end = foreign === -1 ? blocks.length : foreign
  const isAbstract = blocks.slice(0, end).some((block) => block.isProse)
  return {
    abstract: (isAbstract ? blocks.slice(0, end) : []).map(published),
    commentary: blocks.slice(isAbstract ? end : 0).map(published),
    why: 'paragraphs at the head of the text in another language than the site’s',
  }
}

function mayBeAbstract({ kind, isTranslation, isProse, text }: ParsedBlock): boolean {
  return !isTranslation && (kind === 'math' || kind === 'code' || (kind === 'paragraph' && (!isProse || isPassage(text))))
}

/** Whether a line is more than a name or an affiliation: eight words, or the end of a sentence. */
function isPassage(text: string): boolean {
  return (
    /[.!?:;。！？：…$]$|[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.trim()) ||
    text.split(/\s+/).length >= 8
  )
}

/** The blocks of an abstract that a section, a label or a field names; a quote in it is its text. */
export function abstractOf(blocks: readonly ParsedBlock[]): readonly Block[] {
  const all = blocks.flatMap((block) => block.quote ?? [block])
  return all.every(({ text }) => isPlaceholder(text)) ? [] : all.map(published)
}

/** What tools write where they know of no abstract. */
export function isPlaceholder(text: string): boolean {
  return /^[\s(_*[]*no abstract\b[^.]{0,200}\.?[\s)_*\]]*$/i.test(text)
}

/** A block without what only the reader of its entry needs. */
export function published({ source, line, language, html, text, wikiLinks }: ParsedBlock): Block {
  return { source, line, language, html, text, wikiLinks }
}

/** Whether an abstract that a label opens ends above a line: it is in another language than the site's, and the line is in the site's. */
export function endsAbstract(abstract: readonly Line[], text: string, context: LanguageContext): boolean {
  const last = abstract.findLast((line) => line.text.trim() !== '')
  if (last === undefined) return false
  return languageOf(text, context) === context.site && languageOf(last.text, context) !== context.site
}
