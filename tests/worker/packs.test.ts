import { expect, test } from 'vitest'
import { entriesInBlock } from '../../src/search/layout.ts'
import { packKeys } from '../../src/site/pack-keys.ts'
import { paths } from '../../src/site/urls.ts'
import { Packs } from '../../src/worker/packs.ts'
import { content } from './asking.ts'
import { assetsOf, packed } from './made-site.ts'

const megabyte = 1024 * 1024

/** A site whose blocks of found entries have bodies of these sizes, in bytes. */
const siteOf = (sizes: readonly number[]): ReturnType<typeof packed> => {
  const documents = sizes.map((gzipLength, index) => ({
    resource: {
      path: paths.searchEntry(index, '0123456789abcdef', 0),
      mediaType: 'text/plain',
      hash: 'x',
      length: 1,
      gzipLength,
      modified: null,
    },
    body: new Uint8Array(gzipLength),
  }))
  return packed({ ...content, about: { ...content.about, searched: sizes.length * entriesInBlock }, documents })
}
const [one, two] = [packKeys.found(0), packKeys.found(1)]

test('a pack is read, and then at hand', async () => {
  const site = await siteOf([10, 10])
  const [packs, assets] = [new Packs(site.manifest), assetsOf(site)]
  expect(packs.kept(one)).toBeUndefined()
  const pack = await packs.read(assets, one)
  await packs.read(assets, two)
  expect(packs.kept(one)).toBe(pack)
  expect(assets.read).toEqual([one, two])
})

test('the one used longest ago goes first, once 16 MB are kept', async () => {
  const site = await siteOf(Array.from({ length: 5 }, () => 3.5 * megabyte))
  const [packs, assets] = [new Packs(site.manifest), assetsOf(site)]
  for (const number of [1, 2, 3, 4, 1, 5, 1, 2]) {
    const key = packKeys.found(number - 1)
    if (packs.kept(key) === undefined) await packs.read(assets, key)
  }
  expect(assets.read).toEqual([0, 1, 2, 3, 4, 1].map(packKeys.found))
})

test('one that would push out most others is not kept', async () => {
  const site = await siteOf([4 * megabyte])
  const packs = new Packs(site.manifest)
  await packs.read(assetsOf(site), one)
  expect(packs.kept(one)).toBeUndefined()
})

test('what a table says counts too: many small documents are as much as a few large ones', async () => {
  const documents = Array.from({ length: 20_000 }, (_, number) => ({
    resource: { path: `/2024-06-10/entry-${number}/`, mediaType: 'text/html', hash: 'x', length: 1, gzipLength: 0, modified: null },
    body: new Uint8Array(),
  }))
  const site = await packed({ ...content, documents })
  const packs = new Packs(site.manifest)
  await packs.read(assetsOf(site), packKeys.day('2024-06-10'))
  expect(packs.kept(packKeys.day('2024-06-10'))).toBeUndefined()
})

test('a pack that is missing is an error, not an empty pack', async () => {
  const site = await siteOf([10])
  const absent = { fetch: () => Promise.resolve(new Response(null, { status: 404 })) }
  await expect(new Packs(site.manifest).read(absent, one)).rejects.toThrow(/^no pack [0-9a-f]{26}, which is found 0: 404$/)
})

test('a pack that the site does not have is not asked for', async () => {
  const site = await siteOf([10])
  const [packs, assets] = [new Packs(site.manifest), assetsOf(site)]
  expect([packs.known.has(one), packs.known.has(two)]).toEqual([true, false])
  await expect(packs.read(assets, two)).rejects.toThrow('no pack found 1')
  expect(assets.read).toEqual([])
})
