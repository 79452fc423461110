import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import { describe, expect, test, vi } from 'vitest'
import { createApp, type Env } from '../../src/worker/app.ts'
import { ask, hashOf, resources, unzipped } from './asking.ts'

describe('RFC 9110 §8.4.1.3: the gzipped bytes are packed once, and unpacked they have the hash', () => {
  test.each(resources)('$path', async ({ path, hash, length, gzipLength }) => {
    const packed = await (await ask(path, { headers: { 'Accept-Encoding': 'gzip' } })).arrayBuffer()
    const plain = await (await ask(path)).arrayBuffer()
    const unpacked = await unzipped(packed)
    expect([packed.byteLength, plain.byteLength, unpacked.byteLength]).toEqual([gzipLength, length, length])
    expect([await hashOf(unpacked), await hashOf(plain)]).toEqual([hash, hash])
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
    expect((await ask(path, { method, headers }, fresh, unasked)).status).toBe(status)
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
      const response = await ask('/rss.xml', {}, fresh, { ASSETS: { fetch } })
      expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '60', 'Service Unavailable\n'])
    }
    expect(logged).toHaveBeenCalledTimes(failing.length)
    logged.mockRestore()
    expect((await ask('/rss.xml', {}, fresh, env)).status).toBe(200)
  })
})
