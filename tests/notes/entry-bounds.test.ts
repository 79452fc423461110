import { describe, expect, test } from 'vitest'
import { matter, read } from './read.ts'

const list = (count: number, one: (index: number) => string): readonly string[] => Array.from({ length: count }, (_, index) => one(index))
const hashed = (count: number): string => list(count, (index) => `#t${index}`).join(' ')
const listed = (count: number): string => list(count, (index) => `t${index}`).join(', ')
const problemsOf = (text: string): readonly string[] => read(text, 'n.md').problems

const day = '2024-06-10\nT\n글.\n'
const many = (count: number): string => `${count} tags of one entry (keep those that people would follow: 50 are the most)`

describe('an entry with more than fifty tags is refused, wherever they are written', () => {
  test.each([
    ['a tag line', `${day}${hashed(51)}`, [`n.md:4: ${many(51)}`]],
    ['tag lines', `${matter('title: T', 'kind: paper')}2024-06-10\n글.\n${hashed(30)}\n글.\n#a ${hashed(51)}`, [`n.md:9: ${many(52)}`]],
    ['a label', `${day}Tags: ${listed(51)}`, [`n.md:4: ${many(51)}`]],
    ['the end of a line', `${matter('title: T')}2024-06-10\n글 ${hashed(51)}`, [`n.md:5: ${many(51)}`]],
    ['front matter, once for all entries', `${matter(`tags: [${listed(51)}]`)}${day}#a\nU\n글.\n#b`, [`n.md:2: ${many(51)}`]],
    ['both', `${matter(`tags: [${listed(49)}]`)}${day}#a\nU\n글.\n#b #c`, [`n.md:10: ${many(51)}`]],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  test.each([
    ['fifty', `${day}${hashed(50)}`],
    ['one, written a hundred times', `${day}${'#a '.repeat(100)}`],
    ['fifty of two places', `${matter(`tags: [${listed(50)}]`)}${day}${hashed(50)}`],
  ])('but not one with %s', (_, text) => {
    expect(problemsOf(text)).toEqual([])
  })
})

test('a day of more than a thousand entries is refused at the first one too many', () => {
  const ofDay = (day: string, count: number): string => `${day}\n${list(count, (n) => `A ${n}\n#a\n`).join('')}`
  expect(problemsOf(ofDay('2024-06-10', 1_000) + ofDay('2024-06-11', 1_000))).toEqual([])
  expect(problemsOf(ofDay('2024-06-10', 1_002))).toEqual([
    'n.md:2002: 1002 entries of 2024-06-10 (give some another date: 1000 are the most)',
  ])
})

describe('what is too long for a name, a title or an address is refused with its length', () => {
  const cure = (text: string): RegExp => new RegExp(`^n\\.md:${text}`)
  test.each([
    ['a tag', `${day}#${'가'.repeat(101)}`, cure('4: a tag of 101 characters, “가+…” \\(write a shorter one: 100 are the most\\)$')],
    ['a labelled tag', `${day}Tags: ${'가'.repeat(101)}`, cure('4: a tag of 101 characters')],
    ['a tag of front matter', `${matter(`tags: ${'가'.repeat(101)}`)}${day}#a\nU\n글.\n#b`, cure('2: a tag of 101 characters')],
    ['a title', `2024-06-10\n## ${'가'.repeat(1_001)}\n글.\n#a`, cure('2: a title of 1001 characters \\(.*: 1000 are the most\\)$')],
    ['a title of front matter', `${matter(`title: ${'가'.repeat(1_001)}`)}2024-06-10\n글.`, cure('2: a title of 1001 characters')],
    [
      'an author',
      `${day.replace('글', `Authors: ${'가'.repeat(301)}\n글`)}#a`,
      cure('2: an author of 301 characters \\(.*: 300 are the most'),
    ],
    [
      'authors',
      `2024-06-10\nT\n(${list(2_001, (n) => `Ada L${n}`).join(', ')})\n글.\n#a`,
      cure('2: 2001 authors of one entry \\(.*: 2000 are'),
    ],
    ['a venue', `2024-06-10\nT\nVenue: ${'가'.repeat(501)}\n글.\n#a`, cure('2: a venue of 501 characters \\(.*: 500 are the most')],
    ['text', `2024-06-10\nT\n${'가'.repeat(200_001)}\n#a`, cure('2: an entry of 200001 characters \\(part it: 200000 are the most')],
    ['an abstract', `2024-06-10\nT\n> ${'가'.repeat(200_001)}\n#a`, cure('2: an entry of 200001 characters')],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)])
  })

  test('but what is as long as it may be is not', () => {
    const authors = list(2_000, (n) => `Ada L${n}`).join(', ')
    expect(problemsOf(`2024-06-10\n## ${'가'.repeat(1_000)}\n(${authors})\n글.\n#${'가'.repeat(100)}`)).toEqual([])
    const head = `2024-06-10\nT\nAuthors: ${'가'.repeat(300)}\nVenue: ${'가'.repeat(500)}\n`
    expect(problemsOf(`${head}${'가'.repeat(200_000)}\n#a`)).toEqual([])
  })
})
