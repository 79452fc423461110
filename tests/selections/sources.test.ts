import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndexedChannel } from '../../src/selections/selection-index.ts'
import { Holders } from '../../src/selections/sources.ts'

/** A channel of these entries, whose documents hold them by their places. */
const channel = (entries: readonly number[], current: readonly number[], ...archives: readonly (readonly number[])[]): IndexedChannel => ({
  entries,
  current,
  archives,
})
const holders = (count: number, ...channels: readonly IndexedChannel[]): Holders =>
  new Holders({ versions: Array.from({ length: count }, () => 0), channels })
const chosen = (found: ReturnType<Holders['sourcesOf']>): readonly string[] => found.map((source) => `${source.channel}/${source.archive}`)

describe('the documents that items are cut out of', () => {
  const site = channel([0, 1, 2, 3, 4, 5], [0, 1], [4, 5], [2, 3])
  const tag = channel([1, 3, 5], [0, 1, 2])
  const facet = channel([0, 2], [])

  test.each<[string, readonly number[], number, readonly string[]]>([
    ['one where one holds all', [1, 3, 5], 9, ['1/0']],
    ['whatever channel’s it is', [0, 1], 9, ['0/0']],
    ['as few as a greedy choice finds', [0, 1, 3, 5], 9, ['1/0', '0/0']],
    ['the ones that hold the newest, where they are more than may be read', [0, 2, 4], 2, ['0/0', '0/2']],
    ['none for nothing', [], 9, []],
  ])('%s', (_, entries, most, sources) => {
    expect(chosen(holders(6, site, tag, facet).sourcesOf(entries, most))).toEqual(sources)
  })

  test('say which entries they hold, in their order', () => {
    expect(holders(6, site, tag).sourcesOf([4], 1)).toEqual([{ channel: 0, archive: 1, entries: [4, 5] }])
  })

  test('an entry in no document is a fault of the index', () => {
    expect(() => holders(6, tag).sourcesOf([0], 1)).toThrow('no document of a channel holds 1 entries')
  })

  test('together hold every entry, where enough may be read', () => {
    const places = fc.uniqueArray(fc.nat(19), { minLength: 1 })
    fc.assert(
      fc.property(fc.array(places, { maxLength: 8 }), places, (documents, wanted) => {
        const all = channel(
          Array.from({ length: 20 }, (_, entry) => entry),
          Array.from({ length: 20 }, (_, entry) => entry),
          ...documents,
        )
        const found = holders(20, all).sourcesOf(
          wanted.toSorted((a, b) => a - b),
          20,
        )
        const held = new Set(found.flatMap(({ entries }) => entries))
        return wanted.every((entry) => held.has(entry))
      }),
    )
  })
})
