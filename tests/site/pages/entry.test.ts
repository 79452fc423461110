import { expect, test } from 'vitest'
import { entryPath, olderEntryPath, sampleSite } from '../sample-site.ts'
import { siteOf } from '../site-of.ts'

const { pages } = sampleSite

test('every block of text says its language, on an entry’s page and at home', () => {
  const page = pages.get(entryPath) as string
  expect(page).toContain('<h1 class="p-name" lang="en">Vec&lt;T&gt; &amp; &quot;b&quot;</h1>')
  expect(page).toContain('<blockquote class="p-summary" lang="en"><p lang="en">An abstract.</p></blockquote>')
  expect(page).toContain('<p lang="ko">논평 &lt;script&gt;alert(1)&lt;/script&gt;.</p>')
  expect(page).toContain('<p class="authors" lang="en"><span class="author">Ada &lt;Lovelace&gt;</span></p>')
  expect(pages.get('/')).toContain('<p lang="ko">소개 글.</p>\n<p lang="en">An About text in English.</p>')
})

test('an entry leads to the entries before and after it', () => {
  expect(pages.get(entryPath)).toContain(`<a href="${olderEntryPath}" rel="prev" lang="ko">`)
})

test('an entry’s neighbours stand in the order of the feeds, whatever instants the entries give', () => {
  const { pages } = siteOf(
    '2024-06-10\nLate\npublished: 2024-06-12T00:00:00Z\n글.\n#t\nEarly\n글 둘.\n#t\n2024-06-11\nMiddle\n글 셋.\n#t\n',
  )
  const waysFrom = (path: string): readonly string[] =>
    [...(pages.get(path) as string).matchAll(/<a href="([^"]+)" rel="(prev|next)"/g)].map(([, href, rel]) => `${rel} ${href}`)
  expect(waysFrom('/2024-06-11/middle/')).toEqual(['prev /2024-06-10/late/'])
  expect(waysFrom('/2024-06-10/late/')).toEqual(['prev /2024-06-10/early/', 'next /2024-06-11/middle/'])
  expect(waysFrom('/2024-06-10/early/')).toEqual(['next /2024-06-10/late/'])
})
