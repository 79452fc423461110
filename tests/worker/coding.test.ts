import { describe, expect, test } from 'vitest'
import { prefersGzip } from '../../src/worker/coding.ts'
import { type Asking, ask, resourceAt, resources } from './asking.ts'

describe('RFC 9110 §12.5.3: which coding a client would have', () => {
  test.each([
    [null, false],
    ['', false],
    [' ', false],
    ['gzip', true],
    ['\tgzip\t', true],
    ['deflate,gzip', true],
    ['gzipped', false],
    ['gzip;q=0.001', true],
    ['Gzip;Q=0', false],
    ['x-gzip;q=0', false],
    ['X-GZIP', true],
    ['x-gzip;q=0, *', false],
    ['*;q=0, gzip', true],
    ['*;q=0.1', true],
    ['br;q=1, *;q=0', false],
    ['identity, gzip', true],
    ['identity;q=0.5, *;q=0.1', false],
    ['gzip;q=', false],
    ['gzip;q=2', true],
    ['gzip;q=-1', false],
    ['정렬, gzip', true],
    ['gzip, identity;q=rubbish', true],
    ['GZIP', true],
    ['x-gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['br', false],
    ['identity', false],
    ['*', true],
    ['*;q=0', false],
    ['gzip;q=0', false],
    ['gzip;q=0.000', false],
    ['gzip; q=0', false],
    ['gzip;q=0, *', false],
    ['gzip ; q=0.5', true],
    ['identity;q=1, gzip;q=0.5', false],
    ['identity;q=0.5, gzip;q=1', true],
    ['gzip;q=rubbish', false],
    [',,;q=1,', false],
  ])('%j', (acceptEncoding, gzip) => {
    expect(prefersGzip(acceptEncoding)).toBe(gzip)
  })
})

test.each(['"b", ', '"', 'W/', '"b', ' ', ',', '\t"\x7f', '"정렬",'])(
  'a list of a million characters is read in linear time: %j',
  (part) => {
    expect(prefersGzip(part.repeat(1_000_000 / part.length))).toBe(false)
  },
)

describe('RFC 9110 §12.5.3: one field decides which representation', () => {
  const both: readonly (readonly [string, Asking, boolean])[] = [
    ['nothing said', {}, false],
    ['identity', { headers: { 'Accept-Encoding': 'identity' } }, false],
    ['gzip refused', { headers: { 'Accept-Encoding': 'gzip;q=0' } }, false],
    ['a coding that there is not', { headers: { 'Accept-Encoding': 'br' } }, false],
    ['gzip', { headers: { 'Accept-Encoding': 'gzip' } }, true],
    ['any', { headers: { 'Accept-Encoding': '*' } }, true],
    ['the client’s gzip before the edge’s field', { headers: { 'Accept-Encoding': 'br' }, cf: { clientAcceptEncoding: 'gzip' } }, true],
    [
      'the client’s identity before the edge’s',
      { headers: { 'Accept-Encoding': 'gzip' }, cf: { clientAcceptEncoding: 'identity' } },
      false,
    ],
    ['the client’s silence before the edge’s', { headers: { 'Accept-Encoding': 'gzip' }, cf: { clientAcceptEncoding: '' } }, false],
    ['an edge that says other things', { headers: { 'Accept-Encoding': 'gzip' }, cf: { colo: 'ICN' } }, true],
  ]
  const { hash } = resourceAt('/rss.xml')
  test.each(both)('%s', async (_, asking, gzip) => {
    const response = await ask('/rss.xml', asking)
    expect([response.headers.get('content-encoding'), response.headers.get('etag')]).toEqual(
      gzip ? ['gzip', `"${hash}"`] : [null, `"${hash}-plain"`],
    )
    expect(new Uint8Array(await response.arrayBuffer())[0]).toBe(gzip ? 0x1f : '<'.charCodeAt(0))
  })

  test('§8.8.1: no two versions and no two codings have one entity tag', async () => {
    const tags = await Promise.all(
      [...new Map(resources.map((resource) => [resource.hash, resource.path])).values()].flatMap((path) =>
        ['gzip', 'identity'].map(async (coding) =>
          (await ask(path, { method: 'HEAD', headers: { 'Accept-Encoding': coding } })).headers.get('etag'),
        ),
      ),
    )
    expect(new Set(tags).size).toBe(tags.length)
    for (const tag of tags) expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/)
  })
})
