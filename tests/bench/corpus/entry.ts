import { type Chance, chanceOf, filled, zipfOver } from './chance.ts'
import { englishPhrases, englishSentences, englishTitles } from './english.ts'
import { koreanOpenings, koreanPhrases, koreanSentences, withParticles } from './korean.ts'
import { people, tags } from './names.ts'

/** One entry of the generated corpus, before it is written down for one generator or another. */
export interface CorpusEntry {
  /** From 0, the oldest. */
  readonly number: number
  /** `2010-01-01` for the first ten. */
  readonly day: string
  /** Plain text, which may have a formula in it. */
  readonly title: string
  readonly link: string
  readonly authors: readonly string[]
  readonly abstract: string
  /** Paragraphs in Markdown. */
  readonly commentary: readonly string[]
  readonly tags: readonly string[]
}

export const entriesOfDay = 10
const firstDay = Date.UTC(2010, 0, 1)
const dayInMilliseconds = 86_400_000

const author = zipfOver(people)
const tag = zipfOver(tags)

/** The entry of a number, the same whatever stands before and behind it: a corpus of 1,000 entries begins one of 10,000. */
export function corpusEntry(number: number): CorpusEntry {
  const chance = chanceOf(number)
  const day = new Date(firstDay + Math.floor(number / entriesOfDay) * dayInMilliseconds).toISOString().slice(0, 10)
  const authors = several(1 + chance.below(5) + (chance.percent(15) ? chance.below(12) : 0), () => author(chance))
  return {
    number,
    day,
    title: titleOf(number, chance),
    link: linkOf(number, day, chance),
    authors,
    abstract: abstractOf(chance),
    commentary: commentaryOf(number, chance),
    tags: several(1 + chance.below(4), () => tag(chance)),
  }
}

/** The entries from one number to below another. */
export function corpusEntries(from: number, to: number): readonly CorpusEntry[] {
  return Array.from({ length: to - from }, (_, index) => corpusEntry(from + index))
}

/** So many different values, or fewer where the same is drawn again and again. */
function several(count: number, draw: () => string): readonly string[] {
  return [...new Set(Array.from({ length: count }, draw))]
}

const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu za'.split(' ')

/** The name of a system, no two alike: the digits of the number in base sixteen, as syllables. */
function systemName(number: number): string {
  // Multiplying by an odd number is one to one on 20 bits, and keeps neighbours from being called alike.
  const scattered = (number * 0x9e37b) & 0xfffff
  const name = [16, 12, 8, 4, 0].map((bits) => syllables[(scattered >> bits) & 15]).join('')
  return (name[0] as string).toUpperCase() + name.slice(1)
}

function titleOf(number: number, chance: Chance): string {
  const words = filled(chance.oneOf(englishTitles), englishPhrases, chance)
  // Short words stay small, and formulas as they are.
  const capitalised = words.replace(/(?<=^| )[a-z](?=[a-z]{3})/g, (letter) => letter.toUpperCase())
  return `${systemName(number)}: ${capitalised}`
}

function linkOf(number: number, day: string, chance: Chance): string {
  if (chance.percent(10)) return `https://doi.org/10.5555/bench.${number}`
  if (chance.percent(10)) return `https://papers.example/${day.slice(0, 4)}/${systemName(number).toLowerCase()}.html`
  // An address of arXiv holds year, month and a number within the month.
  const inMonth = (Number(day.slice(8)) - 1) * entriesOfDay + (number % entriesOfDay) + 1
  return `https://arxiv.org/abs/${day.slice(2, 4)}${day.slice(5, 7)}.${String(inMonth * 37).padStart(5, '0')}`
}

function abstractOf(chance: Chance): string {
  return different(5 + chance.below(4), englishSentences, chance)
    .map((sentence) => filled(sentence, englishPhrases, chance))
    .map((sentence) => (sentence[0] as string).toUpperCase() + sentence.slice(1))
    .join(' ')
}

function commentaryOf(number: number, chance: Chance): readonly string[] {
  const paragraph = (sentences: readonly string[]): string =>
    sentences.map((text) => withParticles(filled(text, koreanPhrases, chance))).join(' ')
  const first = paragraph([chance.oneOf(koreanOpenings), ...different(2 + chance.below(2), koreanSentences, chance)])
  const second = paragraph(different(2 + chance.below(2), koreanSentences, chance))
  const related = `${systemName(number + 7)}([관련 글](https://blog.example/${number % 977}/${chance.below(1_000)}))과 함께 읽으면 좋다.`
  return [first, chance.percent(40) ? `${second} ${related}` : second]
}

/** So many different values of a list, in any order. */
function different(count: number, values: readonly string[], chance: Chance): readonly string[] {
  return values
    .map((value) => ({ value, rank: chance.below(2 ** 30) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, count)
    .map(({ value }) => value)
}
