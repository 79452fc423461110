import { describe, expect, test } from 'vitest'
import { paths } from '../../src/site/urls.ts'
import { ask, korean } from './asking.ts'

/** What a browser says of itself that is to show what it gets. */
const navigation = { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }

describe('Fetch Metadata §2: a browser that navigates to a feed is shown a page about it', () => {
  test.each(['/rss.xml', '/atom.xml', '/feed.json', `${korean}rss.xml`, `${korean}atom.xml`, `${korean}feed.json`])('%s', async (path) => {
    const shown = await ask(path, { headers: { ...navigation, 'Sec-Fetch-User': '?1', Accept: 'text/html' } })
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(shown.headers.get('Vary')).toBe('Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode')
    expect(await shown.text()).toContain(`value="https://notes.example${path}"`)
    const tag = shown.headers.get('ETag') as string
    expect((await ask(path, { headers: { ...navigation, 'If-None-Match': tag } })).status).toBe(304)
    expect((await ask(path, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  const readers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a reader that says nothing', {}],
    ['a reader that says it wants HTML', { Accept: 'text/html,application/xhtml+xml' }],
    ['a script', { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' }],
    ['a frame', { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Mode': 'navigate' }],
    ['a preloading document', { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'no-cors' }],
  ]
  test.each(readers)('but %s gets the feed', async (_, headers) => {
    const response = await ask('/rss.xml', { headers })
    expect([response.headers.get('Content-Type'), response.headers.get('Vary')]).toEqual([
      'application/rss+xml; charset=utf-8',
      'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode',
    ])
  })

  test('the bytes are one link away', async () => {
    const response = await ask('/rss.xml?raw', { headers: navigation })
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8')
  })

  test('a page is itself, however it is asked for', async () => {
    expect(await (await ask('/', { headers: navigation })).text()).toBe(await (await ask('/')).text())
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
    expect(await (await ask(path, { method: 'HEAD' })).text()).toBe('')
  })

  test('RFC 9110 §13.2.1: a condition does not change that nothing is there', async () => {
    const conditions: readonly (readonly [string, string])[] = [
      ['If-None-Match', '*'],
      ['If-Match', '"x"'],
      ['If-Modified-Since', 'Mon, 10 Jun 2030 12:00:00 GMT'],
    ]
    for (const [name, value] of conditions) expect((await ask('/nothing', { headers: { [name]: value } })).status).toBe(404)
  })
})
