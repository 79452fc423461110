import { describe, expect, test } from 'vitest'
import { entryPath, olderEntryPath, sampleSite } from '../sample-site.ts'
import { siteOf } from '../site-of.ts'

const { pages } = sampleSite

test('every block of text says its language, on an entry’s page and at home', () => {
  const page = pages.get(entryPath) as string
  expect(page).toContain('<h1 class="p-name" lang="en">Vec&lt;T&gt; &amp; &quot;b&quot;</h1>')
  expect(page).toContain('<blockquote class="p-summary" lang="en"><p lang="en">An abstract.</p></blockquote>')
  expect(page).toContain('<p lang="ko">논평 &lt;script&gt;alert(1)&lt;/script&gt;.</p>')
  expect(page).toContain('<div class="authors" lang="en"><span class="author">Ada &lt;Lovelace&gt;</span></div>')
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

const mainOf = (pages: ReadonlyMap<string, string>, path: string): string => (pages.get(path) as string).replace(/^.*<main/s, '<main')

test('an entry opens with the commentary; the abstract follows, and the authors stand before both', () => {
  const main = mainOf(pages, entryPath)
  const places = ['class="authors"', 'class="commentary"', 'class="abstract"', 'class="tags"'].map((part) => main.indexOf(part))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
})

describe('an abstract', () => {
  const long = `${'A long sentence of an abstract. '.repeat(14)}`.trim()
  test.each([
    ['is folded where it is long and a commentary stands before it', `${long}\n논평이다.`, '<details class="abstract">'],
    ['is open where it is short', 'A short abstract.\n논평이다.', '<details class="abstract" open>'],
    ['is open where the entry says nothing else', long, '<details class="abstract" open>'],
  ])('%s', (_, text, markup) => {
    const { pages: made } = siteOf(`2024-06-10\nA Paper\n(A)\n${text}\n#t\n`)
    expect(mainOf(made, '/2024-06-10/a-paper/')).toContain(markup)
  })
})

test.each([
  [5, 'no fold', null],
  [6, 'one behind the fold', '<summary>+1<'],
  [88, '83 behind the fold', '<summary>+83<'],
])('of %d authors five stand in sight: %s; all are in the page', (count, _, fold) => {
  const names = Array.from({ length: count }, (__, index) => `Author ${'ABCDEFGHIJ'[Math.floor(index / 10)]}${'abcdefghij'[index % 10]}`)
  const { pages: made } = siteOf(`2024-06-10\nA Paper\n(${names.join(', ')})\n논평이다.\n#t\n`)
  const main = mainOf(made, '/2024-06-10/a-paper/')
  expect(main.match(/<summary>\+\d+</)?.[0] ?? null).toBe(fold)
  for (const name of names) expect(main).toContain(`<span class="author">${name}</span>`)
  const [inSight = ''] = main.split('<details class="others">')
  expect(inSight.match(/class="author"/g)).toHaveLength(5)
})

test('beside an entry stand the others of its day, those behind it first, and at most five', () => {
  const notes = Array.from(
    { length: 12 },
    (_, index) => `Paper ${index}\n(Author ${index})\n논평${'가나다라마바사아자차카타'[index]}.\n#t${index}\n`,
  ).join('')
  const { pages: made } = siteOf(`2024-06-10\n${notes}`)
  const aside = mainOf(made, '/2024-06-10/paper-9/')
    .replace(/^.*id="same-day"/s, '')
    .replace(/<\/section>.*$/s, '')
  expect([...aside.matchAll(/>Paper (\d+)</g)].map(([, number]) => Number(number))).toEqual([10, 11, 0, 1, 2])
})

test('a page has one filled button; on an entry’s page it counts nothing, so that a new entry changes no other page', () => {
  for (const [path, page] of pages)
    expect([path, page.match(/<details class="subscribe">/g)?.length ?? 0]).toEqual([path, expect.toSatisfy((n: number) => n <= 1)])
  expect(mainOf(pages, entryPath)).toMatch(/<details class="subscribe"><summary>[^<]+<\/summary>/)
  expect(mainOf(pages, '/')).toMatch(/<details class="subscribe"><summary>[^<]+ <span class="count">/)
})
