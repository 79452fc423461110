import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formats } from '../../src/feed/formats.ts'
import { gonePaths, movedFolders, upcomingFolders } from '../../src/site/redirects.ts'
import { paths } from '../../src/site/urls.ts'
import { lookUp, type Outcome } from '../../src/worker/lookup.ts'
import { answered } from '../answered.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { siteOf } from './site-of.ts'

const now = new Date('2026-01-01T00:00:00Z')

/** So many entries, three a day, with these authors and tags. */
function notesOf(count: number, authors = 'A A', tags = '#t'): string {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))).toISOString().slice(0, 10)
    return `${day}\nT${index}\n(${authors})\n글 ${index}.\n${tags}\n`
  }).join('')
}

const recorded = (notes: string, fields = '', ledger: Ledger | null = null): Ledger =>
  catalogFrom(notes, fields, { now, accept: true, ledger }).recorded as Ledger

test('each feed of each channel has a page that browsers are shown', () => {
  const { catalog, bodies } = siteOf(notesOf(6))
  const feeds = [...bodies.keys()].filter((path) => /(?<!archive\/\d+)\/(?:rss\.xml|atom\.xml|feed\.json)$/.test(path))
  expect(feeds).toHaveLength(catalog.channels.length * formats.length)
  const views = catalog.channels.flatMap(({ folder }) =>
    formats.map((format) => [paths.feed(format, folder), paths.feedView(format, folder)]),
  )
  for (const [feed = '', page = ''] of views) expect([feed, bodies.has(feed), bodies.has(page)]).toEqual([feed, true, true])
})

test('the next archive of every channel is answered for by the channel', () => {
  const ledger = recorded(notesOf(9), 'feedSize: 4')
  expect(upcomingFolders(catalogFrom(notesOf(9), 'feedSize: 4', { ledger, now }).catalog)).toEqual({
    '/archive/3/': '/',
    '/tags/t/archive/3/': '/tags/t/',
    '/authors/a-a/archive/3/': '/authors/a-a/',
  })
})

describe('an alias leads from the old tag to the new one', () => {
  test('its page with the feeds, and each archive', () => {
    const { catalog } = catalogFrom(notesOf(12, 'A A', '#new'), 'feedSize: 4\naliases: { old: new }')
    expect(movedFolders(catalog)).toEqual({
      '/tags/old/': '/tags/new/',
      '/tags/old/archive/1/': '/tags/new/archive/1/',
      '/tags/old/archive/2/': '/tags/new/archive/2/',
      '/tags/old/archive/3/': '/tags/new/archive/3/',
    })
  })

  test('archives of the old one that the new one doesn’t have are gone', () => {
    const ledger = recorded(notesOf(20, 'A A', '#old'), 'feedSize: 4')
    const notes = notesOf(6, 'A A', '#new')
    const fields = 'feedSize: 4\naliases: { old: new }'
    const { catalog } = catalogFrom(notes, fields, { now, accept: true, ledger: recorded(notes, fields, ledger) })
    expect(gonePaths(catalog)).toContain('/tags/old/archive/5/rss.xml')
    expect(gonePaths(catalog)).not.toContain('/tags/old/')
  })
})

describe('the former address of a tag leads to the present one', () => {
  const fields = 'feedSize: 4\nauthorFeeds: 0'
  /** A ledger from when `#c++` was `c`. */
  const recordedAsC = (count: number): Ledger => {
    const ledger = recorded(notesOf(count, 'A A', '#c++'), fields)
    return { ...ledger, records: ledger.records.map((record) => ({ ...record, tags: ['c'] })) }
  }
  const leads = (path: string, notes: string, ledger: Ledger): Outcome => {
    const { catalog, bodies } = siteOf(notes, fields, { now, accept: true, ledger })
    const [moved, upcoming, gone] = [movedFolders(catalog), upcomingFolders(catalog), new Set(gonePaths(catalog))]
    return answered(lookUp(path, { packOf: () => 'all', hasFeed: () => false, hasChannel: () => false }), () => ({
      has: (one) => bodies.has(one),
      movedTo: (folder) => moved[folder] ?? null,
      substituteOf: (folder) => upcoming[folder] ?? null,
      assetNamed: () => null,
      isGone: (one) => gone.has(one),
    }))
  }

  test.each([
    ['/tags/c/', 'moved', '/tags/cpp/'],
    ['/tags/C', 'moved', '/tags/cpp/'],
    ['/tags/c/rss.xml', 'moved', '/tags/cpp/rss.xml'],
    ['/tags/c/atom.xml', 'moved', '/tags/cpp/atom.xml'],
    ['/tags/c/feed.json', 'moved', '/tags/cpp/feed.json'],
    ['/tags/c/citation.bib', 'moved', '/tags/cpp/citation.bib'],
    ['/tags/c/archive/2/', 'moved', '/tags/cpp/archive/2/'],
    ['/tags/c/archive/2/atom.xml', 'moved', '/tags/cpp/archive/2/atom.xml'],
    ['/tags/c/archive/3/atom.xml', 'to come', '/tags/cpp/atom.xml'],
  ])('%s: %s, %s', (path, kind, to) => {
    expect(leads(path, notesOf(9, 'A A', '#c++'), recordedAsC(9))).toEqual({ kind, path: to })
  })

  test('an archive stays, however many of its entries are removed', () => {
    const notes = notesOf(6, 'A A', '#c++')
    const ledger = recorded(notes, fields, recordedAsC(20))
    expect(leads('/tags/c/archive/5/rss.xml', notes, ledger)).toEqual({ kind: 'moved', path: '/tags/cpp/archive/5/rss.xml' })
    expect(leads('/tags/cpp/archive/5/rss.xml', notes, ledger)).toEqual({ kind: 'found', path: '/tags/cpp/archive/5/rss.xml' })
    expect(leads('/tags/c/archive/9/rss.xml', notes, ledger)).toEqual({ kind: 'missing' })
  })

  test('the archives are the ones that the former address had', () => {
    const notes = notesOf(9, 'A A', '#c++')
    const ids = (path: string, ledger: Ledger | null): readonly string[] =>
      JSON.parse(siteOf(notes, fields, { now, ledger }).bodies.get(path) as string).items.map(({ id }: { id: string }) => id)
    expect(ids('/tags/cpp/archive/1/feed.json', recordedAsC(9))).toEqual(ids('/archive/1/feed.json', recorded(notes, fields)))
  })
})

describe('what is gone of an author', () => {
  const many = recorded(notesOf(9), 'feedSize: 4')
  const gone = (notes: string, fields = 'feedSize: 4'): readonly string[] =>
    gonePaths(catalogFrom(notes, fields, { now, accept: true, ledger: recorded(notes, fields, many) }).catalog).filter((path) =>
      path.startsWith('/authors/'),
    )
  const feedsIn = (folder: string): readonly string[] => ['atom.xml', 'rss.xml', 'feed.json'].map((file) => folder + file)

  // The second archive led to a third, which was yet to come.
  const archives = [1, 2, 3].map((number) => `/authors/a-a/archive/${number}/`).flatMap((folder) => [folder, ...feedsIn(folder)])

  test('is everything once no entry names them: page, feeds, archives, and the list of authors’ feeds with the last', () => {
    expect(gone(notesOf(3, 'B B'))).toEqual([...feedsIn('/authors/a-a/'), '/authors/a-a/', '/authors/opml.xml', ...archives])
    expect(gone(notesOf(9, 'B B'))).not.toContain('/authors/opml.xml')
  })

  test('is nothing while one entry is left', () => {
    expect(gone(notesOf(1))).toEqual([])
  })

  test('are the feeds, not the page, where site.md wants none any more', () => {
    expect(gone(notesOf(9), 'feedSize: 4\nauthorFeeds: 0').filter((path) => !path.includes('archive'))).toEqual([
      ...feedsIn('/authors/a-a/'),
      '/authors/opml.xml',
    ])
  })
})

test('nothing that is served is said to be gone, moved or yet to come', () => {
  const ledger = recorded(notesOf(30, 'A A, B B', '#t #u'), 'feedSize: 4')
  const notes = notesOf(11, 'B B', '#t #v')
  const fields = 'feedSize: 4\naliases: { u: t }'
  const { catalog, bodies } = siteOf(notes, fields, { now, accept: true, ledger: recorded(notes, fields, ledger) })
  for (const path of [...gonePaths(catalog), ...Object.keys(movedFolders(catalog)), ...Object.keys(upcomingFolders(catalog))])
    expect(bodies.has(path), path).toBe(false)
  for (const folder of [...Object.values(movedFolders(catalog)), ...Object.values(upcomingFolders(catalog))])
    expect(bodies.has(folder), folder).toBe(true)
})

test('archives that there were before entries were removed are there still', () => {
  const ledger = recorded(notesOf(170, 'A A, B B'), 'feedSize: 50\nauthorFeeds: 0')
  const fields = 'feedSize: 50\nauthorFeeds: 0'
  const { catalog, bodies } = siteOf(notesOf(60), fields, { now, accept: true, ledger })
  expect(gonePaths(catalog).filter((path) => path.includes('/archive/'))).toEqual([])
  for (const number of [1, 2, 3]) expect(bodies.has(`/tags/t/archive/${number}/atom.xml`)).toBe(true)
  expect(upcomingFolders(catalog)).toEqual({ '/archive/4/': '/', '/tags/t/archive/4/': '/tags/t/' })
})

test('a channel whose items its subscription document holds leads to no archive', () => {
  expect(upcomingFolders(catalogFrom(notesOf(50), 'feedSize: 50').catalog)).toEqual({})
})
