import { folded } from './folded.ts'

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The consonants that Hangul's dictionaries are ordered by, each beside the letters of Unicode that begin a syllable with it. */
const consonants: readonly (readonly [letter: string, beginnings: string])[] = [
  ['ㄱ', '\u1100\u1101'],
  ['ㄴ', '\u1102'],
  ['ㄷ', '\u1103\u1104'],
  ['ㄹ', '\u1105'],
  ['ㅁ', '\u1106'],
  ['ㅂ', '\u1107\u1108'],
  ['ㅅ', '\u1109\u110a'],
  ['ㅇ', '\u110b'],
  ['ㅈ', '\u110c\u110d'],
  ['ㅊ', '\u110e'],
  ['ㅋ', '\u110f'],
  ['ㅌ', '\u1110'],
  ['ㅍ', '\u1111'],
  ['ㅎ', '\u1112'],
]

/** The rows of the fifty sounds, each by the last of its hiragana in Unicode. */
const rows: readonly (readonly [row: string, last: string])[] = [
  ['あ', 'お'],
  ['か', 'ご'],
  ['さ', 'ぞ'],
  ['た', 'ど'],
  ['な', 'の'],
  ['は', 'ぽ'],
  ['ま', 'も'],
  ['や', 'よ'],
  ['ら', 'ろ'],
  ['わ', 'ん'],
]

/** The letters that names may be gathered under, in their order: Latin, Hangul, kana; the empty one is of all other names. */
export const indexLetters: readonly string[] = [...latin, ...consonants.map(([letter]) => letter), ...rows.map(([row]) => row), '']

/** The letter that a name is gathered under: `É` and `e` under `E`, `까` under `ㄱ`, `ガ` under `か`; empty of a digit, a sign or another script. */
export function letterOf(name: string): string {
  const [first = ''] = folded(name)
  if (/^[a-z]$/.test(first)) return first.toUpperCase()
  const consonant = consonants.find(([, beginnings]) => first !== '' && beginnings.includes(first))
  if (consonant !== undefined) return consonant[0]
  return /^[ぁ-ん]$/.test(first) ? (rows.find(([, last]) => first <= last)?.[0] ?? '') : ''
}
