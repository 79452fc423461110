import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connected } from '../../src/catalog/connected.ts'

interface Value {
  readonly keys: readonly string[]
}

const values: fc.Arbitrary<Value[]> = fc.array(
  fc.record({ keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 3 }) }),
  {
    maxLength: 12,
  },
)
const keysOf = ({ keys }: Value): readonly string[] => keys

test('a chain of shared keys is one group', () => {
  const [first, alone, second, third] = [{ keys: ['a'] }, { keys: [] }, { keys: ['b', 'c'] }, { keys: ['a', 'b'] }]
  expect(connected<Value>([first, alone, second, third], keysOf)).toEqual([[first, third, second], [alone]])
})

test('every value is in one group, and groups stand in the order of their first values', () => {
  fc.assert(
    fc.property(values, (all) => {
      const groups = connected(all, keysOf)
      expect(new Set(groups.flat())).toEqual(new Set(all))
      expect(groups.flat()).toHaveLength(all.length)
      const firsts = groups.map(([first]) => all.indexOf(first as Value))
      expect(firsts).toEqual(firsts.toSorted((one, other) => one - other))
    }),
  )
})

test('groups share no key, and no group falls in two that share none', () => {
  fc.assert(
    fc.property(values, (all) => {
      const groups = connected(all, keysOf)
      const ofGroups = groups.map((group) => [...new Set(group.flatMap(keysOf))])
      expect(new Set(ofGroups.flat()).size).toBe(ofGroups.flat().length)
      for (const group of groups) {
        let reached = new Set(keysOf(group[0] as Value))
        for (const _ of group) reached = new Set(group.filter(({ keys }) => keys.some((key) => reached.has(key))).flatMap(keysOf))
        if (group.length > 1) for (const { keys } of group) expect(keys.some((key) => reached.has(key))).toBe(true)
      }
    }),
  )
})
