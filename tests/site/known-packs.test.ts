import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, packsOfCalendar } from '../../src/site/calendar.ts'
import { channelAt } from '../../src/site/channel-rows.ts'
import { KnownPacks } from '../../src/site/known-packs.ts'
import { type ChannelRow, dayNumberOf, type Manifest, readDayNumbers, readDays, writtenDays } from '../../src/site/manifest.ts'
import { channelRows, keysOf, packKeys } from '../../src/site/pack-keys.ts'

const slug = fc.constantFrom('a', 'a-b', 'ab', 'b', 'tags', '1', '_', '정렬', '김연구', '가', '🎉', '\uff5e')
const archives = fc.nat(3)
const rows = fc
  .uniqueArray(fc.tuple(slug, archives, fc.constantFrom<ChannelRow[4]>('none', 'together', 'apart')), { selector: ([name]) => name })
  .map((channels) =>
    channels
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, count, citations]): ChannelRow => [name, 'hash', null, count, citations]),
  )
const day = fc.integer({ min: 0, max: 40_000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))
const unsized: fc.Arbitrary<Omit<Manifest, 'versions' | 'calendarPacks'>> = fc.record({
  origin: fc.constant('https://notes.example'),
  hubUrl: fc.constant(null),
  entryLinks: fc.constant(''),
  speculationRules: fc.constant(''),
  channels: fc.record({
    site: archives.map((count): readonly ChannelRow[] => [['', 'hash', null, count, 'none']]),
    tag: rows,
    author: rows,
  }),
  days: fc.uniqueArray(day).map(writtenDays),
  authorShards: fc.nat(3),
  searched: fc.nat(3_000),
})
const site: fc.Arbitrary<Omit<Manifest, 'versions'>> = unsized.map((made) => ({
  ...made,
  calendarPacks: packsOfCalendar(calendarOf(readDayNumbers(made.days))),
}))

test('each pack stands where keysOf lists it', () => {
  fc.assert(
    fc.property(site, (made) => {
      const [keys, packs] = [[...keysOf(made)], new KnownPacks(made)]
      expect(keys.map((key) => packs.indexOf(key))).toEqual(keys.map((_, index) => index))
      expect([packs.size, keys.every((key) => packs.has(key))]).toEqual([keys.length, true])
    }),
  )
})

test('any other key is none', () => {
  const folder = fc.oneof(
    fc.constantFrom('', 'tags/', 'authors/', 'x'),
    slug.map((name) => `tags/${name}`),
    // A slug has no space, but a path may.
    slug.map((name) => `tags/${name} x`),
    slug.map((name) => `authors/${name}`),
  )
  const number = fc.integer({ min: -1, max: 5 })
  const key = fc.oneof(
    number.map(packKeys.found),
    fc.tuple(number, number).map(([segment, part]) => packKeys.words(segment, part)),
    folder.map(packKeys.channel),
    fc.tuple(folder, number).map(([of, count]) => packKeys.archive(of, count)),
    fc.tuple(folder, fc.constantFrom(null, 'bib', 'pdf')).map(([of, format]) => packKeys.citations(of, format)),
    number.map(packKeys.authors),
    fc.oneof(day, fc.constantFrom('', '2024-02-30', 'x')).map(packKeys.day),
    fc
      .oneof(
        day.map((one) => one.slice(0, 4)),
        fc.constantFrom('', '02024', 'x', '__proto__'),
      )
      .map(packKeys.year),
    fc
      .oneof(
        day.map((one) => one.slice(0, 7)),
        fc.constantFrom('', '2024-13', '2024-6', 'x'),
      )
      .map(packKeys.month),
    fc
      .oneof(
        day.map((one) => one.slice(5)),
        fc.constantFrom('', '02-30', '6-10', 'x'),
      )
      .map(packKeys.everyYear),
    fc.string(),
  )
  fc.assert(
    fc.property(site, fc.array(key), (made, asked) => {
      const [keys, packs] = [[...keysOf(made)], new KnownPacks(made)]
      expect(asked.map((one) => packs.indexOf(one) ?? -1)).toEqual(asked.map((one) => keys.indexOf(one)))
    }),
    { numRuns: 500 },
  )
})

test('each channel is found by its folder, and none by another', () => {
  fc.assert(
    fc.property(site, ({ channels }) => {
      const all = channelRows({ channels })
      for (const { kind, folder, row } of all) expect(channelAt(channels, folder)).toMatchObject({ kind, row })
      for (const folder of ['tags', 'tags/', 'tags/zz', 'authors/', 'x', 'tags/a/b']) {
        expect(channelAt(channels, folder) === null).toBe(!all.some((channel) => channel.folder === folder))
      }
    }),
  )
})

describe('days', () => {
  test('are read as they were written, the oldest first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day), (days) => {
        expect(readDays(writtenDays(days))).toEqual(days.toSorted())
      }),
    )
  })

  test.each(['', '2024-02-30', '2024-06', '2024-06-10T00:00Z', 'x'])('%j is none', (text) => {
    expect(dayNumberOf(text)).toBeNaN()
  })
})
