/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to below the given one. */
  readonly below: (bound: number) => number
  readonly oneOf: <T>(values: readonly T[]) => T
  /** Whether something that happens so many times in a hundred happens now. */
  readonly percent: (share: number) => boolean
}

/** xorshift32 (Marsaglia, "Xorshift RNGs", 2003), begun with mixed bits so that neighbouring seeds don't resemble each other. */
export function chanceOf(seed: number): Chance {
  let state = mixed(seed) || 1
  const below = (bound: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * bound)
  }
  return {
    below,
    oneOf: <T>(values: readonly T[]): T => values[below(values.length)] as T,
    percent: (share) => below(100) < share,
  }
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the number changes half the bits of the result. */
function mixed(number: number): number {
  const first = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

/**
 * Draws from a list as words and tags are used: the one at rank r (from 1) about 1/(r + 2) as often as others (Mandelbrot's
 * form of Zipf's law), so that a few are everywhere and most are rare.
 */
export function zipfOver<T>(values: readonly T[]): (chance: Chance) => T {
  let sum = 0
  const sums = values.map((_, index) => {
    sum += 1 / (index + 3)
    return sum
  })
  return ({ below }) => {
    const drawn = (below(2 ** 30) / 2 ** 30) * sum
    let [from, to] = [0, values.length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if (drawn < (sums[middle] as number)) to = middle
      else from = middle + 1
    }
    return values[from] as T
  }
}

/**
 * A text in which slots are filled: `{task}` by a phrase drawn from the list `task`, whose own slots are filled likewise. Braces
 * around anything that names no list, as in a formula, stay.
 */
export function filled(text: string, phrases: Readonly<Record<string, readonly string[]>>, chance: Chance): string {
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    const list = phrases[slot]
    return list === undefined ? whole : filled(chance.oneOf(list), phrases, chance)
  })
}
