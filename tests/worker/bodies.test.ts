import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import type { Env } from '../../src/worker/app.ts'
import { ask, builtSite, plainDigests, resources, unzipped } from './asking.ts'
import { digestOf } from './made-site.ts'

describe('RFC 9110 §8.4.1.3: the gzipped bytes are packed once, and unpacked they are the plain ones', () => {
  test.each(resources)('$path', async ({ path, length, gzipLength }) => {
    const packed = await (await ask(path, { headers: { 'Accept-Encoding': 'gzip' } })).arrayBuffer()
    const plain = await (await ask(path)).arrayBuffer()
    const unpacked = await unzipped(packed)
    expect([packed.byteLength, plain.byteLength, unpacked.byteLength]).toEqual([gzipLength, length, length])
    expect([await digestOf(unpacked), await digestOf(plain)]).toEqual([plainDigests.get(path), plainDigests.get(path)])
  })
})

test('RFC 9110 §15.6.4: a body that cannot be had is 503, and is asked for again', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { app } = builtSite()
  const failing: readonly Env['ASSETS']['fetch'][] = [
    () => Promise.resolve(new Response(null, { status: 404 })),
    () => Promise.reject(new Error('no assets')),
    () => Promise.resolve(new Response('broken', { status: 500 })),
    () => Promise.resolve(new Response('no pack')),
    () => Promise.resolve(new Response()),
  ]
  for (const fetch of failing) {
    for (const path of ['/rss.xml', '/', '/nothing']) {
      const response = await ask(path, {}, { app, env: { ASSETS: { fetch } } })
      expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '60', 'Service Unavailable\n'])
    }
  }
  expect(logged).toHaveBeenCalledTimes(3 * failing.length)
  logged.mockRestore()
  for (const [path, status] of [['/rss.xml', 200] as const, ['/', 200] as const, ['/nothing', 404] as const]) {
    expect((await ask(path, {}, { app, env })).status).toBe(status)
  }
})
