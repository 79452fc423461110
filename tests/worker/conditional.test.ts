import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prefersGzip } from '../../src/worker/coding.ts'
import { type Conditions, type Decision, evaluate } from '../../src/worker/conditional.ts'
import { parseHttpDate } from '../../src/worker/http-date.ts'

const now = Date.UTC(2024, 5, 20)
const modified = Date.UTC(2024, 5, 10, 12) / 1000
const none: Conditions = { ifMatch: null, ifNoneMatch: null, ifModifiedSince: null, ifUnmodifiedSince: null }
const at = 'Mon, 10 Jun 2024 12:00:00 GMT'
const before = 'Mon, 10 Jun 2024 11:59:59 GMT'
const after = 'Tue, 11 Jun 2024 00:00:00 GMT'

describe('RFC 9110 §13.2.2: conditions are evaluated in this order', () => {
  const rows: readonly (readonly [string, Partial<Conditions>, Decision])[] = [
    ['no condition', {}, 'proceed'],
    ['§13.1.2 the same tag', { ifNoneMatch: '"a"' }, 'not-modified'],
    ['§13.1.2 the other coding’s tag is not that of the selected representation', { ifNoneMatch: '"a-plain"' }, 'proceed'],
    ['§13.1.2 both codings’ tags', { ifNoneMatch: '"a-plain", "a"' }, 'not-modified'],
    ['§8.8.3.2 compared weakly', { ifNoneMatch: 'W/"a"' }, 'not-modified'],
    ['§13.1.2 in a list', { ifNoneMatch: '"x", W/"y" ,"a"' }, 'not-modified'],
    ['a list without spaces', { ifNoneMatch: '"x","a"' }, 'not-modified'],
    ['a comma inside a tag', { ifNoneMatch: '"x,a"' }, 'proceed'],
    ['§13.1.2 any version', { ifNoneMatch: '*' }, 'not-modified'],
    ['another tag', { ifNoneMatch: '"b"' }, 'proceed'],
    ['a tag without quotes', { ifNoneMatch: 'a' }, 'proceed'],
    ['an empty list', { ifNoneMatch: '' }, 'proceed'],
    ['a broken list', { ifNoneMatch: '"x, "' }, 'proceed'],
    ['a tag that is never closed', { ifNoneMatch: '"a' }, 'proceed'],
    ['a tag in single quotes', { ifNoneMatch: "'a'" }, 'proceed'],
    ['§8.8.3 a space is no part of a tag', { ifNoneMatch: '"a "' }, 'proceed'],
    ['§8.8.3.2 tags differ by case', { ifNoneMatch: '"A"' }, 'proceed'],
    ['a tag that begins like it', { ifNoneMatch: '"a-plainer"' }, 'proceed'],
    ['§5.6.1 empty members of a list', { ifNoneMatch: ', ,"a",,' }, 'not-modified'],
    ['a broken member before a good one', { ifNoneMatch: 'x"y z", "a"' }, 'not-modified'],
    ['§13.1.2 any version, with space around', { ifNoneMatch: ' * ' }, 'not-modified'],
    ['§13.1.2 a star is none in a list', { ifNoneMatch: '*, "b"' }, 'proceed'],
    ['a star in quotes is a tag', { ifNoneMatch: '"*"' }, 'proceed'],
    ['§13.1.3 the same date', { ifModifiedSince: at }, 'not-modified'],
    ['§13.1.3 a later date', { ifModifiedSince: after }, 'not-modified'],
    ['§13.1.3 an earlier date', { ifModifiedSince: before }, 'proceed'],
    ['§13.1.3 no date at all', { ifModifiedSince: 'yesterday' }, 'proceed'],
    ['§13.1.3 more dates than one', { ifModifiedSince: `${after}, ${after}` }, 'proceed'],
    ['§5.6.7 another form of the date', { ifModifiedSince: 'Mon Jun 10 12:00:00 2024' }, 'not-modified'],
    ['§5.5 space around the date', { ifModifiedSince: ` ${at}\t` }, 'not-modified'],
    ['§13.1.3 with If-None-Match it is ignored', { ifNoneMatch: '"b"', ifModifiedSince: after }, 'proceed'],
    ['§13.1.3 even where the list is empty', { ifNoneMatch: '', ifModifiedSince: after }, 'proceed'],
    ['If-None-Match over an earlier date', { ifNoneMatch: '"a"', ifModifiedSince: before }, 'not-modified'],
    ['§13.1.1 the same tag', { ifMatch: '"a"' }, 'proceed'],
    ['§13.1.1 compared strongly', { ifMatch: 'W/"a"' }, 'precondition-failed'],
    ['§13.1.1 any version', { ifMatch: '*' }, 'proceed'],
    ['§13.1.1 in a list', { ifMatch: 'W/"a", "x", "a"' }, 'proceed'],
    ['§13.1.1 the other coding’s tag is not that of the selected representation', { ifMatch: '"a-plain"' }, 'precondition-failed'],
    ['§13.1.1 an empty list', { ifMatch: '' }, 'precondition-failed'],
    ['If-Match before If-Modified-Since', { ifMatch: '"b"', ifModifiedSince: after }, 'precondition-failed'],
    ['If-Match holds, then If-Modified-Since', { ifMatch: '"a"', ifModifiedSince: at }, 'not-modified'],
    ['§13.1.1 another tag', { ifMatch: '"b"' }, 'precondition-failed'],
    ['If-Match before If-None-Match', { ifMatch: '"b"', ifNoneMatch: '"a"' }, 'precondition-failed'],
    ['both hold', { ifMatch: '"a"', ifNoneMatch: '"a"' }, 'not-modified'],
    ['§13.1.4 not since', { ifUnmodifiedSince: at }, 'proceed'],
    ['§13.1.4 since', { ifUnmodifiedSince: before }, 'precondition-failed'],
    ['§13.1.4 no date at all', { ifUnmodifiedSince: 'never' }, 'proceed'],
    ['§5.5 space around the date of If-Unmodified-Since', { ifUnmodifiedSince: ` ${before}\t` }, 'precondition-failed'],
    ['§13.1.4 a later date', { ifUnmodifiedSince: after }, 'proceed'],
    ['If-Unmodified-Since before If-None-Match', { ifUnmodifiedSince: before, ifNoneMatch: '"a"' }, 'precondition-failed'],
    ['If-Unmodified-Since before If-Modified-Since', { ifUnmodifiedSince: before, ifModifiedSince: after }, 'precondition-failed'],
    ['If-Unmodified-Since holds, then If-None-Match', { ifUnmodifiedSince: at, ifNoneMatch: '"a"' }, 'not-modified'],
    ['§13.1.4 with If-Match it is ignored, even if that fails', { ifMatch: '"b"', ifUnmodifiedSince: at }, 'precondition-failed'],
    ['§13.1.4 with If-Match it is ignored', { ifMatch: '"a"', ifUnmodifiedSince: before }, 'proceed'],
  ]
  test.each(rows)('%s', (_, conditions, decision) => {
    expect(evaluate({ ...none, ...conditions }, { etag: 'a', modified }, now)).toBe(decision)
  })

  test('§13.1.3 a resource without a date is not compared by it', () => {
    expect(evaluate({ ...none, ifModifiedSince: after }, { etag: 'a', modified: null }, now)).toBe('proceed')
    for (const ifUnmodifiedSince of [before, 'Thu, 01 Jan 1950 00:00:00 GMT']) {
      expect(evaluate({ ...none, ifUnmodifiedSince }, { etag: 'a', modified: null }, now)).toBe('proceed')
    }
  })
})

test.each(['"b", ', '"', 'W/', '"b', ' ', ',', '\t"\x7f', '"정렬",'])(
  'a list of a million characters is read in linear time: %j',
  (part) => {
    const list = part.repeat(1_000_000 / part.length)
    expect(evaluate({ ...none, ifNoneMatch: list, ifMatch: `${list} "a"` }, { etag: 'c', modified }, now)).toBe('precondition-failed')
    expect(evaluate({ ...none, ifNoneMatch: list }, { etag: 'c', modified }, now)).toBe('proceed')
    expect(prefersGzip(list)).toBe(false)
  },
)

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

describe('RFC 9110 §12.5.3: which coding a client would have', () => {
  test.each([
    [null, false],
    ['', false],
    [' ', false],
    ['gzip', true],
    ['\tgzip\t', true],
    ['deflate,gzip', true],
    ['gzipped', false],
    ['gzip;q=0.001', true],
    ['Gzip;Q=0', false],
    ['x-gzip;q=0', false],
    ['X-GZIP', true],
    ['x-gzip;q=0, *', false],
    ['*;q=0, gzip', true],
    ['*;q=0.1', true],
    ['br;q=1, *;q=0', false],
    ['identity, gzip', true],
    ['identity;q=0.5, *;q=0.1', false],
    ['gzip;q=', false],
    ['gzip;q=2', true],
    ['gzip;q=-1', false],
    ['정렬, gzip', true],
    ['gzip, identity;q=rubbish', true],
    ['GZIP', true],
    ['x-gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['br', false],
    ['identity', false],
    ['*', true],
    ['*;q=0', false],
    ['gzip;q=0', false],
    ['gzip;q=0.000', false],
    ['gzip; q=0', false],
    ['gzip;q=0, *', false],
    ['gzip ; q=0.5', true],
    ['identity;q=1, gzip;q=0.5', false],
    ['identity;q=0.5, gzip;q=1', true],
    ['gzip;q=rubbish', false],
    [',,;q=1,', false],
  ])('%j', (acceptEncoding, gzip) => {
    expect(prefersGzip(acceptEncoding)).toBe(gzip)
  })
})
