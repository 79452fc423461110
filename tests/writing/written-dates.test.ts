import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/text/day.ts'
import { pathOfOtherDay, withOtherDay } from '../../src/writing/written-dates.ts'

const [day, other] = ['2024-06-10' as Day, '2024-11-02' as Day]

describe('a line with another day keeps its form', () => {
  test.each([
    ['# 2024-06-10', '# 2024-11-02'],
    ['2024년 6월 10일', '2024년 11월 2일'],
    ['## 2024년 06월 10일 (월)', '## 2024년 11월 02일 (토)'],
    ['2024年6月10日（月）', '2024年11月2日（土）'],
    ['June 10, 2024', 'November 2, 2024'],
    ['Monday, Jun 10, 2024', 'Saturday, Nov 2, 2024'],
    ['10 June 2024', '2 November 2024'],
    ['2024. 6. 10.', '2024. 11. 2.'],
    ['2024/6/10', '2024/11/2'],
    ['**2024.06.10**', '**2024.11.02**'],
    ['a line without a day', null],
  ])('%s', (written, expected) => {
    expect(withOtherDay(written, day, other)).toBe(expected)
  })
})

describe('a path of another day keeps its form', () => {
  test.each([
    ['2024-06-10.md', '2024-11-02.md'],
    ['2024/2024-06-10.md', '2024/2024-11-02.md'],
    ['notes/2024/06/2024-06-10.md', 'notes/2024/11/2024-11-02.md'],
    ['2024-06/20240610 papers.txt', '2024-11/20241102 papers.txt'],
    ['2024/06/10.md', '2024/11/02.md'],
    ['240610.md', '241102.md'],
    ['all.md', null],
  ])('%s', (path, expected) => {
    expect(pathOfOtherDay(path, day, other)).toBe(expected)
  })
})
