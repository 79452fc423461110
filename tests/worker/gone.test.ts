import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import { describe, expect, test } from 'vitest'
import { paths } from '../../src/site/urls.ts'
import { createApp } from '../../src/worker/app.ts'

const [old, removed, tag] = [paths.entry('2024-06-09', 'old-title'), paths.entry('2024-05-02', '지워진-글'), paths.tag('옛-태그')]
const app = createApp({
  ...manifest,
  moved: { ...manifest.moved, [old]: paths.entry('2024-06-09', 'a-plain-entry') },
  upcoming: { '/archive/3/': '/' },
  gone: [removed, '/2024-05-02/', tag, `${tag}rss.xml`],
})
const ask = async (path: string, init?: RequestInit): Promise<Response> =>
  await app.request(new URL(path, 'https://notes.example').href, init, env)

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
    const response = await ask(path, { method })
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([410, 'public, max-age=300'])
  })

  test.each(['/2024-05-02/never-there/', `${tag}feed.json`, '/2024-05-03/'])('%s never was', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('a script on another site may read that it is', async () => {
    expect((await ask(`${tag}rss.xml`)).headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})

describe('RFC 9110 §15.4.9: an entry’s former place leads to where it is now', () => {
  test.each([old, old.slice(0, -1), old.toUpperCase()])('%s', async (path) => {
    const response = await ask(`${path}?utm_source=feed`)
    expect([response.status, response.headers.get('Location')]).toEqual([308, '/2024-06-09/a-plain-entry/?utm_source=feed'])
  })
})

test('RFC 9110 §15.4.8: an archive that is yet to be full is answered for by the subscription document, for now', async () => {
  const response = await ask('/archive/3/atom.xml')
  expect([response.status, response.headers.get('Location'), response.headers.get('Cache-Control')]).toEqual([
    307,
    '/atom.xml',
    'public, max-age=300',
  ])
  expect((await ask('/archive/3/never.xml')).status).toBe(404)
  expect((await ask('/archive/4/atom.xml')).status).toBe(404)
})
