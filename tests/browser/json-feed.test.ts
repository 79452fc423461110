import { describe, expect, test } from 'vitest'
import { type FeedItem, feedAddress, limitOf, readFeed } from '../../src/browser/json-feed.ts'
import { canonicalCandidates } from '../../src/site/urls.ts'
import { tagSlugOf } from '../../src/text/slug.ts'

const [site, page] = ['https://notes.example', 'https://blog.example/about/']

describe('the address of a feed', () => {
  test('without attributes it is the site’s', () => {
    for (const tag of [null, '', ' ', '#']) expect(feedAddress(null, tag, site, page)).toBe(`${site}/feed.json`)
  })

  test.each([
    'math',
    '#Math',
    'MATH ',
    '정렬',
    '정렬'.normalize('NFD'),
    'c++',
    'C#',
    '#.NET',
    '．net',
    '../net',
    'c++.net',
    'node.js',
    'RL/HF',
    'a\\b',
    'Ｌ１',
    'object_detection',
    '👍🏽',
  ])('a tag as written, %s, is one that the site serves or redirects to its slug', (tag) => {
    const { pathname, origin } = new URL(feedAddress(null, tag, site, page) as string)
    expect(origin).toBe(site)
    expect(canonicalCandidates(pathname)).toContain(`/tags/${encodeURIComponent(tagSlugOf(tag.trim().replace(/^#/, '')))}/feed.json`)
  })

  test('no tag leads out of /tags/', () => {
    for (const tag of ['.', '..', '../..', '%2e%2e', '//evil.example', '?', '#x?y#z', '\ud800', 'https://evil.example/']) {
      const url = new URL(feedAddress(null, tag, site, page) as string)
      expect(url.href).toMatch(/^https:\/\/notes\.example\/tags\/[^/]+\/feed\.json$/)
    }
  })

  test('another feed’s goes before a tag, in full or from the page, and only on the web', () => {
    expect(feedAddress('https://other.example/feed.json', 'math', site, page)).toBe('https://other.example/feed.json')
    expect(feedAddress('../feed.json', null, site, page)).toBe('https://blog.example/feed.json')
    for (const src of ['', 'javascript:alert(1)', 'data:application/json,{}', 'http://[', 'blob:x'])
      expect(feedAddress(src, null, site, page)).toBeNull()
  })
})

test('a limit is a whole number above zero, or five', () => {
  expect(['1', ' 20 ', '007', '50'].map(limitOf)).toEqual([1, 20, 7, 50])
  expect([null, '', '0', '-1', '2.5', '1e3', 'ten', '5px'].map(limitOf)).toEqual([5, 5, 5, 5, 5, 5, 5, 5])
})

describe('what is shown of a feed', () => {
  const itemOf = (item: object): FeedItem | undefined => readFeed({ items: [item] }, `${site}/feed.json`).items[0]

  test('an item’s title, permalink, language, authors, day and tags', () => {
    const item = {
      title: 'A Model of Everything',
      url: `${site}/2024-06-10/a-model-of-everything/`,
      external_url: 'https://arxiv.org/abs/2406.00001',
      language: 'en',
      authors: [{ name: 'Ada Lovelace' }, { name: '김연구' }],
      date_published: '2024-06-10T11:59:59.000Z',
      tags: ['정렬', 'position'],
    }
    expect(itemOf(item)).toEqual({
      title: item.title,
      url: item.url,
      language: 'en',
      authors: ['Ada Lovelace', '김연구'],
      day: '2024-06-10',
      tags: ['정렬', 'position'],
    })
  })

  test('the day is the notes’, as the permalink has it, or else the one by the feed’s own clock', () => {
    const morningInSeoul = { title: 'T', date_published: '2024-06-10T23:00:00.000Z' }
    expect(itemOf({ ...morningInSeoul, url: `${site}/2024-06-11/t/` })?.day).toBe('2024-06-11')
    expect(itemOf({ ...morningInSeoul, url: `${site}/posts/2024-06-11/` })?.day).toBe('2024-06-10')
    expect(itemOf({ title: 'T', date_published: '2024-06-10T00:30:00+09:00' })?.day).toBe('2024-06-10')
    for (const date of ['yesterday', '2024', '20240610', '2024-06-100', 1718020799]) {
      expect(itemOf({ title: 'T', date_published: date })?.day).toBeNull()
    }
  })

  test('only addresses of the web are links', () => {
    for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://[', 5, null]) {
      expect(itemOf({ title: 'T', url })).toMatchObject({ title: 'T', url: null })
    }
  })

  test('what isn’t of the type that JSON Feed says is left out, and nothing throws', () => {
    for (const odd of [null, 1, 'x', [], {}, [null], [[1]], { name: 1 }]) {
      const item = { title: 'T', authors: odd, author: odd, tags: odd, language: odd, date_published: odd, url: null, _paperwire: odd }
      expect(() => itemOf(item)).not.toThrow()
      expect(() => readFeed({ title: odd, language: odd, items: [odd] }, site)).not.toThrow()
    }
    expect(() => readFeed({ version: 'https://jsonfeed.org/version/1.1' }, site)).toThrow(TypeError)
  })

  test('JSON Feed 1.0: one author; an item without a title shows what it has', () => {
    expect(itemOf({ title: 'T', author: { name: 'A' } })?.authors).toEqual(['A'])
    expect(itemOf({ summary: 'S', url: site })?.title).toBe('S')
    expect(itemOf({ url: site })?.title).toBe(`${site}/`)
    expect(itemOf({})).toBeUndefined()
  })
})
