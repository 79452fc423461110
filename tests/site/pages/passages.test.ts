import { describe, expect, test } from 'vitest'
import { siteOf } from '../site-of.ts'

const table = '| a | [[b\\|가]] |\n|:--|--:|\n| <td align="left"> | `<td align="left">` |\n'
const { pages, bodies } = siteOf({
  'site.md': `---\ntitle: 노트\nurl: https://notes.example\n---\n${table}`,
  'a.md': `2024-06-10\nTitle\n글.\n${table}\n#t\nb\n글.\n#t\n`,
})

const cells = (html: string): unknown => html.match(/<t[hd]\b[^>]*>/g)

describe('the columns of a table are aligned, by what HTML has for it in pages, and by what feeds may carry in feeds', () => {
  test.each(['/', '/2024-06-10/', '/2024-06-10/title/'])('%s has classes', (path) => {
    expect(cells(pages.get(path) as string)).toEqual(['<th class="left">', '<th class="right">', '<td class="left">', '<td class="right">'])
    expect(pages.get(path)?.match(/&lt;td align=&quot;left&quot;&gt;/g)).toHaveLength(2)
  })

  test('a feed has attributes', () => {
    const { items } = JSON.parse(bodies.get('/feed.json') as string)
    expect(cells(items[0].content_html)).toEqual(['<th align="left">', '<th align="right">', '<td align="left">', '<td align="right">'])
  })
})
