import { expect, test } from 'vitest'
import { oembedOf } from '../../src/site/oembed.ts'
import { entryPath, sampleSite } from './sample-site.ts'

const { catalog, pages, bodies } = sampleSite

test('oEmbed §4: an entry’s page leads to what others show it by, once and by a whole address', () => {
  const found = [...(pages.get(entryPath) as string).matchAll(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)">/g)]
  expect(found.map(([, href]) => href)).toEqual([`https://notes.example${entryPath}oembed.json`])
})

test('oEmbed §2.3.4: it says version and type, its title, whose it is, and a thumbnail with its size', () => {
  expect(JSON.parse(bodies.get(`${entryPath}oembed.json`) as string)).toEqual({
    version: '1.0',
    type: 'link',
    title: 'Vec<T> & "b"',
    author_name: catalog.site.author.name,
    provider_name: '<노트> & "Notes"',
    provider_url: 'https://notes.example/',
    cache_age: 86_400,
    thumbnail_url: 'https://notes.example/icon.png',
    thumbnail_width: 192,
    thumbnail_height: 192,
  })
})

test('the thumbnail is the entry’s picture, or the site’s', () => {
  const [entry] = catalog.entries
  const thumbnail = (own: string | null, ofSite: string | null): unknown => {
    const picture = (path: string | null): { path: string; alt: string } | null => (path === null ? null : { path, alt: '' })
    const { thumbnail_url: url, thumbnail_width: width } = JSON.parse(
      oembedOf({ ...catalog, picture: picture(ofSite) }, entry as NonNullable<typeof entry>, picture(own)),
    )
    return [url, width]
  }
  expect(thumbnail('/pictures/a.png', '/pictures/b.png')).toEqual(['https://notes.example/pictures/a.png', 1200])
  expect(thumbnail(null, '/pictures/b.png')).toEqual(['https://notes.example/pictures/b.png', 1200])
})
