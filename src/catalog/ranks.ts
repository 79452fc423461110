/** An entry whose place in the notes of its day is to be written down. */
interface Ranked {
  readonly id: string
  /** The rank that it has; null where none was ever written down. */
  readonly rank: number | null
}

/**
 * A rank for each entry of a day, by its id: they rise as the notes go down. Entries keep their ranks while their order is the
 * same, whatever is added above, below or between them; where it isn't, or where no number is left between two, all of the
 * day get new ones.
 *
 * @param entries in the notes' order
 */
export function ranksOfDay(entries: readonly Ranked[]): ReadonlyMap<string, number> {
  const ranks = runsOf(entries.map(({ rank }) => rank)).flatMap(({ above, count, under }) => {
    const step = above === null || under === null ? 1 : (under - above) / (count + 1)
    const before = above ?? (under === null ? -1 : under - count - 1)
    const between = Array.from({ length: count }, (_, index) => before + step * (index + 1))
    return under === null ? between : [...between, under]
  })
  const isRising = ranks.every((rank, index) => index === 0 || (ranks[index - 1] as number) < rank)
  return new Map(entries.map(({ id }, index) => [id, isRising ? (ranks[index] as number) : index]))
}

/** Entries without a rank that follow one another, and the ranks above and under them. */
interface Run {
  readonly above: number | null
  readonly count: number
  readonly under: number | null
}

/** A run before each rank that is known, and one behind the last; most of them of no entry. */
function runsOf(ranks: readonly (number | null)[]): readonly Run[] {
  const runs: Run[] = []
  let [above, count]: [number | null, number] = [null, 0]
  for (const under of ranks) {
    if (under === null) {
      count += 1
      continue
    }
    runs.push({ above, count, under })
    above = under
    count = 0
  }
  return [...runs, { above, count, under: null }]
}
