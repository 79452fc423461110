import { addEvidence, evidenceOf, type Fit, type Found, fits } from './evidence.ts'
import { type Unfinished, unfinished } from './hangul.ts'
import { keyOf, keys } from './keys.ts'
import { withoutParticle } from './particles.ts'
import type { Segment } from './segment.ts'
import type { Shard } from './shard.ts'
import { isHangul, isSyllabic, isWord } from './terms.ts'

/** In letters: whatever begins with fewer is in more than one bucket, and isn't looked for. */
const shortestBeginning = 3

/**
 * The entries of a segment that have a word, that have it as a beginning, or inside: of a word in letters there are parts in
 * titles and names only, of one in syllables everywhere. A number is found whole only. A Korean word is found with another
 * particle or none, too.
 *
 * @param isTyped whether its last syllable may not be finished
 */
export async function entriesWithWord(segment: Segment, term: string, isTyped: boolean): Promise<Found> {
  const found: Found = new Map()
  await addWord(found, segment, term, fits.whole)
  if (isTyped) {
    for (const end of unfinished(term).filter(({ before }) => before !== '')) {
      const shard = await segment.shardOf(end.before)
      for (const place of goingOn(shard, end)) addPostings(found, shard, place, fits.beginning)
    }
  }
  const stem = withoutParticle(term)
  if (stem !== null) await addWord(found, segment, stem, fits.beginning)
  return found
}

/**
 * The entries of a segment that have just this word: of Korean also with a particle, and of scripts without spaces, whose words
 * nothing parts, also inside.
 */
export async function entriesWithJust(segment: Segment, term: string): Promise<Found> {
  const found: Found = new Map()
  const key = keyOf(term)
  const shard = await segment.shardOf(key)
  const starts = isSyllabic(term) ? [key, keys.inside(key)] : [key]
  for (const [index, start] of starts.entries()) {
    for (const place of shard.beginningWith(start)) {
      const word = shard.keyAt(place).slice(index)
      const isJust = word === term || (isHangul(term) ? index === 0 && withoutParticle(word) === term : isSyllabic(term))
      if (isJust) addPostings(found, shard, place, index === 0 ? fits.whole : fits.inside)
    }
  }
  return found
}

/** @param whole how well the word itself fits: less where it is only a part of what was asked for */
async function addWord(found: Found, segment: Segment, term: string, whole: Fit): Promise<void> {
  const key = keyOf(term)
  const shard = await segment.shardOf(key)
  const exact = shard.exactly(key)
  if (exact !== null) addPostings(found, shard, exact, whole)
  const hasBeginnings = isSyllabic(term) || (isWord(term) && term.length >= shortestBeginning)
  if (!hasBeginnings) return
  for (const place of shard.beginningWith(key)) {
    if (place === exact) continue
    // A word with a particle is the word.
    addPostings(found, shard, place, withoutParticle(shard.keyAt(place)) === term ? whole : fits.beginning)
  }
  for (const place of shard.beginningWith(keys.inside(key))) addPostings(found, shard, place, fits.inside)
}

function addPostings(found: Found, shard: Shard, place: number, fit: Fit): void {
  for (const posting of shard.postingsAt(place)) addEvidence(found, posting.entry, evidenceOf(posting, fit))
}

/** The places of keys, of words and of their insides, that go on as an unfinished word may. */
function goingOn(shard: Shard, { before, from, to }: Unfinished): readonly number[] {
  return [before, keys.inside(before)].flatMap((start) =>
    shard.beginningWith(start).filter((place) => {
      const next = shard.keyAt(place).charCodeAt(start.length)
      return next >= from && next <= to
    }),
  )
}

/**
 * The entries of a segment that have a key.
 *
 * @param how whether just the key counts, also all that begin with it, or these where the key itself isn't there
 */
export async function entriesWithKey(segment: Segment, key: string, how: 'just' | 'beginning' | 'just or beginning'): Promise<Found> {
  const found: Found = new Map()
  const shard = await segment.shardOf(key)
  const exact = shard.exactly(key)
  const isBeginning = how === 'beginning' || (how === 'just or beginning' && exact === null)
  const places = isBeginning ? shard.beginningWith(key) : exact === null ? [] : [exact]
  for (const place of places) addPostings(found, shard, place, place === exact ? fits.whole : fits.beginning)
  return found
}
