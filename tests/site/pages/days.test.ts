import { expect, test } from 'vitest'
import { sampleSite } from '../sample-site.ts'

const { pages } = sampleSite

test('a day leads to the days before and after it', () => {
  expect(pages.get('/2024-06-10/')).toContain('<a href="/2024-06-09/" rel="prev">')
  expect(pages.get('/2024-06-09/')).toContain('<a href="/2024-06-10/" rel="next">')
})
