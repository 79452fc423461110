import type { Evidence } from './evidence.ts'
import { type Match, matchesIn, type TagsNamed } from './matching.ts'
import { type Corrected, nearly } from './nearly.ts'
import { type Clause, type Query, queryOf } from './query.ts'
import { rank } from './ranking.ts'
import type { Segment } from './segment.ts'

/** What was found, the best first. */
export interface Answer {
  readonly query: Query
  readonly ranked: readonly Match[]
  /** What was looked for in the place of words that no entry has; empty where entries have just what was typed. */
  readonly corrections: Corrected['corrections']
}

/** The entries that answer what somebody typed, of all segments together. Rejects where a bucket can't be had. */
export async function answerTo(segments: readonly Segment[], typed: string, tagsNamed: TagsNamed): Promise<Answer> {
  const query = queryOf(typed)
  const ranked = await rankedOf(segments, query, tagsNamed)
  const found = { query, ranked, corrections: [] }
  if (ranked.length > 0 || query.wanted.length === 0) return found
  const near = await nearly(segments, query, tagsNamed)
  if (near === null) return found
  return { ...found, query: near.query, ranked: await rankedOf(segments, near.query, tagsNamed), corrections: near.corrections }
}

async function rankedOf(segments: readonly Segment[], query: Query, tagsNamed: TagsNamed): Promise<readonly Match[]> {
  const matches = await Promise.all(segments.map((segment) => matchesIn(segment, query, tagsNamed)))
  return rank(matches.flat(), query.wanted)
}

/** The parts of entries in which something may be found. */
export type FoundIn = 'title' | 'tags' | 'authors' | 'text'

/** Where an entry has the words that were looked for, in the order in which that counts. */
export function foundIn(evidence: readonly (Evidence | null)[], wanted: readonly Clause[]): readonly FoundIn[] {
  // A day, a paper or a tag was asked for by name.
  const ofWords = evidence.filter((_, index) => !['day', 'paper', 'tag'].includes((wanted[index] as Clause).kind))
  return (['title', 'tags', 'authors', 'text'] as const).filter((part) => ofWords.some((one) => one !== null && one[part] > 0))
}
