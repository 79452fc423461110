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
