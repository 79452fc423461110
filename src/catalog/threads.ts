/** Those who have a key, in one order. */
type Threads<T> = ReadonlyMap<string, readonly T[]>

/** The values by their keys, each thread in the order of the values. */
export function threadsOf<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): Threads<T> {
  const threads = new Map<string, T[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const thread = threads.get(key)
      if (thread === undefined) threads.set(key, [value])
      else thread.push(value)
    }
  }
  return threads
}

/**
 * The part of a thread whose neighbours have something to do with each other, where only a rare key tells anything: all of
 * it up to `rare`; then, with each that is added, one less, the thread's last first; from twice as many on nobody.
 * So no key stops being rare for all at once: one value more or less changes the neighbours of five others at most, the two
 * around it and three at the thread's end.
 */
export function rarePart<T>(thread: readonly T[], rare: number): readonly T[] {
  return thread.length <= rare ? thread : thread.slice(0, Math.max(0, 2 * rare - thread.length))
}
