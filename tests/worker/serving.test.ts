import { env, exports } from 'cloudflare:workers'
import fc from 'fast-check'
import manifest from 'paperwire-manifest'
import { describe, expect, test } from 'vitest'
import type { Resource } from '../../src/site/manifest.ts'
import { createApp } from '../../src/worker/app.ts'

const origin = 'https://notes.example'
const resources: readonly Resource[] = Object.values(manifest.packs).flat()
const korean = `/tags/${encodeURIComponent('정렬')}/`
const gzip = { 'Accept-Encoding': 'gzip' }

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return exports.default.fetch(path.startsWith('http') ? path : origin + path, { method, headers, redirect: 'manual' })
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function unzipped(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}

test('these tests run in workerd', () => {
  expect(navigator.userAgent).toBe('Cloudflare-Workers')
})

describe.each(resources)('$path', ({ path, mediaType, hash, length, gzipLength }) => {
  test('plain: the bytes of its hash, with their length and type', async () => {
    const response = await ask(path)
    const body = await response.arrayBuffer()
    expect(response.status).toBe(200)
    expect(await sha256(body)).toContain(hash)
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
    // The test's own fetch hands over what came through: whichever it is, unpacked it is the body of the hash.
    const body = await response.arrayBuffer()
    const isPacked = new Uint8Array(body)[0] === 0x1f
    expect(isPacked ? body.byteLength : length).toBe(isPacked ? gzipLength : length)
    expect(await sha256(isPacked ? await unzipped(body) : body)).toContain(hash)
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
        'cache-control': 'public, max-age=1800',
      })
      expect(response.headers.get('content-length')).toBeNull()
    },
  )
})

describe('feeds', () => {
  test.each([
    ['/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    [`${korean}rss.xml`, 'application/rss+xml; charset=utf-8'],
    [`${korean}atom.xml`, 'application/atom+xml; charset=utf-8'],
    [`${korean}feed.json`, 'application/feed+json; charset=utf-8'],
  ])('%s is %s, open to every origin, and names itself on the configured one', async (path, type) => {
    const response = await ask(`https://elsewhere.example${path}`, { Origin: 'https://blog.example' })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      link: `<${origin}${path}>; rel="self", <https://hub.example/>; rel="hub"`,
    })
    expect(await response.text()).toContain(`${origin}${path}`)
  })

  test('Fetch §3.2: a preflight is answered for every header', async () => {
    const headers = {
      Origin: 'https://blog.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    }
    const response = await ask('/feed.json', headers, 'OPTIONS')
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'if-none-match',
    })
    expect(response.headers.get('access-control-allow-methods')).toMatch(/GET/)
  })

  test('a 304 is open to every origin too', async () => {
    expect((await ask('/feed.json', { 'If-None-Match': '*' })).headers.get('access-control-allow-origin')).toBe('*')
  })

  test('pages are not', async () => {
    const response = await ask('/')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('link')).toBeNull()
    await response.body?.cancel()
  })

  test('without a hub there is no trace of one', async () => {
    const app = createApp({ ...manifest, hubUrl: null })
    const response = await app.fetch(new Request(`${origin}/rss.xml`), env)
    expect(response.headers.get('link')).toBe(`<${origin}/rss.xml>; rel="self"`)
    await response.body?.cancel()
  })
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
  const dated = resources.find(({ path }) => path === `${korean}rss.xml`) as Resource

  test('Last-Modified is when what it says last changed, and If-Modified-Since is compared with it', async () => {
    const response = await ask(dated.path, {}, 'HEAD')
    expect(response.headers.get('last-modified')).toBe('Mon, 10 Jun 2024 12:00:00 GMT')
    expect((await ask(dated.path, { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' })).status).toBe(304)
    expect((await ask(dated.path, { 'If-Modified-Since': 'Mon, 10 Jun 2024 11:59:59 GMT' }, 'HEAD')).status).toBe(200)
    expect((await ask(dated.path, { 'If-Unmodified-Since': 'Mon, 10 Jun 2024 11:59:59 GMT' })).status).toBe(412)
  })

  test('RFC 9110 §8.8.2.1: a date to come is not sent, nor compared', async () => {
    const response = await ask('/tags/future/rss.xml', { 'If-Modified-Since': 'Fri, 01 Jan 2999 12:00:00 GMT' })
    expect(response.status).toBe(200)
    expect(response.headers.get('last-modified')).toBeNull()
    await response.body?.cancel()
  })
})

test('what the client itself said of codings goes before what the edge wrote', async () => {
  const request = new Request(`${origin}/rss.xml`, { headers: { 'Accept-Encoding': 'gzip, br' } })
  Object.defineProperty(request, 'cf', { value: { clientAcceptEncoding: 'identity' } })
  const response = await createApp(manifest).fetch(request, env)
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.text()).toMatch(/^<\?xml/)
})

describe('the wrong form of a known path is 308 to the right one', () => {
  test.each([
    ['/tags/Alignment/', '/tags/alignment/'],
    ['/tags/ALIGNMENT/RSS.xml', '/tags/alignment/rss.xml'],
    ['/tags/alignment', '/tags/alignment/'],
    ['/tags/node.js/', '/tags/node-js/'],
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
    '/tags/!/',
    '//evil.example/',
    '/\\evil.example',
    '/%2F%2Fevil.example/',
    `/${Object.keys(manifest.packs)[0]}`,
    `/bodies/${Object.keys(manifest.packs)[0]}`,
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
        fc.constantFrom('/', '//', 'tags', '%2F', '%', '%zz', '..', '.', '정렬', 'rss.xml', '?', '#', '\\', ';', 'a', '%00', '%ED%A0%80'),
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
