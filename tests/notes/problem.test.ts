import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorAt, formatProblem, hasError, quoted, sortedProblems, warningAt } from '../../src/notes/problem.ts'

const place = { file: 'content/n.md', line: 3 }

test('a problem is one line: the place, what is wrong, and what to do', () => {
  expect(formatProblem(errorAt(place, 'wrong', 'mend it'))).toBe('content/n.md:3: wrong (mend it)')
  expect(formatProblem(warningAt(place, 'odd', 'look at it'))).toBe('content/n.md:3: warning: odd (look at it)')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '가', ' ', '\n', '\r', '\t', '\0', '\u0085', '\u2028', '\u2029', '😀') }),
      (text) => {
        expect(formatProblem(errorAt(place, text, text))).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      },
    ),
  )
})

test('only an error keeps content from being published', () => {
  expect([hasError([]), hasError([warningAt(place, '', '')]), hasError([warningAt(place, '', ''), errorAt(place, '', '')])]).toEqual([
    false,
    false,
    true,
  ])
})

test('problems are sorted by file and line, and those of one line keep their order', () => {
  const at = (file: string, line: number, what: string): ReturnType<typeof errorAt> => errorAt({ file, line }, what, '')
  const sorted = [at('a.md', 9, 'x'), at('b.md', 2, 'z'), at('b.md', 2, 'y'), at('b.md', 10, 'w')]
  expect(sortedProblems([3, 1, 0, 2].map((index) => sorted[index] as (typeof sorted)[0]))).toEqual(sorted)
})

test('a quotation is one line of at most sixty characters between its marks, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', '가'), maxLength: 200 }), (text) => {
      expect(quoted(text)).toMatch(/^“[^\n]*”$/)
      expect(quoted(text).isWellFormed()).toBe(true)
      expect(Array.from(quoted(text)).length).toBeLessThanOrEqual(62)
    }),
  )
})
