import { expect, test } from 'vitest'
import { breadcrumbData, breadcrumbs, crumbsOfEntry } from '../../../src/site/pages/breadcrumbs.ts'
import { sampleCatalog, sampleEntry } from '../entries.ts'
import { entryPath, sampleSite } from '../sample-site.ts'

const catalog = { ...sampleCatalog(), picture: null }
const crumbs = crumbsOfEntry(catalog, sampleEntry())

test('links lead from the home to the day; the entry’s own name stands in its heading', () => {
  const links = [...breadcrumbs(catalog, crumbs).html.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, href, name]) => [href, name])
  expect(links).toEqual([
    ['/', '홈'],
    ['/days/2024-06/', '2024년 6월'],
    ['/2024-06-10/', '2024년 6월 10일'],
  ])
})

test('schema.org/BreadcrumbList: whole addresses, counted from 1; the last is the entry, whose address is the page’s', () => {
  const [, data] = /^<script type="application\/ld\+json">([^<]+)<\/script>$/.exec(breadcrumbData(catalog, crumbs).html) ?? []
  expect(JSON.parse(data as string)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: '홈', item: 'https://notes.example/' },
      { '@type': 'ListItem', position: 2, name: '2024년 6월', item: 'https://notes.example/days/2024-06/' },
      { '@type': 'ListItem', position: 3, name: '2024년 6월 10일', item: 'https://notes.example/2024-06-10/' },
      { '@type': 'ListItem', position: 4, name: 'A Title' },
    ],
  })
})

test('an entry’s page has both', () => {
  const page = sampleSite.pages.get(entryPath) as string
  expect(page).toContain('<nav class="crumbs" ')
  expect(page).toContain('"@type":"BreadcrumbList"')
})
