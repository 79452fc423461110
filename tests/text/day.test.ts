import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, publishedAt, readDate, readDateOfName } from '../../src/text/day.ts'

describe('a date in every form, alone on its line', () => {
  test.each([
    '2024년 6월 10일',
    '2024년6월10일',
    '2024 년 06 월 10 일',
    '2024년 6월 10일 월요일',
    '2024년 6월 10일(월)',
    '2024년 6월 10일 （월요일）',
    '월요일, 2024년 6월 10일',
    '2024年6月10日',
    '2024年6月10日（月）',
    '2024-06-10',
    '2024-6-10',
    '2024-06-10 (Mon)',
    '2024/06/10',
    '2024. 6. 10.',
    '2024.06.10',
    '2024.6.10. 월요일',
    'June 10, 2024',
    'june 10 2024',
    'Jun. 10, 2024',
    'June 10th, 2024',
    '10 June 2024',
    '10th June, 2024',
    'Monday, June 10, 2024',
    '  2024-06-10\t',
  ])('%s', (text) => {
    expect(readDate(text)).toEqual({ day: '2024-06-10' })
  })

  test.each([
    ['Sept 1, 2024', '2024-09-01'],
    ['May 1, 2024', '2024-05-01'],
    ['2000-02-29', '2000-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['1000-01-01', '1000-01-01'],
    ['9999-12-31', '9999-12-31'],
  ])('%s', (text, day) => {
    expect(readDate(text)).toEqual({ day })
  })

  test.each([
    '2024-06-31',
    '2023-02-29',
    '1900-02-29',
    '2024년 13월 1일',
    '2024. 0. 10.',
    'February 30, 2024',
    '2024-06-00',
    '0999-01-01',
    '2024-06-31 (Mon)',
  ])('%s is a date that does not exist', (text) => {
    expect(readDate(text)).toEqual({ impossible: expect.stringContaining(text.slice(0, 4)) })
  })

  test.each([
    '',
    '2024',
    'June 2024',
    'Junk 10, 2024',
    '10/06/2024',
    '06-10-2024',
    '2024-06-10 Title',
    'On 2024-06-10',
    '2024-06-10-11',
    '2406.00001',
    '2024-06-10T00:00:00Z',
    `2024-06-10${' '.repeat(100)}x`,
  ])('%j is none', (text) => {
    expect(readDate(text)).toBeNull()
  })

  test('every day of the calendar reads back as it is written', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const expected = { day: date.toISOString().slice(0, 10) }
        for (const text of [`${year}년 ${month}월 ${day}일`, `${year}-${month}-${day}`, `${year}. ${month}. ${day}.`]) {
          expect(readDate(text)).toEqual(expected)
        }
      }),
    )
  })
})

describe('the date at the head of a file’s name', () => {
  test.each([
    ['2024-06-10.md', '2024-06-10', ''],
    ['2024-06-10 A Title.md', '2024-06-10', 'A Title'],
    ['2024-06-10-a-title.md', '2024-06-10', 'a-title'],
    ['2024_06_10.txt', '2024-06-10', ''],
    ['20240610.txt', '2024-06-10', ''],
    ['240606 A Title.md', '2024-06-06', 'A Title'],
    ['2024년 6월 10일.txt', '2024-06-10', ''],
    ['2024년 6월 10일.txt'.normalize('NFD'), '2024-06-10', ''],
    ['2024. 6. 10. 메모.md', '2024-06-10', '메모'],
  ])('%s', (name, day, rest) => {
    expect(readDateOfName(name)).toEqual({ date: { day }, rest })
  })

  test.each([
    ['2024-06-31.md', '2024-06-31'],
    ['241399 Title.md', '241399'],
  ])('%s is impossible', (name, impossible) => {
    expect(readDateOfName(name)?.date).toEqual({ impossible })
  })

  test.each(['notes.md', '2406.00001 Title.md', '2024 in review.md', '20240610123.md', 'Title 240606.md', 'GPT-4.md'])(
    '%s has none',
    (name) => {
      expect(readDateOfName(name)).toBeNull()
    },
  )
})

describe('an entry is published at noon UTC of its day, less a second for each entry above it', () => {
  test.each([
    [0, '2024-06-10T12:00:00.000Z'],
    [1, '2024-06-10T11:59:59.000Z'],
    [61, '2024-06-10T11:58:59.000Z'],
  ])('with %i above it at %s', (above, instant) => {
    expect(publishedAt('2024-06-10' as Day, above).toISOString()).toBe(instant)
  })

  // The day that a reader in each zone would show. Only of the first entry is noon UTC−12's midnight; the others, a second
  // and more before it, are in turn still the same day at UTC+12.
  test.each([
    ['the first', 0, { before: [], same: [-12, 11], after: [12, 14] }],
    ['the second', 1, { before: [-12, -12], same: [-11, 12], after: [13, 14] }],
    ['the 3,600th', 3_599, { before: [-12, -12], same: [-11, 12], after: [13, 14] }],
  ] as const)('the calendar day of %s entry, from UTC−12 to UTC+14', (_, above, expected) => {
    // The signs of these names are those of POSIX: Etc/GMT+11 lies west.
    const shown = Array.from({ length: 27 }, (__, index) => {
      const hours = index - 12
      const timeZone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
      return [
        hours,
        new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(publishedAt('2024-06-10' as Day, above)),
      ] as const
    })
    const zonesOf = (day: string): readonly number[] => shown.filter(([, local]) => local === day).map(([hours]) => hours)
    const ends = (hours: readonly number[]): readonly number[] => (hours.length === 0 ? [] : [hours[0] as number, hours.at(-1) as number])
    expect({ before: ends(zonesOf('2024-06-09')), same: ends(zonesOf('2024-06-10')), after: ends(zonesOf('2024-06-11')) }).toEqual(expected)
  })

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Europe/London'])('on a machine in %s as well', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
      // The clocks of New York and London go forward on these days.
      for (const day of ['2024-03-10', '2024-03-31'] as Day[]) {
        expect(publishedAt(day, 2).toISOString()).toBe(`${day}T11:59:58.000Z`)
        expect(readDate(day)).toEqual({ day })
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })
})
