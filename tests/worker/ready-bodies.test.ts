import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import { expect, test } from 'vitest'
import { createApp } from '../../src/worker/app.ts'
import { ask, origin } from './asking.ts'

test.each([{}, { 'Accept-Encoding': 'gzip' }])(
  'a body that was sent is sent again at once, byte for byte and as often as it is asked for: %j',
  async (headers) => {
    const app = createApp(manifest)
    const seen: string[] = []
    for (let time = 0; time < 4; time += 1) {
      const answer = app.fetch(new Request(`${origin}/rss.xml`, { headers }), env)
      // Nothing is waited for but what the first answer needs.
      expect(answer instanceof Response).toBe(time > 0)
      const response = await answer
      seen.push(JSON.stringify([[...response.headers], [...new Uint8Array(await response.arrayBuffer())]]))
    }
    expect(new Set(seen).size).toBe(1)
  },
)

test('a 304 answers one request after another, whatever each does with it', async () => {
  const app = createApp(manifest)
  const headers = { 'If-None-Match': '*' }
  const seen: unknown[] = []
  for (let time = 0; time < 3; time += 1) {
    const [get, head] = [await ask('/rss.xml', { headers }, app), await ask('/rss.xml', { method: 'HEAD', headers }, app)]
    seen.push([get.status, [...get.headers], await get.text()], [head.status, [...head.headers], await head.text()])
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
})
