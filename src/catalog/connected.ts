/**
 * The values in groups: two are in one group when they share a key, or when a chain of others between them does, as A
 * and C are where A and B share a paper, B and C a text. Groups stand in the order of their first values.
 */
export function connected<T extends object>(values: readonly T[], keysOf: (value: T) => readonly string[]): readonly (readonly T[])[] {
  const keys = new Map(values.map((value) => [value, keysOf(value)]))
  // Nearly always a value has one key: then there are no chains, and grouping takes less than half of the time.
  if (values.every((value) => keys.get(value)?.length === 1)) return [...Map.groupBy(values, (value) => keys.get(value)?.[0]).values()]
  const keyed = values.flatMap((value) => (keys.get(value) as readonly string[]).map((key) => ({ key, value })))
  const sharing = Map.groupBy(keyed, ({ key }) => key)
  const seen = new Set<T>()
  const groups: T[][] = []
  for (const first of values) {
    if (seen.has(first)) continue
    const group: T[] = []
    const unvisited: T[] = []
    meet(first)
    for (let value = unvisited.pop(); value !== undefined; value = unvisited.pop()) {
      for (const key of keys.get(value) as readonly string[]) {
        for (const other of sharing.get(key) ?? []) meet(other.value)
        // Nobody new is behind this key any more.
        sharing.delete(key)
      }
    }
    groups.push(group)

    function meet(value: T): void {
      if (seen.has(value)) return
      seen.add(value)
      group.push(value)
      unvisited.push(value)
    }
  }
  return groups
}
