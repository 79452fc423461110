import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Conditions, type Decision, evaluate } from '../../src/worker/conditional.ts'
import { ask, korean, resourceAt, varyOf } from './asking.ts'

const now = Date.UTC(2024, 5, 20)
const modified = Date.UTC(2024, 5, 10, 12) / 1000
const none: Conditions = { ifMatch: null, ifNoneMatch: null, ifModifiedSince: null, ifUnmodifiedSince: null }
const at = 'Mon, 10 Jun 2024 12:00:00 GMT'
const before = 'Mon, 10 Jun 2024 11:59:59 GMT'
const after = 'Tue, 11 Jun 2024 00:00:00 GMT'

afterEach(() => {
  vi.useRealTimers()
})

describe('RFC 9110 §13.2.2: conditions are evaluated in this order', () => {
  const rows: readonly (readonly [string, Partial<Conditions>, Decision])[] = [
    ['no condition', {}, 'proceed'],
    ['§13.1.2 the same tag', { ifNoneMatch: '"a"' }, 'not-modified'],
    ['§13.1.2 the other coding’s tag is not the selected representation’s', { ifNoneMatch: '"a-plain"' }, 'proceed'],
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
    ['§13.1.1 the other coding’s tag is not the selected representation’s', { ifMatch: '"a-plain"' }, 'precondition-failed'],
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
  },
)

describe('RFC 9110 §13.1.2: the tag compared belongs to the representation that Accept-Encoding selects', () => {
  const { path, hash } = resourceAt(`${korean}feed.json`)
  const tags = { gzip: hash, identity: `${hash}-plain` }
  const codings = [
    ['gzip', 'identity'],
    ['identity', 'gzip'],
  ] as const
  const asked = codings.flatMap(([selected, other]) => ['GET', 'HEAD'].map((method) => ({ method, selected, other })))

  // The edge weakens a tag where it packs or unpacks a body itself.
  const held = asked.flatMap((asking) => {
    const tag = tags[asking.selected]
    const lists = [`"${tag}"`, `W/"${tag}"`, `"x", W/"y",W/"${tag}"`, `"${tags[asking.other]}", "${tag}"`, '*']
    return lists.map((list) => ({ ...asking, list }))
  })
  test.each(held)('$method, $selected: 304 to $list', async ({ method, selected, list }) => {
    const response = await ask(path, { method, headers: { 'Accept-Encoding': selected, 'If-None-Match': list } })
    expect([response.status, Object.fromEntries(response.headers), await response.text()]).toEqual([
      304,
      {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'ETag, Last-Modified, Link',
        'cache-control': 'public, max-age=1800',
        etag: `"${tags[selected]}"`,
        'last-modified': 'Mon, 10 Jun 2024 12:00:00 GMT',
        'strict-transport-security': 'max-age=31536000',
        vary: varyOf(path),
      },
      '',
    ])
  })

  // A 304 would name the representation that this client hasn't stored: it could freshen nothing (RFC 9111 §4.3.4).
  const unheld = asked.flatMap((asking) => ['', 'W/'].map((weak) => ({ ...asking, list: `${weak}"${tags[asking.other]}"` })))
  test.each(unheld)('$method, $selected: 200 to $list, of the other coding', async ({ method, selected, list }) => {
    const whole = await ask(path, { method, headers: { 'Accept-Encoding': selected } })
    const response = await ask(path, { method, headers: { 'Accept-Encoding': selected, 'If-None-Match': list } })
    expect([response.status, [...response.headers], await response.text()]).toEqual([200, [...whole.headers], await whole.text()])
  })

  test.each(asked)('§13.1.1 $method, $selected: If-Match names the selected one', async ({ method, selected, other }) => {
    const statuses = [`"${tags[selected]}"`, '*', `"${tags[other]}"`, `W/"${tags[selected]}"`].map(
      async (list) => (await ask(path, { method, headers: { 'Accept-Encoding': selected, 'If-Match': list } })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 412, 412])
  })
})

test('RFC 9110 §8.8.2.1: a date is sent and compared once it has come, and not before', async () => {
  const since = { headers: { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' } }
  const seen: unknown[] = []
  vi.useFakeTimers()
  for (const now of ['2024-06-09T23:59:59Z', '2024-06-10T11:59:59Z', '2024-06-10T12:00:00Z', '2024-06-10T11:59:59Z']) {
    vi.setSystemTime(new Date(now))
    seen.push([(await ask('/rss.xml')).headers.get('last-modified'), (await ask('/rss.xml', since)).status])
  }
  expect(seen).toEqual([
    [null, 200],
    [null, 200],
    ['Mon, 10 Jun 2024 12:00:00 GMT', 304],
    [null, 200],
  ])
})
