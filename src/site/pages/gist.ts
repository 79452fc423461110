import { type Block, type Entry, textOf } from '../../catalog/catalog.ts'
import type { Language } from '../../text/language.ts'

/** The beginning of what an entry says, on one line of plain text. */
export interface Gist {
  readonly text: string
  readonly language: Language
}

/**
 * In half-widths, where a Hangul syllable or a Han character has two and a Latin letter one: three lines of the widest
 * column, which on a telephone are six and are clamped to three by the style sheet.
 */
const longest = 240

/** The beginning of an entry's commentary, or of its abstract where it has none; null where it has neither. */
export function gistOf({ commentary, abstract }: Pick<Entry, 'commentary' | 'abstract'>): Gist | null {
  return beginningOf(commentary) ?? beginningOf(abstract)
}

function beginningOf(blocks: readonly Block[]): Gist | null {
  const runs = runsOf(blocks)
  // A short line in another language, as a quotation is, says less than what follows it.
  const run = runs.find(({ text }) => widthOf(text) >= shortest) ?? runs[0]
  return run === undefined ? null : { text: cutAt(run.text, longest), language: run.language }
}

/** In half-widths: a run that is shorter is passed over for one that isn't. */
const shortest = 40

/** The passages with words, of tables and code only where there is nothing else; neighbours in one language are one text, on one line. */
function runsOf(blocks: readonly Block[]): readonly Gist[] {
  const runs: { readonly language: Language; readonly blocks: Block[] }[] = []
  const withWords = blocks.filter(({ text }) => text.trim() !== '')
  const sentences = withWords.filter(({ html }) => !/^<(?:table|pre)\b/.test(html))
  // A few passages fill three lines.
  for (const block of (sentences.length === 0 ? withWords : sentences).slice(0, mostBlocks)) {
    const last = runs.at(-1)
    if (last?.language === block.language) last.blocks.push(block)
    else runs.push({ language: block.language, blocks: [block] })
  }
  return runs.map(({ language, blocks: ofRun }) => ({ language, text: textOf(ofRun).replace(/\s+/g, ' ').trim() }))
}

const mostBlocks = 8

const isWide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide.test(character) ? 2 : 1
  return width
}

/** Cuts a text at the last space within a width, or at the width where a script has no spaces, and says so with `…`. */
function cutAt(text: string, width: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += isWide.test(character) ? 2 : 1
    if (used > width) {
      const within = text.slice(0, end)
      const space = within.lastIndexOf(' ')
      return `${(space > end / 2 ? within.slice(0, space) : within).replace(/[\s,;:，、]+$/, '')}…`
    }
    end += character.length
  }
  return text
}
