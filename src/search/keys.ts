import { fnv1a } from '../text/fnv.ts'
import { initialsOf, mostInitials } from './hangul.ts'
import { isHangul, isSyllabic, isWord } from './terms.ts'

/**
 * Keys are what an index is asked for. A word has a key as it is written, and one for each part of it that begins inside: so
 * whatever begins a key, or is one, is found by looking among its neighbours. Marks tell the other keys from words.
 */
export const keys = {
  /** What begins inside a word: `~former` of `transformer`. */
  inside: (part: string): string => `~${part}`,
  /** The initial consonants of a word in Hangul: `^ㄱㅎㅎㅅ` of 강화학습. */
  initials: (letters: string): string => `^${letters}`,
  /** A tag, by its slug. */
  tag: (slug: string): string => `#${slug}`,
  /** The day on which an entry was written: `@2024-06-10`. A month or a year begins it. */
  day: (day: string): string => `@${day}`,
  /** A paper, by its arXiv id or its DOI in lower case. */
  paper: (id: string): string => `=${id}`,
} as const

/**
 * In UTF-16 code units: words are cut there, so that a sentence in a script without spaces has no key as long as itself. No word
 * in letters that anyone means is longer.
 */
const [longestOfSyllables, longestOfLetters] = [16, 40]

/** The key of a word: the word itself, or its beginning where it is very long. */
export function keyOf(term: string): string {
  const longest = isSyllabic(term) ? longestOfSyllables : longestOfLetters
  if (term.length <= longest) return term
  return term.slice(0, isLowSurrogate(term.charCodeAt(longest)) ? longest - 1 : longest)
}

/** In letters: a shorter end of a Latin word is no part that anyone means. */
const shortestEnd = 3

/** The keys of the parts that begin inside a word. Of Latin ones only where the word stands in a title or a name (`hasParts`). */
export function insideKeys(term: string, hasParts: boolean): readonly string[] {
  if (isSyllabic(term)) return endsOf(term, 1)
  return hasParts && isWord(term) ? endsOf(term, shortestEnd) : []
}

function endsOf(term: string, shortest: number): readonly string[] {
  const ends: string[] = []
  for (let at = 1; at <= term.length - shortest; at += 1) {
    // Not between the two halves of a character beyond U+FFFF.
    if (isLowSurrogate(term.charCodeAt(at))) continue
    ends.push(keys.inside(keyOf(term.slice(at))))
  }
  return ends
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The key of a word's initial consonants; null where the word isn't in Hangul, or has one syllable. */
export function initialsKey(term: string): string | null {
  return term.length < 2 || !isHangul(term) ? null : keys.initials(initialsOf(term.slice(0, mostInitials)))
}

/** How many letters of a word in letters tell where its keys are. */
const stemOfWord = 3

/** What decides where a key is: all keys that begin with a word have the word's stem, so that they are looked for in one bucket. */
function stemOf(key: string): string {
  switch (key[0]) {
    case '~':
      return stemOf(key.slice(1))
    case '^':
      return key.slice(0, 3)
    case '@':
    case '=':
      return key.slice(0, 5)
    case '#':
      return key
    default:
      return isSyllabic(key) ? (key.match(/^./u)?.[0] as string) : isWord(key) ? key.slice(0, stemOfWord) : key
  }
}

/** The bucket of a key, out of a power of two. */
export function bucketOf(key: string, buckets: number): number {
  return fnv1a(stemOf(key)) & (buckets - 1)
}
