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
  // A rule, or a table without words, says nothing.
  const from = blocks.findIndex(({ text }) => text.trim() !== '')
  const first = blocks[from]
  if (first === undefined) return null
  // A list says one language, so the passages behind the first are of the same.
  const end = blocks.findIndex(({ language }, index) => index > from && language !== first.language)
  const spoken = textOf(blocks.slice(from, end === -1 ? undefined : end).slice(0, mostBlocks))
  return { text: cutAt(spoken.replace(/\s+/g, ' ').trim(), longest), language: first.language }
}

/** No passage has less than a letter, and few are so short that more of them would fill three lines. */
const mostBlocks = 6

const isWide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u

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
