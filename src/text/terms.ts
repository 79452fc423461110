import { commonKoreanWords, fieldWords, functionWords } from './common-words.ts'
import { remembered } from './remembered.ts'

/** A word, or two words that stand together, that tells what a text is about. */
export interface Term {
  /** In lower case and the singular, one form for every way of writing it: `tree search`. */
  readonly term: string
  /** As the text writes it where it stands first: `Tree-Search`. */
  readonly written: string
  /**
   * How much it tells, a whole number below 256: 20 of a word that stands once. It follows from this text and from lists of common words
   * alone: how many other texts have the term doesn't count.
   */
  readonly weight: number
}

/** A passage of a text. */
export interface Passage {
  readonly text: string
  /** How many times as much a word counts here: the words of a title tell more. */
  readonly times: number
  /** Whether two words that stand together are looked at too. */
  readonly hasPairs: boolean
}

/** What a word weighs that is in no list of common words and stands once in a text. */
const weightOfWord = 20

/** Words of Latin letters, figures, words of Hangul, of katakana, of ideographs, of other scripts: each of characters of one class. */
const anyWord =
  /[A-Za-z\u00c0-\u024f]+|[0-9]+|[\uac00-\ud7a3]+|[\u30a1-\u30fa\u30fc]+|[\u3400-\u9fff\u3005]+|[\u0370-\u052f\u0590-\u074f\u0900-\u0dff\u0e00-\u0eff]+/g

/** What may stand between two words that are one term: `self-training`, `Tree Search`, `GPT4`. */
const joins: ReadonlySet<string> = new Set(['', ' ', '-'])

/** What stands behind a Korean noun: particles, and endings that make it a verb. */
const koreanEndings =
  /(?:이라는|라는|이라고|라고|에서는|에서도|에서의|에서|에게서|에게|으로는|으로도|으로의|으로서|으로써|으로|로는|로도|로의|로서|로써|로|까지|부터|보다는|보다|처럼|마다|조차|이나|에는|에도|에|의|은|는|이|가|을|를|와의|과의|와|과|도|만|들은|들이|들을|들의|들|이다|입니다|이었다|이며|이고|인|적인|적으로|하는|하고|하여|해서|한|할|된|되는|되어|됩니다|합니다|했다|했습니다|한다|하기|하면|하지만|하지|스러운)$/

/** Endings of Korean verbs and adjectives: a word in one of these is no noun. */
const predicate =
  /(?:다|요|죠|네|군|까|며|면|고|서|지|게|던|데|듯|자|려|니|음|함|됨|임|기|긴|봐|해|워|아|어|여|도록|지만|만한|려운|로운|없이|있는|않은)$/

interface Word {
  /** In lower case and the singular, without particles. */
  readonly folded: string
  readonly written: string
  /** 0 of a word that tells nothing, 10 of one that tells something only beside another, 20 of most others, 30 of a name. */
  readonly weight: number
  readonly isLatin: boolean
  /** Whether a term of two words can begin with it, and end with it. */
  readonly canLead: boolean
  readonly canFollow: boolean
}

/** In characters. What is longer is no word. */
const longest = 40

function wordOf(written: string): Word {
  if (written.length > longest) return unpaired(written, 0)
  if (/^[A-Za-z\u00c0-\u024f]/.test(written)) return latinWord(written)
  // A figure alone tells nothing, but the one behind a name does.
  if (/^[0-9]/.test(written)) return { ...unpaired(written, written.length < 4 ? 5 : 0), isLatin: true, canFollow: true }
  if (/^[\uac00-\ud7a3]/.test(written)) return koreanWord(written)
  if (/^[\u3005-\u9fff]/.test(written)) return unpaired(written, written.length < 2 ? 0 : weightOfWord)
  const folded = written.toLowerCase()
  return { folded, written, weight: folded.length < 4 ? 0 : weightOfWord, isLatin: false, canLead: true, canFollow: true }
}

function unpaired(written: string, weight: number): Word {
  return { folded: written, written, weight, isLatin: false, canLead: false, canFollow: false }
}

function latinWord(written: string): Word {
  const lower = written.toLowerCase()
  const folded = singular(lower)
  const isName = /[A-Z]/.test(written.slice(1))
  const [long, short] = isName ? [30, weightOfWord] : [weightOfWord, 0]
  const isIn = (common: ReadonlySet<string>): boolean => common.has(lower) || common.has(folded)
  const weight = isIn(functionWords) ? 0 : isIn(fieldWords) ? 10 : lower.length < 3 ? short : long
  return { folded, written, weight, isLatin: true, canLead: true, canFollow: true }
}

function singular(english: string): string {
  if (english.length > 4 && english.endsWith('ies')) return `${english.slice(0, -3)}y`
  return english.length > 3 && /[^sui]s$/.test(english) ? english.slice(0, -1) : english
}

function koreanWord(written: string): Word {
  const noun = written.replace(koreanEndings, '')
  const isCommon = commonKoreanWords.has(noun) || commonKoreanWords.has(written)
  const tellsNothing = isCommon || noun.length < 2 || noun.startsWith('것') || predicate.test(noun)
  return unpaired(noun, tellsNothing ? 0 : noun.length > 3 ? weightOfWord : 15)
}

/** Most words come again and again: to look them up takes a third of the time. */
const knownWord: (written: string) => Word = remembered(wordOf, 50_000)

interface Counted {
  readonly written: string
  readonly weight: number
  times: number
}

/** The terms that tell most of what passages are about, the most telling first, at most so many. */
export function termsOf(passages: readonly Passage[], most: number): readonly Term[] {
  const counted = new Map<string, Counted>()
  for (const passage of passages) count(passage, counted)
  const weighed = Array.from(counted, ([term, { written, weight, times }]) => ({ term, written, weight: repeated(weight, times) }))
  return weighed.toSorted((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1)).slice(0, most)
}

/** What stands twice tells more, what stands ten times no more than what stands seven times. */
function repeated(weight: number, times: number): number {
  return Math.round(weight * Math.min(3, Math.log2(1 + times)))
}

function count({ text, times, hasPairs }: Passage, counted: Map<string, Counted>): void {
  // Between words of Korean or Japanese, Latin letters write the terms of a field.
  const isForeign = /[\uac00-\ud7a3\u3041-\u30fa]/.test(text)
  const add = (term: string, written: string, weight: number): void => {
    const before = counted.get(term)
    if (before === undefined) counted.set(term, { written, weight, times })
    else before.times += times
  }
  let last: Word | null = null
  let end = 0
  anyWord.lastIndex = 0
  for (let found = anyWord.exec(text); found !== null; found = anyWord.exec(text)) {
    const word = knownWord(found[0])
    const share = isForeign && word.isLatin ? 1.5 : 1
    if (word.weight > 10) add(word.folded, word.written, word.weight * share)
    if (hasPairs && last?.canLead && last.weight > 0 && word.canFollow && word.weight > 0) {
      const between = text.slice(end, found.index)
      const weight = (last.weight + word.weight) * 0.75 * share
      if (joins.has(between)) add(`${last.folded} ${word.folded}`, last.written + between + word.written, weight)
    }
    last = word
    end = found.index + found[0].length
  }
}
