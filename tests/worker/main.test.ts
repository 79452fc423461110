import { exports } from 'cloudflare:workers'
import fc from 'fast-check'
import manifest from 'paperwire-manifest'
import { describe, expect, test, vi } from 'vitest'
import { PackVersions } from '../../src/site/pack-versions.ts'
import { korean, origin, plainDigests, resources } from './asking.ts'
import { digestOf, fileName } from './made-site.ts'

/** The name of a file that the assets hold. */
const packFile = await fileName('site', new PackVersions(manifest).of('site'))
const gzip = { 'Accept-Encoding': 'gzip' }

/** Asks the worker whole, by the runtime's own fetch, which unpacks what comes gzipped. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return exports.default.fetch(origin + path, { method, headers, redirect: 'manual' })
}

test('these tests run in workerd', () => {
  expect(navigator.userAgent).toBe('Cloudflare-Workers')
})

describe.each(resources)('$path', ({ path, mediaType, hash, length, gzipLength }) => {
  test('plain: its bytes, with their length and type', async () => {
    const response = await ask(path)
    const body = await response.arrayBuffer()
    expect(response.status).toBe(200)
    expect(await digestOf(body)).toBe(plainDigests.get(path))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': mediaType,
      'content-length': String(length),
      etag: `"${hash}-plain"`,
      vary: expect.stringMatching(/^Accept-Encoding(?:, Sec-Fetch-Dest, Sec-Fetch-Mode)?$/),
      'x-content-type-options': 'nosniff',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(body.byteLength).toBe(length)
  })

  test('gzipped once: the same bytes underneath', async () => {
    const response = await ask(path, gzip)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(gzipLength),
      etag: `"${hash}"`,
    })
    // The runtime has unpacked it once: a body packed twice would still be gzip, one not packed could not be read.
    const body = await response.arrayBuffer()
    expect([body.byteLength, await digestOf(body)]).toEqual([length, plainDigests.get(path)])
  })

  test.each([{}, gzip])('RFC 9110 §9.3.2: HEAD answers the header of GET, with %j', async (headers) => {
    const [get, head] = [await ask(path, headers), await ask(path, headers, 'HEAD')]
    expect([...head.headers]).toEqual([...get.headers])
    expect(await head.text()).toBe('')
    await get.body?.cancel()
  })

  test.each([['"x", W/"HASH"'], ['"HASH-plain", "HASH"'], ['*']])(
    'RFC 9110 §15.4.5: 304 to %s, with no body and what a cache needs',
    async (list) => {
      const response = await ask(path, { ...gzip, 'If-None-Match': list.replaceAll('HASH', hash) })
      expect(response.status).toBe(304)
      expect(await response.text()).toBe('')
      expect(Object.fromEntries(response.headers)).toMatchObject({
        etag: `"${hash}"`,
        vary: expect.stringMatching(/^Accept-Encoding(?:, Sec-Fetch-Dest, Sec-Fetch-Mode)?$/),
        'cache-control': /^\/(?:assets|search\/(?:words|entries|tags-))/.test(path)
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=1800',
      })
      expect(response.headers.get('content-length')).toBeNull()
    },
  )
})

test.each(['bytes=0-9', 'bytes=99999999-', 'bytes=9-0', 'lines=1-2', ''])(
  'RFC 9110 §14.2: a range is ignored, as whoever has none may: %j',
  async (range) => {
    for (const method of ['GET', 'HEAD']) {
      const [ranged, whole] = [await ask('/rss.xml', { Range: range }, method), await ask('/rss.xml', {}, method)]
      expect([ranged.status, [...ranged.headers], await ranged.text()]).toEqual([200, [...whole.headers], await whole.text()])
    }
  },
)

describe('dates', () => {
  const path = `${korean}rss.xml`

  test('Last-Modified is when what it says last changed, and If-Modified-Since is compared with it', async () => {
    const response = await ask(path, {}, 'HEAD')
    expect(response.headers.get('last-modified')).toBe('Mon, 10 Jun 2024 12:00:00 GMT')
    expect((await ask(path, { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' })).status).toBe(304)
    expect((await ask(path, { 'If-Modified-Since': 'Mon, 10 Jun 2024 11:59:59 GMT' }, 'HEAD')).status).toBe(200)
    expect((await ask(path, { 'If-Unmodified-Since': 'Mon, 10 Jun 2024 11:59:59 GMT' })).status).toBe(412)
  })

  test('RFC 9110 §8.8.2.1: a date to come is not sent, nor compared', async () => {
    vi.useFakeTimers()
    vi.setSystemTime(new Date('2024-06-10T11:59:59Z'))
    const response = await ask(path, { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' })
    vi.useRealTimers()
    expect(response.status).toBe(200)
    expect(response.headers.get('last-modified')).toBeNull()
    await response.body?.cancel()
  })
})

describe('the wrong form of a known path is 308 to the right one', () => {
  test.each([
    ['/tags/Alignment/', '/tags/alignment/'],
    ['/tags/ALIGNMENT/RSS.xml', '/tags/alignment/rss.xml'],
    ['/tags/alignment', '/tags/alignment/'],
    ['/tags/node.js/', '/tags/node-js/'],
    ['/tags/C++/', '/tags/cpp/'],
    ['/tags/c%2b%2b/rss.xml', '/tags/cpp/rss.xml'],
    ['//tags///alignment//', '/tags/alignment/'],
    ['/rss.xml/', '/rss.xml'],
    ['/2024-06-10', '/2024-06-10/'],
    [korean.toLowerCase(), korean],
    [`/tags/${encodeURIComponent('정렬'.normalize('NFD'))}/rss.xml`, `${korean}rss.xml`],
    ['/tags/old_name/', '/tags/alignment/'],
    ['/tags/old_name/feed.json', '/tags/alignment/feed.json'],
    ['/tags/alignment?utm=x&y=1', '/tags/alignment/?utm=x&y=1'],
  ])('%s', async (path, right) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await ask(path, {}, method)
      expect([response.status, response.headers.get('location')]).toEqual([308, right])
      // Fetch §4.9: a script of another origin follows a redirect only where it, too, is open to it.
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
  })
})

describe('an unknown path is 404', () => {
  test.each([
    '/nothing',
    '/constructor',
    '/__proto__',
    '/toString/',
    '/%zz',
    '/tags%2Falignment/',
    '/tags/%2e%2e%2f/',
    '/..%2f',
    '/tags/%E0%A4%A',
    '/tags/LLM/RSS.XML',
    `/${'a'.repeat(8_192)}`,
    '/tags/old_name/nothing',
    '/tags/old_name/rss.xml/rss.xml',
    '/%20',
    '//evil.example/',
    '/\\evil.example',
    '/%2F%2Fevil.example/',
    `/${packFile}`,
    `/bodies/${packFile}`,
    '/manifest.json',
    '/tags/c/'.replace('c', 'nothing'),
  ])('%s', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) expect((await ask(path, {}, method)).status).toBe(404)
  })
})

describe('RFC 9110 §15.5.6: another method is 405, and says which are allowed', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])('%s', async (method) => {
    const response = await ask('/rss.xml', {}, method)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

test('nothing a client sends causes a 5xx', async () => {
  const path = fc.oneof(
    fc.constantFrom(...resources.map((resource) => resource.path)),
    fc
      .array(
        fc.constantFrom(
          '/',
          '//',
          'tags',
          '/tags/',
          '+',
          ',',
          '!',
          '@',
          'alignment',
          'archive/1/',
          '%2F',
          '%',
          '%zz',
          '..',
          '.',
          '정렬',
          'rss.xml',
          '?',
          '#',
          '\\',
          ';',
          'a',
          '%00',
          '%ED%A0%80',
        ),
        { maxLength: 8 },
      )
      .map((parts) => `/${parts.join('')}`),
  )
  const value = fc.oneof(
    fc.constantFrom('', '*', '"', 'W/', '"a"', ',', ';q=', 'gzip', 'identity', 'null', 'Mon, 10 Jun 2024 12:00:00 GMT', 'bytes=0-'),
    fc.stringMatching(/^[\t\x20-\x7e]{0,30}$/),
    fc.constantFrom(' ', '"', '"a",', ',', '\t', 'a;', '%').map((part) => `a${part.repeat(8_000)}b`),
  )
  const headers = fc.dictionary(
    fc.constantFrom(
      'If-None-Match',
      'If-Match',
      'If-Modified-Since',
      'If-Unmodified-Since',
      'Accept-Encoding',
      'Range',
      'If-Range',
      'Origin',
      'Access-Control-Request-Method',
      'Access-Control-Request-Headers',
      'Sec-Fetch-Dest',
      'Accept',
    ),
    value,
    { maxKeys: 4 },
  )
  const methods = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND')
  await fc.assert(
    fc.asyncProperty(path, headers, methods, async (asked, sent, method) => {
      const response = await ask(asked, sent, method)
      expect(response.status).toBeLessThan(500)
      const location = response.headers.get('location')
      if (location !== null) expect(location).toMatch(/^\/(?!\/)/)
      await response.body?.cancel()
    }),
    { numRuns: 500 },
  )
})
