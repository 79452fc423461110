import { bucketOf, initialsKey, insideKeys, keyOf, keys } from './keys.ts'
import { bucketsFor } from './layout.ts'
import { NumberRows } from './numbers.ts'
import { withoutPapers } from './papers.ts'
import { mostCounted, mostTold, ShardWriter, type WrittenShard } from './shard.ts'
import { isStopWord } from './stop-words.ts'
import { isWord, termsOf } from './terms.ts'

/** What an entry is searched by. */
export interface SearchedEntry {
  readonly title: string
  readonly authors: readonly string[]
  readonly tags: readonly { readonly label: string; readonly slug: string }[]
  /** The passages of its commentary and its abstract. */
  readonly passages: readonly string[]
  readonly day: string
  /** Its paper's arXiv id and DOI, the latter in lower case. */
  readonly paperIds: readonly string[]
}

/** The parts of an entry in which terms have their places, in this order. */
const parts = ['title', 'authors', 'tags', 'text'] as const

type Part = (typeof parts)[number]

/** In terms: how far the parts of an entry, two authors or two passages are from each other, so that no phrase spans them. */
const gap = 2

/** Where an entry has a key, as bits: how often in its text, and these. */
const [titleBit, authorsBit, tagsBit] = [1 << 8, 1 << 9, 1 << 10]
const bitOf: Readonly<Record<Part, number>> = { title: titleBit, authors: authorsBit, tags: tagsBit, text: 1 }
const countMask = titleBit - 1

/**
 * The keys of a segment by numbers, and where its entries have them. Words come again and again: the keys of each are worked
 * out once.
 */
class Gathering {
  readonly keys: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #ofTerms = { names: new Map<string, readonly number[]>(), text: new Map<string, readonly number[]>() }
  /** In rows: the key, the entry, the bits of where it has the key, and of a title the place of the key. */
  readonly postings = new NumberRows(4)
  /** In rows: the key, the entry, and a place. */
  readonly places = new NumberRows(3)
  /** Of the present entry, by key: the bits, the place in the title, and which keys it has. */
  #bits: number[] = []
  #titlePlaces: number[] = []
  #touched: number[] = []

  numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.length
    this.#numbers.set(key, number)
    this.keys.push(key)
    this.#bits.push(0)
    this.#titlePlaces.push(0)
    return number
  }

  /** The keys of a term, its own first. */
  ofTerm(term: string, part: Part): readonly number[] {
    const kept = part === 'text' ? this.#ofTerms.text : this.#ofTerms.names
    const known = kept.get(term)
    if (known !== undefined) return known
    const numbers = keysOf(term, part).map((key) => this.numberOf(key))
    kept.set(term, numbers)
    return numbers
  }

  note(key: number, part: Part, titlePlace: number): void {
    const bits = this.#bits[key] as number
    if (bits === 0) this.#touched.push(key)
    if (part === 'title' && (bits & titleBit) === 0) this.#titlePlaces[key] = titlePlace
    const isCounted = part === 'text' && (bits & countMask) < mostCounted
    this.#bits[key] = part === 'text' ? bits + (isCounted ? 1 : 0) : bits | bitOf[part]
  }

  endEntry(entry: number): void {
    for (const key of this.#touched) {
      this.postings.push(key, entry, this.#bits[key] as number, this.#titlePlaces[key] as number)
      this.#bits[key] = 0
      this.#titlePlaces[key] = 0
    }
    this.#touched = []
  }
}

/**
 * The index of a segment, in buckets.
 *
 * @param entries by their numbers, the oldest first
 */
export function indexOf(entries: readonly SearchedEntry[]): readonly WrittenShard[] {
  const gathered = new Gathering()
  const titleLengths = entries.map((entry, number) => gather(gathered, entry, number))
  const buckets = Array.from({ length: bucketsFor(entries.length) }, (): string[] => [])
  for (const key of gathered.keys) (buckets[bucketOf(key, buckets.length)] as string[]).push(key)
  const [postings, places] = [gathered.postings, gathered.places].map((rows) => rows.byFirst(gathered.keys.length)) as [Sorted, Sorted]
  return buckets.map((keysOfBucket) => {
    const writer = new ShardWriter()
    // Without a comparison of one's own the order is by UTF-16 code units.
    for (const key of keysOfBucket.toSorted()) writeKey(writer, gathered, key, { postings, places, titleLengths })
    return writer.written()
  })
}

type Sorted = ReturnType<NumberRows['byFirst']>

/** What was gathered, by key, and the length of each entry's title. */
interface InOrder {
  readonly postings: Sorted
  readonly places: Sorted
  readonly titleLengths: readonly number[]
}

function writeKey(writer: ShardWriter, gathered: Gathering, key: string, { postings, places, titleLengths }: InOrder): void {
  const number = gathered.numberOf(key)
  const hasPlaces = isOfPhrases(key)
  let place = places.starts[number] as number
  for (let index = postings.starts[number] as number; index < (postings.starts[number + 1] as number); index += 1) {
    const row = postings.rows[index] as number
    const [entry, bits] = [gathered.postings.at(row, 1), gathered.postings.at(row, 2)]
    const inTitle = (bits & titleBit) !== 0
    writer.posting({
      entry,
      inTitle,
      inAuthors: (bits & authorsBit) !== 0,
      inTags: (bits & tagsBit) !== 0,
      inText: bits & countMask,
      titleLength: inTitle ? (titleLengths[entry] as number) : 0,
      titlePlace: gathered.postings.at(row, 3),
    })
    if (!hasPlaces) continue
    const ofEntry: number[] = []
    for (; place < (places.starts[number + 1] as number); place += 1) {
      const rowOfPlace = places.rows[place] as number
      if (gathered.places.at(rowOfPlace, 1) !== entry) break
      ofEntry.push(gathered.places.at(rowOfPlace, 2))
    }
    writer.places(ofEntry)
  }
  writer.endKey(key)
}

/** Phrases are of whole words. */
function isOfPhrases(key: string): boolean {
  return !/^[~^#@=]/.test(key)
}

/** Gathers the keys of an entry; returns how long its title is, in terms, up to {@link mostTold}. */
function gather(gathered: Gathering, entry: SearchedEntry, number: number): number {
  let [place, titleLength] = [0, 0]
  for (const part of parts) {
    for (const text of textsOf(entry, part)) {
      const terms = termsOf(text)
      for (const [index, term] of terms.entries()) {
        const ofTitle = Math.min(index, mostTold)
        const keysOfTerm = gathered.ofTerm(term, part)
        for (const key of keysOfTerm) gathered.note(key, part, ofTitle)
        if (keysOfTerm.length > 0) gathered.places.push(keysOfTerm[0] as number, number, place)
        if (part === 'title') for (const key of joinedKeys(term, terms[index + 1])) gathered.note(gathered.numberOf(key), part, ofTitle)
        place += 1
      }
      if (part === 'title') titleLength = Math.min(terms.length, mostTold)
      place += gap
    }
  }
  for (const { slug } of entry.tags) gathered.note(gathered.numberOf(keys.tag(slug)), 'tags', 0)
  for (const id of entry.passages.flatMap((text) => withoutPapers(text).wanted)) gathered.note(gathered.numberOf(keys.paper(id)), 'text', 0)
  // The paper's own notes come before others that name it.
  for (const id of entry.paperIds) gathered.note(gathered.numberOf(keys.paper(id)), 'tags', 0)
  gathered.note(gathered.numberOf(keys.day(entry.day)), 'text', 0)
  gathered.endEntry(number)
  return titleLength
}

function textsOf({ title, authors, tags, passages }: SearchedEntry, part: Part): readonly string[] {
  return { title: [title], authors, tags: tags.map(({ label }) => label), text: passages }[part]
}

/** The keys of a term, its own first; none of a word that nearly every text has. */
function keysOf(term: string, part: Part): readonly string[] {
  if (part === 'text' && isStopWord(term)) return []
  const initials = initialsKey(term)
  return [keyOf(term), ...insideKeys(term, part !== 'text'), ...(initials === null ? [] : [initials])]
}

/** Two words of a title as one, as others write them: `flashattention` of `Flash Attention`. */
function joinedKeys(term: string, next: string | undefined): readonly string[] {
  return next !== undefined && isWord(term) && isWord(next) ? [keys.inside(keyOf(term + next))] : []
}
