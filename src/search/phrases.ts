import { addEvidence, evidenceOf, type Found, fits } from './evidence.ts'
import { keyOf } from './keys.ts'
import type { Segment } from './segment.ts'
import { mostTold, type Posting } from './shard.ts'
import { isStopWord } from './stop-words.ts'
import { isSyllabic } from './terms.ts'

/** Where the entries of a segment have a word: by entry its posting, and its places among the entry's terms. */
type Placed = ReadonlyMap<number, { readonly posting: Posting; readonly places: readonly number[] }>

/**
 * The entries of a segment that have words next to each other. Of words that nearly every English text has, such as `is` and
 * `the`, only the room is looked at. The last word in syllables may go on, as with a particle.
 */
export async function entriesWithPhrase(segment: Segment, terms: readonly string[]): Promise<Found> {
  const telling = terms.flatMap((term, index) => (isStopWord(term) ? [] : [{ term, index }]))
  // Of nothing but such words, titles alone can say that they have them.
  const asked = telling.length === 0 ? terms.map((term, index) => ({ term, index })) : telling
  const placed = await Promise.all(asked.map(({ term, index }) => placedEntries(segment, term, index === terms.length - 1)))
  const found: Found = new Map()
  const [first, ...others] = placed as [Placed, ...Placed[]]
  const from = asked[0]?.index as number
  for (const [entry, { posting, places }] of first) {
    const starts = places.filter(
      (place) =>
        place >= from &&
        others.every((other, number) => other.get(entry)?.places.includes(place - from + (asked[number + 1]?.index as number)) ?? false),
    )
    const [start] = starts
    if (start === undefined) continue
    // A title that is longer than can be told may hold it.
    const isInTitle = posting.inTitle && (start < posting.titleLength || posting.titleLength === mostTold)
    const all = [posting, ...others.map((other) => (other.get(entry) as { readonly posting: Posting }).posting)]
    const inAll = (part: 'inTags' | 'inAuthors'): boolean => all.every((one) => one[part])
    const told = { ...posting, inTitle: isInTitle, inTags: inAll('inTags'), inAuthors: inAll('inAuthors') }
    addEvidence(found, entry, evidenceOf(told, fits.whole))
  }
  return found
}

async function placedEntries(segment: Segment, term: string, isLast: boolean): Promise<Placed> {
  const key = keyOf(term)
  const [shard, places] = await Promise.all([segment.shardOf(key), segment.placesOf(key)])
  const exact = shard.exactly(key)
  const asked = isLast && isSyllabic(term) ? shard.beginningWith(key) : exact === null ? [] : [exact]
  const placed = new Map<number, { readonly posting: Posting; readonly places: readonly number[] }>()
  for (const place of asked) {
    for (const [index, posting] of shard.postingsAt(place).entries()) {
      const here = places[place]?.[index] ?? []
      const before = placed.get(posting.entry)
      placed.set(posting.entry, {
        posting: before === undefined ? posting : merged(before.posting, posting),
        places: [...(before?.places ?? []), ...here],
      })
    }
  }
  return placed
}

function merged(one: Posting, other: Posting): Posting {
  const ofTitle = one.inTitle ? one : other
  return {
    ...ofTitle,
    inTitle: one.inTitle || other.inTitle,
    inAuthors: one.inAuthors || other.inAuthors,
    inTags: one.inTags || other.inTags,
    inText: Math.max(one.inText, other.inText),
  }
}
