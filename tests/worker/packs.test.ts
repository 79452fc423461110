import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Packs } from '../../src/worker/packs.ts'

const megabyte = 1024 * 1024

/** Assets of one size, that say how often they were asked. */
function assetsOf(bytes: number): { readonly fetch: (url: string) => Promise<Response>; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    fetch: (url) => {
      asked.push(new URL(url).pathname.slice(1))
      return Promise.resolve(new Response(new Uint8Array(bytes)))
    },
  }
}

test('a pack is fetched once while it is kept', async () => {
  const [packs, assets] = [new Packs(), assetsOf(10)]
  for (const name of ['a', 'b', 'a', 'b']) await packs.get(assets, name)
  expect(assets.asked).toEqual(['a', 'b'])
})

test('the one used longest ago goes first, once 16 MB are kept', async () => {
  const [packs, assets] = [new Packs(), assetsOf(4 * megabyte)]
  for (const name of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await packs.get(assets, name)
  expect(assets.asked).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
})

test('one that would push out most others is not kept', async () => {
  const [packs, assets] = [new Packs(), assetsOf(4 * megabyte + 1)]
  await packs.get(assets, 'a')
  await packs.get(assets, 'a')
  expect(assets.asked).toEqual(['a', 'a'])
})

test('a pack that is missing is an error, not an empty body', async () => {
  await expect(new Packs().get({ fetch: () => Promise.resolve(new Response(null, { status: 404 })) }, 'a')).rejects.toThrow(
    'no pack a: 404',
  )
})

test('however packs are used, those fetched are the ones that a list in order of use has dropped', async () => {
  const sizes: Readonly<Record<string, number>> = { a: 1, b: 2, c: 3, d: 4, e: 4, f: 3, g: 4, huge: 4.5, empty: 0 }
  const bytesOf = (name: string): number => (sizes[name] as number) * megabyte
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(sizes)), { maxLength: 40 }), async (uses) => {
      const packs = new Packs()
      let asked: string | null = null
      // A length is all that the memory looks at.
      const fetch = (url: string): Promise<Response> => {
        asked = url.slice(url.lastIndexOf('/') + 1)
        const pack = { byteLength: bytesOf(asked) } as ArrayBuffer
        return Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(pack) } as Response)
      }
      let kept: readonly string[] = []
      for (const name of uses) {
        asked = null
        expect((await packs.get({ fetch }, name)).byteLength).toBe(bytesOf(name))
        expect(asked).toBe(kept.includes(name) ? null : name)
        if (bytesOf(name) > 4 * megabyte) continue
        kept = [...kept.filter((one) => one !== name), name]
        while (kept.reduce((sum, one) => sum + bytesOf(one), 0) > 16 * megabyte) kept = kept.slice(1)
      }
    }),
    { numRuns: 300 },
  )
})

test('two that ask for one pack at once are both answered, and it counts once', async () => {
  const [packs, assets] = [new Packs(), assetsOf(4 * megabyte)]
  await Promise.all([packs.get(assets, 'a'), packs.get(assets, 'a'), packs.get(assets, 'a')])
  const asked = assets.asked.length
  for (const name of ['b', 'c', 'd', 'a']) await packs.get(assets, name)
  expect(assets.asked.slice(asked)).toEqual(['b', 'c', 'd'])
})
