import { expect, test } from 'vitest'
import { buildTimeOf, ceilingMilliseconds, grown, settleMilliseconds } from '../../src/cli/preview/bursts.ts'

test.each([
  ['one change is built once nothing follows it', [5_000], 5_000 + settleMilliseconds],
  ['a change that follows at once puts the build off', [5_000, 5_020, 5_040], 5_040 + settleMilliseconds],
  ['changes without an end are built a second after the first', [5_000, 5_500, 5_990], 5_000 + ceilingMilliseconds],
  ['a change after that second is built at once', [5_000, 6_500], 5_000 + ceilingMilliseconds],
])('%s', (_, changes, due) => {
  const burst = changes.reduce<ReturnType<typeof grown> | null>(grown, null)
  expect(burst && buildTimeOf(burst)).toBe(due)
})

test('a burst of saves is built every second at the latest', () => {
  expect(ceilingMilliseconds).toBeLessThanOrEqual(1_000)
})
