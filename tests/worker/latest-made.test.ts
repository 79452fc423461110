import { expect, test } from 'vitest'
import { LatestMade } from '../../src/worker/latest-made.ts'

test('so many are kept, and the one made longest ago goes first, however much it is asked for', () => {
  const made = new LatestMade<number>(2)
  made.keep('a', 1)
  made.keep('b', 2)
  expect(made.get('a')).toBe(1)
  made.keep('c', 3)
  expect(['a', 'b', 'c'].map((name) => made.get(name))).toEqual([undefined, 2, 3])
})

test('one of the same name is replaced, and pushes out no other', () => {
  const made = new LatestMade<number>(2)
  for (const [name, thing] of [['a', 1] as const, ['b', 2] as const, ['b', 3] as const]) made.keep(name, thing)
  expect(['a', 'b'].map((name) => made.get(name))).toEqual([1, 3])
})
