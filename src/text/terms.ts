import { classNumbers, type TellingWord, telling, tellingWord } from './telling-words.ts'

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

/** What may stand between two words that are one term: `self-training`, `Tree Search`, `GPT4`. */
const joins: ReadonlySet<string> = new Set(['', ' ', '-'])

/** Words by their hashes, forgotten once there are so many. Nearly all words of a text have come before. */
const mostKnown = 50_000
const known = new Map<number, TellingWord>()

/** The word that stands in a text from one index to below another. A known one is found without being cut out. */
function wordAt(text: string, start: number, end: number, hash: number): TellingWord {
  const before = known.get(hash)
  if (before !== undefined && before.source.length === end - start && text.startsWith(before.source, start)) return before
  const fresh = tellingWord(text.slice(start, end))
  if (known.size >= mostKnown) known.clear()
  known.set(hash, fresh)
  return fresh
}

interface Counted {
  readonly written: string
  readonly weight: number
  times: number
}

/**
 * The terms that tell most of what passages are about, the most telling first. Of terms that tell equally
 * much those come first that stand first.
 *
 * @param most how many, one at least
 */
export function termsOf(passages: readonly Passage[], most: number): readonly Term[] {
  const counted = new Map<string, Counted>()
  for (const passage of passages) count(passage, counted)
  const all = Array.from(counted, ([term, { written, weight, times }]) => ({ term, written, weight: repeated(weight, times) }))
  // Only those are sorted that are returned: of a long text most terms are as light as others.
  const lightest =
    Uint8Array.from(all, ({ weight }) => weight)
      .sort()
      .at(-most) ?? 0
  const heavier = all.filter(({ weight }) => weight > lightest)
  const asLight = all.filter(({ weight }) => weight === lightest).slice(0, most - heavier.length)
  return [...heavier.toSorted((one, other) => other.weight - one.weight), ...asLight]
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
  let last: TellingWord | null = null
  let end = 0
  for (let start = 0; start < text.length; start += 1) {
    const kind = classNumbers[text.charCodeAt(start)] as number
    if (kind === 0) continue
    const before = end
    let hash = 0
    for (end = start; end < text.length && classNumbers[text.charCodeAt(end)] === kind; end += 1)
      hash = (Math.imul(hash, 31) + text.charCodeAt(end)) | 0
    const word = wordAt(text, start, end, hash)
    const share = isForeign && word.isLatin ? 1.5 : 1
    if (word.weight >= telling) add(word.folded, word.written, word.weight * share)
    if (hasPairs && last?.canLead && last.weight > 0 && word.canFollow && word.weight > 0) {
      const between = text.slice(before, start)
      const weight = (last.weight + word.weight) * 0.75 * share
      if (joins.has(between)) add(`${last.folded} ${word.folded}`, last.written + between + word.written, weight)
    }
    last = word
    start = end - 1
  }
}
