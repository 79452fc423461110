import { describe, expect, test } from 'vitest'
import { type Catalog, type Channel, channelsOfKind } from '../../src/catalog/catalog.ts'
import { foldersOf } from '../../src/catalog/channels.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import { isUpToDate } from '../../src/catalog/next-ledger.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { read } from '../notes/read-site.ts'
import { catalogFrom } from './catalog-from.ts'

const now = new Date('2024-07-01T00:00:00Z')
const later = new Date('2024-07-02T00:00:00Z')

/** Notes of one day, an entry for each title with these authors and tags. */
function notesOf(...entries: readonly (readonly [title: string, authors: string, tags?: string])[]): string {
  return `2024-06-10\n${entries.map(([title, authors, tags = '#t']) => `${title}\n(${authors})\n${title}의 글.\n${tags}\n`).join('')}`
}

const times = (count: number, authors: string): readonly (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => [`${authors} ${index}`, authors])

const shown = (channels: readonly Channel[]): unknown => channels.map(({ folder, name, entries }) => [folder, name, entries.length])
const authorsIn = (catalog: Catalog): unknown => shown(channelsOfKind(catalog, 'author'))

describe('the list of channels', () => {
  test('is the site, then tags, then authors, each by slug; of each its entries, newest first', () => {
    const { catalog } = catalogFrom(
      notesOf(['One', 'B B, A A', '#정렬 #b'], ['Two', 'A A', '#b'], ['Three', 'A A, B B', '#b']),
      'authorFeeds: 2',
    )
    expect(shown(catalog.channels)).toEqual([
      ['', 'T', 3],
      ['tags/b', 'b', 3],
      ['tags/정렬', '정렬', 1],
      ['authors/a-a', 'A A', 3],
      ['authors/b-b', 'B B', 2],
    ])
    for (const { entries } of catalog.channels) expect(entries).toEqual(catalog.entries.filter((entry) => entries.includes(entry)))
    expect(catalog.channels.map(({ key }) => key)).toContainEqual({ kind: 'tag', slug: '정렬' })
  })

  test('has the site’s, even where nothing is', () => {
    expect(shown(catalogFrom('').catalog.channels)).toEqual([['', 'T', 0]])
  })

  test('no two have one folder, whatever tags and authors are called', () => {
    const { catalog } = catalogFrom(notesOf(['One', 'tags, authors', '#tags #authors #site']), 'authorFeeds: 1')
    const folders = catalog.channels.map(({ folder }) => folder)
    expect(new Set(folders).size).toBe(folders.length)
    expect(foldersOf({ tag: ['x'], author: ['x'] })).toEqual(['', 'tags/x', 'authors/x'])
  })
})

describe('authors', () => {
  test.each([
    ['', 4, []],
    ['', 5, [['authors/a-a', 'A A', 5]]],
    ['authorFeeds: 3', 3, [['authors/a-a', 'A A', 3]]],
    ['authorFeeds: 3', 2, []],
    ['authorFeeds: 1', 1, [['authors/a-a', 'A A', 1]]],
    ['authorFeeds: 0', 9, []],
  ])('have feeds from five entries on, or as many as site.md says: %j, %i entries', (fields, count, channels) => {
    expect(authorsIn(catalogFrom(notesOf(...times(count, 'A A')), fields).catalog)).toEqual(channels)
  })

  test.each(['-1', '5.5', 'many', '10000', '05'])('authorFeeds: %s is refused with a cure', (written) => {
    expect(read(`authorFeeds: "${written}"`).problems).toEqual([
      `site.md:4: “${written}” isn't a number of entries (write a whole number from 0 to 9999, such as authorFeeds: 5)`,
    ])
  })

  test('have pages from two entries on, and wherever they have feeds', () => {
    const pagesOf = (fields: string): readonly string[] => [
      ...catalogFrom(notesOf(['One', 'A A, B B'], ['Two', 'A A']), fields).catalog.authors.keys(),
    ]
    expect([pagesOf(''), pagesOf('authorFeeds: 1')]).toEqual([['a-a'], ['a-a', 'b-b']])
  })

  test('whose names differ in punctuation and case alone are one, called as in the newest entry; one named twice counts once', () => {
    const { catalog } = catalogFrom(notesOf(['One', 'A. Lovelace, A LOVELACE'], ['Two', 'A Lovelace']), 'authorFeeds: 2')
    expect(authorsIn(catalog)).toEqual([['authors/a-lovelace', 'A. Lovelace', 2]])
  })

  test('are persons: what stands for people who are not named is none, nor is an affiliation part of a name', () => {
    const { catalog } = catalogFrom(
      notesOf(['One', 'A A, et al.'], ['Two', 'A A (MIT), B B et al.'], ['Three', 'B B, others']),
      'authorFeeds: 2',
    )
    expect(authorsIn(catalog)).toEqual([
      ['authors/a-a', 'A A', 2],
      ['authors/b-b', 'B B', 2],
    ])
  })

  test('without a letter or digit in their names are named in the entry and nowhere else', () => {
    const { catalog } = catalogFrom(notesOf(['One', '…, A A'], ['Two', '…, A A']), 'authorFeeds: 2')
    expect(authorsIn(catalog)).toEqual([['authors/a-a', 'A A', 2]])
  })
})

describe('what the ledger remembers of an author', () => {
  const record = (notes: string, ledger: Ledger | null, fields = ''): Ledger =>
    catalogFrom(notes, fields, { ledger, now: ledger === null ? now : later, accept: true }).recorded as Ledger
  const five = notesOf(...times(5, 'A A'))
  const one = notesOf(...times(1, 'A A'))
  const none = notesOf(['Else', 'B B'])
  const first = record(five, null)

  test('whoever has feeds keeps them as long as one entry is left', () => {
    const { catalog } = catalogFrom(one, '', { ledger: record(one, first), now: later })
    expect(authorsIn(catalog)).toEqual([['authors/a-a', 'A A', 1]])
    expect([catalog.removed.goneAuthors, catalog.removed.goneChannels]).toEqual([[], []])
  })

  test('without an entry, or where site.md wants no feeds of authors any more, they are gone', () => {
    const gone = catalogFrom(none, '', { ledger: record(none, first), now: later }).catalog
    const author = { kind: 'author', slug: 'a-a' }
    expect([authorsIn(gone), gone.removed.goneAuthors, gone.removed.goneChannels]).toEqual([[], ['a-a'], [author]])
    const off = catalogFrom(five, 'authorFeeds: 0', { ledger: first, now: later }).catalog
    expect([authorsIn(off), off.removed.goneAuthors, off.removed.goneChannels]).toEqual([[], [], [author]])
  })

  test('a page that an author of two entries had is gone with the second', () => {
    const two = record(notesOf(...times(2, 'A A')), null)
    expect(catalogFrom(one, '', { ledger: record(one, two), now: later }).catalog.removed.goneAuthors).toEqual(['a-a'])
    expect(catalogFrom(one, '', { ledger: record(one, null), now: later }).catalog.removed.goneAuthors).toEqual([])
  })

  test('removed items, too: how many it ever had, tombstones, and when it changed', () => {
    const [channel] = channelsOfKind(catalogFrom(one, '', { ledger: record(one, first), now: later }).catalog, 'author')
    expect([channel?.sequence.length, channel?.tombstones.length, channel?.changed]).toEqual([5, 4, later])
    expect(channel?.sequence.map(({ entry, changed }) => [entry?.title ?? null, changed])).toEqual([
      [null, later],
      [null, later],
      [null, later],
      [null, later],
      ['A A 0', now],
    ])
  })

  test('an entry to come counts from its first recording on; once its hour has come, it waits to be recorded as there', () => {
    const notes = `${notesOf(...times(4, 'A A'))}Late\npublished: 2024-07-10T00:00:00Z\n(A A)\n글.\n#t\n`
    const ledger = record(notes, null)
    expect(ledger.authors).toEqual(['a-a'])
    const after = new Date('2024-07-11T00:00:00Z')
    const { catalog, recorded } = catalogFrom(notes, '', { ledger, now: after })
    expect(isUpToDate(ledger, recorded)).toBe(false)
    expect(catalog.channels.map(({ changed }) => changed)).toEqual(catalog.channels.map(() => null))
    const { channels } = catalogFrom(notes, '', { ledger: recorded, now: after }).catalog
    expect(channels.map(({ changed }) => changed)).toEqual(channels.map(() => after))
  })

  test('whom only entries to come name has nothing yet, and nothing that is gone', () => {
    const notes = `2024-06-10\nLate\npublished: 2024-07-10T00:00:00Z\n(A A)\n글.\n#t\n`
    const { catalog } = catalogFrom(notes, 'authorFeeds: 1', { ledger: record(notes, null, 'authorFeeds: 1'), now: later })
    expect([authorsIn(catalog), catalog.removed.goneAuthors, catalog.removed.goneChannels]).toEqual([[], [], []])
  })

  test('feeds that go are said once, with a cure', () => {
    const problemsOf = (notes: string, ledger: Ledger, fields = ''): readonly string[] =>
      catalogFrom(notes, fields, { ledger, now: later, accept: true }).problems.map(formatProblem)
    expect(problemsOf(none, first)).toEqual([
      'content/site.md:1: warning: no entry names the author a-a any more: their feeds will be gone (if the name is only written otherwise now, write it as before in one entry, and they stay)',
    ])
    expect(problemsOf(none, record(none, first))).toEqual([])
    expect(problemsOf(five, first, 'authorFeeds: 0')).toEqual([
      'content/site.md:1: warning: authorFeeds: 0 takes the feeds of one author away (leave it out to keep them)',
    ])
  })

  test('an author who is named again has feeds again, since somebody may still ask for them', () => {
    const back = catalogFrom(one, '', { ledger: record(none, first), now: later, accept: true }).catalog
    expect([authorsIn(back), back.removed.goneChannels]).toEqual([[['authors/a-a', 'A A', 1]], []])
  })

  test('another number of entries for feeds changes the site: its Last-Modified moves', () => {
    const fields = 'authorFeeds: 2'
    const { catalog } = catalogFrom(five, fields, { ledger: record(five, first, fields), now: later })
    expect(catalog.channels.map(({ changed }) => changed)).toEqual(catalog.channels.map(() => later))
  })

  test('of a merge of two ledgers it remembers the authors, tags and places of both sides', () => {
    const without = formatLedger(record(notesOf(...times(4, 'A A')), first)).replaceAll('"authors":["a-a"],', '')
    const lines = [...formatLedger(first).split('\n'), ...without.split('\n')]
    const { ledger } = parseLedger('l.json', [...lines.filter((line) => line !== ']}'), ']}'].join('\n'))
    const told = (given: Ledger | null): unknown =>
      channelsOfKind(catalogFrom(notesOf(...times(4, 'A A')), '', { ledger: given, now: later }).catalog, 'author').map(
        ({ tombstones, changed }) => [tombstones.length, changed],
      )
    expect(told(ledger)).toEqual([[1, null]])
    expect(told(record(notesOf(...times(4, 'A A')), ledger))).toEqual([[1, later]])
  })

  test('a ledger of version 1 loses no date: what it lacks is written down when the next recording is', () => {
    const older = { ...first, version: 1, authors: [], records: first.records.map((each) => ({ ...each, authors: [] })) }
    const { catalog, recorded } = catalogFrom(five, '', { ledger: older, now: later })
    expect(recorded).toEqual({ ...first, recording: later })
    expect(recorded).not.toBe(older)
    expect(catalog.channels.map(({ folder, changed }) => [folder, changed])).toEqual([
      ['', now],
      ['tags/t', now],
      ['authors/a-a', now],
    ])
  })

  test('an entry that no longer names them moves their feed’s Last-Modified, and no other author’s', () => {
    const both = notesOf(...times(5, 'A A'), ...times(5, 'B B'))
    const edited = both.replace('(A A)', '(C C)')
    const ledger = record(edited, record(both, null))
    const changed = channelsOfKind(catalogFrom(edited, '', { ledger, now: later }).catalog, 'author').map((one) => [one.name, one.changed])
    expect(changed).toEqual([
      ['A A', later],
      ['B B', now],
    ])
  })
})
