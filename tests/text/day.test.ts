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
  ])('%s is 2024-06-10', (text) => {
    expect(readDate(text)).toEqual({ day: '2024-06-10' })
  })

  test.each([
    ['Sept 1, 2024', '2024-09-01'],
    ['May 1, 2024', '2024-05-01'],
    ['2000-02-29', '2000-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['1000-01-01', '1000-01-01'],
    ['9999-12-31', '9999-12-31'],
  ])('%s is %s', (text, day) => {
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
  ])('%s is no day of the calendar', (text) => {
    expect(readDate(text)).toEqual({ impossible: expect.stringContaining(text.slice(0, 4)) })
  })

  test.each([
    '6월 11일',
    '24년 6월 11일',
    '2024년 6월',
    '24.06.11',
    '24. 6. 11.',
    '24-06-11',
    '24/6/11',
    'June 11',
    'Jun 11th',
    '6월 11일 (화)',
  ])('%s tells no year, or no day', (text) => {
    expect(readDate(text)).toEqual({ incomplete: expect.stringMatching(/\S/) })
  })

  test.each([
    '',
    '2024',
    'GPT 4',
    'Mathematics 24',
    '13월 1일',
    '24.6',
    '99.99.99',
    'v24.06.11',
    'Junex 10, 2024',
    'June 2024',
    'Junk 10, 2024',
    '06-10-2024',
    '2024-06-10 Title',
    'On 2024-06-10',
    '2024-06-10-11',
    '2406.00001',
    '2024-06-10T00:00:00Z',
    `2024-06-10${' '.repeat(100)}x`,
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeNull()
  })

  test('every day of the calendar reads back from each form it is written in', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const year = date.getUTCFullYear()
        const month = date.getUTCMonth() + 1
        const day = date.getUTCDate()
        const name = date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
        for (const text of [
          `${year}년 ${month}월 ${day}일`,
          `${year}-${month}-${day}`,
          `${year}. ${month}. ${day}.`,
          `${name} ${day}, ${year}`,
          `${day} ${name.slice(0, 3).toUpperCase()} ${year}`,
        ]) {
          expect(readDate(text)).toEqual({ day: date.toISOString().slice(0, 10) })
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
  ])('%s: %s, then %j', (name, day, rest) => {
    expect(readDateOfName(name)).toEqual({ date: { day }, rest })
  })

  test.each([
    ['2024-06-31.md', '2024-06-31'],
    ['241399 Title.md', '241399'],
  ])('%s begins with %s, which is no day of the calendar', (name, impossible) => {
    expect(readDateOfName(name)?.date).toEqual({ impossible })
  })

  test.each(['notes.md', '2406.00001 Title.md', '2024 in review.md', '20240610123.md', 'Title 240606.md', 'GPT-4.md'])(
    '%s begins with no date',
    (name) => {
      expect(readDateOfName(name)).toBeNull()
    },
  )
})

describe('an entry is published at noon UTC on its day, less a second for each entry above it', () => {
  test.each([
    [0, '2024-06-10T12:00:00.000Z'],
    [1, '2024-06-10T11:59:59.000Z'],
    [61, '2024-06-10T11:58:59.000Z'],
  ])('with %i above it at %s', (above, instant) => {
    expect(publishedAt('2024-06-10' as Day, above).toISOString()).toBe(instant)
  })

  // The day that a reader in each zone would show. The first entry's noon is midnight at UTC−12 and at UTC+12, so it is the
  // same day in the one and the next day in the other. An entry a second before noon is still the day before at UTC−12, and
  // still the same day at UTC+12.
  test.each([
    ['the first', 0, { before: [], same: [-12, 11], after: [12, 14] }],
    ['the second', 1, { before: [-12, -12], same: [-11, 12], after: [13, 14] }],
    ['the 3,600th', 3_599, { before: [-12, -12], same: [-11, 12], after: [13, 14] }],
  ] as const)('the calendar day of %s entry, from UTC−12 to UTC+14', (_, above, expected) => {
    // These names have the signs of POSIX, where Etc/GMT+11 lies in the west.
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
      // On these days the clocks of New York and London go forward.
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
