/** A language tag of BCP 47: `ko`, `en`, `zh`, … */
export type Language = string

/** What the script of a text leaves open. */
export interface LanguageContext {
  readonly site: Language
  /** The language that Latin letters are taken for. */
  readonly latin: Language
}

/** Other scripts with the languages that use them. The first language of each is the best guess. */
const scripts: readonly (readonly [RegExp, readonly [Language, ...Language[]]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur']],
  [/\p{Script=Hebrew}/u, ['he', 'yi']],
  [/\p{Script=Devanagari}/u, ['hi', 'mr', 'ne']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Armenian}/u, ['hy']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Tamil}/u, ['ta']],
]

const notLatin: ReadonlySet<string> = new Set(['ko', 'ja', 'zh', ...scripts.flatMap(([, languages]) => languages)])

/** Whether a language is written in Latin letters, so that text in Latin letters may be in it. */
export function isLatin(language: Language): boolean {
  return !notLatin.has(primary(language))
}

/** Whether a language is written from right to left, by its tag alone: Arabic, Persian, Urdu, Hebrew, Yiddish. */
export function isRightToLeft(language: Language): boolean {
  return ['ar', 'fa', 'ur', 'he', 'yi'].includes(primary(language))
}

/** Whether two tags name one language, whatever region or script they add: `ko` and `ko-KR` do (RFC 4647 §3.3.1, basic filtering). */
export function isSameLanguage(one: Language, other: Language): boolean {
  return primary(one) === primary(other)
}

function primary(language: Language): string {
  return (language.split('-')[0] as string).toLowerCase()
}

/**
 * The language of a passage, told by its script; null if no letter tells. Addresses, code and formulas don't count.
 * Hangul is Korean, kana are Japanese; ideographs alone are Japanese if the site is, else Chinese.
 *
 * Korean, Japanese and Chinese prose on papers is full of English terms, so no share of them decides. Where scripts are
 * mixed, words of the other script count outside of brackets and quotation marks only, and grammar decides: a particle
 * makes a passage Korean or Japanese (`GPT-4와 비슷하다`), without one an English article, pronoun or preposition makes it
 * English (`the prefix 한 is rare`), and without either the other script wins (`dynamic convolution 기반 segmentation`).
 */
export function languageOf(text: string, context: LanguageContext): Language | null {
  // Each repeated class excludes the character that begins it and the one that ends it, so that none can backtrack.
  const prose = text
    .replace(/https?:\/\/[^\s)]+/g, ' ')
    .replace(/(?<![\w.])@[\w-]+/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/\$[^$]*\$/g, ' ')
  const letters = countLetters(prose)
  const others = letters.hangul + letters.kana + letters.han + letters.other
  if (others === 0) return letters.latin > 0 ? context.latin : null
  return letters.latin > 0 && isLatinProse(prose) ? context.latin : otherLanguage(prose, letters, context)
}

/** Words that English prose can hardly do without, and that are no part of terms, names and titles in other languages' prose. */
const englishGrammar = /(?:^|[^\p{L}])(?:the|of|is|are|was|we|our|that|which|this|these|with|by|to|from|and)(?=$|[^\p{L}-])/iu

/** The end of a Korean word that inflects or has a particle (`논문은`, `어렵다`), or Hangul right behind a foreign word (`GPT를`). */
const koreanGrammar =
  /\p{Script=Hangul}(?:은|는|이|가|을|를|의|에|로|와|과|도|만|서|고|며|면|지|게|다|요|죠|네|까|듯|함|음|임|됨)(?!\p{Script=Hangul})|[A-Za-z\d)\]*`]\p{Script=Hangul}/u

const japaneseGrammar = /\p{Script=Hiragana}/u
const chineseGrammar = /[的了是在和与與对對为為以于於之从從将將被把及其这這该該]/u

/** Whether a passage with letters of Latin and of another script is a Latin language's prose. */
function isLatinProse(prose: string): boolean {
  const outside = prose.replace(
    /\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|"[^"]*"|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》/gu,
    ' ',
  )
  const letters = countLetters(outside)
  if (letters.hangul + letters.kana + letters.han + letters.other === 0) return letters.latin > 0
  if (letters.latin === 0) return false
  if (koreanGrammar.test(outside) || japaneseGrammar.test(outside)) return false
  const isLatin = englishGrammar.test(outside)
  return isLatin && !(letters.han > 0 && chineseGrammar.test(outside)) && letters.other <= letters.latin
}

/** The language of a passage that isn't in Latin letters. */
function otherLanguage(prose: string, letters: Letters, context: LanguageContext): Language | null {
  const isAlphabetic = letters.other > letters.hangul + letters.kana + letters.han
  return isAlphabetic ? (alphabetic(prose, context) ?? (letters.latin > 0 ? context.latin : null)) : syllabic(letters, context)
}

interface Letters {
  readonly hangul: number
  readonly kana: number
  readonly han: number
  readonly latin: number
  readonly other: number
}

function syllabic(letters: Letters, context: LanguageContext): Language {
  const language =
    letters.hangul >= letters.kana && letters.hangul > 0 ? 'ko' : letters.kana > 0 || primary(context.site) === 'ja' ? 'ja' : 'zh'
  return primary(context.site) === language ? context.site : language
}

function alphabetic(prose: string, context: LanguageContext): Language | null {
  const languages = scripts.find(([script]) => script.test(prose))?.[1]
  if (languages === undefined) return null
  return languages.includes(primary(context.site)) ? context.site : languages[0]
}

function countLetters(text: string): Letters {
  let hangul = 0
  let kana = 0
  let han = 0
  let latin = 0
  let other = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x41) continue
    if (code <= 0x24f) latin += isLatinLetter(code) ? 1 : 0
    else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3130 && code <= 0x318f)) hangul += 1
    else if (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) kana += 1
    else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd87f)) han += 1
    else if (code >= 0x370 && code <= 0x1fff) other += 1
  }
  return { hangul, kana, han, latin, other }
}

function isLatinLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
}
