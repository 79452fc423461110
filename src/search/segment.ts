import { bucketOf } from './keys.ts'
import { bucketsFor, entriesInSegment } from './layout.ts'
import { readPlaces, Shard } from './shard.ts'

/** The bytes of a segment's buckets, by number. Both reject where they can't be had. */
export interface SegmentBytes {
  readonly postings: (bucket: number) => Promise<Uint8Array>
  readonly places: (bucket: number) => Promise<Uint8Array>
}

/** The places of a bucket's keys in the entries, as `readPlaces` gives them. */
export type Places = ReturnType<typeof readPlaces>

/** One segment of an index, whose buckets are read when they are asked for, and each once. */
export class Segment {
  /** The number of its first entry, counted from the oldest of the site. */
  readonly first: number
  readonly #buckets: number
  readonly #bytes: SegmentBytes
  readonly #shards = new Map<number, Promise<Shard>>()
  readonly #places = new Map<number, Promise<Places>>()

  /**
   * @param number counted from the oldest, from 0
   * @param entries how many it holds
   */
  constructor(number: number, entries: number, bytes: SegmentBytes) {
    this.first = number * entriesInSegment
    this.#buckets = bucketsFor(entries)
    this.#bytes = bytes
  }

  /** The bucket that a key is in, and all that begin with it from three letters or a syllable on. */
  shardOf(key: string): Promise<Shard> {
    return once(this.#shards, this.#bucket(key), async (bucket) => new Shard(await this.#bytes.postings(bucket)))
  }

  placesOf(key: string): Promise<Places> {
    return once(this.#places, this.#bucket(key), async (bucket) => readPlaces(await this.#bytes.places(bucket)))
  }

  #bucket(key: string): number {
    return bucketOf(key, this.#buckets)
  }
}

/** What was asked for before, or is asked for now; asked again after a failure. */
function once<Value>(known: Map<number, Promise<Value>>, number: number, ask: (number: number) => Promise<Value>): Promise<Value> {
  const before = known.get(number)
  if (before !== undefined) return before
  const asked = ask(number)
  known.set(number, asked)
  asked.catch(() => known.delete(number))
  return asked
}
