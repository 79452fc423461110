import { expect, test } from 'vitest'
import { manyRemovedProblems } from '../../src/catalog/many-removed.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { entry, later, recorded } from './recorded.ts'

/** Notes of so many days, an entry a day. */
const notes = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const [year, month, day] = [2010 + Math.floor(index / 300), 1 + (Math.floor(index / 25) % 12), 1 + (index % 25)]
    const two = (number: number): string => String(number).padStart(2, '0')
    return `${year}-${two(month)}-${two(day)}\n${entry(`Paper ${index}`)}`
  }).join('')

/** What is said where there were so many entries, and so many of them are left. */
function said(before: number, left: number): readonly string[] {
  const ledger = recorded(notes(before))
  return manyRemovedProblems('content/ledger.json', ledger, recorded(notes(left), { ledger, now: later })).map(formatProblem)
}

test('more than ten entries, and more than a third of all, are many to remove at once', () => {
  const bounds = [
    [30, 20],
    [30, 19],
    [33, 22],
    [33, 21],
    [11, 1],
    [11, 0],
    [40, 45],
  ].map(([before, left]) => [before, left, said(before as number, left as number).length])
  expect(bounds).toEqual([
    [30, 20, 0],
    [30, 19, 1],
    [33, 22, 0],
    [33, 21, 1],
    [11, 1, 0],
    [11, 0, 1],
    [40, 45, 0],
  ])
})

test('the problem says how many of how many, and names some', () => {
  expect(said(3000, 1800)).toEqual([
    expect.stringMatching(
      /^content\/ledger\.json:1: warning: 1,200 of 3,000 entries would be gone: “Paper \d+”, “Paper \d+”, “Paper \d+” and 1,197 more \(put their notes back, .*\)$/,
    ),
  ])
})

test('what was removed before is not removed again, nor is anything where nothing was recorded', () => {
  const first = recorded(notes(30))
  const second = recorded(notes(10), { ledger: first, now: later })
  expect(manyRemovedProblems('content/ledger.json', second, recorded(notes(9), { ledger: second, now: later }))).toEqual([])
  expect(manyRemovedProblems('content/ledger.json', null, second)).toEqual([])
})
