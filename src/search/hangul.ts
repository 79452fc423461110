/** The letters that a syllable may begin with, and the letters that it may end with, in the order of Unicode. A syllable without a final comes first. */
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const finals = '-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

/** Each initial has 588 syllables, each vowel behind it 28 (Unicode §3.12, “Hangul Syllable Composition”). */
const [firstSyllable, ofInitial, ofVowel] = [0xac00, 588, 28]

/** In syllables: how many initials of a word are told apart. */
export const mostInitials = 5

/** The initial consonants of syllables: ㄱㅎ of 강화. */
export function initialsOf(syllables: string): string {
  return Array.from(syllables, (syllable) => initials[Math.floor((syllable.charCodeAt(0) - firstSyllable) / ofInitial)]).join('')
}

/** Initial consonants that somebody types who means a word by them, such as ㅌㄹㅅ, as many as are told apart; null of anything else. */
export function typedInitials(text: string): string | null {
  // Input methods make one letter of two that a syllable may end with: ㅌㄹㅅ comes as ㅌㄽ.
  const letters = Array.from(text, (letter) => doubleFinals[letter] ?? letter).join('')
  const isOfInitials = letters.length > 1 && Array.from(letters).every((letter) => initials.includes(letter))
  return isOfInitials ? letters.slice(0, mostInitials) : null
}

/** Words that a word may become whose last syllable is being composed: those that go on, behind some syllables, with one of a run of others. */
export interface Unfinished {
  readonly before: string
  /** The first and the last code unit of the syllable behind them. */
  readonly from: number
  readonly to: number
}

/** Vowels that a second one makes another vowel: ㅗ, ㅜ and ㅡ, by their places, each with how many follow it that it may become. */
const growingVowels: ReadonlyMap<number, number> = new Map([
  [8, 3],
  [13, 3],
  [18, 1],
])

/** Finals that a second consonant makes another final: ㄱ, ㄴ, ㄹ and ㅂ, by their places, each with the last that it may become. */
const growingFinals: ReadonlyMap<number, number> = new Map([
  [1, 3],
  [4, 6],
  [8, 15],
  [17, 18],
])

/** Finals of two letters. A vowel behind such a final takes its second letter along: 읽 is on the way to 일거. */
const doubleFinals: Readonly<Record<string, string>> = {
  ...{ ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ' },
  ...{ ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' },
}

/**
 * What a word may become while its last syllable is being composed, besides all that begin with it. 생ㅅ and 생서 are on the way
 * to 생성, 몯 is on the way to 모델. Empty of a word that can only go on.
 */
export function unfinished(word: string): readonly Unfinished[] {
  const [before, last] = [word.slice(0, -1), word.slice(-1)]
  const code = last.charCodeAt(0) - firstSyllable
  if (initials.includes(last)) return before === '' ? [] : [withInitial(before, last)]
  if (last === '' || code < 0 || code >= initials.length * ofInitial) return []
  const final = code % ofVowel
  if (final === 0) {
    const vowels = growingVowels.get(Math.floor((code % ofInitial) / ofVowel)) ?? 0
    return [{ before, from: firstSyllable + code, to: firstSyllable + code + (vowels + 1) * ofVowel - 1 }]
  }
  const letter = finals[final] as string
  const [kept, taken] = doubleFinals[letter] ?? ['', letter]
  const bare = String.fromCharCode(firstSyllable + code - final + (kept === '' ? 0 : finals.indexOf(kept as string)))
  const grown = growingFinals.get(final)
  return [
    ...(initials.includes(taken as string) ? [withInitial(before + bare, taken as string)] : []),
    ...(grown === undefined ? [] : [{ before, from: firstSyllable + code, to: firstSyllable + code - final + grown }]),
  ]
}

/** Words that go on with any syllable that begins with a letter. */
function withInitial(before: string, letter: string): Unfinished {
  const from = firstSyllable + initials.indexOf(letter) * ofInitial
  return { before, from, to: from + ofInitial - 1 }
}
