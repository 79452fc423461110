import { withPlainLetters } from '../text/plain-letters.ts'

const syllable = '\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー'

/**
 * A term of one of four kinds: syllables; other letters, with the signs of `c++` and `c#`; a number; an emoji. So
 * `GPT-4를`, `GPT4` and `gpt 4` all have the terms `gpt` and `4`. No repeated class shares a character with what may
 * follow it, so matching never backtracks.
 */
const term = new RegExp(
  `[${syllable}]+|(?:(?![${syllable}])\\p{L}\\p{M}*)+(?:[+#]+(?![\\p{L}\\p{N}]))?|\\p{N}+|[\\p{Extended_Pictographic}\\p{Regional_Indicator}]`,
  'gu',
)
const syllables = new RegExp(`^[${syllable}]`, 'u')

/** The terms of a text in their order. Entries and queries are both cut by this. */
export function termsOf(text: string): string[] {
  return folded(text).match(term) ?? []
}

/** Whether a term is in Hangul, ideographs or kana: words that may stand there without spaces, so that a part is one too. */
export function isSyllabic(term: string): boolean {
  return syllables.test(term)
}

/** Whether a term is a word of other letters: it may be found by its beginning, or mistyped; a number may not. */
export function isWord(term: string): boolean {
  return !isSyllabic(term) && /^\p{L}/u.test(term)
}

/** Whether a term is in Hangul alone. */
export function isHangul(term: string): boolean {
  return /^[가-힣]+$/.test(term)
}

/** More marks on one letter than any language writes (UAX #15 §13): normalizing takes time by the square of their number. */
const overload = /\p{M}{30,}/gu

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false
  return true
}

/** A text with width, case, accents and apostrophes taken away, all but the Hangul, which is composed. */
function folded(text: string): string {
  return text
    .replace(overload, '')
    .normalize('NFC')
    .replace(/\P{Script=Hangul}+/gu, (run) => {
      // What stands between Korean words is mostly a space.
      if (isAscii(run)) return run.toLowerCase().replaceAll("'", '')
      const bare = run
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\u0300-\u036f'’ʼ]/g, '')
      return withPlainLetters(bare).normalize('NFC')
    })
}
