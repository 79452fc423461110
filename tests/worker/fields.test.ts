import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import manifest from 'paperwire-manifest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Resource } from '../../src/site/manifest.ts'
import { createApp, type Env } from '../../src/worker/app.ts'

// The app is called as the runtime calls it, so that what it answers is seen before anything is packed or unpacked.
const origin = 'https://notes.example'
const resources: readonly Resource[] = Object.values(manifest.packs).flat()
const korean = `/tags/${encodeURIComponent('정렬')}/`
const page = '/2024-06-10/'
const app = createApp(manifest)

/** Where a browser is shown another thing than a reader is, what tells them apart is named (RFC 9110 §12.5.5). */
const varyOf = (path: string): string =>
  !Object.entries(manifest.views).flat().includes(path) ? 'Accept-Encoding' : 'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode'

interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the edge says of the request besides. */
  readonly cf?: Readonly<Record<string, string>>
}

async function ask(path: string, { method = 'GET', headers = {}, cf = {} }: Asking = {}, bindings: Env = env): Promise<Response> {
  return app.fetch(new Request(origin + path, { method, headers, cf } as RequestInit), bindings)
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('RFC 9110 §8.4.1.3: the gzipped bytes are packed once, and are those of the hash', () => {
  test.each(resources)('$path', async ({ path, hash, length, gzipLength }) => {
    const packed = await (await ask(path, { headers: { 'Accept-Encoding': 'gzip' } })).arrayBuffer()
    const plain = await (await ask(path)).arrayBuffer()
    const unpacked = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    expect([packed.byteLength, plain.byteLength, unpacked.byteLength]).toEqual([gzipLength, length, length])
    expect((await sha256(unpacked)).slice(0, hash.length)).toBe(hash)
    expect((await sha256(plain)).slice(0, hash.length)).toBe(hash)
  })
})

describe('the header fields of an answer are these and no others', () => {
  const body = [
    ...['cache-control', 'content-length', 'content-type', 'etag', 'vary', 'x-content-type-options'],
    'strict-transport-security',
  ]
  const shown = ['content-security-policy', 'cross-origin-opener-policy', 'permissions-policy', 'referrer-policy']
  const open = ['access-control-allow-origin', 'access-control-expose-headers']
  const feed = [...body, ...open, 'cross-origin-resource-policy', 'link']
  const unchanged = ['cache-control', 'etag', 'vary']
  const words = ['content-type', 'x-content-type-options']
  const preflight = [...open, 'access-control-allow-methods', 'access-control-max-age']
  const gzip = { 'Accept-Encoding': 'gzip' }
  const any = { 'If-None-Match': '*' }
  const elsewhere = { Origin: 'https://blog.example' }
  const rows: readonly (readonly [string, string, Asking, number, readonly string[]])[] = [
    ['a page', page, { headers: elsewhere }, 200, [...body, ...shown, 'last-modified']],
    ['a page, gzipped', page, { headers: gzip }, 200, [...body, ...shown, 'content-encoding', 'last-modified']],
    ['what has no date', '/robots.txt', {}, 200, body],
    ['what is dated in the future', '/', {}, 200, [...body, ...shown]],
    ['a feed', `${korean}rss.xml`, {}, 200, [...feed, 'last-modified']],
    ['a feed, gzipped', `${korean}atom.xml`, { headers: gzip }, 200, [...feed, 'content-encoding', 'last-modified']],
    ['a feed dated in the future', '/feed.json', {}, 200, feed],
    ['a page unchanged', page, { headers: { ...any, ...elsewhere } }, 304, [...unchanged, 'last-modified']],
    ['a feed unchanged', `${korean}rss.xml`, { headers: any }, 304, [...unchanged, ...open, 'last-modified']],
    ['a feed of the future unchanged', '/rss.xml', { headers: any }, 304, [...unchanged, ...open]],
    ['a page changed', page, { headers: { 'If-Match': '"x"' } }, 412, words],
    ['a feed changed', '/rss.xml', { headers: { 'If-Match': '"x"' } }, 412, [...words, 'access-control-allow-origin']],
    ['a wrong form', '/rss.xml/', {}, 308, [...words, 'cache-control', 'location', 'access-control-allow-origin']],
    ['nothing', '/nothing', { headers: elsewhere }, 404, [...body.filter((name) => name !== 'etag'), ...shown]],
    ['nothing, OPTIONS', '/nothing', { method: 'OPTIONS', headers: elsewhere }, 404, [...words, 'cache-control']],
    ['another method', page, { method: 'DELETE', headers: elsewhere }, 405, [...words, 'allow']],
    ['another method on a feed', '/rss.xml', { method: 'POST' }, 405, [...words, 'allow']],
    ['another method on a wrong form', '/rss.xml/', { method: 'PUT' }, 405, [...words, 'allow']],
    ['OPTIONS of a page', page, { method: 'OPTIONS', headers: elsewhere }, 204, ['allow']],
    ['OPTIONS of a feed, from nowhere', '/rss.xml', { method: 'OPTIONS' }, 204, ['allow']],
    ['a preflight', '/rss.xml', { method: 'OPTIONS', headers: elsewhere }, 204, preflight],
  ]
  test.each(rows)('%s: %s', async (_, path, asking, status, fields) => {
    const response = await ask(path, asking)
    expect(response.status).toBe(status)
    expect([...response.headers.keys()].toSorted()).toEqual(fields.toSorted())
    if (fields.includes('x-content-type-options')) expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (fields.includes('vary')) expect(response.headers.get('vary')).toBe(varyOf(path))
    if (fields.includes('access-control-allow-origin')) expect(response.headers.get('access-control-allow-origin')).toBe('*')
    if (fields.includes('allow')) expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    const text = await response.text()
    if (status === 204 || status === 304) expect(text).toBe('')
    if (asking.method === undefined) {
      const head = await ask(path, { ...asking, method: 'HEAD' })
      expect([head.status, [...head.headers], await head.text()]).toEqual([status, [...response.headers], ''])
    }
  })
})

describe('RFC 9110 §12.5.3: one field decides which representation', () => {
  const both: readonly (readonly [string, Asking, boolean])[] = [
    ['nothing said', {}, false],
    ['identity', { headers: { 'Accept-Encoding': 'identity' } }, false],
    ['gzip refused', { headers: { 'Accept-Encoding': 'gzip;q=0' } }, false],
    ['a coding that there is not', { headers: { 'Accept-Encoding': 'br' } }, false],
    ['gzip', { headers: { 'Accept-Encoding': 'gzip' } }, true],
    ['any', { headers: { 'Accept-Encoding': '*' } }, true],
    ['the client’s gzip before the edge’s field', { headers: { 'Accept-Encoding': 'br' }, cf: { clientAcceptEncoding: 'gzip' } }, true],
    [
      'the client’s identity before the edge’s',
      { headers: { 'Accept-Encoding': 'gzip' }, cf: { clientAcceptEncoding: 'identity' } },
      false,
    ],
    ['the client’s silence before the edge’s', { headers: { 'Accept-Encoding': 'gzip' }, cf: { clientAcceptEncoding: '' } }, false],
    ['an edge that says other things', { headers: { 'Accept-Encoding': 'gzip' }, cf: { colo: 'ICN' } }, true],
  ]
  const { hash } = resources.find(({ path }) => path === '/rss.xml') as Resource
  test.each(both)('%s', async (_, asking, gzip) => {
    const response = await ask('/rss.xml', asking)
    expect([response.headers.get('content-encoding'), response.headers.get('etag')]).toEqual(
      gzip ? ['gzip', `"${hash}"`] : [null, `"${hash}-plain"`],
    )
    expect(new Uint8Array(await response.arrayBuffer())[0]).toBe(gzip ? 0x1f : '<'.charCodeAt(0))
  })

  test('§8.8.1: no two versions and no two codings have one entity tag', async () => {
    const tags = await Promise.all(
      [...new Map(resources.map((resource) => [resource.hash, resource.path])).values()].flatMap((path) =>
        ['gzip', 'identity'].map(async (coding) =>
          (await ask(path, { method: 'HEAD', headers: { 'Accept-Encoding': coding } })).headers.get('etag'),
        ),
      ),
    )
    expect(new Set(tags).size).toBe(tags.length)
    for (const tag of tags) expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/)
  })
})

describe('RFC 9110 §13.1.2: the tag compared is that of the representation which Accept-Encoding selects', () => {
  const { path, hash } = resources.find((resource) => resource.path === `${korean}feed.json`) as Resource
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
  const since = { headers: { 'If-Modified-Since': 'Tue, 01 Jan 2999 12:00:00 GMT' } }
  const seen: unknown[] = []
  vi.useFakeTimers()
  for (const now of ['2998-12-31T23:59:59Z', '2999-01-01T11:59:59Z', '2999-01-01T12:00:00Z', '2999-01-01T11:59:59Z']) {
    vi.setSystemTime(new Date(now))
    seen.push([(await ask('/rss.xml')).headers.get('last-modified'), (await ask('/rss.xml', since)).status])
  }
  expect(seen).toEqual([
    [null, 200],
    [null, 200],
    ['Tue, 01 Jan 2999 12:00:00 GMT', 304],
    [null, 200],
  ])
})

describe('Fetch: a preflight names what is allowed', () => {
  const headers = {
    Origin: 'https://blog.example',
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'if-none-match, x-anything',
  }
  // A preflight must not be redirected; the request after it may be.
  test.each(['/rss.xml', `${korean}atom.xml`, '/rss.xml/', '/tags/old_name/feed.json'])('%s', async (path) => {
    const response = await ask(path, { method: 'OPTIONS', headers })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-headers': 'if-none-match,x-anything',
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag,Last-Modified,Link',
      'access-control-max-age': '86400',
      vary: 'Access-Control-Request-Headers',
    })
  })
})

describe('RFC 9112 §3.2: a Host that is none is 400', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('%s', async (method) => {
    for (const host of ['a b', 'notes.example:99999', 'a%zz', '[']) {
      const request = new Request(`${origin}/rss.xml`, { method })
      // The standard's Request takes no such address; what a socket brings is not asked.
      Object.defineProperty(request, 'url', { value: `http://${host}/rss.xml` })
      const response = await app.fetch(request, env)
      expect([response.status, await response.text()]).toEqual([400, method === 'HEAD' ? '' : 'Bad Request\n'])
    }
  })
})

describe('bodies are fetched only when one is due', () => {
  const unasked: Env = {
    ASSETS: {
      fetch: (): never => {
        throw new Error('asked for a body')
      },
    },
  }
  test.each([
    ['HEAD', '/rss.xml', {}, 200],
    ['GET', '/rss.xml', { 'If-None-Match': '*' }, 304],
    ['GET', '/rss.xml', { 'If-Match': '"x"' }, 412],
    ['GET', '/rss.xml/', {}, 308],
    ['HEAD', '/nothing', {}, 404],
    ['POST', '/nothing', {}, 404],
    ['POST', '/rss.xml', {}, 405],
    ['OPTIONS', '/rss.xml', {}, 204],
  ])('%s %s %j', async (method, path, headers, status) => {
    const fresh = createApp(manifest)
    expect((await fresh.fetch(new Request(origin + path, { method, headers }), unasked)).status).toBe(status)
  })

  test('RFC 9110 §15.6.4: a body that cannot be had is 503, and is asked for again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const fresh = createApp(manifest)
    const failing: readonly Env['ASSETS']['fetch'][] = [
      () => Promise.resolve(new Response(null, { status: 404 })),
      () => Promise.reject(new Error('no assets')),
      () => Promise.resolve(new Response('broken', { status: 500 })),
    ]
    for (const fetch of failing) {
      const response = await fresh.fetch(new Request(`${origin}/rss.xml`), { ASSETS: { fetch } })
      expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '60', 'Service Unavailable\n'])
    }
    expect(logged).toHaveBeenCalledTimes(failing.length)
    expect((await fresh.fetch(new Request(`${origin}/rss.xml`), env)).status).toBe(200)
  })
})

test('whatever is asked, a redirect leads to what is served, with the query, and 200 is for nothing else', async () => {
  const served = new Set(resources.map(({ path }) => path))
  const part = fc.constantFrom(
    '/',
    '//',
    'tags',
    'Tags',
    'old_name',
    'Alignment',
    '정렬',
    '%',
    '%2F',
    '%5C',
    '\\',
    '!',
    'rss.xml',
    'RSS.XML',
    '.',
  )
  const path = fc.array(part, { maxLength: 7 }).map((parts) => `/${parts.join('')}`)
  const query = fc.constantFrom('', '?', '?a=b', '?//evil.example', '?%0d%0aX:y', '?정렬')
  await fc.assert(
    fc.asyncProperty(path, query, async (asked, extra) => {
      const url = new URL(origin + asked + extra)
      const response = await app.fetch(new Request(url), env)
      await response.body?.cancel()
      expect(served.has(url.pathname) ? [200] : [308, 404]).toContain(response.status)
      if (response.status !== 308) return
      const location = response.headers.get('location') as string
      const target = new URL(location, url)
      expect(location).toBe(target.pathname + url.search)
      expect(target.origin).toBe(origin)
      expect(served).toContain(target.pathname)
    }),
    { numRuns: 1_000 },
  )
})
