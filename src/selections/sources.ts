import type { IndexedChannel, SelectionIndex } from './selection-index.ts'

/** A document of a channel, from which items are taken. */
export interface Source {
  /** The number of its channel in the index. */
  readonly channel: number
  /** The number of an archive from 1, or 0 for what subscribers poll. */
  readonly archive: number
  /** The numbers of its entries, in its order. */
  readonly entries: readonly number[]
}

/** Which documents hold each entry: worked out of an index once, since the channels of 10,000 entries list some 80,000. */
export class Holders {
  readonly #channels: readonly IndexedChannel[]
  /** Every document of every channel. */
  readonly #documents: readonly Pick<Source, 'channel' | 'archive'>[]
  /** The numbers of the documents of one entry after another, and where each entry's begin. */
  readonly #ofEntries: Uint32Array
  readonly #starts: Uint32Array

  constructor({ versions, channels }: Pick<SelectionIndex, 'versions' | 'channels'>) {
    this.#channels = channels
    this.#documents = channels.flatMap(({ current, archives }, channel) =>
      current.length === 0 ? [] : [current, ...archives].map((_, archive) => ({ channel, archive })),
    )
    this.#starts = new Uint32Array(versions.length + 1)
    this.#eachHeld((entry) => (this.#starts[entry + 1] = (this.#starts[entry + 1] as number) + 1))
    for (let entry = 0; entry < versions.length; entry += 1)
      this.#starts[entry + 1] = (this.#starts[entry + 1] as number) + (this.#starts[entry] as number)
    this.#ofEntries = new Uint32Array(this.#starts[versions.length] as number)
    const next = this.#starts.slice()
    this.#eachHeld((entry, document) => {
      const at = next[entry] as number
      this.#ofEntries[at] = document
      next[entry] = at + 1
    })
  }

  #eachHeld(hold: (entry: number, document: number) => void): void {
    for (let document = 0; document < this.#documents.length; document += 1) {
      const { channel, archive } = this.#documents[document] as Source
      const { entries } = this.#channels[channel] as IndexedChannel
      for (const place of this.#placesIn(channel, archive)) hold(entries[place] as number, document)
    }
  }

  #placesIn(channel: number, archive: number): IndexedChannel['current'] {
    const { current, archives } = this.#channels[channel] as IndexedChannel
    return archive === 0 ? current : (archives[archive - 1] as typeof current)
  }

  /**
   * The documents from which the items of entries are taken: as few as a greedy choice finds, always the one with most of what
   * is still missing, whatever channel's it is. Where these are more than may be read, those that hold the newest entries.
   *
   * @param entries the newest first
   * @param most how many documents may be read
   * @throws Error where no document holds one of the entries
   */
  sourcesOf(entries: readonly number[], most: number): readonly Source[] {
    const holding = this.#holding(entries)
    const few = chosen(entries, holding, () => true)
    const read = few.length <= most ? few : chosen(entries, holding, (held, newest) => held.includes(newest)).slice(0, most)
    return read.map((document) => {
      const { channel, archive } = this.#documents[document] as Source
      const gathered = (this.#channels[channel] as IndexedChannel).entries
      return { channel, archive, entries: this.#placesIn(channel, archive).map((place) => gathered[place] as number) }
    })
  }

  /** What each document holds of entries, by its number; in the order of documents. */
  #holding(entries: readonly number[]): ReadonlyMap<number, readonly number[]> {
    const holding = new Map<number, number[]>()
    for (const entry of entries) {
      for (const document of this.#ofEntries.subarray(this.#starts[entry], this.#starts[entry + 1])) {
        const held = holding.get(document)
        if (held === undefined) holding.set(document, [entry])
        else held.push(entry)
      }
    }
    return new Map([...holding].toSorted(([one], [other]) => one - other))
  }
}

function chosen(
  entries: readonly number[],
  holding: ReadonlyMap<number, readonly number[]>,
  isEligible: (held: readonly number[], newest: number) => boolean,
): readonly number[] {
  const left = new Set(entries)
  const sources: number[] = []
  for (let [newest] = left; newest !== undefined; [newest] = left) {
    let [best, most]: [number | null, number] = [null, 0]
    for (const [document, held] of holding) {
      if (held.length <= most || !isEligible(held, newest)) continue
      let count = 0
      for (const entry of held) if (left.has(entry)) count += 1
      if (count > most) [best, most] = [document, count]
    }
    if (best === null) throw new Error(`no document of a channel holds ${left.size} entries`)
    sources.push(best)
    for (const entry of holding.get(best) as readonly number[]) left.delete(entry)
  }
  return sources
}
