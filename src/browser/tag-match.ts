import { folded } from '../text/folded.ts'

/** What separates the words of a tag: nobody has to type it as it stands there. */
const separators = /[\s_\-.·/#]+/gu

/** The last consonants of syllables in Unicode's order, from U+11A8, each as letters on the keys. */
const lastConsonants = 'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ')

/** What of a tag is looked through: its names in folded letters, and the consonants with which its syllables begin. */
export interface Matchable {
  readonly letters: readonly string[]
  readonly initials: readonly string[]
}

/** Makes the names of a tag ready to be looked through. */
export function matchable(names: readonly string[]): Matchable {
  const letters = names.map((name) => folded(name).replace(separators, ''))
  return { letters, initials: letters.map((name) => name.replace(/[^\u1100-\u1112]/g, '')) }
}

/**
 * A function that tells whether a tag has a name with what someone has typed so far in it. It is asked while an input method
 * composes, too: `절` may be on its way to `저렬`, so its last consonant may also begin the next syllable. Consonants alone are
 * the beginnings of syllables: `ㅈㄹ` finds `정렬`.
 */
export function matcherOf(typed: string): (tag: Matchable) => boolean {
  const query = folded(typed).replace(separators, '')
  const queries = [query, ...onTheWay(query)]
  const isInitials = /^[\u1100-\u1112]+$/.test(query)
  return ({ letters, initials }) =>
    letters.some((name) => queries.some((one) => name.includes(one))) || (isInitials && initials.some((name) => name.includes(query)))
}

/** What else a query that ends in a last consonant may become when a vowel is typed next. */
function onTheWay(query: string): readonly string[] {
  const last = lastConsonants[query.charCodeAt(query.length - 1) - 0x11a8]
  if (last === undefined) return []
  const [before, moving] = [last.slice(0, -1), last.slice(-1).normalize('NFKD')]
  const kept = before === '' ? '' : String.fromCharCode(0x11a8 + lastConsonants.indexOf(before))
  return [query.slice(0, -1) + kept + moving]
}
