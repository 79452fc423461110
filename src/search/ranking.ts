import { type Evidence, type Fit, fits } from './evidence.ts'
import type { Match } from './matching.ts'
import type { Clause } from './query.ts'

/** What each fit is worth in each part of an entry: in the order none, inside a word, beginning of one, whole. */
const worths: Readonly<Record<'title' | 'tags' | 'authors' | 'text', readonly [number, number, number, number]>> = {
  title: [0, 100, 130, 160],
  tags: [0, 18, 24, 30],
  authors: [0, 16, 22, 28],
  text: [0, 1, 2, 3],
}

/** What it is worth that a text has a word once more: less than a better fit. */
const oftener = 0.3

/** The clauses that a title may have: a day, a paper, a tag or an author that was asked for stands elsewhere. */
const titled: ReadonlySet<Clause['kind']> = new Set<Clause['kind']>(['word', 'phrase', 'initials'])

/** How well an entry answers, the first number first: each says nothing where the one before differs. */
type Score = readonly number[]

/**
 * How well an entry answers a query. A title that has all words comes before every entry that has one elsewhere, the title that
 * is the query before all others; whole words come before beginnings, and these before insides. Last count what else tells
 * titles apart, tags and names, and the text.
 */
function scoreOf({ evidence }: Pick<Match, 'evidence'>, wanted: readonly Clause[]): Score {
  const ofWords = evidence.filter((_, index) => titled.has((wanted[index] as Clause).kind))
  const there = ofWords.filter((one) => one !== null)
  const elsewhere = evidence.reduce((sum, one) => sum + (one === null ? 0 : worthOf(one)), 0)
  if (there.length === 0 || there.some(({ title }) => title === fits.none)) return [0, 0, 0, elsewhere]
  const fitting = there.reduce((sum, { title }) => sum + title, 0)
  return [1, isTitleItself(ofWords, there) ? 1 : 0, fitting, finenessOf(ofWords, there) + elsewhere]
}

function worthOf({ title, tags, authors, text, textCount }: Evidence): number {
  const of = (part: keyof typeof worths, fit: Fit): number => worths[part][fit]
  const inText = text === fits.none ? 0 : of('text', text) + oftener * (textCount - 1)
  return of('title', title) + Math.max(of('tags', tags), of('authors', authors)) + inText
}

/** Words that nobody need have, such as `is`, are taken to be in a title where there is room for them. */
function isTitleItself(ofWords: readonly (Evidence | null)[], there: readonly Evidence[]): boolean {
  const [first] = there as [Evidence]
  if (there.some(({ title }) => title !== fits.whole)) return false
  // Two words that the title writes as one.
  if (first.titleLength === 1) return there.every(({ titlePlace }) => titlePlace === 0)
  return isInOrder(ofWords) && ofWords.length === first.titleLength
}

function isInOrder(ofWords: readonly (Evidence | null)[]): boolean {
  const [first] = ofWords.filter((one) => one !== null) as [Evidence]
  const offset = first.titlePlace - ofWords.indexOf(first)
  return ofWords.every((one, index) => one === null || one.titlePlace === index + offset)
}

/** What tells apart titles that have all words as well: how much of the title they are, in which order, and where. */
function finenessOf(ofWords: readonly (Evidence | null)[], there: readonly Evidence[]): number {
  const [first] = there as [Evidence]
  const covered = Math.min(1, there.length / Math.max(1, first.titleLength))
  return 12 * covered + (isInOrder(ofWords) ? 8 : 0) + (first.titlePlace === 0 ? 4 : 0)
}

/** Matches, the best first; of two that are as good, the newer. */
export function rank(matches: readonly Match[], wanted: readonly Clause[]): readonly Match[] {
  const scored = matches.map((match) => ({ match, score: scoreOf(match, wanted) }))
  return scored
    .toSorted((one, other) => difference(one.score, other.score) || other.match.entry - one.match.entry)
    .map(({ match }) => match)
}

function difference(one: Score, other: Score): number {
  const at = one.findIndex((number, index) => number !== other[index])
  return at === -1 ? 0 : (other[at] as number) - (one[at] as number)
}
