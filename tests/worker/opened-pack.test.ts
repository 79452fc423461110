import { describe, expect, test } from 'vitest'
import { headOf, type Resource, type Table } from '../../src/site/pack.ts'
import { OpenedPack } from '../../src/worker/opened-pack.ts'

const bodies = ['one', 'two and', 'three']
const resources = ['/', '/assets/0a1b/page.css', '/assets/page.css'].map(
  (path, index): Resource => ({
    path,
    mediaType: 'text/css',
    hash: 'abc',
    length: 1_000,
    gzipLength: (bodies[index] as string).length,
    modified: null,
  }),
)
const table: Table = { resources, moved: { '/tags/old/': '/tags/new/' }, upcoming: { '/archive/2/': '/' }, gone: ['/tags/gone/'] }
const whole = await new Blob([headOf(table) as Uint8Array<ArrayBuffer>, ...bodies]).arrayBuffer()
const pack = new OpenedPack(whole)

test('the body of each document lies behind those before it', async () => {
  const seen = resources.map(async (resource) => {
    const document = pack.documentAt(resource.path)
    return [pack.has(resource.path), document.resource, await pack.bodyOf(document).text()]
  })
  expect(await Promise.all(seen)).toEqual(resources.map((resource, index) => [true, resource, bodies[index]]))
})

test('it tells where paths lead that it has no document of', () => {
  expect([pack.movedTo('/tags/old/'), pack.substituteOf('/archive/2/'), pack.isGone('/tags/gone/')]).toEqual(['/tags/new/', '/', true])
})

test('a document that it lacks is an error, not an empty page', () => {
  expect(() => pack.documentAt('/410/')).toThrow('no document at /410/')
})

test('of an asset the file’s name is known, of no other document', () => {
  expect(['page.css', '', '0a1b/page.css', 'css'].map((file) => pack.assetNamed(file))).toEqual(['/assets/0a1b/page.css', null, null, null])
})

test.each([0, 3, 10, whole.byteLength - 1])('what is cut off after %i bytes is no pack', (end) => {
  expect(() => new OpenedPack(whole.slice(0, end))).toThrow()
})

describe('what every object has is nothing of the site', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])('%j', (name) => {
    expect([pack.has(name), pack.isGone(name)]).toEqual([false, false])
    for (const found of [pack.movedTo(name), pack.substituteOf(name), pack.assetNamed(name)]) expect(found).toBeNull()
  })
})
