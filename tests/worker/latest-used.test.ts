import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LatestUsed } from '../../src/worker/latest-used.ts'

test('the one used longest ago goes first, once the bound is passed', () => {
  const used = new LatestUsed<number>(16, (bytes) => bytes)
  for (const name of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) if (used.get(name) === undefined) used.keep(name, 4)
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => used.get(name))).toEqual([4, 4, undefined, 4, 4])
})

test('what would push out most others is not kept', () => {
  const used = new LatestUsed<number>(16, (bytes) => bytes)
  used.keep('a', 5)
  expect(used.get('a')).toBeUndefined()
})

test('what is kept twice counts once', () => {
  const used = new LatestUsed<number>(16, (bytes) => bytes)
  for (const name of ['a', 'a', 'a', 'b', 'c', 'd']) used.keep(name, 4)
  expect(['a', 'b', 'c', 'd'].map((name) => used.get(name))).toEqual([4, 4, 4, 4])
})

test('however things are used, those kept are the ones that a list in order of use has not dropped', () => {
  const sizes: Readonly<Record<string, number>> = { a: 1, b: 2, c: 3, d: 4, e: 4, f: 3, g: 4, huge: 4.5, empty: 0 }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(sizes)), { maxLength: 40 }), (uses) => {
      const used = new LatestUsed<string>(16, (name) => sizes[name] as number)
      let kept: readonly string[] = []
      for (const name of uses) {
        expect(used.get(name)).toBe(kept.includes(name) ? name : undefined)
        used.keep(name, name)
        if (name === 'huge') continue
        kept = [...kept.filter((one) => one !== name), name]
        while (kept.reduce((sum, one) => sum + (sizes[one] as number), 0) > 16) kept = kept.slice(1)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a name may count: things that weigh nothing are bounded by theirs', () => {
  const used = new LatestUsed<null>(100, (_, name) => name.length)
  for (let number = 0; number < 50; number += 1) used.keep(`${number}`.padStart(10), null)
  const kept = Array.from({ length: 50 }, (_, number) => used.get(`${number}`.padStart(10))).filter((thing) => thing !== undefined)
  expect(kept).toHaveLength(10)
})
