import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import { describe, expect, test } from 'vitest'
import { paths } from '../../src/site/urls.ts'
import { createApp } from '../../src/worker/app.ts'

const app = createApp(manifest)
const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  await app.request(`https://notes.example${path}`, { method, headers }, env)
const navigation = { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }
const korean = paths.tag('정렬')

describe('Fetch Metadata §2: a browser that navigates to a feed is shown a page about it', () => {
  test.each(['/rss.xml', '/atom.xml', '/feed.json', `${korean}rss.xml`, `${korean}atom.xml`, `${korean}feed.json`])('%s', async (path) => {
    const shown = await ask(path, { ...navigation, 'Sec-Fetch-User': '?1', Accept: 'text/html' })
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(shown.headers.get('Vary')).toBe('Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode')
    expect(await shown.text()).toContain(`value="https://notes.example${path}"`)
    const tag = shown.headers.get('ETag') as string
    expect((await ask(path, { ...navigation, 'If-None-Match': tag })).status).toBe(304)
    expect((await ask(path, { 'If-None-Match': tag })).status).toBe(200)
  })

  test.each([
    ['a reader that says nothing', {}],
    ['a reader that says it wants HTML', { Accept: 'text/html,application/xhtml+xml' }],
    ['a script', { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' }],
    ['a frame', { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Mode': 'navigate' }],
    ['a preloading document', { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'no-cors' }],
  ])('but %s gets the feed', async (_, headers) => {
    const response = await ask('/rss.xml', headers as Record<string, string>)
    expect([response.headers.get('Content-Type'), response.headers.get('Vary')]).toEqual([
      'application/rss+xml; charset=utf-8',
      'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode',
    ])
  })

  test('the bytes are one link away', async () => {
    const response = await ask('/rss.xml?raw', navigation)
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8')
  })

  test('a page is itself, however it is asked for', async () => {
    expect(await (await ask('/', navigation)).text()).toBe(await (await ask('/')).text())
  })
})

describe('a path that leads nowhere is answered by a page for people', () => {
  test.each([
    ['/nothing', 404, paths.notFound],
    ['/tags/%E0%A4%A/', 404, paths.notFound],
  ])('%s', async (path, status, page) => {
    const response = await ask(path)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([status, 'text/html; charset=utf-8'])
    expect([response.headers.get('ETag'), response.headers.get('Cache-Control')]).toEqual([null, 'public, max-age=300'])
    expect(await response.text()).toBe(await (await ask(page)).text())
    expect(await (await ask(path, {}, 'HEAD')).text()).toBe('')
  })

  test('RFC 9110 §13.2.1: a condition does not change that nothing is there', async () => {
    for (const headers of [{ 'If-None-Match': '*' }, { 'If-Match': '"x"' }, { 'If-Modified-Since': 'Mon, 10 Jun 2030 12:00:00 GMT' }]) {
      expect((await ask('/nothing', headers as Record<string, string>)).status).toBe(404)
    }
  })
})

test('a page may run the site’s own scripts and styles alone, and stand in no frame', async () => {
  const policy = (await ask('/')).headers.get('Content-Security-Policy') ?? ''
  const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]))
  expect(directives.get('default-src')).toBe("'none'")
  expect(directives.get('frame-ancestors')).toBe("'none'")
  for (const name of ['script-src', 'style-src', 'connect-src']) expect(directives.get(name)).toBe("'self'")
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
