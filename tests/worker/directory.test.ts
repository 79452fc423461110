import manifest from 'paperwire-manifest'
import { describe, expect, test } from 'vitest'
import type { Resource } from '../../src/site/manifest.ts'
import { ManifestDirectory } from '../../src/worker/directory.ts'

const document = (path: string, gzipLength: number): Resource => ({
  path,
  mediaType: 'text/css',
  hash: 'abc',
  length: 1_000,
  gzipLength,
  modified: null,
})
const directory = new ManifestDirectory({
  ...manifest,
  packs: {
    a: [document('/', 10), document('/rss.xml', 20), document('/assets/0a1b/page.css', 5)],
    b: [document('/view/rss.xml/', 7), document('/assets/page.css', 8)],
  },
  views: { '/rss.xml': '/view/rss.xml/' },
  moved: { '/tags/old/': '/tags/new/' },
  upcoming: { '/archive/2/': '/' },
  gone: ['/tags/gone/'],
})

test.each([
  ['/', 'a', 0],
  ['/rss.xml', 'a', 10],
  ['/assets/0a1b/page.css', 'a', 30],
  ['/view/rss.xml/', 'b', 0],
  ['/assets/page.css', 'b', 7],
])('the body of %s lies in pack %s behind the bodies before it, at %i', (path, pack, offset) => {
  expect(directory.has(path)).toBe(true)
  expect(directory.placeOf(path)).toMatchObject({ resource: { path }, pack, offset })
})

test('a page that the manifest names and does not hold is an error, not an empty page', () => {
  expect(() => directory.placeOf('/410/')).toThrow('no document at /410/')
})

test('of an asset the file’s name is known, of no other document', () => {
  expect(['page.css', 'rss.xml', '', '0a1b/page.css'].map((file) => directory.assetNamed(file))).toEqual([
    '/assets/0a1b/page.css',
    null,
    null,
    null,
  ])
})

test('a feed and the page about it are negotiated, and only the feed has a view', () => {
  const paths = ['/rss.xml', '/view/rss.xml/', '/']
  expect(paths.map((path) => [directory.viewOf(path), directory.isNegotiated(path)])).toEqual([
    ['/view/rss.xml/', true],
    [null, true],
    [null, false],
  ])
})

describe('what every object has is nothing of the site', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])('%j', (name) => {
    expect([directory.has(name), directory.isGone(name), directory.isNegotiated(name)]).toEqual([false, false, false])
    for (const found of [directory.movedTo(name), directory.substituteOf(name), directory.assetNamed(name), directory.viewOf(name)]) {
      expect(found).toBeNull()
    }
  })
})
