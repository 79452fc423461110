import { addEvidence, type Evidence, type Found, inAuthorsOnly } from './evidence.ts'
import { keyOf, keys } from './keys.ts'
import { withoutParticle } from './particles.ts'
import { entriesWithPhrase } from './phrases.ts'
import type { Clause, Query } from './query.ts'
import type { Segment } from './segment.ts'
import { isStopWord } from './stop-words.ts'
import { isHangul, isWord } from './terms.ts'
import { entriesWithJust, entriesWithKey, entriesWithWord } from './words.ts'

/** The slugs of the tags that somebody may mean by a name; none where no tag is called so. */
export type TagsNamed = (name: string) => readonly string[]

/** An entry that has all of a query: by its number, and where it has each clause; null of a clause that nobody need have. */
export interface Match {
  /** Counted from the oldest of the site. */
  readonly entry: number
  /** Parallel to the wanted clauses. */
  readonly evidence: readonly (Evidence | null)[]
}

/**
 * The entries of one segment that have all that a query wants, and nothing that it doesn't want. What they are worth is for
 * `rank` to say: which match is decided here alone. Rejects where a bucket can't be had.
 */
export async function matchesIn(segment: Segment, query: Query, tagsNamed: TagsNamed): Promise<readonly Match[]> {
  const { wanted, unwanted } = query
  if (wanted.length === 0) return []
  const [found, refused] = await Promise.all([foundOf(segment, wanted, tagsNamed), foundOf(segment, unwanted.map(asWhole), tagsNamed)])
  return together(segment, wanted, found).filter(({ entry }) => !refused.some((entries) => entries.has(entry - segment.first)))
}

/**
 * What each clause finds in a segment. Two words in a row are looked for as one, too, as `flashattention` for `flash attention`.
 * A word that nearly every text has is looked for where nothing else is wanted.
 */
export async function foundOf(segment: Segment, clauses: readonly Clause[], tagsNamed: TagsNamed): Promise<readonly Found[]> {
  const isAsked = neededOf(clauses)
  const [found, joined] = await Promise.all([
    Promise.all(clauses.map((clause, index) => (isAsked[index] ? entriesWith(segment, clause, tagsNamed) : new Map<number, Evidence>()))),
    Promise.all(
      clauses.slice(1).map((clause, index) => {
        const term = joinedTerm(clauses[index] as Clause, clause)
        return term === null ? new Map() : entriesWithWord(segment, term, false)
      }),
    ),
  ])
  for (const [index, entries] of joined.entries()) {
    for (const [entry, evidence] of entries) {
      addEvidence(found[index] as Found, entry, evidence)
      addEvidence(found[index + 1] as Found, entry, evidence)
    }
  }
  return found
}

/** Matches of entries that all clauses found which must be had. */
function together(segment: Segment, wanted: readonly Clause[], found: readonly Found[]): readonly Match[] {
  const isNeeded = neededOf(wanted)
  const needed = found.filter((_, index) => isNeeded[index])
  const [first, ...others] = needed.toSorted((one, other) => one.size - other.size) as [Found, ...Found[]]
  const entries = [...first.keys()].filter((entry) => others.every((other) => other.has(entry)))
  return entries.map((entry) => ({ entry: segment.first + entry, evidence: found.map((ofClause) => ofClause.get(entry) ?? null) }))
}

/** Which clauses an entry must have: all but the words that nearly every text has, and these too where there is nothing else. */
export function neededOf(clauses: readonly Clause[]): readonly boolean[] {
  const isNeeded = clauses.map((clause) => clause.kind !== 'word' || !isStopWord(clause.term))
  return isNeeded.includes(true) ? isNeeded : clauses.map(() => true)
}

function joinedTerm(one: Clause, next: Clause): string | null {
  if (one.kind !== 'word' || next.kind !== 'word' || isStopWord(one.term) || isStopWord(next.term)) return null
  const joined = one.term + next.term
  // What is cut would be found by its beginning, which may be one of the two.
  return isWord(one.term) && isWord(next.term) && keyOf(joined) === joined ? joined : null
}

/** What isn't wanted is a word as a whole: `-net` leaves out no networks, `-모델` no 모델링. */
function asWhole(clause: Clause): Clause {
  return clause.kind === 'word' ? { kind: 'phrase', terms: [clause.term] } : clause
}

async function entriesWith(segment: Segment, clause: Clause, tagsNamed: TagsNamed): Promise<Found> {
  switch (clause.kind) {
    case 'word':
      return union(await Promise.all([entriesWithWord(segment, clause.term, clause.isTyped), ...compoundsIn(segment, clause.term)]))
    case 'phrase':
      return clause.terms.length === 1 ? entriesWithJust(segment, clause.terms[0] as string) : entriesWithPhrase(segment, clause.terms)
    case 'initials':
      return entriesWithKey(segment, keys.initials(clause.letters), 'beginning')
    case 'tag':
      return union(await Promise.all(tagsNamed(clause.name).map((slug) => entriesWithKey(segment, keys.tag(slug), 'just'))))
    case 'author':
      return inAuthorsOnly(await entriesWithWord(segment, clause.term, true))
    case 'day':
      return entriesWithKey(segment, keys.day(clause.start), 'beginning')
    case 'paper':
      return entriesWithKey(segment, keys.paper(clause.id), 'just or beginning')
  }
}

function union(founds: readonly Found[]): Found {
  const all: Found = new Map()
  for (const found of founds) for (const [entry, evidence] of found) addEvidence(all, entry, evidence)
  return all
}

/** In syllables: a shorter word isn't two, and of a longer one there would be too many ways to part it. */
const [shortestCompound, longestCompound] = [4, 6]

/** The entries that write a compound with spaces in it: 강화 학습 for 강화학습. */
function compoundsIn(segment: Segment, term: string): readonly Promise<Found>[] {
  const bare = withoutParticle(term) ?? term
  if (!isHangul(bare) || bare.length < shortestCompound || bare.length > longestCompound) return []
  return partings(bare).map((words) => entriesWithPhrase(segment, words))
}

/** The ways to write a word as several of two syllables or more. */
export function partings(word: string): readonly (readonly string[])[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => index + 2).flatMap((cut) => {
    const [first, rest] = [word.slice(0, cut), word.slice(cut)]
    return [[first, rest], ...partings(rest).map((others) => [first, ...others])]
  })
}
