import { bucketsTogether, partsOf } from '../search/layout.ts'
import type { WrittenShard } from '../search/shard.ts'
import { type Document, type Group, type Making, text } from './group.ts'
import { packKeys } from './pack-keys.ts'
import { bucketsOf, foundEntry, type Searched } from './searched.ts'
import { paths } from './urls.ts'

/** The groups of what is searched: the buckets of each segment, some together, and the entries of each block as results show them. */
export function* groupsOfSearch({ catalog, group }: Pick<Making, 'catalog' | 'group'>, { segments, blocks }: Searched): Generator<Group> {
  for (const [segment, { hash, entries }] of segments.entries()) {
    let made: readonly WrittenShard[] | null = null
    const buckets = (): readonly WrittenShard[] => (made ??= bucketsOf(entries))
    for (let part = 0; part < partsOf(entries.length); part += 1) {
      const from = part * bucketsTogether
      yield group(packKeys.words(segment, part), hash, () =>
        buckets()
          .slice(from, from + bucketsTogether)
          .flatMap((bucket, index) => documentsOfBucket(bucket, segment, hash, from + index)),
      )
    }
  }
  for (const [block, { hash, entries }] of blocks.entries())
    yield group(packKeys.found(block), hash, () =>
      entries.map((entry, number) =>
        text(paths.searchEntry(block, hash, number), 'application/json; charset=utf-8', JSON.stringify(foundEntry(catalog.words, entry))),
      ),
    )
}

function documentsOfBucket({ postings, places }: WrittenShard, segment: number, hash: string, bucket: number): readonly Document[] {
  return [bytes(paths.searchBucket(segment, hash, bucket), postings), bytes(paths.searchPlaces(segment, hash, bucket), places)]
}

function bytes(path: string, body: Uint8Array): Document {
  return { path, mediaType: 'application/octet-stream', body, modified: null }
}
