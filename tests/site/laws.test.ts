import { expect, test } from 'vitest'
import type { Entry } from '../../src/catalog/entries.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { gonePaths, movedFolders, upcomingFolders } from '../../src/site/redirects.ts'
import { isAssetPath } from '../../src/site/urls.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { type MadeSite, siteOf } from './site-of.ts'

const now = new Date('2026-01-01T00:00:00Z')
const fields = 'feedSize: 4\nauthorFeeds: 2'

/** So many entries of a year, three a day. */
function notesOf(count: number, year: number, authors: string, tags: string): string {
  return Array.from({ length: count }, (_, index) => {
    const day = `${year}-01-${String(1 + Math.floor(index / 3)).padStart(2, '0')}`
    return `${day}\nT${year} ${index}\n(${authors})\n${index}번째 글.\n${tags}\n`
  }).join('')
}

const before = notesOf(20, 2019, 'A A', '#t') + notesOf(9, 2020, 'B B', '#u')
const after = notesOf(6, 2020, 'B B', '#u')

const recorded = (notes: string, ledger: Ledger | null): Ledger =>
  catalogFrom(notes, fields, { now, accept: true, ledger }).recorded as Ledger
const served = (notes: string, ledger: Ledger): MadeSite => siteOf(notes, fields, { now, accept: true, ledger })

test('a path once served is served, moved, to come or gone, for ever', () => {
  const first = recorded(before, null)
  const was = served(before, first)
  const is = served(after, recorded(after, first))
  const known = new Set([...is.bodies.keys(), ...gonePaths(is.catalog)])
  const folders = new Set([...Object.keys(movedFolders(is.catalog)), ...Object.keys(upcomingFolders(is.catalog))])
  const lost = [...was.bodies.keys()].filter(
    (path) => !known.has(path) && !folders.has(path.slice(0, path.lastIndexOf('/') + 1)) && !isAssetPath(path),
  )
  // The pages about feeds are shown at the feeds' paths, and the search page alone asks for its indexes.
  expect(lost.filter((path) => !/^\/(?:view|search)\//.test(path))).toEqual([])
})

test('the ledger remembers of every channel, of whichever kind, what its entries are', () => {
  const { catalog } = served(before, recorded(before, null))
  expect(new Set(catalog.channels.map(({ key }) => key.kind)).size).toBe(3)
  for (const { folder, changed, sequence, entries } of catalog.channels)
    expect([folder, changed, sequence.length]).toEqual([folder, now, entries.length])
})

test('every channel’s page is linked from a page that isn’t its own', () => {
  const { catalog, pages } = served(before, recorded(before, null))
  const linked = new Set(
    [...pages].flatMap(([path, page]) =>
      [...page.matchAll(/ href="([^"#?]+)"/g)].flatMap(([, href]) => (href === path || path.startsWith(`${href}archive/`) ? [] : [href])),
    ),
  )
  for (const { folder } of catalog.channels) expect(linked.has(folder === '' ? '/' : `/${folder}/`), folder).toBe(true)
})

/** Fields that decide what documents hold, and when they changed. */
type Decisive = 'changed' | 'recorded' | 'isTimely' | 'isImported' | 'content'

/** What to look for of each other field of an entry: a new field has to be said here, and so what shows it. */
const told: Readonly<Record<Exclude<keyof Entry, Decisive>, string>> = {
  id: 'tag:notes.example,2024-06-10:manifold-learning',
  name: '/manifold-learning/',
  day: '2024-06-10',
  published: '2024-06-10T12:00:00.000Z',
  updated: '2024-06-10T12:00:00.000Z',
  title: 'Manifold learning',
  titleLanguage: 'en',
  authors: 'Telltale',
  paper: '2406.00077',
  venue: 'Telltale Letters',
  links: 'https://telltale.example/',
  abstract: 'telltale abstract',
  commentary: '남다른 논평',
  tags: 'telltale-tag',
}

/** What each document leaves out, and has to. */
const leftOut: readonly (readonly [path: string, fields: readonly (keyof typeof told)[]])[] = [
  // No format of feeds has a word for where a paper appeared; dates of RSS are in the form of RFC 822.
  ['/rss.xml', ['published', 'updated', 'venue']],
  ['/atom.xml', ['venue']],
  ['/feed.json', ['venue']],
  ['/2024-06-10/manifold-learning/', ['id']],
  ['/2024-06-10/manifold-learning/citation.bib', ['id', 'name', 'day', 'published', 'updated', 'titleLanguage', 'links', 'commentary']],
  ['/2024-06-10/manifold-learning/citation.ris', ['id', 'name', 'day', 'published', 'updated', 'links', 'commentary']],
  ['/2024-06-10/manifold-learning/citation.json', ['id', 'name', 'day', 'published', 'updated', 'links', 'commentary']],
]

test.each(leftOut)('%s says every field of an entry but %j', (path, fields) => {
  const { bodies } = siteOf(
    '2024-06-10\nManifold learning\nhttps://arxiv.org/abs/2406.00077\n(Tell Telltale)\nVenue: Telltale Letters\n> A telltale abstract.\n\n남다른 논평. https://telltale.example/\n#telltale-tag\n',
  )
  const body = bodies.get(path) as string
  const missing = (Object.keys(told) as (keyof typeof told)[]).filter((field) => !body.includes(told[field]))
  expect(missing).toEqual(fields)
})
