import { expect, test } from 'vitest'
import { sampleSite } from './sample-site.ts'

const { pages, bodies } = sampleSite

test('the sitemap names every page that search engines should know, and robots.txt the sitemap', () => {
  const sitemap = bodies.get('/sitemap.xml') as string
  const named = [...sitemap.matchAll(/<loc>https:\/\/notes\.example([^<]+)<\/loc>/g)].map(([, path]) => path as string)
  const indexed = [...pages].filter(([, page]) => !page.includes('noindex')).map(([path]) => path)
  expect(named.toSorted()).toEqual(indexed.filter((path) => !/^\/(?:authors|json-feed-extension)\//.test(path)).toSorted())
  const robots = bodies.get('/robots.txt') as string
  expect(robots).toContain('Sitemap: https://notes.example/sitemap.xml')
  // RFC 9309 §2.2.3: a star stands for any characters.
  expect(robots).toMatch(/^User-agent: \*\nAllow: \/\nDisallow: \/tags\/\*\+\n/)
})
