import { describe, expect, test } from 'vitest'
import type { Catalog, Channel } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { archivesOf, polledEntries } from '../../src/feed/cuts.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { feedsOfCatalog } from './channel-feeds.ts'

/** A day's notes, an entry for each number. */
function dayOf(date: string, numbers: readonly number[], tagsOf = (_: number): string => '#t'): string {
  return `${date}\n${numbers.map((number) => `T${number}\n글 ${number}.\n${tagsOf(number)}\n`).join('')}`
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, index) => from + index)

/** The site once its notes were recorded at each of these instants in turn. */
function recordedAt(steps: readonly (readonly [at: string, notes: string])[], fields = 'timezone: UTC'): Catalog {
  let ledger: Ledger | null = null
  for (const [at, notes] of steps) ledger = catalogFrom(notes, fields, { ledger, now: new Date(at), accept: true }).recorded
  const [at, notes] = steps.at(-1) as readonly [string, string]
  return catalogFrom(notes, fields, { ledger, now: new Date(at), accept: true }).catalog
}

const siteOf = ({ channels }: Catalog): Channel => channels[0] as Channel
const polled = (catalog: Catalog): readonly string[] => polledEntries(siteOf(catalog), catalog.site.feedSize).map(({ title }) => title)
const titles = (numbers: readonly number[]): readonly string[] => numbers.map((number) => `T${number}`)

describe('the document that subscribers poll', () => {
  const fields = 'timezone: UTC\nfeedSize: 5'

  test('holds as many entries as feedSize says', () => {
    const notes = range(0, 9).map((number) => dayOf(`2024-06-0${9 - number}`, [number]))
    expect(polled(recordedAt([['2024-09-01T00:00:00Z', notes.join('')]], fields))).toEqual(titles(range(0, 5)))
  })

  test('holds the two latest days whole: sixty papers of a day are sixty items', () => {
    const notes = `${dayOf('2024-06-10', range(0, 60))}${dayOf('2024-06-08', range(60, 70))}${dayOf('2024-06-07', range(70, 80))}`
    expect(polled(recordedAt([['2024-09-01T00:00:00Z', notes]], fields))).toEqual(titles(range(0, 70)))
  })

  test('holds whatever was recorded while it was fresh in the week before the latest recording', () => {
    const notes = range(0, 9).map((number) => dayOf(`2024-06-${18 - number}`, range(number * 3, number * 3 + 3)))
    const steps = range(1, 10).map((count) => [`2024-06-${9 + count}T12:00:00Z`, notes.slice(9 - count).join('')] as const)
    // The latest recording was on the 18th at noon: those from the 11th at noon and before are older than a week.
    expect(polled(recordedAt(steps, fields))).toEqual(titles(range(0, 21)))
  })

  test('takes the week from the ledger, not from the clock of the build', () => {
    const notes = `${dayOf('2024-06-12', range(0, 3))}${dayOf('2024-06-11', range(3, 6))}${dayOf('2024-06-10', range(6, 9))}`
    const steps = [
      ['2024-06-10T12:00:00Z', dayOf('2024-06-10', range(6, 9))],
      ['2024-06-12T12:00:00Z', notes],
    ] as const
    const ledger = catalogFrom(notes, fields, {
      ledger: catalogFrom(steps[0][1], fields, { now: new Date(steps[0][0]) }).recorded,
      now: new Date(steps[1][0]),
    }).recorded
    const years = catalogFrom(notes, fields, { ledger, now: new Date('2034-01-01T00:00:00Z') }).catalog
    expect(polled(years)).toEqual(titles(range(0, 9)))
  })

  test('takes no import of old notes in: they are in the archives', () => {
    const today = dayOf('2024-06-10', range(0, 3))
    const old = range(0, 100).map((number) => {
      const date = new Date(Date.UTC(2020, 0, 100 - number)).toISOString().slice(0, 10)
      return dayOf(date, range(1_000 + number * 30, 1_030 + number * 30))
    })
    const catalog = recordedAt(
      [
        ['2024-06-10T12:00:00Z', today],
        ['2024-06-10T13:00:00Z', `${today}${old.join('')}`],
      ],
      'timezone: UTC\nfeedSize: 50',
    )
    // Of the import one day is among the two latest.
    expect(polled(catalog)).toEqual([...titles(range(0, 3)), ...titles(range(1_000, 1_030))])
    const archives = archivesOf(siteOf(catalog), { feedSize: 50, archiveSize: 50 })
    // The day's own three were recorded first; what the last full archive leaves is polled.
    expect(archives.map(({ isFull, entries }) => [isFull, entries.length])).toEqual(range(0, 60).map(() => [true, 50]))
    const all = new Set([...archives.flatMap(({ entries }) => entries), ...polledEntries(siteOf(catalog), 50)])
    expect(all.size).toBe(3_003)
  })

  test('is filled with old notes where they were recorded first, and with notes that are late by a month at most', () => {
    const old = range(0, 9)
      .map((number) => dayOf(`2020-06-0${9 - number}`, [number]))
      .join('')
    const late = dayOf('2024-05-20', [100])
    const steps = [
      ['2024-06-01T12:00:00Z', old],
      ['2024-06-10T12:00:00Z', `${dayOf('2024-06-10', [101])}${dayOf('2024-06-09', [102])}${late}${old}`],
    ] as const
    expect([polled(recordedAt(steps.slice(0, 1), fields)), polled(recordedAt(steps, fields))]).toEqual([
      titles(range(0, 5)),
      ['T101', 'T102', 'T100', 'T0', 'T1'],
    ])
  })

  test('holds five hundred at most, unless feedSize is more', () => {
    const notes = dayOf('2024-06-10', range(0, 600))
    const sizeOf = (feedSize: number): number =>
      polled(recordedAt([['2024-06-10T12:00:00Z', notes]], `timezone: UTC\nfeedSize: ${feedSize}`)).length
    expect([sizeOf(50), sizeOf(550)]).toEqual([500, 550])
  })
})

describe('archives are cut by the order of recording', () => {
  const tagsOf = (number: number): string => (number % 5 === 0 ? '#t #five' : '#t')
  const dates = range(0, 100).map((number) => new Date(Date.UTC(2024, 0, 100 - number)).toISOString().slice(0, 10))
  /** 500 entries, five a day, but for what an edit makes of the notes of a day. */
  const notes = (edit = (_: number, ofDay: string): string => ofDay): string =>
    dates.map((date, index) => edit(index, dayOf(date, range(index * 5, index * 5 + 5), tagsOf))).join('')
  const fields = 'feedSize: 50'
  const first = catalogFrom(notes(), fields, { now: new Date('2024-09-01T00:00:00Z') }).recorded
  const then = new Date('2024-09-02T00:00:00Z')
  const feedsAfter = (edited: string): ReadonlyMap<string, string> => {
    const { recorded } = catalogFrom(edited, fields, { ledger: first, now: then, accept: true })
    return feedsOfCatalog(catalogFrom(edited, fields, { ledger: recorded, now: then, accept: true }).catalog)
  }
  const before = feedsAfter(notes())
  /** The archives whose bytes, and so whose ETags, an edit changes, and those that it makes. */
  const changed = (edited: string): { readonly changed: readonly string[]; readonly made: readonly string[] } => {
    const feeds = [...feedsAfter(edited)].filter(([path]) => /\/archive\/\d+\/atom\.xml$/.test(path))
    return {
      changed: feeds.filter(([path, body]) => before.has(path) && before.get(path) !== body).map(([path]) => path),
      made: feeds.filter(([path]) => !before.has(path)).map(([path]) => path),
    }
  }
  const onDay = (day: number, edit: (ofDay: string) => string): string => notes((index, ofDay) => (index === day ? edit(ofDay) : ofDay))

  test('ten of the site and of the tag that all have, two of the tag that every fifth has', () => {
    expect([...before.keys()].filter((path) => path.endsWith('/atom.xml') && path.includes('/archive/'))).toHaveLength(22)
  })

  test.each<[what: string, edited: string, changed: readonly string[], made: readonly string[]]>([
    ['removing an entry', onDay(90, (ofDay) => ofDay.replace('T451\n글 451.\n#t\n', '')), ['/archive/1/', '/tags/t/archive/1/'], []],
    ['editing one', onDay(50, (ofDay) => ofDay.replace('글 251.', '고친 글.')), ['/archive/5/', '/tags/t/archive/5/'], []],
    [
      'another order within a day',
      onDay(50, () => dayOf(dates[50] as string, [254, 253, 252, 251, 250], tagsOf)),
      ['/archive/5/', '/tags/five/archive/1/', '/tags/t/archive/5/'],
      [],
    ],
    ['another day, on top', `${dayOf('2024-09-01', range(1_000, 1_003))}${notes()}`, [], []],
    ['old notes', `${notes()}${dayOf('2019-01-01', range(1_000, 1_003))}`, [], ['/archive/11/', '/tags/t/archive/11/']],
    [
      'more old notes',
      `${notes()}${dayOf('2019-01-01', range(1_000, 1_060))}`,
      [],
      ['/archive/11/', '/archive/12/', '/tags/t/archive/11/', '/tags/t/archive/12/'],
    ],
    [
      'taking a tag from an old entry',
      onDay(90, (ofDay) => ofDay.replace('글 450.\n#t #five', '글 450.\n#t')),
      ['/archive/1/', '/tags/five/archive/1/', '/tags/t/archive/1/'],
      [],
    ],
    [
      'giving a tag to an old entry',
      onDay(90, (ofDay) => ofDay.replace('글 451.\n#t', '글 451.\n#t #five')),
      ['/archive/1/', '/tags/five/archive/1/', '/tags/five/archive/2/', '/tags/t/archive/1/'],
      [],
    ],
  ])('%s changes no other archive than these', (_, edited, paths, made) => {
    expect(changed(edited)).toEqual({ changed: paths.map((path) => `${path}atom.xml`), made: made.map((path) => `${path}atom.xml`) })
  })

  test('the size of archives stays what feedSize was at first: another one cuts none anew', () => {
    const { recorded } = catalogFrom(notes(), 'feedSize: 20', { ledger: first, now: then })
    const { catalog } = catalogFrom(notes(), 'feedSize: 20', { ledger: recorded, now: then })
    const archives = archivesOf(siteOf(catalog), { feedSize: 20, archiveSize: catalog.archiveSize })
    expect(archives.map(({ isFull, entries }) => [isFull, entries.length])).toEqual(range(0, 10).map(() => [true, 50]))
    expect(polled(catalog)).toHaveLength(20)
  })

  test('where feedSize is less than what the last full archive leaves, another one holds the rest', () => {
    const { recorded } = catalogFrom(`${notes()}${dayOf('2023-01-01', range(1_000, 1_030))}`, 'feedSize: 5', { ledger: first, now: then })
    expect(recorded.archiveSize).toBe(50)
    const small = catalogFrom(dayOf('2024-06-10', range(0, 9)), 'feedSize: 20', { now: then }).recorded
    const spread = range(0, 9)
      .map((number) => dayOf(`2024-06-1${9 - number}`, [number]))
      .join('')
    const ledger = catalogFrom(spread, 'feedSize: 2', { ledger: small, now: then, accept: true }).recorded
    const { catalog } = catalogFrom(spread, 'feedSize: 2', { ledger, now: then })
    const archives = archivesOf(siteOf(catalog), { feedSize: 2, archiveSize: catalog.archiveSize })
    expect(archives.map(({ isFull, entries }) => [isFull, entries.length])).toEqual([[false, 9]])
  })

  test('what nobody recorded is in no full archive', () => {
    const { catalog } = catalogFrom(`${notes()}${dayOf('2019-01-01', range(1_000, 1_060))}`, fields, { ledger: first, now: then })
    const archives = archivesOf(siteOf(catalog), { feedSize: 50, archiveSize: 50 })
    expect(archives.map(({ isFull }) => isFull)).toEqual([...range(0, 10).map(() => true), false, false])
  })

  test('an archive that is not full yet is none that clients may keep for good (RFC 5005 §4)', () => {
    const feeds = feedsAfter(`${notes()}${dayOf('2019-01-01', range(1_000, 1_003))}`)
    expect(feeds.get('/archive/10/atom.xml')).toContain('<fh:archive/>')
    expect(feeds.get('/archive/11/atom.xml')).not.toContain('fh:archive')
    expect(feeds.get('/archive/11/atom.xml')).toContain('rel="prev-archive"')
    expect(feeds.get('/atom.xml')).toMatch(/rel="prev-archive"[^>]*\/archive\/11\/atom\.xml/)
    expect(feeds.get('/feed.json')).toContain('"next_url":"https://notes.example/archive/11/feed.json"')
  })
})
