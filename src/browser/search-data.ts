import type { FoundEntry, SearchPlaces } from '../search/found-entry.ts'
import { entriesInBlock, segmentSizes } from '../search/layout.ts'
import { type Answer, answerTo } from '../search/searching.ts'
import { Segment } from '../search/segment.ts'
import { type SearchedTag, TagNames } from '../search/tag-names.ts'

/** What a search looks through, fetched as it is asked for. Whatever is named by what it holds a browser keeps for good. */
export class SearchData {
  readonly #places: SearchPlaces
  readonly #segments: readonly Segment[]
  readonly #entries = new Map<number, Promise<FoundEntry>>()
  readonly #loaded = new Map<number, FoundEntry>()
  #tags: Promise<TagNames> | null = null

  constructor(places: SearchPlaces) {
    this.#places = places
    this.#segments = segmentSizes(places.entries).map((size, number) => {
      const folder = `/search/words/${number}-${places.segments[number]}/`
      return new Segment(number, size, {
        postings: (bucket) => bytesOf(`${folder}${bucket}.bin`),
        places: (bucket) => bytesOf(`${folder}${bucket}-places.bin`),
      })
    })
  }

  /** The site's tags by their names. */
  tags(): Promise<TagNames> {
    this.#tags ??= fetched(`/search/tags-${this.#places.tags}.json`).then(
      async (response) => new TagNames((await response.json()) as SearchedTag[]),
    )
    this.#tags.catch(() => (this.#tags = null))
    return this.#tags
  }

  /** What answers what somebody typed. */
  async answer(typed: string): Promise<Answer> {
    const tags = await this.tags()
    return answerTo(this.#segments, typed, (name) => tags.slugsFor(name))
  }

  /** The entry of a number, if it was fetched before. */
  known(number: number): FoundEntry | undefined {
    return this.#loaded.get(number)
  }

  entry(number: number): Promise<FoundEntry> {
    const before = this.#entries.get(number)
    if (before !== undefined) return before
    const block = Math.floor(number / entriesInBlock)
    const asked = fetched(`/search/entries/${block}-${this.#places.blocks[block]}/${number % entriesInBlock}.json`)
      .then((response) => response.json() as Promise<FoundEntry>)
      .then((entry) => {
        this.#loaded.set(number, entry)
        return entry
      })
    this.#entries.set(number, asked)
    asked.catch(() => this.#entries.delete(number))
    return asked
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched(path)).arrayBuffer())
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}
