/** What of an entry is searched, in the order in which an index lists it. */
export const searchedFields = ['title', 'authors', 'tags', 'text'] as const

/** Letters that are no base with a mark to Unicode, as people type them who don't have the key. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ß: 'ss',
}

const syllable = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'

/**
 * A term of any kind, told apart by its first character: syllables; other letters, with the signs of `c++` and `c#`; a
 * number; an emoji. So `GPT-4를`, `GPT4` and `gpt 4` have their terms in common. No repeated class shares a character
 * with what may follow it: there is nothing to backtrack into.
 */
const term = new RegExp(
  `[${syllable}]+|(?:(?![${syllable}])\\p{L}\\p{M}*)+(?:[+#]+(?![\\p{L}\\p{N}]))?|\\p{N}+|[\\p{Extended_Pictographic}\\p{Regional_Indicator}]`,
  'gu',
)
const syllables = new RegExp(`^[${syllable}]`, 'u')

/** The terms of a text in their order, the same for what is indexed and what is asked. */
export function termsOf(text: string): string[] {
  return folded(text).match(term) ?? []
}

/** Whether a term is written in Hangul, ideographs or kana: its parts are words too, and no space need set them apart. */
export function isSyllabic(term: string): boolean {
  return syllables.test(term)
}

/** Whether a term is a word of letters, which may be typed in part or wrongly; a number may not. */
export function isWord(term: string): boolean {
  return !isSyllabic(term) && /^\p{L}/u.test(term)
}

/** More marks on one letter than any language writes (UAX #15 §13); to put them in order takes time by the square of their number. */
const overload = /\p{M}{30,}/gu

/** Hangul stays composed; of other letters, width, case and accents don't matter, and apostrophes vanish as in slugs. */
function folded(text: string): string {
  return text
    .replace(overload, '')
    .normalize('NFC')
    .replace(/\P{Script=Hangul}+/gu, (run) =>
      run
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\u0300-\u036f'’ʼ]/g, '')
        .replace(/[æðøþđħıłœß]/g, (letter) => plainLetters[letter] as string)
        .normalize('NFC'),
    )
}
