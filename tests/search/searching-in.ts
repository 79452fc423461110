import type { Entry } from '../../src/catalog/catalog.ts'
import { entriesInSegment } from '../../src/search/layout.ts'
import { type Answer, answerTo } from '../../src/search/searching.ts'
import { Segment } from '../../src/search/segment.ts'
import { TagNames } from '../../src/search/tag-names.ts'
import { bucketsOf, searchedOf } from '../../src/site/searched.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'

/** A search over the entries of a catalog, as the page's script makes it, without a network. */
export interface Searching {
  readonly answer: (typed: string) => Promise<Answer>
  /** The titles that are found, the best first. */
  readonly titles: (typed: string) => Promise<readonly string[]>
  /** Every run of bytes that was asked for, by its place. */
  readonly asked: Map<string, Uint8Array>
}

/** The buckets of each segment of entries, which come newest first. */
export function segmentsOf(
  entries: readonly Entry[],
): readonly { readonly size: number; readonly buckets: ReturnType<typeof bucketsOf> }[] {
  const oldestFirst = entries.toReversed()
  return Array.from({ length: Math.ceil(entries.length / entriesInSegment) }, (_, number) => {
    const ofSegment = oldestFirst.slice(number * entriesInSegment, (number + 1) * entriesInSegment)
    return { size: ofSegment.length, buckets: bucketsOf(ofSegment) }
  })
}

/** A search over entries, the newest first, in which nothing has been asked for yet. */
export function searchingIn(
  entries: readonly Entry[],
  tags: TagNames = new TagNames([]),
  made: ReturnType<typeof segmentsOf> = segmentsOf(entries),
): Searching {
  const asked = new Map<string, Uint8Array>()
  const oldestFirst = entries.toReversed()
  const segments = made.map(({ size, buckets }, number) => {
    const bytes = (bucket: number, part: 'postings' | 'places'): Promise<Uint8Array> => {
      const run = (buckets[bucket] as (typeof buckets)[number])[part]
      asked.set(`${number}/${bucket}/${part}`, run)
      return Promise.resolve(run)
    }
    return new Segment(number, size, {
      postings: (bucket) => bytes(bucket, 'postings'),
      places: (bucket) => bytes(bucket, 'places'),
    })
  })
  const answer = (typed: string): Promise<Answer> => answerTo(segments, typed, (name) => tags.slugsFor(name))
  return {
    answer,
    titles: async (typed) => (await answer(typed)).ranked.map(({ entry }) => (oldestFirst[entry] as Entry).title),
    asked,
  }
}

/** A search over a file of notes. */
export function searchingInNotes(notes: string, site?: string): Searching {
  const { catalog } = catalogFrom(notes, site)
  return searchingIn(catalog.entries, new TagNames(searchedOf(catalog).tags))
}
