import { describe, expect, test, vi } from 'vitest'
import type { Manifest } from '../../src/site/manifest.ts'
import { createApp } from '../../src/worker/app.ts'
import { ask, content, resources, type Site, unzipped } from './asking.ts'
import { assetsOf, type Content, documentOf, type PackedDocument, type PackedSite, packed } from './made-site.ts'

const entry = '/2024-06-10/a-model-of-everything/'
const feeds = ['/atom.xml', '/rss.xml', '/feed.json']
const changed = [...feeds, '/', entry, '/2024-06-10/']

/** The content with other texts at some paths, and another version of the site's feeds. */
async function contentWith(version: string, modified: number, others: readonly PackedDocument[] = []): Promise<Content> {
  const documents = content.documents.map(async (document) => {
    const { path, mediaType } = document.resource
    if (!changed.includes(path)) return document
    const isFeed = feeds.includes(path)
    return await documentOf(path, `${version} of ${path}`, { mediaType, ...(isFeed ? { modified, hash: version } : {}) })
  })
  const [[slug, , , archives, citations] = expect.fail()] = content.about.channels.site
  const channels: Manifest['channels'] = { ...content.about.channels, site: [[slug, version, modified, archives, citations]] }
  return { ...content, about: { ...content.about, channels }, documents: [...(await Promise.all(documents)), ...others] }
}

const [before, after] = [await contentWith('before', 1_718_020_800), await contentWith('after-it', 1_718_107_200)]
const [old, fresh] = [await packed(before), await packed(after)]

/** An app of a manifest over the assets of some builds. */
function serving({ manifest }: PackedSite, ...assets: readonly PackedSite[]): Site {
  return { app: createApp(manifest), env: { ASSETS: assetsOf(...assets) } }
}

const codings = ['gzip', 'identity'] as const

/** Expects each answer for a path to have the header and the body of one document. */
async function expectWhole(path: string, { documents }: Content, site: Site): Promise<void> {
  const { resource, body } = documents.find((document) => document.resource.path === path) ?? expect.fail(path)
  for (const coding of codings) {
    const headers = { 'Accept-Encoding': coding }
    const [got, head] = [await ask(path, { headers }, site), await ask(path, { headers, method: 'HEAD' }, site)]
    for (const response of [got, head]) {
      expect([response.status, response.headers.get('ETag'), response.headers.get('Content-Length')]).toEqual(
        coding === 'gzip' ? [200, `"${resource.hash}"`, `${body.length}`] : [200, `"${resource.hash}-plain"`, `${resource.length}`],
      )
      const date = response.headers.get('Last-Modified')
      expect(date === null ? null : Date.parse(date) / 1000).toBe(resource.modified)
    }
    const sent = await got.arrayBuffer()
    expect(new Uint8Array(sent)).toEqual(coding === 'gzip' ? body : new Uint8Array(await unzipped(body)))
    const again = await ask(path, { headers: { ...headers, 'If-None-Match': got.headers.get('ETag') as string } }, site)
    expect([again.status, again.headers.get('Last-Modified')]).toEqual([304, got.headers.get('Last-Modified')])
  }
}

describe('a worker answers by its own build, while the assets hold another beside it', () => {
  const both = [old, fresh]
  test.each([
    ['the old one', old, before],
    ['the new one', fresh, after],
  ])('%s', async (_, of, itsContent) => {
    const site = serving(of, ...both)
    for (const { path } of resources) await expectWhole(path, itsContent, site)
  })
})

describe('RFC 9110 §15.6.4: what the assets do not hold yet is 503, to be asked for again', () => {
  test.each(changed)('%s', async (path) => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const site = serving(fresh, old)
    for (const method of ['GET', 'HEAD']) {
      for (const coding of codings) {
        const response = await ask(path, { method, headers: { 'Accept-Encoding': coding } }, site)
        expect([response.status, response.headers.get('Retry-After'), response.headers.get('ETag')]).toEqual([503, '60', null])
      }
    }
    said.mockRestore()
    await expectWhole(path, after, { ...site, env: { ASSETS: assetsOf(old, fresh) } })
  })

  test('and the rest of the site is there', async () => {
    const site = serving(fresh, old)
    for (const path of resources.map((resource) => resource.path).filter((path) => !/^\/(?:2024-06-10\/.*|view\/.*|[^/]*)$/.test(path)))
      await expectWhole(path, after, site)
  })

  test('a feed of the new build is 304 all the same', async () => {
    const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': '"after-it"' }
    expect((await ask('/rss.xml', { headers }, serving(fresh, old))).status).toBe(304)
  })
})

describe('where two versions of a pack have one name, each answer is of one of them', () => {
  /** The assets of the new build, its packs by the names of the old one's. */
  const collided: PackedSite = { manifest: old.manifest, files: renamed(fresh, old) }

  function renamed(from: PackedSite, to: PackedSite): PackedSite['files'] {
    const bytes = new Map([...from.files.values()].map((file) => [file.key, file]))
    return new Map([...to.files].map(([name, { key }]) => [name, bytes.get(key) ?? expect.fail(key)]))
  }

  test('header and body come from the pack, whatever the manifest says', async () => {
    const site = serving(old, collided)
    for (const { path } of resources) await expectWhole(path, after, site)
  })

  test('even where the manifest has answered before', async () => {
    const site = serving(old, collided)
    for (const path of feeds) {
      const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': '"before"' }
      expect((await ask(path, { headers }, site)).status).toBe(304)
      await expectWhole(path, after, site)
    }
  })

  test('a body that is kept goes with the header that it was read with', async () => {
    // So large a pack is read again for whatever isn't kept of it.
    const filler = { ...(await documentOf('/2024-06-10/filler/', '')), body: new Uint8Array(5_000_000) }
    const fill = [{ ...filler, resource: { ...filler.resource, gzipLength: 5_000_000 } }]
    const contents = [await contentWith('before', 1_718_020_800, fill), await contentWith('after-it', 1_718_107_200, fill)] as const
    const [first, second] = [await packed(contents[0]), await packed(contents[1])]
    const assets = [first, { manifest: first.manifest, files: renamed(second, first) }] as const
    const app = createApp(first.manifest)
    const bodyBy = async (coding: string, held: PackedSite): Promise<string> => {
      const response = await ask(entry, { headers: { 'Accept-Encoding': coding } }, { app, env: { ASSETS: assetsOf(held) } })
      const [tag, length] = [response.headers.get('ETag'), response.headers.get('Content-Length')]
      const body = await response.arrayBuffer()
      const text = new TextDecoder().decode(coding === 'gzip' ? await unzipped(body) : body)
      const { resource } = await documentOf(entry, text)
      expect([tag, length]).toEqual([`"${resource.hash}${coding === 'gzip' ? '' : '-plain'}"`, String(body.byteLength)])
      return text
    }
    const seen = [
      await bodyBy('gzip', assets[0]),
      await bodyBy('gzip', assets[1]),
      await bodyBy('identity', assets[1]),
      await bodyBy('gzip', assets[1]),
    ]
    expect(seen.map((text) => text.split(' ')[0])).toEqual(['before', 'before', 'after-it', 'after-it'])
  })
})
