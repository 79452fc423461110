import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, entry, problemsOf } from './recorded.ts'

const titles = (entries: readonly { readonly title: string }[]): readonly string[] => entries.map(({ title }) => title)

describe('one order of all entries', () => {
  const files = {
    'b.md': `2024-06-10\n${entry('B1')}${entry('B2')}2024-06-12\n${entry('B3')}`,
    'a.md': `2024-06-10\n${entry('A1')}2024-06-11\n${entry('A2')}2024-06-10\n${entry('A3')}`,
    'Z.md': `2024-06-10\n${entry('Z1')}`,
  }

  test('newest day first; within a day as the notes have it, files by code unit', () => {
    const { entries, days } = catalogue(files)
    expect(titles(entries)).toEqual(['B3', 'A2', 'Z1', 'A1', 'A3', 'B1', 'B2'])
    expect(days.map(({ day, entries: ofDay }) => [day, titles(ofDay)])).toEqual([
      ['2024-06-12', ['B3']],
      ['2024-06-11', ['A2']],
      ['2024-06-10', ['Z1', 'A1', 'A3', 'B1', 'B2']],
    ])
  })

  test('what isn’t recorded is dated at noon UTC of its day, less a second for each entry above it', () => {
    const { entries } = catalogue(files)
    expect(entries.map(({ published }) => published.toISOString())).toEqual([
      '2024-06-12T12:00:00.000Z',
      '2024-06-11T12:00:00.000Z',
      '2024-06-10T12:00:00.000Z',
      '2024-06-10T11:59:59.000Z',
      '2024-06-10T11:59:58.000Z',
      '2024-06-10T11:59:57.000Z',
      '2024-06-10T11:59:56.000Z',
    ])
    for (const { published, updated } of entries) expect(updated).toEqual(published)
  })

  test('does not depend on how the files are listed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(files), { minLength: 3 }), (order) => {
        expect(catalogue(Object.fromEntries(order.map((path) => [path, files[path as keyof typeof files]])))).toEqual(catalogue(files))
      }),
      { numRuns: 10 },
    )
  })
})

test('each clash is named once, all of them at once', () => {
  const problems = problemsOf(`2024-06-10\n${entry('A', { tags: '#c' })}${entry('A', { tags: '#c*' })}${entry('A', { tags: '#c* #c!' })}`)
  expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
    'content/a.md:7',
    'content/a.md:10',
    'content/a.md:5',
    'content/a.md:8',
  ])
})
