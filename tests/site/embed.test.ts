import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Catalog, catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { browserScript } from '../../src/site/assets.ts'
import { embedPageMain } from '../../src/site/pages/embed.ts'
import { canonicalCandidates } from '../../src/site/urls.ts'
import { slugOf } from '../../src/text/slug.ts'

/** What the script exports, as `src/browser/embed.ts` says it in a program that knows a browser. */
interface Script {
  feedAddress(src: string | null, tag: string | null, site: string, page: string): string | null
  limitOf(written: string | null): number
  readFeed(json: unknown, address: string): { title: string; language: string; lines: readonly Record<string, unknown>[] }
}

const served = browserScript('embed')
const [site, page] = ['https://notes.example', 'https://blog.example/about/']
let script: Script

beforeAll(async () => {
  // As much of a browser as loading the script takes: what it does there is tested in one.
  vi.stubGlobal('HTMLElement', class {})
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  )
  vi.stubGlobal('customElements', { get: () => class {} })
  script = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(served)}`)
})

afterAll(() => vi.unstubAllGlobals())

describe('the address of a feed', () => {
  test('without attributes it is the site’s', () => {
    for (const tag of [null, '', ' ', '#']) expect(script.feedAddress(null, tag, site, page)).toBe(`${site}/feed.json`)
  })

  test.each([
    'math',
    '#Math',
    'MATH ',
    '정렬',
    '정렬'.normalize('NFD'),
    'c++',
    'node.js',
    'RL/HF',
    'a\\b',
    'Ｌ１',
    'object_detection',
    '👍🏽',
  ])('a tag as written, %s, is one that the site serves or redirects to its slug', (tag) => {
    const { pathname, origin } = new URL(script.feedAddress(null, tag, site, page) as string)
    expect(origin).toBe(site)
    expect(canonicalCandidates(pathname)).toContain(`/tags/${encodeURIComponent(slugOf(tag.replace('#', '').trim()))}/feed.json`)
  })

  test('no tag leads out of /tags/', () => {
    for (const tag of ['.', '..', '../..', '%2e%2e', '//evil.example', '?', '#x?y#z', '\ud800', 'https://evil.example/']) {
      const url = new URL(script.feedAddress(null, tag, site, page) as string)
      expect(url.href).toMatch(/^https:\/\/notes\.example\/tags\/[^/]+\/feed\.json$/)
    }
  })

  test('another feed’s goes before a tag, in full or from the page, and only on the web', () => {
    expect(script.feedAddress('https://other.example/feed.json', 'math', site, page)).toBe('https://other.example/feed.json')
    expect(script.feedAddress('../feed.json', null, site, page)).toBe('https://blog.example/feed.json')
    for (const src of ['', 'javascript:alert(1)', 'data:application/json,{}', 'http://[', 'blob:x'])
      expect(script.feedAddress(src, null, site, page)).toBeNull()
  })
})

test('a limit is a whole number above zero, or five', () => {
  expect(['1', ' 20 ', '007', '50'].map(script.limitOf)).toEqual([1, 20, 7, 50])
  expect([null, '', '0', '-1', '2.5', '1e3', 'ten', '5px'].map(script.limitOf)).toEqual([5, 5, 5, 5, 5, 5, 5, 5])
})

describe('what is shown of a feed', () => {
  const lineOf = (item: object): Record<string, unknown> | undefined => script.readFeed({ items: [item] }, `${site}/feed.json`).lines[0]

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
    expect(lineOf(item)).toEqual({
      title: item.title,
      url: item.url,
      language: 'en',
      authors: ['Ada Lovelace', '김연구'],
      day: '2024-06-10',
      tags: ['정렬', 'position'],
    })
  })

  test('the day is that of the notes, as the permalink has it; else that of the feed’s own clock', () => {
    const morningInSeoul = { title: 'T', date_published: '2024-06-10T23:00:00.000Z' }
    expect(lineOf({ ...morningInSeoul, url: `${site}/2024-06-11/t/` })?.['day']).toBe('2024-06-11')
    expect(lineOf({ ...morningInSeoul, url: `${site}/posts/2024-06-11/` })?.['day']).toBe('2024-06-10')
    expect(lineOf({ title: 'T', date_published: '2024-06-10T00:30:00+09:00' })?.['day']).toBe('2024-06-10')
    for (const date of ['yesterday', '2024', '20240610', '2024-06-100', 1718020799]) {
      expect(lineOf({ title: 'T', date_published: date })?.['day']).toBeNull()
    }
  })

  test('only addresses of the web are links', () => {
    for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'http://[', 5, null]) {
      expect(lineOf({ title: 'T', url })).toMatchObject({ title: 'T', url: null })
    }
  })

  test('what isn’t of the type that JSON Feed says is left out, and nothing throws', () => {
    for (const odd of [null, 1, 'x', [], {}, [null], [[1]], { name: 1 }]) {
      const item = { title: 'T', authors: odd, author: odd, tags: odd, language: odd, date_published: odd, url: null, _paperwire: odd }
      expect(() => lineOf(item)).not.toThrow()
      expect(() => script.readFeed({ title: odd, language: odd, items: [odd] }, site)).not.toThrow()
    }
    expect(() => script.readFeed({ version: 'https://jsonfeed.org/version/1.1' }, site)).toThrow(TypeError)
  })

  test('JSON Feed 1.0: one author; an item without a title shows what it has', () => {
    expect(lineOf({ title: 'T', author: { name: 'A' } })?.['authors']).toEqual(['A'])
    expect(lineOf({ summary: 'S', url: site })?.['title']).toBe('S')
    expect(lineOf({ url: site })?.['title']).toBe(`${site}/`)
    expect(lineOf({})).toBeUndefined()
  })
})

describe('the script', () => {
  test('is at most 5 KB gzipped and stands alone', () => {
    expect(gzipSync(served).length).toBeLessThanOrEqual(5_000)
    expect(served).not.toMatch(/^\s*import\b|\bimport\(/m)
  })

  test('makes no HTML or code of what it reads, and no inline style or handler', () => {
    for (const name of ['embed', 'embed-form'] as const) {
      expect(browserScript(name)).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|\.style\b|\.on\w+ =/)
    }
  })
})

describe.each(['ko', 'en'])('the page for embedding, of a site in %s', (language) => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const { content } = readContent(
    'content',
    [
      { path: 'site.md', bytes: bytes(`---\ntitle: <T> & "Q"\nurl: ${site}\nlanguage: ${language}\n---\n`) },
      { path: 'a.md', bytes: bytes('# 2024-06-10\n## A\n글.\n#정렬 #c++ #a"b<c>\n') },
    ],
    null,
  )
  const { catalog } = content === null ? { catalog: null } : catalogOf(content.site, content.entries, noLedger)
  const { html } = embedPageMain(catalog as Catalog)
  const unescaped = (text: string): string =>
    text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] as string)
  const codes = [...html.matchAll(/<code [^>]*data-slug="([^"]*)">([^<]*)<\/code>/g)].map(([, slug, code]) => ({
    slug: slug as string,
    code: unescaped(code as string),
  }))

  test('without scripts it gives the code of the site’s feed and of every tag', () => {
    expect(codes.map(({ slug }) => slug)).toEqual(['', 'a-b-c', 'c', '정렬'])
    expect(codes[0]?.code).toBe(`<script type="module" src="${site}/embed.js"></script>
<paperwire-feed limit="5"><a href="${site}/">&lt;T&gt; &amp; &quot;Q&quot;</a></paperwire-feed>`)
    expect(codes[1]?.code).toContain(`<paperwire-feed tag="a-b-c" limit="5"><a href="${site}/tags/a-b-c/">#a&quot;b&lt;c&gt; · &lt;T&gt;`)
    expect(codes[3]?.code).toContain(`<paperwire-feed tag="정렬" limit="5"><a href="${site}/tags/%EC%A0%95%EB%A0%AC/">#정렬 · `)
  })

  test('each choice of the form has its code', () => {
    expect([...html.matchAll(/<option value="([^"]*)">/g)].map(([, slug]) => slug)).toEqual(codes.map(({ slug }) => slug))
  })

  test('holds under default-src ’self’: no inline script, style or handler, and what scripts need is hidden without them', () => {
    expect(html).not.toMatch(/<script(?![^>]* src="\/)|<style| style=| on\w+=/)
    expect(html).toMatch(/<form [^>]*hidden>/)
    expect(html).toMatch(/<button [^>]*hidden /)
  })
})
