import type { Note } from '../notes/note.ts'
import { type Passage, termsOf } from '../text/terms.ts'
import { digestOnce } from './digest.ts'

/** What a signature is made of. */
export type SignedNote = Pick<Note, 'title' | 'abstract' | 'commentary'>

/** How many terms tell of one entry. */
const most = 24

/** The character that stands for no weight. */
const weightless = 32

/**
 * The terms that tell most of what an entry is about, the most telling first, each on a line: a character for its weight, the
 * term; then, behind a tab, how the entry writes it where that isn't the same. They are kept with the note as a digest of it:
 * to weigh the words of 10,000 notes takes 0.7 seconds.
 */
export function termLines(note: SignedNote): string {
  return digestOnce(note, 'terms', () => {
    const { title, abstract, commentary } = note
    // An abstract is long and says its words again and again: its pairs would take long to weigh and tell little more.
    const passages: readonly Passage[] = [
      { text: title, times: 2, hasPairs: true },
      ...commentary.map(({ text }) => ({ text, times: 1, hasPairs: true })),
      ...abstract.map(({ text }) => ({ text, times: 1, hasPairs: false })),
    ]
    return termsOf(passages, most)
      .map(({ term, written, weight }) => `${String.fromCharCode(weightless + weight)}${term}\t${written === term ? '' : written}`)
      .join('\n')
  })
}

/** The terms of the first lines, so many at most. */
export function firstTerms(lines: string, count: number): readonly string[] {
  const terms: string[] = []
  for (let start = 0; start < lines.length && terms.length < count; start = lineBehind(lines, start)) terms.push(termAt(lines, start)[0])
  return terms
}

function lineBehind(lines: string, start: number): number {
  const end = lines.indexOf('\n', start)
  return end === -1 ? lines.length : end + 1
}

function termAt(lines: string, start: number): readonly [term: string, written: string] {
  const tab = lines.indexOf('\t', start)
  const term = lines.slice(start + 1, tab)
  const end = lines.indexOf('\n', tab)
  return [term, lines.slice(tab + 1, end === -1 ? undefined : end) || term]
}

/** The same terms in the order of their hashes, so that two entries can be compared in one pass. */
export interface Signature {
  readonly lines: string
  readonly terms: readonly Signed[]
}

interface Signed {
  readonly hash: number
  readonly weight: number
  /** Where its line begins. */
  readonly start: number
}

const known = new WeakMap<SignedNote, Signature>()

/** The signature of a note. */
export function signatureOf(note: SignedNote): Signature {
  const signature = known.get(note) ?? signatureIn(termLines(note))
  known.set(note, signature)
  return signature
}

function signatureIn(lines: string): Signature {
  const terms: Signed[] = []
  for (let start = 0; start < lines.length; start = lineBehind(lines, start))
    terms.push({ hash: hashAt(lines, start + 1), weight: lines.charCodeAt(start) - weightless, start })
  return { lines, terms: terms.sort((one, other) => one.hash - other.hash) }
}

const tab = 9

/** 30 bits of FNV-1a (Fowler, Noll, Vo), here on UTF-16 units, of what stands before the next tab. */
function hashAt(lines: string, start: number): number {
  let hash = 0x811c9dc5
  for (let at = start, unit = lines.charCodeAt(at); unit !== tab; at += 1, unit = lines.charCodeAt(at))
    hash = Math.imul(hash ^ unit, 0x01000193)
  return hash >>> 2
}

/** A term that two signatures share. */
export interface Shared {
  /** Where its line begins in the first one. */
  readonly start: number
  /** What it weighs where it weighs less. */
  readonly weight: number
}

/** The terms that two signatures share, by their hashes. */
export function sharedBy(one: Signature, other: Signature): readonly Shared[] {
  const shared: Shared[] = []
  for (let i = 0, k = 0; i < one.terms.length && k < other.terms.length; ) {
    const mine = one.terms[i] as Signed
    const theirs = other.terms[k] as Signed
    if (mine.hash === theirs.hash) shared.push({ start: mine.start, weight: Math.min(mine.weight, theirs.weight) })
    if (mine.hash <= theirs.hash) i += 1
    if (mine.hash >= theirs.hash) k += 1
  }
  return shared
}

/**
 * The shared terms that weigh most, as the first entry writes them. A term that holds another one, or stands in it, is left out:
 * beside `tree search` no `search` is named.
 *
 * @param count how many terms at most
 */
export function heaviestWords({ lines }: Signature, shared: readonly Shared[], count: number): readonly string[] {
  const chosen: (readonly [term: string, written: string])[] = []
  for (const { start } of shared.toSorted((a, b) => b.weight - a.weight || a.start - b.start)) {
    if (chosen.length === count) break
    const found = termAt(lines, start)
    if (chosen.every(([term]) => !term.includes(found[0]) && !found[0].includes(term))) chosen.push(found)
  }
  return chosen.map(([, written]) => written)
}
