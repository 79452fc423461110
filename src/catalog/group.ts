/** The values in groups, groups and members in the order they are first met; a value may be in several. */
export function groupBy<K, V>(values: readonly V[], keysOf: (value: V) => readonly K[]): readonly (readonly [K, readonly V[]])[] {
  const groups = new Map<K, V[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
  }
  return [...groups]
}
