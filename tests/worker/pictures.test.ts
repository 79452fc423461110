import manifest from 'paperwire-manifest'
import { describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/worker/app.ts'
import { type Asking, ask, builtSite, type Site } from './asking.ts'

const name = '0123456789abcdef'
const path = `/pictures/${name}.png`
const png = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])

/** The built site with one picture, and what its assets were asked for. */
function siteWithPicture(status = 200): Site & { readonly asked: readonly string[] } {
  const { env } = builtSite()
  const asked: string[] = []
  const fetch = async (url: string): Promise<Response> => {
    const { pathname } = new URL(url)
    asked.push(pathname)
    if (pathname === path) return new Response(png, { status })
    return pathname.startsWith('/pictures/') ? new Response(null, { status: 404 }) : await env.ASSETS.fetch(url)
  }
  return { app: createApp(manifest), env: { ASSETS: { fetch } }, asked }
}

const site = siteWithPicture()
const etag = `"${name}"`

describe('a picture for link previews', () => {
  test('is answered whole, kept for good (RFC 8246 §2), and open to whatever shows it', async () => {
    const response = await ask(path, { headers: { 'Accept-Encoding': 'gzip' } }, site)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(png.length),
      'content-type': 'image/png',
      'cross-origin-resource-policy': 'cross-origin',
      etag,
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
    })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png)
  })

  test.each<[string, Asking, number]>([
    ['RFC 9110 §13.1.2: its tag', { headers: { 'If-None-Match': etag } }, 304],
    ['its tag, weak, in a list', { headers: { 'If-None-Match': `"x", W/${etag}` } }, 304],
    ['any tag', { headers: { 'If-None-Match': '*' } }, 304],
    ['another tag', { headers: { 'If-None-Match': '"x"' } }, 200],
    ['§13.1.1: another tag, to be matched', { headers: { 'If-Match': '"x"' } }, 412],
    ['a date, which it has none of', { headers: { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' } }, 200],
    ['a range, which is ignored', { headers: { Range: 'bytes=0-3' } }, 200],
    ['a query', {}, 200],
  ])('%s: %j is %d, and HEAD the same without a body (§9.3.2)', async (what, asking, status) => {
    const asked = what === 'a query' ? `${path}?v=1` : path
    const response = await ask(asked, asking, site)
    expect(response.status).toBe(status)
    const body = await response.arrayBuffer()
    expect(body.byteLength).toBe(status === 200 ? png.length : status === 304 ? 0 : 'Precondition Failed\n'.length)
    if (status !== 412) expect(response.headers.get('ETag')).toBe(etag)
    const head = await ask(asked, { ...asking, method: 'HEAD' }, site)
    expect([head.status, [...head.headers], await head.text()]).toEqual([status, [...response.headers], ''])
  })

  test.each(['POST', 'PUT', 'DELETE'])('%s is 405', async (method) => {
    const response = await ask(path, { method }, site)
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('OPTIONS says what it allows', async () => {
    expect((await ask(path, { method: 'OPTIONS' }, site)).status).toBe(204)
  })

  test('that isn’t there is 404, whatever a request says of its tag, and may be there soon', async () => {
    for (const headers of [{}, { 'If-None-Match': '*' }, { 'If-Match': '"x"' }]) {
      const response = await ask('/pictures/fedcba9876543210.png', { headers }, site)
      expect([response.status, response.headers.get('Cache-Control')]).toEqual([404, 'public, max-age=300'])
    }
  })

  test('whose assets can’t be read is 503 (RFC 9110 §15.6.4), not a picture that isn’t there', async () => {
    const complained = vi.spyOn(console, 'error').mockReturnValue()
    expect((await ask(path, {}, siteWithPicture(500))).status).toBe(503)
    complained.mockRestore()
  })
})

test.each([
  ...['/pictures/', '/pictures', '/pictures/.png', `/pictures/${name}`, `/pictures/${name}.PNG`, `/pictures/${name.toUpperCase()}.png`],
  ...[`/pictures/${name}.png/`, `/pictures//${name}.png`, `/pictures/x/${name}.png`, `/pictures/${name}0.png`, `/pictures/${name}.png.png`],
  ...[`/pictures/..%2f${name}.png`, '/pictures/%2e%2e/manifest.json', '/pictures/..%5cmanifest.json', `/pictures/${name}%00.png`],
  ...[`/pictures/%30123456789abcdef.png`, '/pictures/../../manifest.json', `/x/pictures/${name}.png`],
])('no other path asks the assets for a picture: %s is 404', async (other) => {
  const fresh = siteWithPicture()
  const response = await ask(other, {}, fresh)
  expect(response.status).toBe(404)
  for (const asked of fresh.asked) expect(asked).toMatch(/^\/[0-9a-f]{26}$/)
})
