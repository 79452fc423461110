import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostTold, type Posting, readPlaces, Shard, ShardWriter, type WrittenShard } from '../../src/search/shard.ts'
import { anyCharacter } from '../any-character.ts'

/** A key with its postings, and the places of each; without places where no phrase has the key. */
interface KeyOfShard {
  readonly key: string
  readonly postings: readonly Posting[]
  readonly places: readonly (readonly number[])[]
}

function writeShard(keys: readonly KeyOfShard[]): WrittenShard {
  const writer = new ShardWriter()
  for (const { key, postings, places } of keys) {
    for (const one of postings) writer.posting(one)
    for (const one of places) writer.places(one)
    writer.endKey(key)
  }
  return writer.written()
}

const posting = fc
  .record({
    inTitle: fc.boolean(),
    inAuthors: fc.boolean(),
    inTags: fc.boolean(),
    inText: fc.nat(3),
    titleLength: fc.nat(mostTold),
    titlePlace: fc.nat(mostTold),
  })
  .map((facts) => (facts.inTitle ? facts : { ...facts, titleLength: 0, titlePlace: 0 }))
const postings: fc.Arbitrary<readonly Posting[]> = fc
  .uniqueArray(fc.tuple(fc.nat(1023), posting), { selector: ([entry]) => entry, maxLength: 20 })
  .map((all) => all.toSorted(([one], [other]) => one - other).map(([entry, facts]) => ({ entry, ...facts })))
const places = fc.uniqueArray(fc.nat(5_000), { maxLength: 5 }).map((all) => all.toSorted((one, other) => one - other))
const key = fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom('a', 'b', '가', '😀', '😁')), maxLength: 6 })
const written: fc.Arbitrary<readonly KeyOfShard[]> = fc
  .uniqueArray(fc.tuple(key, postings), { selector: ([one]) => one, maxLength: 30 })
  .chain((all) =>
    fc.tuple(
      ...all
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([one, ofKey]) =>
          fc
            .oneof(fc.constant([]), fc.array(places, { minLength: ofKey.length, maxLength: ofKey.length }))
            .map((where): KeyOfShard => ({ key: one, postings: ofKey, places: where })),
        ),
    ),
  )

test('a bucket that was written reads the same', () => {
  fc.assert(
    fc.property(written, (keys) => {
      const { postings: bytes, places: ofPlaces } = writeShard(keys)
      const shard = new Shard(bytes)
      expect(keys.map((_, place) => [shard.keyAt(place), shard.postingsAt(place)])).toEqual(keys.map((one) => [one.key, one.postings]))
      expect(readPlaces(ofPlaces)).toEqual(keys.map((one) => one.places))
    }),
  )
})

test('keys are found exactly, and by what they begin with', () => {
  fc.assert(
    fc.property(written, key, (keys, asked) => {
      const shard = new Shard(writeShard(keys).postings)
      const all = keys.map((one) => one.key)
      for (const start of [asked, ...all.map((one) => one.slice(0, 1))]) {
        const found = shard.beginningWith(start).map((place) => shard.keyAt(place))
        expect(found).toEqual(all.filter((one) => one.startsWith(start)))
        expect(shard.exactly(start)).toBe(all.includes(start) ? all.indexOf(start) : null)
      }
    }),
  )
})

test('bytes that end too early are an error, not an empty bucket', () => {
  const { postings: bytes } = writeShard([
    {
      key: 'attention',
      postings: [{ entry: 3, inTitle: true, inAuthors: false, inTags: false, inText: 2, titleLength: 5, titlePlace: 0 }],
      places: [[0]],
    },
  ])
  for (let length = 1; length < bytes.length; length += 1)
    expect(() => new Shard(bytes.subarray(0, length)), String(length)).toThrow(RangeError)
})
