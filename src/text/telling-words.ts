import { commonKoreanWords, fieldWords, functionWords } from './common-words.ts'

/** A word of a text, and how much it tells of what the text is about. */
export interface TellingWord {
  /** As it stands in the text. */
  readonly source: string
  /** The same without a Korean particle. */
  readonly written: string
  /** In lower case and the singular. */
  readonly folded: string
  /**
   * 0 of a word that tells nothing, less than {@link telling} of one that tells something only beside another, as a figure or
   * a word of a whole field; 20 of most words, 30 of a name such as `RLHF` or `GPTQ`.
   */
  readonly weight: number
  readonly isLatin: boolean
  /** Whether a term of two words can begin with it, and end with it. */
  readonly canLead: boolean
  readonly canFollow: boolean
}

/** A word that weighs as much tells something alone. */
export const telling = 15

const usual = 20
const name = 30
const ofField = 10

/** The classes of characters that words are of, each with its ranges. Every other character parts words. */
const ranges = {
  latin: [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
  ],
  figures: [[0x30, 0x39]],
  hangul: [[0xac00, 0xd7a3]],
  katakana: [
    [0x30a1, 0x30fa],
    [0x30fc, 0x30fc],
  ],
  ideographs: [
    [0x3005, 0x3005],
    [0x3400, 0x9fff],
  ],
  /** From Greek and Cyrillic over Hebrew, Arabic and the scripts of India to Thai. */
  others: [
    [0x370, 0x52f],
    [0x590, 0x74f],
    [0x900, 0xeff],
  ],
} as const

type CharacterClass = keyof typeof ranges

const classes = Object.keys(ranges) as readonly CharacterClass[]

/** For each UTF-16 unit the number of its class, counted from 1; 0 where it parts words. */
export const classNumbers: Uint8Array = new Uint8Array(0x10000)
for (const [index, one] of classes.entries()) for (const [from, to] of ranges[one]) classNumbers.fill(index + 1, from, to + 1)

/** What stands behind a Korean noun: particles, and endings that make it a verb. */
const koreanEndings =
  /(?:이라는|라는|이라고|라고|에서는|에서도|에서의|에서|에게서|에게|으로는|으로도|으로의|으로서|으로써|으로|로는|로도|로의|로서|로써|로|까지|부터|보다는|보다|처럼|마다|조차|이나|에는|에도|에|의|은|는|이|가|을|를|와의|과의|와|과|도|만|들은|들이|들을|들의|들|이다|입니다|이었다|이며|이고|인|적인|적으로|하는|하고|하여|해서|한|할|된|되는|되어|됩니다|합니다|했다|했습니다|한다|하기|하면|하지만|하지|스러운)$/

/** Endings of Korean verbs and adjectives: a word in one of these is no noun. */
const predicate =
  /(?:다|요|죠|네|군|까|며|면|고|서|지|게|던|데|듯|자|려|니|음|함|됨|임|기|긴|봐|해|워|아|어|여|도록|지만|만한|려운|로운|없이|있는|않은)$/

/** In characters. What is longer is no word. */
const longest = 40

/** What a run of characters of one class tells. */
export function tellingWord(source: string): TellingWord {
  const kind = classes[(classNumbers[source.charCodeAt(0)] as number) - 1] as CharacterClass
  return { source, ...(source.length > longest ? single(source, 0) : readers[kind](source)) }
}

type Told = Omit<TellingWord, 'source'>

const readers: Readonly<Record<CharacterClass, (source: string) => Told>> = {
  latin: latinWord,
  // A figure tells something behind a name.
  figures: (figures) => ({ ...single(figures, figures.length < 4 ? 5 : 0), isLatin: true, canFollow: true }),
  hangul: koreanWord,
  katakana: (word) => single(word, word.length < 2 ? 0 : usual),
  ideographs: (word) => single(word, word.length < 2 ? 0 : usual),
  others: (word) => ({ ...single(word.toLowerCase(), word.length < 4 ? 0 : usual), written: word, canLead: true, canFollow: true }),
}

/** A word that is part of no term of two. */
function single(word: string, weight: number): Told {
  return { written: word, folded: word, weight, isLatin: false, canLead: false, canFollow: false }
}

function latinWord(written: string): Told {
  const lower = written.toLowerCase()
  const folded = singular(lower)
  const isIn = (common: ReadonlySet<string>): boolean => common.has(lower) || common.has(folded)
  const isName = /[A-Z]/.test(written.slice(1))
  const [long, short] = isName ? [name, usual] : [usual, 0]
  const weight = isIn(functionWords) ? 0 : isIn(fieldWords) ? ofField : lower.length < 3 ? short : long
  return { written, folded, weight, isLatin: true, canLead: true, canFollow: true }
}

function singular(english: string): string {
  if (english.length > 4 && english.endsWith('ies')) return `${english.slice(0, -3)}y`
  return english.length > 3 && /[^sui]s$/.test(english) ? english.slice(0, -1) : english
}

function koreanWord(written: string): Told {
  const noun = written.replace(koreanEndings, '')
  const isCommon = commonKoreanWords.has(noun) || commonKoreanWords.has(written)
  const tellsNothing = isCommon || noun.length < 2 || noun.startsWith('것') || predicate.test(noun)
  return single(noun, tellsNothing ? 0 : noun.length > 3 ? usual : telling)
}
