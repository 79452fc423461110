import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rarePart, threadsOf } from '../../src/catalog/threads.ts'

test('a thread has the values with its key, in their order', () => {
  const threads = threadsOf([12, 7, 9, 4], (value) => (value % 2 === 0 ? ['all', 'even'] : ['all']))
  expect([...threads]).toEqual([
    ['all', [12, 7, 9, 4]],
    ['even', [12, 4]],
  ])
})

test('one value more or less changes the neighbours of five others at most', () => {
  const neighbours = (values: readonly number[], rare: number): ReadonlyMap<number, string> => {
    const part = rarePart(values, rare)
    return new Map(
      values.map((value) => [value, part.includes(value) ? `${part[part.indexOf(value) - 1]} ${part[part.indexOf(value) + 1]}` : '']),
    )
  }
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(1_000), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.integer({ min: 1, max: 14 }),
      (values, at, rare) => {
        const [before, after] = [neighbours(values, rare), neighbours(values.toSpliced(at % values.length, 1), rare)]
        expect([...after].filter(([value, around]) => before.get(value) !== around).length).toBeLessThanOrEqual(5)
      },
    ),
  )
})

test.each([
  [3, [1, 2, 3]],
  [4, [1, 2]],
  [5, [1]],
  [6, []],
  [1_000, []],
])('of a thread of %d, where three are rare, this part is', (length, part) => {
  expect(
    rarePart(
      Array.from({ length }, (_, index) => index + 1),
      3,
    ),
  ).toEqual(part)
})
