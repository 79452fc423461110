import { ByteReader, pushNumber } from '../text/bytes.ts'

/** The entries of one document, in its order, by their places among the entries of its channel. */
type DocumentPlaces = readonly number[]

/** What gathers entries, as selections are made from it: a channel with its documents, or a venue or a language, which has none. */
export interface IndexedChannel {
  /** The numbers of its entries, in the order of the site's feed, the newest first; the newest entry of the site is 0. */
  readonly entries: readonly number[]
  /** What subscribers poll; empty where it has no documents. */
  readonly current: DocumentPlaces
  /** Its archives, the oldest first. */
  readonly archives: readonly DocumentPlaces[]
}

/** Which entries there are, and where each stands: in which channels, and in which documents there. */
export interface SelectionIndex {
  /** A digest of each entry as feeds carry it, the newest first, as whole numbers of 32 bits. */
  readonly versions: readonly number[]
  /** The place of each entry in the order of recording. */
  readonly recorded: readonly number[]
  /** When each entry last changed, and when it was published, in seconds since the epoch. */
  readonly changed: readonly number[]
  readonly published: readonly number[]
  /** The day of each entry, in days since the epoch. */
  readonly days: readonly number[]
  /** When each entry was recorded, in seconds since the epoch; 0 of one that isn't. */
  readonly recordedAt: readonly number[]
  /** Of each entry the sum of {@link timely} where it was recorded in time, {@link imported} and {@link abstracted} likewise. */
  readonly flags: readonly number[]
  /** How many UTF-16 code units of each entry's content are the commentary's; 0 of one without. */
  readonly commentaries: readonly number[]
  /** The site's channel, then the kinds of `gatheringKinds`, each by slug. */
  readonly channels: readonly IndexedChannel[]
}

/** The flags of an entry: it was recorded in time, it was imported, it has an abstract. */
export const timely = 1
export const imported = 2
export const abstracted = 4

/** How a document's places are written: as a run of places that follow one another, or one by one. */
const [asRun, asList] = [0, 1]

/** Writes an index: numbers as distances, documents as the runs that they mostly are. */
export function writeSelectionIndex({
  versions,
  recorded,
  changed,
  published,
  days,
  recordedAt,
  flags,
  commentaries,
  channels,
}: SelectionIndex): Uint8Array {
  const bytes: number[] = []
  pushNumber(bytes, versions.length)
  for (const version of versions) bytes.push(version & 255, (version >>> 8) & 255, (version >>> 16) & 255, version >>> 24)
  // Mostly each is one less than the one before.
  for (const [index, place] of recorded.entries()) pushSigned(bytes, place - (recorded[index - 1] ?? 0) + 1)
  for (const numbers of [changed, published, days, recordedAt, flags, commentaries])
    for (const [index, number] of numbers.entries()) pushSigned(bytes, number - (numbers[index - 1] ?? 0))
  pushNumber(bytes, channels.length)
  for (const { entries, current, archives } of channels) {
    pushNumber(bytes, entries.length)
    for (const [index, entry] of entries.entries()) pushNumber(bytes, entry - (entries[index - 1] ?? -1) - 1)
    pushNumber(bytes, archives.length)
    for (const places of [current, ...archives]) pushPlaces(bytes, places)
  }
  return Uint8Array.from(bytes)
}

function pushPlaces(bytes: number[], places: DocumentPlaces): void {
  const [first = 0] = places
  pushNumber(bytes, places.length)
  if (places.every((place, index) => place === first + index)) bytes.push(asRun, ...numberBytes(first))
  else {
    bytes.push(asList)
    for (const [index, place] of places.entries()) pushSigned(bytes, place - (places[index - 1] ?? 0))
  }
}

function numberBytes(number: number): readonly number[] {
  const bytes: number[] = []
  pushNumber(bytes, number)
  return bytes
}

/** A whole number of either sign: 0, -1, 1, -2 … as 0, 1, 2, 3 … (“ZigZag” of Protocol Buffers). */
function pushSigned(bytes: number[], number: number): void {
  pushNumber(bytes, number < 0 ? -2 * number - 1 : 2 * number)
}

function signed(reader: ByteReader): number {
  const number = reader.number()
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2
}

/** Reads what {@link writeSelectionIndex} wrote. Throws a RangeError where the bytes end before. */
export function readSelectionIndex(bytes: Uint8Array): SelectionIndex {
  const reader = new ByteReader(bytes)
  const count = reader.number()
  const versions = Array.from(
    { length: count },
    () => (reader.byte() | (reader.byte() << 8) | (reader.byte() << 16) | (reader.byte() << 24)) >>> 0,
  )
  let last = 0
  const recorded = Array.from({ length: count }, () => (last += signed(reader) - 1))
  const read = (): readonly number[] => readDistances(reader, count)
  const [changed, published, days, recordedAt, flags, commentaries] = [read(), read(), read(), read(), read(), read()]
  const channels = Array.from({ length: reader.number() }, (): IndexedChannel => {
    let entry = -1
    const entries = Array.from({ length: reader.number() }, () => (entry += reader.number() + 1))
    const archives = reader.number()
    const [current, ...others] = Array.from({ length: archives + 1 }, () => readPlaces(reader)) as [DocumentPlaces, ...DocumentPlaces[]]
    return { entries, current, archives: others }
  })
  return { versions, recorded, changed, published, days, recordedAt, flags, commentaries, channels }
}

function readDistances(reader: ByteReader, count: number): number[] {
  let number = 0
  return Array.from({ length: count }, () => (number += signed(reader)))
}

function readPlaces(reader: ByteReader): DocumentPlaces {
  const length = reader.number()
  if (reader.byte() === asRun) {
    const first = reader.number()
    return Array.from({ length }, (_, index) => first + index)
  }
  let place = 0
  return Array.from({ length }, () => (place += signed(reader)))
}
