import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHttpDate } from '../../src/worker/http-date.ts'

const now = Date.UTC(2024, 5, 20)

describe('RFC 9110 §5.6.7: an HTTP-date has three forms', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', 784111777],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 784111777],
    ['Sun Nov  6 08:49:37 1994', 784111777],
    ['Sat, 30 Jun 2012 23:59:60 GMT', 1341100800],
    ['Thu, 29 Feb 2024 00:00:00 GMT', Date.UTC(2024, 1, 29) / 1000],
    ['Wed Jun 12 23:59:59 2024', Date.UTC(2024, 5, 12, 23, 59, 59) / 1000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['Mon, 01 Jan 0001 00:00:00 GMT', -62135596800],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 253402300799],
    ['Friday, 01-Jan-74 00:00:00 GMT', Date.UTC(2074, 0, 1) / 1000],
    ['Wednesday, 20-Jun-74 00:00:00 GMT', Date.UTC(2074, 5, 20) / 1000],
    ['Thursday, 20-Jun-74 00:00:01 GMT', Date.UTC(1974, 5, 20, 0, 0, 1) / 1000],
    ['Sunday, 01-Jan-75 00:00:00 GMT', Date.UTC(1975, 0, 1) / 1000],
    ['Tuesday, 29-Feb-00 00:00:00 GMT', Date.UTC(2000, 1, 29) / 1000],
  ])('%s', (text, seconds) => {
    expect(parseHttpDate(text, now)).toBe(seconds)
  })

  test.each([
    '',
    '0',
    '2024-06-10',
    'sun, 06 nov 1994 08:49:37 gmt',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 GMT;',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 31 Feb 1994 23:59:60 GMT',
    'Wed, 29 Feb 2023 00:00:00 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 23:59:99 GMT',
    'Sun, 06 Nov 94 08:49:37 GMT',
    'Sun, 06-Nov-1994 08:49:37 GMT',
    'Sunday, 31-Feb-94 08:49:37 GMT',
    'Sun Nov 31 08:49:37 1994',
    'Sun Nov 6 08:49:37 1994',
    'Sun Nov  6 08:49:37 1994 GMT',
    'Son, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 GMT GMT',
    ' Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT\n',
    'Sun, 06 Nov 199４ 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 +0000',
  ])('%j is none', (text) => {
    expect(parseHttpDate(text, now)).toBeNull()
  })
})

test('RFC 9110 §5.6.7: a date is read from each of its forms as the same', () => {
  const date = fc.date({ min: new Date('1975-01-01'), max: new Date('2074-06-19'), noInvalidDate: true })
  fc.assert(
    fc.property(date, (instant) => {
      const fixed = instant.toUTCString()
      const [, day, month, year, time] = fixed.split(' ') as [string, string, string, string, string]
      const weekday = instant.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
      const forms = [
        fixed,
        `${weekday}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
        `${fixed.slice(0, 3)} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
      ]
      const seconds = Math.floor(instant.getTime() / 1000)
      expect(forms.map((form) => parseHttpDate(form, now))).toEqual([seconds, seconds, seconds])
    }),
  )
})
