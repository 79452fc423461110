import { beforeAll, describe, expect, test } from 'vitest'
import { type Catalog, catalogOf, noHistory } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { documentsOf } from '../../src/site/documents.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const site = '---\ntitle: <노트> & "Notes"\nurl: https://notes.example\n---\n소개 글.\n\nAn About text in English.\n'
const notes =
  '# 2024-06-10\n## Vec<T> & "b"\nhttps://arxiv.org/abs/2406.00001\n(Ada <Lovelace>)\n> An abstract.\n\n논평 <script>alert(1)</script>.\n#정렬 #c\n\n# 2024-06-09\n## 어제의 글\n본문.\n#정렬\n'

let pages: ReadonlyMap<string, string> = new Map()
beforeAll(() => {
  const { content } = readContent(
    'content',
    [
      { path: 'site.md', bytes: bytes(site) },
      { path: 'a.md', bytes: bytes(notes) },
    ],
    null,
  )
  const { catalog } = content === null ? { catalog: null } : catalogOf(content.site, content.entries, noHistory)
  const documents = [...documentsOf(catalog as Catalog)].flat().filter(({ mediaType }) => mediaType.startsWith('text/html'))
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

test('every page is one document in the site’s language, with its own title, address and style sheet, and no script', () => {
  for (const [path, page] of pages) {
    expect(page).toMatch(/^<!doctype html>\n<html lang="ko">\n/)
    expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page).toContain(`<link rel="canonical" href="https://notes.example${path}">`)
    expect(page).toContain('<link rel="stylesheet" href="/style.css">')
    expect(page).not.toContain('<script')
  }
})

test('every block of text says its language', () => {
  const page = pages.get(entry) as string
  const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
  for (const [open] of main.matchAll(/<(?:p|blockquote|ul|ol|pre|h\d)\b[^>]*>/g)) {
    if (!open.startsWith('<p>')) expect(open).toContain(' lang="')
  }
  expect(page).toContain('<h1 lang="en">Vec&lt;T&gt; &amp; &quot;b&quot;</h1>')
  expect(page).toContain('<blockquote lang="en"><p lang="en">An abstract.</p></blockquote>')
  expect(pages.get('/')).toContain('<p lang="ko">소개 글.</p>\n<p lang="en">An About text in English.</p>')
})

test('home lists About, the latest entries, all tags with counts, and the feeds', () => {
  const home = pages.get('/') as string
  expect(home).toContain(`<a href="${tag}" rel="tag">#정렬</a> (2)`)
  expect(home).toContain('<a href="/tags/c/" rel="tag">#c</a> (1)')
  expect(home.indexOf('/2024-06-10/vec-t-b/')).toBeLessThan(home.indexOf(`/2024-06-09/${encodeURIComponent('어제의-글')}/`))
  for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) expect(home).toContain(`<a href="${feed}"`)
})

test('a day leads to the days before and after it', () => {
  expect(pages.get('/2024-06-10/')).toContain('<a href="/2024-06-09/" rel="prev">')
  expect(pages.get('/2024-06-09/')).toContain('<a href="/2024-06-10/" rel="next">')
})

test('every link of a page leads to a page of the site or elsewhere on the web', () => {
  const known = new Set([
    ...pages.keys(),
    '/style.css',
    ...[...pages.keys()]
      .filter((path) => path === '/' || /^\/tags\/[^/]+\/$/.test(path))
      .flatMap((path) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => path + file)),
  ])
  for (const page of pages.values()) {
    for (const [, href] of page.matchAll(/ href="([^"]+)"/g)) {
      if (href?.startsWith('/')) expect(known).toContain(href)
      else expect(href).toMatch(/^https:\/\//)
    }
  }
})
