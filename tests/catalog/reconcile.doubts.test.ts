import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { arxivA, arxivB, both, catalogue, day, entry, idA, idsByTitle, problemsOf, read, recorded } from './recorded.ts'

describe('a doubt is a problem with its cure, never a guess', () => {
  test.each([
    [
      'two candidates for one record: one has its date and title, one its paper',
      `${day}${entry('A', { link: arxivA })}`,
      `${day}${entry('A', { link: arxivB, text: '하나.' })}${entry('Other', { link: arxivA, text: '둘.' })}`,
      ['a.md:2', 'a.md:6'],
    ],
    [
      'two that have swapped their links',
      both,
      `${day}${entry('A', { link: arxivB })}${entry('B', { link: arxivA })}`,
      ['a.md:2', 'a.md:6'],
    ],
    [
      'a record that would be lost beside a new entry of its day',
      `${day}${entry('A')}`,
      `${day}${entry('Unlike', { text: '완전히 다른 글.' })}`,
      ['a.md:2'],
    ],
    [
      'one title on two new days',
      `${day}${entry('A')}`,
      `2024-06-11\n${entry('A', { text: '하나.' })}2024-06-12\n${entry('A', { text: '둘.' })}`,
      ['a.md:2', 'a.md:6'],
    ],
  ])('%s', (_, before, after, places) => {
    const ledger = recorded(before)
    const { catalog, recorded: next } = read(after, { ledger })
    expect([catalog, next]).toEqual([null, null])
    const problems = problemsOf(after, { ledger })
    expect(problems.map((problem) => problem.split(': ')[0]?.replace('content/', '')).toSorted()).toEqual(places)
    for (const problem of problems) {
      expect(problem).toContain(`id: ${idA}`)
      expect(problem).toMatch(
        /\(if it is, write that id on a line below its title; if none of them is, add --accept new to the command, as in npm run build -- --accept new\)$/,
      )
    }
  })

  test('an id line cures it', () => {
    const ledger = recorded(`${day}${entry('A')}`)
    expect(catalogue(`${day}Unlike\nid: ${idA}\n완전히 다른 글.\n#t`, { ledger }).entries[0]?.id).toBe(idA)
  })

  test('--accept takes date and title before papers, and what is left for new', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA })}`)
    const edited = `${day}${entry('A', { link: arxivB, text: '하나.' })}${entry('Other', { link: arxivA, text: '둘.' })}`
    expect(idsByTitle(catalogue(edited, { ledger, accept: true }))).toEqual({ A: idA, Other: 'tag:notes.example,2024-06-10:other' })
    const unlike = catalogue(`${day}${entry('Unlike', { text: '다른 글.' })}`, { ledger: recorded(`${day}${entry('A')}`), accept: true })
    expect([unlike.entries[0]?.id, unlike.removed.goneEntries]).toEqual(['tag:notes.example,2024-06-10:unlike', ['2024-06-10/a']])
  })

  test('nor does a day that lost more than it has got, unless two titles are alike', () => {
    const three = recorded(`${day}${entry('On the shape of things')}${entry('B')}${entry('C')}`)
    const one = (title: string): Catalog | null => read(`${day}${entry(title, { text: '다른 글.' })}`, { ledger: three }).catalog
    expect(one('Something new')?.entries[0]?.id).toBe('tag:notes.example,2024-06-10:something-new')
    expect(one('On the shape of everything')).toBeNull()
  })

  test('a title that lost what stood behind it is in doubt, even where its link and text are others', () => {
    const long = 'A Title of Some Words by Ada Lovelace'
    const ledger = recorded(`${day}${entry(long, { link: arxivA })}`)
    const edited = `${day}${entry('A Title of Some Words', { link: arxivB, text: '다른 글.' })}`
    expect(problemsOf(edited, { ledger })).toEqual([
      expect.stringMatching(/may be an entry that was published before: “A Title of Some Words by/),
    ])
  })

  test('papers that differ leave no doubt', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA })}`)
    expect(catalogue(`${day}${entry('B', { link: arxivB })}`, { ledger }).removed.goneEntries).toEqual(['2024-06-10/a'])
  })

  test('a problem names a few candidates, however many there are', () => {
    const titles = Array.from({ length: 300 }, (_, index) => index)
    const notes = (from: number): string =>
      titles
        .map(
          (index) =>
            `${new Date(Date.UTC(2000 + from, 0, 1 + index)).toISOString().slice(0, 10)}\n${entry('Weekly', { text: `글 ${from} ${index}.` })}`,
        )
        .join('')
    const problems = problemsOf(notes(10), { ledger: recorded(notes(0)) })
    expect(problems).toHaveLength(300)
    for (const problem of problems) expect(problem.length).toBeLessThan(1_000)
    expect(problems[0]).toContain('and 295 more')
  })
})
