import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citationFormats } from '../../src/citations/citation-formats.ts'
import { formats } from '../../src/feed/formats.ts'
import { KnownPacks } from '../../src/site/known-packs.ts'
import type { Manifest } from '../../src/site/manifest.ts'
import { writtenDays } from '../../src/site/manifest.ts'
import { keysOf, packKeys, shardOf } from '../../src/site/pack-keys.ts'
import { packOfPath } from '../../src/site/pack-of-path.ts'
import { paths } from '../../src/site/urls.ts'

const site: Omit<Manifest, 'versions'> = {
  origin: 'https://notes.example',
  hubUrl: null,
  entryLinks: '',
  speculationRules: '',
  channels: {
    site: [['', 'a', null, 2, 'none']],
    tag: [
      ['apart', 'b', null, 0, 'apart'],
      ['정렬', 'c', null, 1, 'together'],
    ],
    author: [['grace-hopper', 'd', null, 0, 'none']],
  },
  days: writtenDays(['2022-06-10', '2022-12-31', '2024-06-10']),
  calendarPacks: 6,
  authorShards: 4,
  searched: 1_100,
}
const digest = '0123456789abcdef'
const keys = new Set(keysOf(site))
const keyOf = (path: string): string | null => packOfPath(path, new KnownPacks(site))

describe('the pack of a path', () => {
  const korean = 'tags/정렬'
  const rows: readonly (readonly [string, string | null])[] = [
    [paths.notFound, packKeys.missing],
    [paths.gone, packKeys.missing],
    ...Object.values(paths).flatMap((path) =>
      typeof path !== 'string' ||
      [paths.home, paths.notFound, paths.gone, paths.select, paths.deployment, paths.daily, paths.weekly].includes(path as '/')
        ? []
        : [[path, packKeys.site] as const],
    ),
    [paths.asset('0a1b', 'page.css'), packKeys.assets],
    [paths.asset('xyz', 'page.css'), null],
    [paths.searchBucket(0, digest, 511), packKeys.words(0, 7)],
    [paths.searchPlaces(1, digest, 3), packKeys.words(1, 0)],
    [paths.searchPlaces(1, digest, 64), null],
    [paths.searchBucket(2, digest, 0), null],
    [paths.searchEntry(8, digest, 5), packKeys.found(8)],
    [paths.searchEntry(9, digest, 5), null],
    [paths.searchEntry(8, 'xyz', 5), null],
    [paths.searchTags(digest), packKeys.site],
    [paths.searchTags('xyz'), null],
    ['/search/02.json', null],
    ...['', korean, 'tags/apart', 'authors/grace-hopper'].flatMap((folder) => [
      [paths.at(folder), packKeys.channel(folder)] as const,
      ...formats.map((format) => [paths.feed(format, folder), packKeys.channel(folder)] as const),
      ...formats.map((format) => [paths.feedView(format, folder), packKeys.channel(folder)] as const),
    ]),
    [paths.archiveFolder('', 2), packKeys.archive('', 2)],
    ...formats.map((format) => [paths.archive(format, korean, 1), packKeys.archive(korean, 1)] as const),
    [paths.archive('rss', '', 3), packKeys.channel('')],
    [paths.archiveFolder('tags/apart', 1), packKeys.channel('tags/apart')],
    [`${paths.archiveFolder('', 1)}citation.bib`, null],
    ...citationFormats.map((format) => [paths.citation(paths.at(korean), format), packKeys.citations(korean, null)] as const),
    ...citationFormats.map((format) => [paths.citation(paths.tag('apart'), format), packKeys.citations('tags/apart', format)] as const),
    [paths.citation('/', 'bib'), null],
    [`${paths.tag('apart')}citation.pdf`, null],
    [`${paths.tag('apart')}other.txt`, null],
    [paths.author('ada-lovelace'), packKeys.authors(shardOf('ada-lovelace', 4))],
    [paths.author('김연구'), packKeys.authors(shardOf('김연구', 4))],
    [paths.author('Ada Lovelace'), null],
    [paths.feed('rss', 'authors/ada-lovelace'), null],
    [paths.tag('never'), null],
    [paths.feed('rss', 'tags/never'), null],
    [paths.feedView('rss', 'tags/never'), null],
    [paths.day('2024-06-10'), packKeys.day('2024-06-10')],
    [paths.entry('2024-06-10', '글'), packKeys.day('2024-06-10')],
    [paths.citation(paths.entry('2024-06-10', '글'), 'ris'), packKeys.day('2024-06-10')],
    [paths.day('2024-06-11'), null],
    ['/2024-06-10', null],
    [paths.year('2024'), packKeys.year('2024')],
    [paths.year('2023'), null],
    [paths.month('2022-12'), packKeys.month('2022-12')],
    [paths.month('2022-11'), null],
    [paths.month('2024-13'), null],
    [paths.everyYear('06-10'), packKeys.everyYear('06-10')],
    [paths.everyYear('12-31'), null],
    [paths.everyYear('02-30'), null],
    [paths.feed('rss', 'days/2024'), null],
    ['/days/2024-06-10/', null],
    ['/days/2024', null],
    ['/days/2024/x', null],
    ['/2024/', null],
    ['/nothing', null],
    ['/tags/%zz/', null],
    ['', null],
  ]
  test.each(rows)('%s is %j', (path, key) => {
    expect(keyOf(path)).toBe(key)
  })
})

test('without authors’ pages there is no pack of any', () => {
  expect(packOfPath(paths.author('ada-lovelace'), new KnownPacks({ ...site, authorShards: 0 }))).toBeNull()
})

test('whatever a path is, it leads to a pack that there is, or to none', () => {
  const part = fc.constantFrom(
    ...['', 'tags', 'authors', 'archive', 'view', 'search', 'assets', '1', '99999999999999999999999', 'rss.xml', 'citation.bib'],
    ...['days', '2024', '2024-06', '06-10', 'apart', '%EC%A0%95%EB%A0%AC', '정렬', '%', '2024-06-10', '0a1b', '1.json', '__proto__'],
  )
  const path = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
  )
  fc.assert(
    fc.property(path, (asked) => {
      const key = keyOf(asked)
      expect(key === null || keys.has(key)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
