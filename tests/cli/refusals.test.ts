import { expect, test } from 'vitest'
import { explanationOf } from '../../src/cli/refusals.ts'

test('a fault of ours is not explained away', () => {
  const fault = new TypeError('undefined is not a function')
  expect(() => explanationOf(fault)).toThrow(fault)
})
