import { expect, test } from 'vitest'
import { siteOf } from '../site-of.ts'

/** So many entries of one tag, ten a day. */
function notesOf(count: number): string {
  return Array.from({ length: Math.ceil(count / 10) }, (_, day) => {
    const ofDay = Array.from({ length: Math.min(10, count - day * 10) }, (__, index) => {
      return `A Paper on Matters That Are Long to Say ${day * 10 + index}\n(Grace Hopper, 김연구, Ada Lovelace)\n${'논평의 첫 문장은 이 논문이 왜 흥미로운지 말한다. '.repeat(8)}\n#tag #another-tag\n`
    })
    return `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)}\n${ofDay.join('')}`
  }).join('')
}

const count = (page: string, part: RegExp): number => page.match(part)?.length ?? 0

test.each([
  [3, 3, 0, false],
  [30, 30, 0, false],
  [31, 30, 1, false],
  [150, 30, 120, false],
  [260, 30, 120, true],
])(
  'of %d entries of a feed, %d say what they are about and %d are titles; the rest is reached by day: %s',
  (entries, whole, titles, leads) => {
    const { pages } = siteOf(notesOf(entries), 'feedSize: 500')
    const page = (pages.get('/tags/tag/') as string).replace(/^.*<main/s, '')
    expect(count(page, /class="gist /g)).toBe(whole)
    expect(count(page, /<li class="h-entry">/g)).toBe(whole + titles)
    expect(/<p><a href="\/days\/">/.test(page)).toBe(leads)
  },
)

test('a page of a feed of 500 entries has at most 60 kB and 1,500 elements', () => {
  const { pages } = siteOf(notesOf(500), 'feedSize: 500')
  for (const path of ['/', '/tags/tag/']) {
    const page = pages.get(path) as string
    expect(Buffer.byteLength(page)).toBeLessThan(60_000)
    expect(count(page, /<[a-z]/g)).toBeLessThan(1_500)
  }
})
