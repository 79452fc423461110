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
    ['§13.1.2 the other coding’s tag', { ifNoneMatch: '"a-plain"' }, 'not-modified'],
    ['§8.8.3.2 compared weakly', { ifNoneMatch: 'W/"a"' }, 'not-modified'],
    ['§13.1.2 in a list', { ifNoneMatch: '"x", W/"y" ,"a"' }, 'not-modified'],
    ['a list without spaces', { ifNoneMatch: '"x","a"' }, 'not-modified'],
    ['a comma inside a tag', { ifNoneMatch: '"x,a"' }, 'proceed'],
    ['§13.1.2 any version', { ifNoneMatch: '*' }, 'not-modified'],
    ['another tag', { ifNoneMatch: '"b"' }, 'proceed'],
    ['a tag without quotes', { ifNoneMatch: 'a' }, 'proceed'],
    ['an empty list', { ifNoneMatch: '' }, 'proceed'],
    ['a broken list', { ifNoneMatch: '"x, "' }, 'proceed'],
    ['§13.1.3 the same date', { ifModifiedSince: at }, 'not-modified'],
    ['§13.1.3 a later date', { ifModifiedSince: after }, 'not-modified'],
    ['§13.1.3 an earlier date', { ifModifiedSince: before }, 'proceed'],
    ['§13.1.3 no date at all', { ifModifiedSince: 'yesterday' }, 'proceed'],
    ['§13.1.3 with If-None-Match it is ignored', { ifNoneMatch: '"b"', ifModifiedSince: after }, 'proceed'],
    ['§13.1.3 even where the list is empty', { ifNoneMatch: '', ifModifiedSince: after }, 'proceed'],
    ['If-None-Match over an earlier date', { ifNoneMatch: '"a"', ifModifiedSince: before }, 'not-modified'],
    ['§13.1.1 the same tag', { ifMatch: '"a"' }, 'proceed'],
    ['§13.1.1 compared strongly', { ifMatch: 'W/"a"' }, 'precondition-failed'],
    ['§13.1.1 any version', { ifMatch: '*' }, 'proceed'],
    ['§13.1.1 another tag', { ifMatch: '"b"' }, 'precondition-failed'],
    ['If-Match before If-None-Match', { ifMatch: '"b"', ifNoneMatch: '"a"' }, 'precondition-failed'],
    ['both hold', { ifMatch: '"a"', ifNoneMatch: '"a"' }, 'not-modified'],
    ['§13.1.4 not since', { ifUnmodifiedSince: at }, 'proceed'],
    ['§13.1.4 since', { ifUnmodifiedSince: before }, 'precondition-failed'],
    ['§13.1.4 no date at all', { ifUnmodifiedSince: 'never' }, 'proceed'],
    ['§13.1.4 with If-Match it is ignored', { ifMatch: '"a"', ifUnmodifiedSince: before }, 'proceed'],
  ]
  test.each(rows)('%s', (_, conditions, decision) => {
    expect(evaluate({ ...none, ...conditions }, { etags: ['a', 'a-plain'], modified }, now)).toBe(decision)
  })

  test('§13.1.3 a resource without a date is not compared by it', () => {
    expect(evaluate({ ...none, ifModifiedSince: after }, { etags: ['a'], modified: null }, now)).toBe('proceed')
    expect(evaluate({ ...none, ifUnmodifiedSince: before }, { etags: ['a'], modified: null }, now)).toBe('proceed')
  })
})

describe('RFC 9110 §5.6.7: an HTTP-date has three forms', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', 784111777],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 784111777],
    ['Sun Nov  6 08:49:37 1994', 784111777],
    ['Sat, 30 Jun 2012 23:59:60 GMT', 1341100800],
    ['Friday, 01-Jan-74 00:00:00 GMT', Date.UTC(2074, 0, 1) / 1000],
    ['Sunday, 01-Jan-75 00:00:00 GMT', Date.UTC(1975, 0, 1) / 1000],
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
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 +0000',
  ])('%j is none', (text) => {
    expect(parseHttpDate(text, now)).toBeNull()
  })
})

describe('RFC 9110 §12.5.3: which coding a client would have', () => {
  test.each([
    [null, false],
    ['', false],
    ['gzip', true],
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
