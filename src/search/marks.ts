import { initialsOf } from './hangul.ts'
import { withoutParticle } from './particles.ts'
import type { Clause } from './query.ts'
import { isStopWord } from './stop-words.ts'
import { isHangul, isSyllabic, isWord, termsOf } from './terms.ts'

/** A stretch of a text, from one code unit up to another. */
export interface Mark {
  readonly from: number
  readonly to: number
}

/** What stands between spaces and signs, so far that its terms are a word or two. */
const piece = /[\p{L}\p{M}\p{N}'’ʼ]+[+#]*|[\p{Extended_Pictographic}]/gu

/** Where a text has words of a query, from its beginning to its end. */
export function marksIn(text: string, clauses: readonly Clause[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { 0: written, index } of text.matchAll(piece)) {
    const mark = clauses.flatMap((clause) => markIn(written, clause) ?? [])
    if (mark.length === 0) continue
    const [from, to] = [Math.min(...mark.map((one) => one.from)), Math.max(...mark.map((one) => one.to))]
    marks.push({ from: index + from, to: index + to })
  }
  return marks
}

/** What a piece of a text has of a clause: of syllables the part alone, of other words the whole. */
function markIn(written: string, clause: Clause): Mark | null {
  const whole = { from: 0, to: written.length }
  if (clause.kind === 'initials')
    return termsOf(written).some((term) => isHangul(term) && initialsOf(term).startsWith(clause.letters)) ? whole : null
  for (const term of wordsOf(clause)) {
    if (isSyllabic(term)) {
      // The text's Hangul is composed as keys are, and its other syllables are written as they are searched but for width.
      const from = written.indexOf(term)
      if (from !== -1) return { from, to: from + term.length }
    }
    const isThere = termsOf(written).some((one) => one === term || (isWord(term) && term.length > 2 && one.includes(term)))
    if (isThere) return whole
  }
  return null
}

function wordsOf(clause: Clause): readonly string[] {
  switch (clause.kind) {
    case 'word':
      return isStopWord(clause.term) ? [] : withParts(withoutParticle(clause.term) ?? clause.term)
    case 'author':
      return [clause.term]
    case 'phrase':
      return clause.terms.filter((term) => !isStopWord(term))
    default:
      return []
  }
}

/** A compound, and the halves that a text may write apart. */
function withParts(term: string): readonly string[] {
  if (!isHangul(term) || term.length < 4) return [term]
  return [term, term.slice(0, 2), term.slice(2)]
}

/** In half-widths (a Latin letter has one, a syllable two): as much as three lines hold. */
const snippetWidth = 220

/** A part of a text that shows what was found in it. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** The part of a text around its first mark, or around the most marks that stand together; the beginning where there is none. */
export function snippetOf(text: string, clauses: readonly Clause[]): Snippet {
  const marks = marksIn(text, clauses)
  const from = startOf(text, marks)
  const end = endOf(text, from)
  const [before, behind] = [from > 0 ? '…' : '', end < text.length ? '…' : '']
  const shift = before.length - from
  return {
    text: before + text.slice(from, end).trimEnd() + behind,
    marks: marks.filter((mark) => mark.from >= from && mark.to <= end).map((mark) => ({ from: mark.from + shift, to: mark.to + shift })),
  }
}

/** In code units: how much stands before the first mark that is shown. */
const lead = 40

function startOf(text: string, marks: readonly Mark[]): number {
  const [first] = marks
  if (first === undefined || first.to <= snippetWidth / 3) return 0
  const counts = marks.map(({ from }) => marks.filter((other) => other.from >= from && other.from < from + snippetWidth / 2).length)
  const best = marks[counts.indexOf(Math.max(...counts))] as Mark
  const near = Math.max(0, best.from - lead)
  if (near === 0) return 0
  const space = text.indexOf(' ', near)
  return space === -1 || space > best.from ? near : space + 1
}

function endOf(text: string, from: number): number {
  let [width, end] = [0, from]
  for (const character of text.slice(from)) {
    width += character.charCodeAt(0) >= 0x1100 ? 2 : 1
    if (width > snippetWidth) {
      const space = text.lastIndexOf(' ', end)
      return space > from + (end - from) / 2 ? space : end
    }
    end += character.length
  }
  return text.length
}
