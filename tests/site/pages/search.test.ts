import { expect, test } from 'vitest'
import { assets } from '../../../src/site/assets.ts'
import { searchPage } from '../../../src/site/pages/search.ts'
import { escapeHtml } from '../../../src/text/html.ts'
import { catalogFrom } from '../../catalog/catalog-from.ts'

const places = { entries: 3, segments: ['a'], blocks: ['b'], tags: 'c' }

test.each(['ko', 'en', 'ja'])(
  'the search page in %s works by GET, leads to the tags without a script, and holds none inline',
  (language) => {
    const html = searchPage({ ...catalogFrom('', `language: ${language}`).catalog, picture: null }, places)
    expect(html).toContain('<form role="search" method="get" action="/search/" ')
    expect(html).toContain(`data-places="${escapeHtml(JSON.stringify(places))}"`)
    expect(html).toMatch(/<noscript><p lang="(?:ko|en|ja)">[^<]+ <a href="\/tags\/">/)
    expect(html).toContain('role="status"')
    expect([...html.matchAll(/<script[^>]*>([^<]*)/g)].map(([tag]) => tag)).toEqual([
      `<script src="${assets()['theme.js'].path}">`,
      `<script type="module" src="${assets()['page.js'].path}">`,
      `<script type="module" src="${assets()['search.js'].path}">`,
    ])
    expect(html).not.toMatch(/ style=| on\w+=/)
  },
)
