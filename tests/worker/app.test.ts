import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { selectionPathOf } from '../../src/site/selection-paths.ts'
import { paths } from '../../src/site/urls.ts'
import { ask, builtSite, content, origin, resources, servedWith, withAssets } from './asking.ts'
import { together } from './made-site.ts'

const [old, left] = [paths.entry('2024-06-09', 'old-title'), paths.entry('2024-05-01', 'left-for-another-day')]
const [removed, tag] = [paths.entry('2024-05-02', '지워진-글'), paths.tag('옛-태그')]

/** The site with a past: entries that have moved or are gone, an archive to come, and assets. */
const site = await servedWith({
  documents: withAssets({ '/robots.txt': '/assets/0a1b/page.css', '/opml.xml': '/assets/2c3d/search.js' }),
  elsewhere: together(content.elsewhere, {
    moved: { [old]: paths.entry('2024-06-09', 'a-plain-entry'), [left]: paths.entry('2024-06-10', 'a-model-of-everything') },
    upcoming: { '/archive/1/': '/' },
    gone: [removed, '/2024-05-02/', tag, `${tag}rss.xml`],
  }),
})

describe('RFC 9110 §15.5.11: what was removed for good is gone', () => {
  test.each([
    [removed, 'GET'],
    [removed, 'HEAD'],
    [removed, 'POST'],
    [removed, 'OPTIONS'],
    [removed.toLowerCase(), 'GET'],
    [removed.slice(0, -1), 'GET'],
    [`/2024-05-02/${encodeURIComponent('지워진-글'.normalize('NFD'))}/`, 'GET'],
    ['/2024-05-02', 'GET'],
    [tag, 'GET'],
    [`${tag}rss.xml`, 'GET'],
    [`${tag}RSS.xml`, 'GET'],
  ])('%s by %s', async (path, method) => {
    const response = await ask(path, { method }, site)
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([410, 'public, max-age=300'])
  })

  test.each(['/2024-05-02/never-there/', `${tag}feed.json`, '/2024-05-03/'])('%s never was', async (path) => {
    expect((await ask(path, {}, site)).status).toBe(404)
  })

  test('a script on another site may read that it is', async () => {
    expect((await ask(`${tag}rss.xml`, {}, site)).headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

describe('RFC 9110 §15.4.9: an entry’s former place leads to where it is now', () => {
  test.each([old, old.slice(0, -1), old.toUpperCase()])('%s', async (path) => {
    const response = await ask(`${path}?utm_source=feed`, {}, site)
    expect([response.status, response.headers.get('Location')]).toEqual([308, '/2024-06-09/a-plain-entry/?utm_source=feed'])
  })
})

test('RFC 9110 §15.4.8: an archive that is yet to be full is answered for by the subscription document, for now', async () => {
  const response = await ask('/archive/1/atom.xml', {}, site)
  expect([response.status, response.headers.get('Location'), response.headers.get('Cache-Control')]).toEqual([
    307,
    '/atom.xml',
    'public, max-age=300',
  ])
  expect((await ask('/archive/1/never.xml', {}, site)).status).toBe(404)
  expect((await ask('/archive/2/atom.xml', {}, site)).status).toBe(404)
})

test('an entry that has moved to another day leads there with its citations', async () => {
  for (const file of ['', 'citation.bib', 'citation.ris', 'citation.json']) {
    const response = await ask(left + file, {}, site)
    expect([response.status, response.headers.get('Location')]).toEqual([308, `/2024-06-10/a-model-of-everything/${file}`])
  }
  expect((await ask(`${left}citation.pdf`, {}, site)).status).toBe(404)
})

describe('an asset of a build before leads to the present one', () => {
  test.each([
    ['GET', '/assets/0/page.css', '/assets/0a1b/page.css'],
    ['HEAD', '/assets/fff/page.css', '/assets/0a1b/page.css'],
    ['GET', '/assets/0a1b/search.js?v=1', '/assets/2c3d/search.js?v=1'],
  ])('%s %s: RFC 9110 §15.4.8, for five minutes', async (method, path, present) => {
    const response = await ask(path, { method }, site)
    expect([response.status, response.headers.get('Location'), response.headers.get('Cache-Control')]).toEqual([
      307,
      present,
      'public, max-age=300',
    ])
  })

  test('another file never was', async () => {
    expect((await ask('/assets/0/never.css', {}, site)).status).toBe(404)
  })
})

describe('RFC 9112 §3.2: a Host that is none is 400', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('and whose address can’t be read: %s', async (method) => {
    for (const host of ['a b', 'notes.example:99999', 'a%zz', '[']) {
      const { app, env } = builtSite()
      const request = new Request(`${origin}/rss.xml`, { method })
      // The standard's Request takes no such address; what a socket brings is not asked.
      Object.defineProperty(request, 'url', { value: `http://${host}/rss.xml` })
      const response = await app.fetch(request, env)
      expect([response.status, await response.text()]).toEqual([400, method === 'HEAD' ? '' : 'Bad Request\n'])
    }
  })
})

describe('RFC 9112 §3.2: a Host with more to it than a host is 400, and none gives the bytes of another path', () => {
  test.each([
    ...['x/tags/?', 'x/tags/y/?', 'x/tags/', 'x/?', 'x/#', 'x#', 'x?', 'x\\tags\\', '/', '//', 'http://x', 'user@x', 'user:word@x'],
    ...['', 'a b', 'a\tb', 'a, b', '[::1', '::1', '[]', '[x]', '[::1]x', ':80', 'x:80:80', 'x:y', 'x:-1'],
  ])('%j is 400', async (host) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'])
      expect((await ask('/rss.xml', { method, headers: { Host: host } })).status).toBe(400)
  })

  test.each([
    'x',
    'X.Example',
    'x.example:8787',
    'x:',
    '127.0.0.1:80',
    '[::1]',
    '[2001:DB8::1.2.3.4]:443',
    'xn--9n2bp8q.example',
    'a_b',
    'x.',
    'a'.repeat(10_000),
  ])('%s is none of the site’s, which answers all the same', async (host) => {
    const response = await ask('/rss.xml', { headers: { Host: host } })
    expect([response.status, await response.text()]).toEqual([200, await (await ask('/rss.xml')).text()])
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
      // Selections have laws of their own.
      if (selectionPathOf(url.pathname) !== null) return
      const response = await ask(asked + extra)
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

test('what is deployed is told as the worker knows it, and kept by nobody', async () => {
  const response = await ask(paths.deployment, {}, site)
  expect([response.status, response.headers.get('Content-Type'), response.headers.get('Cache-Control')]).toEqual([
    200,
    'application/json',
    'no-store',
  ])
  expect(Object.keys((await response.json()) as object)).toEqual(expect.arrayContaining(['origin', 'channels', 'versions']))
})
