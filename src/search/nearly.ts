import type { Found } from './evidence.ts'
import { foundOf, neededOf, partings, type TagsNamed } from './matching.ts'
import { withoutDoubtfulParticle, withoutParticle } from './particles.ts'
import type { Clause, Query } from './query.ts'
import type { Segment } from './segment.ts'
import { isHangul, isWord } from './terms.ts'

/** A query in which words that no entry has are others that are nearly the same. */
export interface Corrected {
  readonly query: Query
  /** The words that were replaced, each with the one in its place. */
  readonly corrections: readonly (readonly [typed: string, meant: string])[]
}

/**
 * A query for entries that have nearly what was typed: a word with a mistake in it, or Korean that is spaced otherwise. Null
 * where there is nothing near.
 */
export async function nearly(segments: readonly Segment[], { wanted, unwanted }: Query, tagsNamed: TagsNamed): Promise<Corrected | null> {
  const founds = await Promise.all(segments.map((segment) => foundOf(segment, wanted, tagsNamed)))
  const isNeeded = neededOf(wanted)
  const isMissing = wanted.map((_, index) => isNeeded[index] === true && founds.every((found) => (found[index] as Found).size === 0))
  const replaced = await Promise.all(wanted.map((clause, index) => (isMissing[index] ? nearClauses(segments, clause) : [clause])))
  if (replaced.some((clauses) => clauses.length === 0) || !isMissing.includes(true)) return null
  const corrections = wanted.flatMap((clause, index): readonly (readonly [string, string])[] =>
    isMissing[index] && (clause.kind === 'word' || clause.kind === 'author')
      ? [[clause.term, (replaced[index] as readonly Clause[]).map(termOf).join(' ')]]
      : [],
  )
  return { query: { wanted: replaced.flat(), unwanted }, corrections }
}

function termOf(clause: Clause): string {
  return clause.kind === 'word' || clause.kind === 'author' ? clause.term : ''
}

/** What to look for in the place of a word that no entry has; nothing where no other is near. */
async function nearClauses(segments: readonly Segment[], clause: Clause): Promise<readonly Clause[]> {
  if (clause.kind !== 'word' && clause.kind !== 'author') return []
  if (isHangul(clause.term)) return clause.kind === 'word' ? partsThatAreThere(segments, clause.term) : []
  const meant = await nearestWord(segments, clause.term)
  return meant === null ? [] : [clause.kind === 'word' ? { kind: 'word', term: meant, isTyped: false } : { kind: 'author', term: meant }]
}

/** In syllables: the ways to part a longer word grow exponentially. */
const longestParted = 10

async function partsThatAreThere(segments: readonly Segment[], word: string): Promise<readonly Clause[]> {
  const bare = withoutParticle(word) ?? word
  const stem = withoutDoubtfulParticle(word)
  if (bare.length > longestParted) return []
  for (const words of [...(stem === null || stem === bare ? [] : [[stem]]), ...partings(bare)]) {
    const clauses = words.map((term): Clause => ({ kind: 'word', term, isTyped: false }))
    const founds = await Promise.all(segments.map((segment) => foundOf(segment, clauses, () => [])))
    if (clauses.every((_, index) => founds.some((found) => (found[index] as Found).size > 0))) return clauses
  }
  return []
}

/** How many letters of a word may be wrong. None of a short one: too many short words are a letter apart. */
function mistakesIn(term: string): number {
  return !isWord(term) || term.length <= 4 ? 0 : term.length > 8 ? 2 : 1
}

async function nearestWord(segments: readonly Segment[], term: string): Promise<string | null> {
  const most = mistakesIn(term)
  if (most === 0) return null
  const [typed, ...others] = stemsNear(term)
  // Mostly the first letters are right.
  return (await nearestWithStems(segments, term, most, [typed as string])) ?? nearestWithStems(segments, term, most, others)
}

async function nearestWithStems(
  segments: readonly Segment[],
  term: string,
  most: number,
  stems: readonly string[],
): Promise<string | null> {
  const near = new Map<string, { readonly distance: number; entries: number }>()
  await Promise.all(
    segments.flatMap((segment) =>
      stems.map(async (stem) => {
        const shard = await segment.shardOf(stem)
        for (const place of shard.beginningWith(stem)) {
          const word = shard.keyAt(place)
          const distance = distanceBetween(term, word, most)
          if (distance > most) continue
          const before = near.get(word) ?? { distance, entries: 0 }
          before.entries += shard.postingsAt(place).length
          near.set(word, before)
        }
      }),
    ),
  )
  const [best] = [...near].toSorted(
    ([one, ofOne], [other, ofOther]) => ofOne.distance - ofOther.distance || ofOther.entries - ofOne.entries || (one < other ? -1 : 1),
  )
  return best?.[0] ?? null
}

/**
 * The first three letters of words that may be meant: those typed, two of them swapped, one left out or written twice. A word
 * whose first letters are wrong in another way is not found: its keys may be in any bucket.
 */
function stemsNear(term: string): readonly string[] {
  const [a, b, c, d] = Array.from(term) as [string, string, string, string]
  return [...new Set([a + b + c, b + a + c, a + c + b, b + c + d, a + c + d, a + b + d, a + a + b, a + b + b])]
}

/**
 * How many letters have to be changed, left out, put in or swapped with the next to make one word the other (optimal string
 * alignment); more than `most` where it is more.
 */
export function distanceBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, last]: [readonly number[], readonly number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line.push(
        Math.min(
          (last[column] as number) + 1,
          (line[column - 1] as number) + 1,
          (last[column - 1] as number) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] as number) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    if (Math.min(...line) > most) return most + 1
    ;[before, last] = [last, line]
  }
  return last[other.length] as number
}
