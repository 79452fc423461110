import { describe, expect, test } from 'vitest'
import { type Format, formats } from '../../src/feed/formats.ts'
import { paths } from '../../src/site/urls.ts'
import { feedsOf, origin, type Read, readers } from './channel-feeds.ts'

/** All documents that lead from a subscription document to the first of its archives. */
function walk(feeds: ReadonlyMap<string, string>, format: Format, path: string): readonly Read[] {
  const body = feeds.get(path)
  if (body === undefined) throw new Error(`${path} leads nowhere`)
  const read = readers[format](body)
  expect(read.links['self']).toBe(origin + path)
  const previous = read.links['prev-archive']
  return previous === undefined ? [read] : [read, ...walk(feeds, format, previous.slice(origin.length))]
}

const folders = ['', 'tags/all', 'tags/t2', 'tags/t7'] as const
const numbersOf = (folder: (typeof folders)[number], count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) =>
    folder === 'tags/t2' ? index % 2 === 0 : folder === 'tags/t7' ? index % 7 === 0 : true,
  )
const lastPart = (id: string): string => id.slice(id.lastIndexOf(':') + 1)

describe.each(formats)('RFC 5005 §4 in %s', (format) => {
  test.each([
    [0, 5],
    [1, 5],
    [4, 5],
    [5, 5],
    [6, 5],
    [9, 5],
    [10, 5],
    [11, 5],
    [37, 5],
    [37, 1],
    [37, 2],
    [37, 19],
    [37, 999],
    [3, 3],
    [3, 2],
    [2, 1],
    [101, 50],
  ])('%d items, %d a document: a walk collects every item, each in one version', (count, feedSize) => {
    const feeds = feedsOf([count], feedSize)
    for (const folder of folders) {
      const numbers = numbersOf(folder, count)
      if (folder !== '' && numbers.length === 0) continue
      const [subscription, ...archives] = walk(feeds, format, paths.feed(format, folder)) as [Read, ...Read[]]
      const versions = new Map<string, Set<string>>()
      for (const [id, item] of [subscription, ...archives].flatMap(({ items }) => items))
        versions.set(id, (versions.get(id) ?? new Set()).add(item))
      expect([...versions.keys()].map(lastPart).toSorted()).toEqual(numbers.map((number) => `t${number}`).toSorted())
      expect([...versions.values()].every(({ size }) => size === 1)).toBe(true)
      expect(subscription.isArchive).toBe(false)
      expect(subscription.items.length).toBeGreaterThanOrEqual(Math.min(feedSize, numbers.length))
      // The two latest days, of three entries each, are whole.
      expect(subscription.items.length).toBeLessThanOrEqual(Math.max(feedSize, 6))
      expect(archives.map(({ items, isArchive }) => [items.length, isArchive])).toEqual(archives.map(() => [feedSize, true]))
      if (numbers.length <= feedSize) expect(archives).toEqual([])
    }
  })

  const archivesOf = (counts: readonly number[], order: 'above' | 'below'): readonly (readonly [string, string])[] =>
    [...feedsOf(counts, 5, order)].filter(([path]) => path.includes('/archive/') && path.endsWith(paths.feed(format, '')))

  test.each<[before: number, after: number]>([
    [12, 26],
    [11, 12],
    [12, 13],
    [13, 14],
    [14, 15],
    [15, 16],
    [16, 17],
    [17, 18],
  ])('adding to %d entries until there are %d, above or below what a day has, never changes a byte of a full archive', (before, after) => {
    for (const order of ['above', 'below'] as const) {
      const changed = new Map(archivesOf([before, after], order))
      const unchanged = archivesOf([before], order)
      expect(unchanged.length).toBeGreaterThan(1)
      for (const [path, body] of unchanged) expect(changed.get(path), `${order} ${path}`).toBe(body)
    }
  })
})
