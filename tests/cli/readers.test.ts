import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { countingSql, readersSaid } from '../../src/cli/counted-readers.ts'
import { called } from './called.ts'
import { gathering } from './gathering.ts'

const rows = [
  { feed: '/atom.xml', format: 'atom.xml', reader: 'Feedly', polls: 168, unchanged: 160, subscribers: 16 },
  { feed: '/atom.xml', format: 'atom.xml', reader: 'newsboat', polls: '40', unchanged: '30', subscribers: 0 },
  { feed: '/tags/llm/rss.xml', format: 'rss.xml', reader: 'Feedbin', polls: 24, unchanged: 24, subscribers: 1 },
]

let server: Server
afterEach(() => server?.close())

interface Asked {
  readonly url: string
  readonly token: string
  readonly sql: string
}

/** Stands for Cloudflare's SQL API (developers.cloudflare.com/analytics/analytics-engine/sql-api): it answers so. */
async function api(status: number, body: string): Promise<{ readonly origin: string; readonly asked: Asked[] }> {
  const asked: Asked[] = []
  server = createServer((request, response) => {
    void text(request).then((sql) => {
      asked.push({ url: request.url ?? '', token: request.headers.authorization ?? '', sql })
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

async function said(origin: string): Promise<string> {
  const { terminal, said: written } = gathering()
  await readersSaid({ days: 7, dataset: 'paperwire_readers', account: 'abc', token: 'secret' }, terminal, { get: fetch, api: origin })
  return written().stdout
}

describe('readers', () => {
  test('says who polls which feed, and for how many', async () => {
    const { origin, asked } = await api(200, JSON.stringify({ meta: [], data: rows, rows: rows.length }))
    expect(await said(origin)).toBe(`/atom.xml: 16 subscriptions that readers tell of, and one reader that tells of none
  Feedly, for 16 (atom.xml): 168 polls, 95 % answered 304
  newsboat (atom.xml): 40 polls, 75 % answered 304
/tags/llm/rss.xml: 1 subscription
  Feedbin, for 1 (rss.xml): 24 polls, 100 % answered 304
All feeds: 17 subscriptions that readers tell of, and one reader that tells of none, 232 polls in 7 days, 92 % of them answered 304.
`)
    expect(asked).toEqual([
      { url: '/accounts/abc/analytics_engine/sql', token: 'Bearer secret', sql: countingSql({ days: 7, dataset: 'paperwire_readers' }) },
    ])
  })

  test('says that nothing was counted', async () => {
    const { origin } = await api(200, JSON.stringify({ data: [] }))
    expect(await said(origin)).toMatch(/^No poll was counted in 7 days \(is READERS bound/)
  })

  test.each([
    [403, '{}', /the token may not read it \(make one with/],
    [422, 'unable to find type of column', /it is answered 422: unable to find .*\(is the name of the dataset right\?\)/],
  ])('of an answer %d says what to do', async (status, body, message) => {
    const { origin } = await api(status, body)
    await expect(said(origin)).rejects.toThrow(message)
  })

  test.each([
    [['--days', '0'], /--days 0: no number of days/],
    [['--dataset', 'a; DROP'], /--dataset a; DROP: no name of a dataset/],
    [[], /CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN: not in the environment/],
  ])('%j without an account is refused', async (line, message) => {
    const before = { ...process.env }
    delete process.env['CLOUDFLARE_ACCOUNT_ID']
    const { status, stderr } = await called(['readers', ...line])
    Object.assign(process.env, before)
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)])
  })
})
