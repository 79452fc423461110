import { expect, test } from 'vitest'
import { entryPath, olderEntryPath, sampleSite, tagPath } from '../sample-site.ts'

const { pages } = sampleSite

test('home has About, the latest entries by day, the tags by use with counts, and the feeds', () => {
  const home = pages.get('/') as string
  const main = home.slice(home.indexOf('<main'))
  expect(main.replace(/\s+/g, ' ')).toMatch(
    new RegExp(
      `href="${tagPath}" rel="tag">정렬</a> <span class="count">2</span>.*href="/tags/c/" rel="tag">c</a> <span class="count">1</span>`,
    ),
  )
  expect(main.indexOf(entryPath)).toBeLessThan(main.indexOf(olderEntryPath))
  for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) expect(main).toContain(`<a href="${feed}"`)
})
