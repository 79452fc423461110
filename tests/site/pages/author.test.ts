import { parseOpml } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { formatFacts, formats } from '../../../src/feed/formats.ts'
import { sampleSite } from '../sample-site.ts'
import { siteOf } from '../site-of.ts'

const notesOf = (count: number): string =>
  `2024-06-10\n${Array.from({ length: count }, (_, index) => `T${index}\n(Grace Hopper, 김연구)\n글 ${index}.\n#t\n`).join('')}`
const folder = '/authors/grace-hopper/'

describe('an author with feeds', () => {
  const { pages, bodies } = siteOf(notesOf(7), 'feedSize: 3')
  const page = pages.get(folder) as string

  test('has a page that names them for readers (autodiscovery) and for people, and the site’s nowhere', () => {
    const announced = [...page.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">/g)]
    expect(announced.map(([, type, title, href]) => [type, title, href])).toEqual(
      formats.map((format) => {
        const { mediaType, name, file } = formatFacts[format]
        return [mediaType, `Grace Hopper · T (${name})`, `https://notes.example${folder}${file}`]
      }),
    )
    const main = page.slice(page.indexOf('<main'))
    for (const format of formats) expect(main).toContain(`<a href="${folder}${formatFacts[format].file}"`)
  })

  test('has feeds that carry the entries on their papers, the same items as the site’s', () => {
    const itemsOf = (path: string): readonly { readonly id: string }[] => JSON.parse(bodies.get(path) as string).items
    expect(itemsOf(`${folder}feed.json`)).toEqual(itemsOf('/feed.json'))
    expect(itemsOf(`${folder}archive/1/feed.json`)).toHaveLength(3)
    expect(bodies.get(`${folder}atom.xml`)).toContain(`<id>https://notes.example${folder}</id>`)
  })

  test('has older pages that list every entry with the first', () => {
    const linked = (path: string): readonly string[] =>
      [...(pages.get(path) as string).matchAll(/<a class="u-url p-name" href="([^"]+)"/g)].map(([, href]) => href as string)
    const older = [...pages.keys()].filter((path) => path.startsWith(`${folder}archive/`))
    expect(new Set([folder, ...older].flatMap(linked)).size).toBe(7)
  })

  test('is in the list of authors’ feeds, which /subscribe/ leads to, and not in the site’s', () => {
    const urlsIn = (path: string): unknown =>
      parseOpml(bodies.get(path) as string).body?.outlines?.flatMap((outline) =>
        [outline, ...(outline.outlines ?? [])].map(({ xmlUrl }) => xmlUrl),
      )
    expect(urlsIn('/authors/opml.xml')).toEqual([
      undefined,
      `https://notes.example${folder}atom.xml`,
      `https://notes.example/authors/${encodeURIComponent('김연구')}/atom.xml`,
    ])
    expect(bodies.get('/opml.xml')).not.toContain('/authors/')
    expect(pages.get('/subscribe/')).toContain('<a href="/authors/opml.xml" type="text/x-opml">')
  })
})

test('an author without feeds has a page that names the site’s, and no list', () => {
  const { pages, bodies } = siteOf(notesOf(2))
  expect(pages.get(folder)).toContain('href="/rss.xml"')
  expect([...bodies.keys()].filter((path) => path.startsWith('/authors/'))).toEqual([folder, `/authors/${encodeURIComponent('김연구')}/`])
  expect(pages.get('/subscribe/')).not.toContain('/authors/')
})

test('an author of two papers has a page that both entries lead to; an author of one has none', () => {
  expect(sampleSite.pages.get('/authors/grace-hopper/')).toContain('<h1>Grace Hopper</h1>')
  expect(sampleSite.pages.get('/2024-06-08/one/')).toContain('<a href="/authors/grace-hopper/">Grace Hopper</a>')
  expect([...sampleSite.pages.keys()].filter((path) => path.startsWith('/authors/'))).toEqual(['/authors/grace-hopper/'])
})
