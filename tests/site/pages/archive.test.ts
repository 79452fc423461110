import { expect, test } from 'vitest'
import { siteOf } from '../site-of.ts'

test.each([6, 11, 12, 14, 24])('a tag’s page and its older pages list all %i entries', (count) => {
  const notes = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))).toISOString().slice(0, 10)
    return `${day}\nT${index}\n글 ${index}.\n#all\n`
  })
  const { pages } = siteOf(notes.join(''), 'feedSize: 5')
  const linked = (path: string): readonly string[] =>
    [...(pages.get(path) as string).matchAll(/<a class="u-url p-name" href="([^"]+)"/g)].map(([, href]) => href as string)
  const older = [...pages.keys()].filter((path) => /^\/tags\/all\/archive\/\d+\/$/.test(path))
  expect(new Set(['/tags/all/', ...older].flatMap(linked)).size).toBe(count)
})

test('a channel, its newest archive and its oldest lead to one another, older and newer', () => {
  const notes = Array.from({ length: 5 }, (_, index) => `2024-06-0${index + 1}\nT${index}\n글.\n#all\n`)
  const { pages } = siteOf(notes.join(''), 'feedSize: 2')
  const ways = (path: string): readonly string[] =>
    [...(pages.get(path) as string).matchAll(/<a href="([^"]+)" rel="(prev|next)"/g)].map(([, href, rel]) => `${rel} ${href}`)
  expect(ways('/tags/all/')).toEqual(['prev /tags/all/archive/2/'])
  expect(ways('/tags/all/archive/2/')).toEqual(['prev /tags/all/archive/1/', 'next /tags/all/'])
  expect(ways('/tags/all/archive/1/')).toEqual(['next /tags/all/archive/2/'])
})
