import { expect, test } from 'vitest'
import { assets } from '../../../src/site/assets.ts'
import { searchPage } from '../../../src/site/pages/search.ts'
import { catalogFrom } from '../../catalog/catalog-from.ts'

test.each(['ko', 'en', 'ja'])(
  'the search page in %s works by GET, leads to the tags without a script, and holds none inline',
  (language) => {
    const html = searchPage({ ...catalogFrom('', `language: ${language}`).catalog, picture: null }, 3)
    expect(html).toContain('<form role="search" method="get" action="/search/" ')
    expect(html).toContain('data-indexes="/search/3.json /search/2.json /search/1.json"')
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
