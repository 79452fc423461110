import { describe, expect, test } from 'vitest'
import { siteInGroups } from '../../../src/site/documents.ts'
import { picturesOf } from '../../../src/site/pictures.ts'
import { entryPath, sampleSite, tagPath } from '../sample-site.ts'
import { nothingKept, siteOf } from '../site-of.ts'

const { catalog, pages: without } = sampleSite
const names = new Set(picturesOf(catalog, 'p').keys())
const withPictures: ReadonlyMap<string, string> = new Map(
  [...siteInGroups(catalog, nothingKept, { program: 'p', names }).groups]
    .flatMap(({ make }) => make())
    .map(({ path, body }) => [path, Buffer.from(body).toString()]),
)

/** The values that a page's head has for a property or a name. */
const said = (page: string | undefined, name: string): readonly string[] =>
  [...(page as string).matchAll(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`, 'g'))].map(
    ([, value]) => value as string,
  )

const siteTitle = '&lt;노트&gt; &amp; &quot;Notes&quot;'

/** A page of every kind, its title, and what stands on its picture: its own, or the site's title. */
const kinds: readonly (readonly [kind: string, path: string, type: string, alt: string])[] = [
  ['home', '/', 'website', siteTitle],
  ['tags', '/tags/', 'website', siteTitle],
  ['tag', tagPath, 'website', '#정렬'],
  ['days', '/days/', 'website', siteTitle],
  ['day', '/2024-06-10/', 'website', '2024년 6월 10일'],
  ['entry', entryPath, 'article', 'Vec&lt;T&gt; &amp; &quot;b&quot;'],
  ['author', '/authors/grace-hopper/', 'website', siteTitle],
  ['subscribe', '/subscribe/', 'website', siteTitle],
  ['search', '/search/', 'website', siteTitle],
  ['embed', '/embed/', 'website', siteTitle],
  ['extension', '/json-feed-extension/', 'website', siteTitle],
  ['feed', '/view/rss.xml/', 'website', siteTitle],
  ['missing', '/404/', 'website', siteTitle],
]

describe.each(kinds)('Open Graph on a page of the kind %s', (_, path, type, alt) => {
  test('its picture, with size and words, where there are pictures', () => {
    const page = withPictures.get(path)
    expect(said(page, 'og:type')).toEqual([type])
    expect(said(page, 'og:image')).toEqual([expect.stringMatching(/^https:\/\/notes\.example\/pictures\/[0-9a-f]{16}\.png$/)])
    expect(said(page, 'og:image:type')).toEqual(['image/png'])
    expect([said(page, 'og:image:width'), said(page, 'og:image:height'), said(page, 'og:image:alt')]).toEqual([['1200'], ['630'], [alt]])
    expect(said(page, 'twitter:card')).toEqual(['summary_large_image'])
    expect(said(page, 'og:locale')).toEqual(['ko_KR'])
  })

  test('the icon, in a small card, where there are none', () => {
    const page = without.get(path)
    expect(said(page, 'og:image')).toEqual(['https://notes.example/icon.png'])
    expect([said(page, 'og:image:width'), said(page, 'og:image:height')]).toEqual([['192'], ['192']])
    expect([said(page, 'og:image:alt'), said(page, 'twitter:card')]).toEqual([[siteTitle], ['summary']])
  })
})

test('an entry is an article: its dates, its tags, the language of its notes and of its abstract', () => {
  const page = without.get(entryPath)
  const { published, updated } = catalog.entries.find(({ day }) => day === '2024-06-10') as (typeof catalog.entries)[0]
  expect(said(page, 'article:published_time')).toEqual([published.toISOString()])
  expect(said(page, 'article:modified_time')).toEqual([updated.toISOString()])
  expect(said(page, 'article:tag')).toEqual(['정렬', 'c'])
  expect([said(page, 'og:locale'), said(page, 'og:locale:alternate')]).toEqual([['ko_KR'], ['en_US']])
  expect(said(without.get('/'), 'article:tag')).toEqual([])
})

test.each([
  ['ko', ['ko_KR']],
  ['en-GB', ['en_GB']],
  ['zh-Hant', ['zh_TW']],
  ['zh-Hant-HK', ['zh_HK']],
  ['eo', []],
])('ogp.me, “Optional Metadata”: a locale has a territory; in %s it is %j', (language, locales) => {
  expect(said(siteOf('', `language: ${language}`).pages.get('/'), 'og:locale')).toEqual(locales)
})
