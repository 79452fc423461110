import { expect, test } from 'vitest'
import { withdrawalProblems, withdrawnBy } from '../../src/catalog/withdrawn.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { catalogFrom, notesFrom } from './catalog-from.ts'

const now = new Date('2024-07-01T00:00:00Z')
const both = '2024-06-10\nA\nhttps://arxiv.org/abs/2406.00001\n글.\n#t\nB\n다른 글.\n#t\n'
const last = catalogFrom(both, '', { now }).recorded

/** What is withdrawn where the notes are these now. */
function withdrawn(notes: string): readonly string[] {
  const { site, entries, drafts } = notesFrom(notes)
  const { recorded } = catalogFrom(notes, '', { ledger: last, now })
  expect([site.title, entries.length + drafts.length]).toEqual(['T', 2])
  return withdrawalProblems(withdrawnBy(drafts, last, recorded)).map(formatProblem)
}

test.each([
  ['by its place', both.replace('B\n', 'B\ndraft: true\n'), 'content/a.md:6'],
  ['by its paper, whatever its title', both.replace('A\n', 'A new title\ndraft: true\n'), 'content/a.md:2'],
  ['by its id', both.replace('B\n', 'Quite new\nid: tag:notes.example,2024-06-10:b\ndraft: true\n'), 'content/a.md:6'],
])('a draft that is published is known %s', (_, notes, place) => {
  expect(withdrawn(notes)).toEqual([
    expect.stringMatching(
      new RegExp(`^${place}: warning: this draft is published: recording it as gone would answer 410 .* \\(take draft: true away\\)$`),
    ),
  ])
})

test('a draft that nobody has seen withdraws nothing, nor does any without a ledger', () => {
  const more = `${both}C\ndraft: true\n셋.\n#t\n`
  const { drafts } = notesFrom(more)
  const { recorded } = catalogFrom(more, '', { ledger: last, now })
  expect([withdrawnBy(drafts, last, recorded), withdrawnBy(drafts, null, recorded)]).toEqual([[], []])
})
