import manifest from 'paperwire-manifest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formats } from '../../src/feed/formats.ts'
import type { Resource } from '../../src/site/pack.ts'
import { isFeedPath, paths } from '../../src/site/urls.ts'
import { type Coding, representationOf, unchangedFeed } from '../../src/worker/headers.ts'
import { type Asking, ask, builtSite, content, korean, origin, resourceAt, resources, servedWith, varyOf, withAssets } from './asking.ts'
import { together } from './made-site.ts'

const page = '/2024-06-10/'
const codings: readonly Coding[] = ['gzip', 'identity']

describe('the header fields of an answer are these and no others', async () => {
  // Of pages one has a date.
  const site = await servedWith({
    documents: content.documents.map(({ resource, body }) => {
      if (isFeedPath(resource.path)) return { resource, body }
      return { resource: { ...resource, modified: resource.path === paths.days ? 1_718_020_800 : null }, body }
    }),
  })
  const secure = 'strict-transport-security'
  const body = [secure, 'cache-control', 'content-length', 'content-type', 'etag', 'vary', 'x-content-type-options']
  const shown = ['content-security-policy', 'cross-origin-opener-policy', 'permissions-policy', 'referrer-policy', 'speculation-rules']
  const open = ['access-control-allow-origin', 'access-control-expose-headers']
  const feed = [...body, ...open, 'cross-origin-resource-policy', 'link']
  const unchanged = [secure, 'cache-control', 'etag', 'vary']
  const words = [secure, 'content-type', 'x-content-type-options']
  const preflight = [secure, ...open, 'access-control-allow-methods', 'access-control-max-age']
  const gzip = { 'Accept-Encoding': 'gzip' }
  const any = { 'If-None-Match': '*' }
  const elsewhere = { Origin: 'https://blog.example' }
  const rows: readonly (readonly [string, string, Asking, number, readonly string[]])[] = [
    ['a page', page, { headers: elsewhere }, 200, [...body, ...shown]],
    ['a page, gzipped', page, { headers: gzip }, 200, [...body, ...shown, 'content-encoding']],
    ['a page of a date', paths.days, {}, 200, [...body, ...shown, 'last-modified']],
    ['a page of a future date', paths.days, {}, 200, [...body, ...shown]],
    ['a file', '/robots.txt', {}, 200, body],
    ['a feed', `${korean}rss.xml`, {}, 200, [...feed, 'last-modified']],
    ['a feed, gzipped', `${korean}atom.xml`, { headers: gzip }, 200, [...feed, 'content-encoding', 'last-modified']],
    ['a feed dated in the future', '/feed.json', {}, 200, feed],
    ['a page unchanged', page, { headers: { ...any, ...elsewhere } }, 304, unchanged],
    ['a page of a date unchanged', paths.days, { headers: any }, 304, [...unchanged, 'last-modified']],
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
    ['OPTIONS of a page', page, { method: 'OPTIONS', headers: elsewhere }, 204, [secure, 'allow']],
    ['OPTIONS of a feed, from nowhere', '/rss.xml', { method: 'OPTIONS' }, 204, [secure, 'allow']],
    ['a preflight', '/rss.xml', { method: 'OPTIONS', headers: elsewhere }, 204, preflight],
  ]
  afterEach(() => void vi.useRealTimers())

  test.each(rows)('%s: %s', async (what, path, asking, status, fields) => {
    if (what.includes('future')) vi.useFakeTimers({ now: new Date('2024-06-10T11:59:59Z') })
    const response = await ask(path, asking, site)
    expect(response.status).toBe(status)
    expect([...response.headers.keys()].toSorted()).toEqual(fields.toSorted())
    if (fields.includes('x-content-type-options')) expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    if (fields.includes('vary')) expect(response.headers.get('vary')).toBe(varyOf(path))
    if (fields.includes('access-control-allow-origin')) expect(response.headers.get('access-control-allow-origin')).toBe('*')
    if (fields.includes('allow')) expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    const text = await response.text()
    if (status === 204 || status === 304) expect(text).toBe('')
    if (asking.method === undefined) {
      const head = await ask(path, { ...asking, method: 'HEAD' }, site)
      expect([head.status, [...head.headers], await head.text()]).toEqual([status, [...response.headers], ''])
    }
  })
})

describe('Fetch §3.2: a preflight is answered for every header, and names what is allowed', () => {
  const headers = {
    Origin: 'https://blog.example',
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'if-none-match, x-anything',
  }
  // A preflight must not be redirected; the request after it may be.
  test.each(['/rss.xml', '/feed.json', `${korean}atom.xml`, '/rss.xml/', '/tags/old_name/feed.json'])('%s', async (path) => {
    const response = await ask(path, { method: 'OPTIONS', headers })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-headers': 'if-none-match,x-anything',
      'access-control-allow-methods': 'GET,HEAD',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag,Last-Modified,Link',
      'access-control-max-age': '86400',
      'strict-transport-security': 'max-age=31536000',
      vary: 'Access-Control-Request-Headers',
    })
  })
})

/** A document in a format, with nothing to tell it by but its media type. */
const documentAt = (path: string): Resource => ({
  path,
  mediaType: 'text/plain; charset=utf-8',
  hash: 'abc',
  length: 20,
  gzipLength: 10,
  modified: null,
})

test.each(formats)('a feed is told by its file: %s is one in whichever folder, of whichever media type', (format) => {
  for (const path of [paths.feed(format, ''), paths.feed(format, 'tags/정렬'), paths.archive(format, '', 3)]) {
    expect(isFeedPath(path)).toBe(true)
    for (const coding of codings) {
      const { headers, notModifiedHeaders } = representationOf(manifest, documentAt(path), coding)
      expect(headers.get('Link')).toBe(`<${origin}${path}>; rel="self", <https://hub.example/>; rel="hub"`)
      for (const fields of [headers, notModifiedHeaders]) expect(fields.get('Access-Control-Allow-Origin')).toBe('*')
    }
  }
})

test.each([
  '/',
  '/robots.txt',
  '/opml.xml',
  '/sitemap.xml',
  '/view/rss.xml/',
  '/search/tags-0123456789abcdef.json',
  '/tags/x/citation.json',
])('%s is no feed, whatever its media type is', (path) => {
  expect(isFeedPath(path)).toBe(false)
  const { headers } = representationOf(manifest, { ...documentAt(path), mediaType: 'application/rss+xml' }, 'gzip')
  expect([headers.get('Link'), headers.get('Access-Control-Allow-Origin')]).toEqual([null, null])
})

describe('RFC 9110 §15.4.5: a 304 carries what a 200 would have told a cache, with the same values', () => {
  test.each(resources)('$path', (resource) => {
    for (const modified of [null, 1_718_020_800]) {
      for (const coding of codings) {
        const { headers, notModifiedHeaders } = representationOf(manifest, { ...resource, modified }, coding)
        const names = [
          ...['Cache-Control', 'ETag', 'Vary', 'Last-Modified'],
          ...['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Strict-Transport-Security'],
        ]
        const told = [...headers].filter(([name]) => names.some((one) => one.toLowerCase() === name))
        expect([...notModifiedHeaders]).toEqual(told)
      }
    }
  })
})

test.each(formats)('a feed of which only the version is known is as unchanged as one that was read: %s', (format) => {
  const { path, hash, modified } = resourceAt(paths.feed(format, 'tags/정렬'))
  for (const coding of codings) {
    const known = unchangedFeed(manifest, { path, hash, modified }, coding)
    const read = representationOf(manifest, resourceAt(path), coding)
    expect([known.validators, [...known.notModifiedHeaders]]).toEqual([read.validators, [...read.notModifiedHeaders]])
  }
})

describe('RFC 8246: an asset never changes, and is the site’s own', async () => {
  const assets = { '/robots.txt': '/assets/0a1b/page.css', '/opml.xml': '/assets/2c3d/search.js' }
  const site = await servedWith({ documents: withAssets(assets) })

  test.each(Object.values(assets))('%s', async (path) => {
    for (const [headers, status] of [[{}, 200] as const, [{ 'If-None-Match': '*' }, 304] as const]) {
      const response = await ask(path, { headers: { ...headers, Origin: 'https://blog.example' } }, site)
      await response.body?.cancel()
      expect([response.status, response.headers.get('Cache-Control')]).toEqual([status, 'public, max-age=31536000, immutable'])
      for (const name of ['Access-Control-Allow-Origin', 'Cross-Origin-Resource-Policy']) expect(response.headers.get(name)).toBeNull()
    }
  })

  test.each([paths.embedScript, paths.icon, paths.iconPng, paths.smallIconPng, paths.touchIcon])(
    '%s, whose address stays, is asked for again, and open to every origin',
    async (path) => {
      const response = await ask(path)
      await response.body?.cancel()
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=1800',
        'cross-origin-resource-policy': 'cross-origin',
      })
    },
  )
})

test('HTML §7.6.2: a page names its speculation rules as a string of RFC 9651, and they are served as such', async () => {
  const [, path] = /^"(\/[^"]+)"$/.exec((await ask(page, { method: 'HEAD' })).headers.get('Speculation-Rules') ?? '') ?? []
  const rules = await ask(path as string)
  expect([rules.status, rules.headers.get('Content-Type')]).toEqual([200, 'application/speculationrules+json'])
  expect(Object.keys((await rules.json()) as object)).toEqual(['prefetch'])
})

describe('RFC 6797 §7.2: a site of HTTPS says so in every answer, one of plain HTTP in none', async () => {
  const elsewhereThan = { moved: { '/former/': '/2024-06-10/' }, gone: ['/removed/'], upcoming: { '/archive/1/': '/' } }
  const changes = { elsewhere: together(content.elsewhere, elsewhereThan) }
  const [secure, plain] = [
    await servedWith(changes),
    await servedWith({ ...changes, about: { ...content.about, origin: 'http://notes.example' } }),
  ]
  const elsewhere = { Origin: 'https://blog.example' }
  const rows: readonly (readonly [number, string, Asking])[] = [
    [200, page, {}],
    [200, page, { method: 'HEAD' }],
    [200, '/rss.xml', { headers: { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' } }],
    [204, page, { method: 'OPTIONS' }],
    [204, '/rss.xml', { method: 'OPTIONS', headers: elsewhere }],
    [304, page, { headers: { 'If-None-Match': '*' } }],
    [304, '/rss.xml', { method: 'HEAD', headers: { 'If-None-Match': '*', 'Accept-Encoding': 'gzip' } }],
    [307, '/archive/1/rss.xml', {}],
    [308, '/rss.xml/', {}],
    [308, '/former/', {}],
    [400, page, { headers: { Host: 'a b' } }],
    [404, '/nothing', {}],
    [404, '/nothing', { method: 'HEAD', headers: { 'Accept-Encoding': 'gzip' } }],
    [404, '/nothing', { method: 'POST' }],
    [405, page, { method: 'PUT' }],
    [410, '/removed/', {}],
    [410, '/removed/', { method: 'DELETE' }],
    [412, page, { headers: { 'If-Match': '"x"' } }],
  ]
  test.each(rows)('%i: %s %j', async (status, path, asking) => {
    for (const [site, promise] of [
      [secure, 'max-age=31536000'],
      [plain, null],
    ] as const) {
      const response = await ask(path, asking, site)
      await response.body?.cancel()
      expect([response.status, response.headers.get('Strict-Transport-Security')]).toEqual([status, promise])
    }
  })

  test('503: what was promised is not lost with the packs', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const response = await ask(page, {}, { ...builtSite(), env: { ASSETS: { fetch: async () => new Response(null, { status: 404 }) } } })
    said.mockRestore()
    expect([response.status, response.headers.get('Strict-Transport-Security')]).toEqual([503, 'max-age=31536000'])
  })
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
    const response = await ask(`https://elsewhere.example${path}`, { headers: { Origin: 'https://blog.example' } })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      link: `<${origin}${path}>; rel="self", <https://hub.example/>; rel="hub"`,
    })
    expect(await response.text()).toContain(`${origin}${path}`)
  })

  test('a 304 is open to every origin too', async () => {
    expect((await ask('/feed.json', { headers: { 'If-None-Match': '*' } })).headers.get('access-control-allow-origin')).toBe('*')
  })

  test('pages are not', async () => {
    const response = await ask('/')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('link')).toBeNull()
    await response.body?.cancel()
  })

  test('without a hub there is no trace of one', async () => {
    const response = await ask('/rss.xml', {}, await servedWith({ about: { ...content.about, hubUrl: null } }))
    expect(response.headers.get('link')).toBe(`<${origin}/rss.xml>; rel="self"`)
    await response.body?.cancel()
  })
})

test('a page may load the site’s own scripts, styles and fonts alone, and stand in no frame', async () => {
  const policy = (await ask('/')).headers.get('Content-Security-Policy') ?? ''
  const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]))
  expect(directives.get('default-src')).toBe("'none'")
  expect(directives.get('frame-ancestors')).toBe("'none'")
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src', 'manifest-src']) expect(directives.get(name)).toBe("'self'")
  expect(policy).not.toContain('unsafe')
  expect((await ask('/rss.xml')).headers.get('Content-Security-Policy')).toBeNull()
})

test('signposting.org: an entry’s page says whose it is, what may be done with it, and that it is a review', async () => {
  expect((await ask('/2024-06-10/a-model-of-everything/')).headers.get('Link')).toBe(
    '<https://notes.example/about>; rel="author", <https://creativecommons.org/licenses/by/4.0/>; rel="license", <https://schema.org/Review>; rel="type"',
  )
  for (const path of ['/', '/2024-06-10/', '/2024-06-10/a-model-of-everything/citation.bib'])
    expect((await ask(path)).headers.get('Link')).toBeNull()
})
