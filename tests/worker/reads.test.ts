import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PackKey, packKeys, shardOf } from '../../src/site/pack-keys.ts'
import { paths } from '../../src/site/urls.ts'
import { createApp } from '../../src/worker/app.ts'
import { type Asking, ask, content, korean, resources, type Site } from './asking.ts'
import { assetsOf, documentOf, packed, together } from './made-site.ts'

const digest = '0123456789abcdef'

/** The site that is built for these tests, with an archive to come, authors, and entries that are no more. */
const site = await packed({
  ...content,
  about: { ...content.about, authorShards: 4 },
  documents: [
    ...content.documents,
    await documentOf(paths.author('ada-lovelace'), 'Ada'),
    await documentOf('/assets/0a1b/page.css', '*{}'),
    await documentOf(paths.searchEntry(0, digest, 0), '{}'),
  ],
  elsewhere: together(content.elsewhere, {
    moved: { '/2024-05-01/left/': '/2024-06-10/a-model-of-everything/' },
    upcoming: { '/archive/1/': '/' },
    gone: ['/2024-05-02/removed/', '/tags/gone/'],
  }),
})

/** The site, served by an app that has answered nothing yet, and the packs that it reads. */
function fresh(): Site & { readonly read: readonly PackKey[] } {
  const assets = assetsOf(site)
  return { app: createApp(site.manifest), env: { ASSETS: assets }, read: assets.read }
}

const [home, alignment, day] = [packKeys.channel(''), packKeys.channel('tags/alignment'), packKeys.day('2024-06-10')]
const { missing } = packKeys
const navigation = { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }

describe('a first answer reads the pack that the path’s form leads to, and the pack `missing` where that tells nothing', () => {
  const rows: readonly (readonly [string, Asking, number, readonly PackKey[]])[] = [
    ['/rss.xml', { headers: { 'If-None-Match': '*' } }, 304, []],
    ['/rss.xml', { headers: { 'If-None-Match': '*' }, method: 'HEAD' }, 304, []],
    [`${korean}feed.json`, { headers: { 'If-Modified-Since': 'Mon, 10 Jun 2024 12:00:00 GMT' } }, 304, []],
    ['/rss.xml', { headers: { 'If-Match': '"x"' } }, 412, []],
    ['/rss.xml', { method: 'POST' }, 405, []],
    ['/rss.xml', { method: 'OPTIONS' }, 204, []],
    ['/rss.xml', { headers: { 'If-None-Match': '"x"' } }, 200, [home]],
    ['/rss.xml', {}, 200, [home]],
    ['/rss.xml', { method: 'HEAD' }, 200, [home]],
    ['/rss.xml', { headers: { ...navigation, 'If-None-Match': '*' } }, 304, [home]],
    ['/view/rss.xml/', {}, 200, [home]],
    ['/', {}, 200, [home]],
    ['/tags/', {}, 200, [packKeys.site]],
    [paths.searchEntry(0, digest, 0), {}, 200, [packKeys.found(0)]],
    [paths.searchBucket(0, digest, 0), {}, 404, [packKeys.words(0, 0), missing]],
    ['/2024-06-10/a-model-of-everything/citation.bib', {}, 200, [day]],
    [`${korean}citation.bib`, {}, 200, [packKeys.citations('tags/정렬', null)]],
    [paths.notFound, {}, 200, [missing]],
    ['/days/', {}, 200, [packKeys.site]],
    ['/days/2024/', {}, 200, [packKeys.year('2024')]],
    ['/days/2024-06/', {}, 200, [packKeys.month('2024-06')]],
    ['/2024/', {}, 308, [packKeys.year('2024')]],
    ['/days/2024/6/', {}, 308, [packKeys.month('2024-06')]],
    ['/2024/06/10/', {}, 308, [day]],
    ['/days/2023/', {}, 404, [missing]],
    ['/days/2024-13/', {}, 404, [missing]],
    ['/2024/13/', {}, 404, [missing]],
    ['/days/02-30/', {}, 404, [missing]],
    ['/days/06-10/', {}, 404, [missing]],
    ['/rss.xml/', {}, 308, []],
    ['/tags/Alignment/', {}, 308, [alignment]],
    ['/tags/old_name/rss.xml', {}, 308, [missing]],
    ['/tags/old_name/', {}, 308, [missing, alignment]],
    ['/2024-05-01/left/', {}, 308, [packKeys.day('2024-05-01'), day]],
    ['/assets/0/page.css', {}, 307, [packKeys.assets, missing]],
    ['/archive/1/rss.xml', {}, 307, [home, missing]],
    ['/2024-05-02/removed/', {}, 410, [packKeys.day('2024-05-02'), missing]],
    ['/tags/gone/', {}, 410, [missing]],
    ['/2024-06-10/never/', {}, 404, [day, missing]],
    ['/2024-06-11/', {}, 404, [missing]],
    [paths.searchEntry(1, digest, 0), {}, 404, [missing]],
    ['/tags/never/rss.xml', {}, 404, [missing]],
    ['/citation.bib', {}, 404, [missing]],
    [`${korean}citation.pdf`, {}, 404, [missing]],
    ['/authors/Some%20One/', {}, 404, [packKeys.authors(shardOf('some-one', 4)), missing]],
    ['/nothing', {}, 404, [missing]],
    ['/nothing', { method: 'HEAD' }, 404, [missing]],
    ['/nothing', { method: 'POST' }, 404, [missing]],
    ['/%zz', {}, 404, [missing]],
    [`/${'a'.repeat(2_000)}`, {}, 404, [missing]],
  ]
  test.each(rows)('%s %j is %i, by %j', async (path, asking, status, packs) => {
    const { read, ...served } = fresh()
    expect((await ask(path, asking, served)).status).toBe(status)
    expect(read).toEqual(packs)
    expect((await ask(path, asking, served)).status).toBe(status)
    expect(read).toEqual(packs)
  })
})

test('whatever is asked, no pack is read twice for it, and never more than two', async () => {
  const part = fc.constantFrom(
    '/',
    '//',
    'tags',
    'Tags',
    'authors',
    'days',
    '2024',
    '2024-06',
    '6',
    'Ada Lovelace',
    'old_name',
    '정렬',
    '정렬 %20 x',
    'a b',
    '%',
    '2024-06-10',
    '2024-05-01',
    'left',
  )
  const file = fc.constantFrom('', '/', '/rss.xml', '/RSS.xml', '/citation.bib', '/archive/1/', '/archive/1/atom.xml', '/view/rss.xml/')
  const known = fc.constantFrom(...resources.map(({ path }) => path), '/assets/0/page.css')
  const built = fc.tuple(fc.array(part, { maxLength: 6 }), file).map(([parts, last]) => `/${parts.join('/')}${last}`)
  await fc.assert(
    fc.asyncProperty(fc.oneof(built, known), async (path) => {
      const { read, ...served } = fresh()
      expect((await ask(path, {}, served)).status).toBeLessThan(500)
      expect(new Set(read).size).toBe(read.length)
      expect(read.length).toBeLessThanOrEqual(2)
    }),
    { numRuns: 500 },
  )
})

test('a pack too large to be kept is read once for each request that needs it', async () => {
  const large = await documentOf('/2024-06-10/large/', 'x', { gzipLength: 5_000_000 })
  const entry = await documentOf('/2024-06-10/small/', 'small')
  const documents = [...content.documents, entry, { ...large, body: new Uint8Array(5_000_000) }]
  const heavy = await packed({ ...content, documents })
  const assets = assetsOf(heavy)
  const served = { app: createApp(heavy.manifest), env: { ASSETS: assets } }
  // The first request to a host tells that paths may be cut from its addresses.
  await ask('/robots.txt', {}, served)
  for (const [coding, reads] of [['identity', 1] as const, ['gzip', 2] as const, ['identity', 2] as const, ['gzip', 2] as const]) {
    const response = await ask('/2024-06-10/small/', { headers: { 'Accept-Encoding': coding } }, served)
    expect([response.status, assets.read.length]).toEqual([200, 1 + reads])
  }
})
