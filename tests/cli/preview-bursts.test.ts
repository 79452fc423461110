import { afterEach, describe, expect, test, vi } from 'vitest'
import { Bursts, buildTimeOf, ceilingMilliseconds, grown, settleMilliseconds } from '../../src/cli/preview/bursts.ts'

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

describe('an instant that changes the site by itself', () => {
  afterEach(() => void vi.useRealTimers())

  test('is built when it has come, once; a later word of another takes its place', async () => {
    vi.useFakeTimers({ now: new Date('2024-06-10T14:59:00Z') })
    const built: string[] = []
    const bursts = new Bursts(async () => void built.push(new Date().toISOString()))
    bursts.addAt(Date.parse('2024-06-10T14:59:30Z'))
    bursts.addAt(Date.parse('2024-06-10T15:00:00Z'))
    await vi.advanceTimersByTimeAsync(59_999)
    expect(built).toEqual([])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(built).toEqual([new Date(Date.parse('2024-06-10T15:00:00Z') + settleMilliseconds).toISOString()])
    bursts.addAt(Date.parse('2024-06-10T16:00:00Z'))
    bursts.stop()
    // A thread that was told to end may have its last word still under way.
    bursts.addAt(Date.parse('2024-06-10T16:00:00Z'))
    await vi.advanceTimersByTimeAsync(7_200_000)
    expect(built).toHaveLength(1)
  })
})
