import { expect, test } from 'vitest'
import { sampleSite } from '../sample-site.ts'
import { siteOf } from '../site-of.ts'

const { pages } = sampleSite

test('a day leads to the days before and after it', () => {
  expect(pages.get('/2024-06-10/')).toContain('<a href="/2024-06-09/" rel="prev">')
  expect(pages.get('/2024-06-09/')).toContain('<a href="/2024-06-10/" rel="next">')
})

test('a day is called as people write it, in its title too', () => {
  expect(pages.get('/2024-06-10/')).toContain('<title>2024년 6월 10일 · ')
})

test('both ways say which is older and which is newer', () => {
  expect(pages.get('/2024-06-09/')).toMatch(
    /<span class="hint">더 오래된[^<]*<\/span> <a href="\/2024-06-08\/" rel="prev">[\s\S]*<span class="hint">더 새로운[^<]*<\/span> <a href="\/2024-06-10\/" rel="next">/,
  )
})

test.each([
  [3, false],
  [4, true],
])('a day of %i entries leads from its end to its beginning: %s', (count, leads) => {
  const entries = Array.from({ length: count }, (_, index) => `T${index}\n글 ${index}.\n#all\n`).join('')
  const page = siteOf(`2024-06-10\n${entries}`).pages.get('/2024-06-10/') as string
  expect(page.includes('<p class="top"><a href="#main">')).toBe(leads)
})
