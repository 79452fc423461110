import { withPlainLetters } from './plain-letters.ts'

/** More marks on one letter than any language writes (UAX #15 §13): decomposing takes time by the square of their number. */
const overload = /\p{M}{30,}/gu

/**
 * A text as whoever looks for a name means it: in lower case, without accents, in letters of one width, katakana as
 * hiragana, and each syllable of Hangul as the letters that it is made of (Unicode NFKD). So `정` begins with `저`, and `저`
 * with `ㅈ`.
 */
export function folded(text: string): string {
  const bare = text
    .replace(overload, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’ʼ]/g, '')
    .replace(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60))
  return withPlainLetters(bare)
}
