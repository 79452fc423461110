/**
 * A function that keeps what it has found, for texts that are asked for again and again. It forgets all of it once it has
 * found as many as it may keep.
 *
 * @param find gives the same for the same text, whenever it is asked
 */
export function remembered<Found>(find: (text: string) => Found, most: number): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const fresh = find(text)
    known.set(text, fresh)
    return fresh
  }
}
