import { expect, test } from 'vitest'
import { ask, builtSite, origin } from './asking.ts'

test.each([
  ['/rss.xml', {}, 200],
  ['/rss.xml', { 'Accept-Encoding': 'gzip' }, 200],
  ['/2024-06-10/', {}, 200],
  ['/2024-06-10/', { 'Accept-Encoding': 'gzip' }, 200],
  ['/nothing', {}, 404],
  ['/nothing', { 'Accept-Encoding': 'gzip' }, 404],
] as const)(
  'a body that was sent is sent again at once, byte for byte and as often as it is asked for: %s %j',
  async (path, headers, status) => {
    const { app, env } = builtSite()
    // The first request to a host tells that paths may be cut from its addresses.
    await app.fetch(new Request(`${origin}/robots.txt`), env)
    const seen: string[] = []
    for (let time = 0; time < 4; time += 1) {
      const answer = app.fetch(new Request(origin + path, { headers }), env)
      // Nothing is waited for but what the first answer needs.
      expect(answer instanceof Response).toBe(time > 0)
      const response = await answer
      expect(response.status).toBe(status)
      seen.push(JSON.stringify([[...response.headers], [...new Uint8Array(await response.arrayBuffer())]]))
    }
    expect(new Set(seen).size).toBe(1)
  },
)

test('a body whose pack is in memory is sent gzipped at once', async () => {
  const { app, env } = builtSite()
  await ask('/2024-06-10/', {}, { app, env })
  expect(
    app.fetch(new Request(`${origin}/2024-06-10/a-model-of-everything/`, { headers: { 'Accept-Encoding': 'gzip' } }), env),
  ).toBeInstanceOf(Response)
})

test('a feed that has not changed is 304 at once, from the first request on', () => {
  const { app, env } = builtSite()
  const answer = app.fetch(new Request(`${origin}/rss.xml`, { headers: { 'If-None-Match': '*' } }), env)
  expect(answer).toBeInstanceOf(Response)
  expect(answer).toMatchObject({ status: 304 })
})

test('a 304 answers one request after another, whatever each does with it', async () => {
  const site = builtSite()
  const headers = { 'If-None-Match': '*' }
  const seen: unknown[] = []
  for (let time = 0; time < 3; time += 1) {
    const [get, head] = [await ask('/rss.xml', { headers }, site), await ask('/rss.xml', { method: 'HEAD', headers }, site)]
    seen.push([get.status, [...get.headers], await get.text()], [head.status, [...head.headers], await head.text()])
  }
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
})
