import { describe, expect, test } from 'vitest'
import { isLikely } from '../../src/browser/likely.ts'
import { assets } from '../../src/site/assets.ts'
import { speculationRules } from '../../src/site/speculation.ts'
import { sampleSite } from '../site/sample-site.ts'

const here = new URL('https://notes.example/search/')

/** Whether the rules let a browser fetch an address, by the patterns that browsers match (WHATWG URL Pattern). */
function allows(address: string): boolean {
  const [{ href_matches: pages }, { not: others }] = speculationRules.prefetch[0].where.and
  const matches = (pattern: URLPatternInit): boolean => new URLPattern({ ...pattern, baseURL: here.href }).test(address)
  return pages.some(matches) && !matches(others.href_matches)
}

describe('pages are fetched before they are asked for, and nothing else: by the rules as by the script', () => {
  test.each([
    ['/', true],
    ['/days/', true],
    ['/2024-06-10/a-title/', true],
    ['/2024-06-10/#entry-2', true],
    ['/tags/%EC%A0%95%EB%A0%AC/', true],
    ['/search/?q=x', false],
    ['/rss.xml', false],
    ['/rss.xml?raw', false],
    ['/tags/x/feed.json', false],
    ['/view/rss.xml/', false],
    ['/2024-06-10/a-title/citation.bib', false],
    ['/opml.xml', false],
    ['https://elsewhere.example/', false],
    ['http://notes.example/days/', false],
  ])('%s: %s', (href, expected) => {
    const address = new URL(href, here)
    expect([isLikely(address, here), allows(address.href)]).toEqual([expected, expected])
  })

  test('of all that the site has, the pages', () => {
    for (const path of sampleSite.bodies.keys()) {
      const isPage = sampleSite.pages.has(path) && !path.startsWith('/view/')
      const address = new URL(path, here)
      expect([path, isLikely(address, new URL('https://notes.example/x')), allows(address.href)]).toEqual([path, isPage, isPage])
    }
  })

  test('the script fetches no page that is shown already', () => {
    expect(isLikely(new URL('/search/#q', here), here)).toBe(false)
  })
})

test('HTML §7.6: the rules are JSON of their own media type', () => {
  const { mediaType, body } = assets()['speculation.json']
  expect([mediaType, JSON.parse(Buffer.from(body).toString())]).toEqual(['application/speculationrules+json', speculationRules])
})
