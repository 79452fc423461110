import { parseOpml } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Catalog, catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { assets } from '../../src/site/assets.ts'
import { documentsOf } from '../../src/site/documents.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const site = '---\ntitle: <노트> & "Notes"\nurl: https://notes.example\n---\n소개 글.\n\nAn About text in English.\n'
const notes =
  '# 2024-06-10\n## Vec<T> & "b"\nhttps://arxiv.org/abs/2406.00001\n(Ada <Lovelace>)\n> An abstract.\n\n논평 <script>alert(1)</script>.\n#정렬 #c\n\n# 2024-06-09\n## 어제의 글\n본문.\n#정렬\n\n# 2024-06-08\n## One\n(Grace Hopper)\n글.\n#many\n## Two\n(Grace Hopper, Alan Turing)\n글 둘.\n#many\n'

let pages: ReadonlyMap<string, string> = new Map()
let texts: ReadonlyMap<string, string> = new Map()
let paths: ReadonlySet<string> = new Set()
beforeAll(() => {
  const { content } = readContent(
    'content',
    [
      { path: 'site.md', bytes: bytes(site) },
      { path: 'a.md', bytes: bytes(notes) },
    ],
    null,
  )
  const { catalog } = content === null ? { catalog: null } : catalogOf(content.site, content.entries, noLedger)
  const all = [...documentsOf(catalog as Catalog)].flat()
  paths = new Set(all.map(({ path }) => path))
  texts = new Map(all.map(({ path, body }) => [path, new TextDecoder().decode(body)]))
  const documents = all.filter(({ mediaType }) => mediaType.startsWith('text/html'))
  pages = new Map(documents.map(({ path, body }) => [path, new TextDecoder().decode(body)]))
})

const tag = `/tags/${encodeURIComponent('정렬')}/`
const entry = '/2024-06-10/vec-t-b/'
const autodiscovered = (page: string): readonly string[] =>
  [...page.matchAll(/<link rel="alternate" [^>]*href="([^"]+)"/g)].map(([, href]) => href as string)

describe('autodiscovery: each page names exactly the feeds it is about, its own first', () => {
  test.each([
    ['/', ['/rss.xml', '/atom.xml', '/feed.json']],
    ['/2024-06-10/', ['/rss.xml', '/atom.xml', '/feed.json']],
    [tag, [`${tag}rss.xml`, `${tag}atom.xml`, `${tag}feed.json`]],
    [
      entry,
      [
        '/rss.xml',
        '/atom.xml',
        '/feed.json',
        `${tag}rss.xml`,
        `${tag}atom.xml`,
        `${tag}feed.json`,
        '/tags/c/rss.xml',
        '/tags/c/atom.xml',
        '/tags/c/feed.json',
      ],
    ],
  ])('%s', (path, feeds) => {
    expect(autodiscovered(pages.get(path) as string)).toEqual(feeds)
  })
})

test('every page is one document in the site’s language, with its own title, address and style sheet, and no inline script or style', () => {
  for (const [path, page] of pages) {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="ko">\n/)
    expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(page.match(/<h1[ >]/g), path).toHaveLength(1)
    if (page.includes('<meta name="robots" content="noindex">')) expect(page).not.toContain('rel="canonical"')
    else expect(page).toContain(`<link rel="canonical" href="https://notes.example${path}">`)
    expect(page).toContain(`<link rel="stylesheet" href="${assets()['style.css'].path}">`)
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json">| type="module" src="\/[^"]+">)|<style| style="| on\w+="/)
  }
})

test('every block of text says its language', () => {
  const page = pages.get(entry) as string
  expect(page).toContain('<h1 class="p-name" lang="en">Vec&lt;T&gt; &amp; &quot;b&quot;</h1>')
  expect(page).toContain('<blockquote class="p-summary" lang="en"><p lang="en">An abstract.</p></blockquote>')
  expect(page).toContain('<p lang="en">논평 &lt;script&gt;alert(1)&lt;/script&gt;.</p>')
  expect(page).toContain('<p class="authors" lang="en"><span class="author">Ada &lt;Lovelace&gt;</span></p>')
  expect(pages.get('/')).toContain('<p lang="ko">소개 글.</p>\n<p lang="en">An About text in English.</p>')
})

test('home has About, the latest entries by day, the tags by use with counts, and the feeds', () => {
  const home = pages.get('/') as string
  const main = home.slice(home.indexOf('<main'))
  expect(main.replace(/\s+/g, ' ')).toMatch(
    new RegExp(
      `href="${tag}" rel="tag">정렬</a> <span class="count">2</span>.*href="/tags/c/" rel="tag">c</a> <span class="count">1</span>`,
    ),
  )
  expect(main.indexOf('/2024-06-10/vec-t-b/')).toBeLessThan(main.indexOf(`/2024-06-09/${encodeURIComponent('어제의-글')}/`))
  for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) expect(main).toContain(`<a href="${feed}"`)
})

test('a day leads to the days before and after it, an entry to its neighbours', () => {
  expect(pages.get('/2024-06-10/')).toContain('<a href="/2024-06-09/" rel="prev">')
  expect(pages.get('/2024-06-09/')).toContain('<a href="/2024-06-10/" rel="next">')
  expect(pages.get(entry)).toContain(`<a href="/2024-06-09/${encodeURIComponent('어제의-글')}/" rel="prev" lang="ko">`)
})

test('neighbours are those in the order of the feeds, where entries give their instants too', () => {
  const { content } = readContent(
    'content',
    [
      { path: 'site.md', bytes: bytes(site) },
      {
        path: 'a.md',
        bytes: bytes('2024-06-10\nLate\npublished: 2024-06-12T00:00:00Z\n글.\n#t\nEarly\n글 둘.\n#t\n2024-06-11\nMiddle\n글 셋.\n#t\n'),
      },
    ],
    null,
  )
  const { catalog } = content === null ? { catalog: null } : catalogOf(content.site, content.entries, noLedger)
  const ways = new Map(
    [...documentsOf(catalog as Catalog)]
      .flat()
      .map(({ path, body }) => [
        path,
        [...new TextDecoder().decode(body).matchAll(/<a href="([^"]+)" rel="(prev|next)"/g)].map(([, href, rel]) => `${rel} ${href}`),
      ]),
  )
  expect(ways.get('/2024-06-10/late/')).toEqual(['prev /2024-06-11/middle/'])
  expect(ways.get('/2024-06-11/middle/')).toEqual(['prev /2024-06-10/early/', 'next /2024-06-10/late/'])
  expect(ways.get('/2024-06-10/early/')).toEqual(['next /2024-06-11/middle/'])
})

test('an author of two papers has a page, that leads to both; of one, none', () => {
  expect(pages.get('/authors/grace-hopper/')).toContain('<h1>Grace Hopper</h1>')
  expect(pages.get('/2024-06-08/one/')).toContain('<a href="/authors/grace-hopper/">Grace Hopper</a>')
  expect([...pages.keys()].filter((path) => path.startsWith('/authors/'))).toEqual(['/authors/grace-hopper/'])
})

describe('the page that a browser is shown at a feed’s address', () => {
  test.each([
    ['/rss.xml', 'RSS'],
    [`${tag}atom.xml`, 'Atom'],
    [`${tag}feed.json`, 'JSON Feed'],
  ])('%s', (path, format) => {
    const page = pages.get(`/view${path}/`) as string
    const url = `https://notes.example${path}`
    expect(page).toContain(`<input id="address" type="url" readonly value="${url}">`)
    expect(page).toContain(`<span class="format" lang="en">${format}</span>`)
    for (const reader of ['feedly.com', 'www.inoreader.com', 'www.newsblur.com', 'theoldreader.com']) {
      expect(page).toMatch(new RegExp(`<a href="https://${reader}/[^"]*${encodeURIComponent(url).replaceAll('.', '\\.')}"`))
    }
    expect(page).toContain(`<a href="feed:${url}">`)
    expect(page).toContain(`<a href="${path}?raw">`)
    expect(page).toContain('/2024-06-10/vec-t-b/')
  })
})

test('every link of a page leads to a page of the site or elsewhere on the web', () => {
  for (const page of pages.values()) {
    for (const [, href] of page.matchAll(/ href="([^"]+)"/g)) {
      if (href?.startsWith('/')) expect(paths.has(href.replace(/\?raw$|#.*$/, '')), href).toBe(true)
      else expect(href).toMatch(/^(?:https:\/\/|feed:https:\/\/|#)/)
    }
    for (const [, id] of page.matchAll(/ href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
  }
})

test('OPML 2.0: the site’s feed, then the tags’ in a group; read back as they are', () => {
  const { body } = parseOpml(texts.get('/opml.xml') as string)
  const [siteOutline, group] = body?.outlines ?? []
  expect(siteOutline).toMatchObject({
    type: 'rss',
    text: '<노트> & "Notes"',
    xmlUrl: 'https://notes.example/atom.xml',
    htmlUrl: 'https://notes.example/',
  })
  expect(group?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
    'https://notes.example/tags/c/atom.xml',
    'https://notes.example/tags/many/atom.xml',
    `https://notes.example${tag}atom.xml`,
  ])
})

test('the sitemap names every page that search engines should know, and robots.txt the sitemap', () => {
  const sitemap = texts.get('/sitemap.xml') as string
  const named = [...sitemap.matchAll(/<loc>https:\/\/notes\.example([^<]+)<\/loc>/g)].map(([, path]) => path as string)
  const indexed = [...pages].filter(([, page]) => !page.includes('noindex')).map(([path]) => path)
  expect(named.toSorted()).toEqual(indexed.filter((path) => !/^\/(?:authors|json-feed-extension)\//.test(path)).toSorted())
  expect(texts.get('/robots.txt')).toContain('Sitemap: https://notes.example/sitemap.xml')
})
