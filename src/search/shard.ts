import { ByteReader, pushNumber } from '../text/bytes.ts'

/** Where an entry has a key. */
export interface Posting {
  /** The number of the entry, counted from the oldest of its segment. */
  readonly entry: number
  readonly inTitle: boolean
  readonly inAuthors: boolean
  readonly inTags: boolean
  /** How often the text has it, up to {@link mostCounted}. */
  readonly inText: number
  /** Of a title, in terms: how long it is, and where the key is in it for the first time, up to {@link mostTold}. 0 elsewhere. */
  readonly titleLength: number
  readonly titlePlace: number
}

/** Nobody asks whether a text has a word four times. */
export const mostCounted = 3

/** Half a byte. */
export const mostTold = 15

/**
 * A bucket of an index in two files: the keys, in the order of their code units, with their postings; and, for phrases, which
 * few ask for, where in the entries the words are.
 */
export interface WrittenShard {
  readonly postings: Uint8Array
  readonly places: Uint8Array
}

const [titleBit, authorsBit, tagsBit] = [4, 8, 16]

/**
 * Writes a bucket, key by key. A key is written as how many code units it shares with the key before, the length of the rest
 * in UTF-8, and the rest; its postings as their length in bytes, and each as the distance from the entry before. Most postings
 * are one occurrence in the text, and such a posting is nothing but the distance: its lowest bit says so.
 */
export class ShardWriter {
  readonly #postings: number[] = []
  readonly #places: number[] = []
  #postingsOfKey: number[] = []
  #placesOfKey: number[] = []
  #keyBefore = ''
  #entryBefore = 0

  /** Adds a posting of the key that is ended next. Entries come in their order. */
  posting(posting: Posting): void {
    const { entry, inTitle, inAuthors, inTags, inText, titleLength, titlePlace } = posting
    const isTextOnce = inText === 1 && !inTitle && !inAuthors && !inTags
    const bytes = this.#postingsOfKey
    pushNumber(bytes, (entry - this.#entryBefore) * 2 + (isTextOnce ? 0 : 1))
    this.#entryBefore = entry
    if (isTextOnce) return
    bytes.push(inText + (inTitle ? titleBit : 0) + (inAuthors ? authorsBit : 0) + (inTags ? tagsBit : 0))
    if (inTitle) bytes.push(titleLength * 16 + titlePlace)
  }

  /** Adds the places of the key in the entry of one posting after another. */
  places(places: readonly number[]): void {
    pushNumber(this.#placesOfKey, places.length)
    let last = 0
    for (const place of places) {
      pushNumber(this.#placesOfKey, place - last)
      last = place
    }
  }

  /** Ends a key. Keys come in the order of their code units. */
  endKey(key: string): void {
    const shared = sharedLength(this.#keyBefore, key)
    const rest = encoder.encode(key.slice(shared))
    pushNumber(this.#postings, shared)
    pushNumber(this.#postings, rest.length)
    append(this.#postings, rest)
    pushNumber(this.#postings, this.#postingsOfKey.length)
    append(this.#postings, this.#postingsOfKey)
    pushNumber(this.#places, this.#placesOfKey.length)
    append(this.#places, this.#placesOfKey)
    this.#keyBefore = key
    this.#entryBefore = 0
    this.#postingsOfKey = []
    this.#placesOfKey = []
  }

  /** The bucket of all keys that were ended. */
  written(): WrittenShard {
    return { postings: Uint8Array.from(this.#postings), places: Uint8Array.from(this.#places) }
  }
}

const encoder = new TextEncoder()

function append(bytes: number[], others: Iterable<number> & { readonly length: number }): void {
  for (const byte of others) bytes.push(byte)
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  // No character beyond U+FFFF is cut in two: UTF-8 has no half of one.
  return length > 0 && (one.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length - 1 : length
}

/** A bucket as it was read. */
export class Shard {
  readonly #keys: readonly string[]
  readonly #postings: readonly Uint8Array[]

  /** Reads the keys; postings are read when they are asked for. */
  constructor(bytes: Uint8Array) {
    const [keys, postings]: [string[], Uint8Array[]] = [[], []]
    const decoder = new TextDecoder()
    const reader = new ByteReader(bytes)
    let before = ''
    while (!reader.isAtEnd) {
      const shared = reader.number()
      before = before.slice(0, shared) + decoder.decode(reader.run(reader.number()))
      keys.push(before)
      postings.push(reader.run(reader.number()))
    }
    this.#keys = keys
    this.#postings = postings
  }

  /** The places among the keys from the first that isn't before `start` to the last that begins with it. */
  beginningWith(start: string): readonly number[] {
    const found: number[] = []
    for (let at = this.#placeOf(start); this.#keys[at]?.startsWith(start); at += 1) found.push(at)
    return found
  }

  /** The place of a key; null where the bucket hasn't got it. */
  exactly(key: string): number | null {
    const at = this.#placeOf(key)
    return this.#keys[at] === key ? at : null
  }

  /** The key at a place. */
  keyAt(place: number): string {
    return this.#keys[place] as string
  }

  postingsAt(place: number): readonly Posting[] {
    const reader = new ByteReader(this.#postings[place] as Uint8Array)
    const postings: Posting[] = []
    let entry = 0
    while (!reader.isAtEnd) {
      const number = reader.number()
      entry += number >> 1
      const facts = (number & 1) === 0 ? 1 : reader.byte()
      const inTitle = (facts & titleBit) !== 0
      const ofTitle = inTitle ? reader.byte() : 0
      postings.push({
        entry,
        inTitle,
        inAuthors: (facts & authorsBit) !== 0,
        inTags: (facts & tagsBit) !== 0,
        inText: facts & mostCounted,
        titleLength: ofTitle >> 4,
        titlePlace: ofTitle & mostTold,
      })
    }
    return postings
  }

  #placeOf(key: string): number {
    let [from, to] = [0, this.#keys.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#keys[middle] as string) < key) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** The places of the keys of a bucket in the entries, parallel to the keys and to the postings of each. */
export function readPlaces(bytes: Uint8Array): readonly (readonly (readonly number[])[])[] {
  const all: (readonly (readonly number[])[])[] = []
  const reader = new ByteReader(bytes)
  while (!reader.isAtEnd) {
    const ofKey = new ByteReader(reader.run(reader.number()))
    const places: number[][] = []
    while (!ofKey.isAtEnd) {
      let place = 0
      places.push(Array.from({ length: ofKey.number() }, () => (place += ofKey.number())))
    }
    all.push(places)
  }
  return all
}
