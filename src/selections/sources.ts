import type { IndexedChannel } from './selection-index.ts'

/** A document of a channel, from which items are taken. */
export interface Source {
  /** The number of its channel in the index. */
  readonly channel: number
  /** The number of an archive from 1, or 0 for what subscribers poll. */
  readonly archive: number
  /** The numbers of its entries, in its order. */
  readonly entries: readonly number[]
}

/** A document that holds some of the entries that are wanted. */
interface Candidate {
  readonly channel: number
  readonly archive: number
  /** The wanted ones that it holds. */
  readonly wanted: readonly number[]
}

/**
 * The documents from which the items of entries are taken: as few as a greedy choice finds, always the one with most of what is
 * still missing, whatever channel's it is. Where these are more than may be read, those that hold the newest entries.
 *
 * @param entries the newest first
 * @param most how many documents may be read
 */
export function sourcesOf(entries: readonly number[], channels: readonly IndexedChannel[], most: number): readonly Source[] {
  const candidates = candidatesFor(new Set(entries), channels)
  const few = chosen(entries, candidates, () => true)
  const read = few.length <= most ? few : chosen(entries, candidates, ({ wanted }, newest) => wanted.includes(newest)).slice(0, most)
  return read.map(({ channel, archive }) => {
    const { entries: gathered, current, archives } = channels[channel] as IndexedChannel
    const places = archive === 0 ? current : (archives[archive - 1] as typeof current)
    return { channel, archive, entries: places.map((place) => gathered[place] as number) }
  })
}

function candidatesFor(wanted: ReadonlySet<number>, channels: readonly IndexedChannel[]): readonly Candidate[] {
  return channels.flatMap(({ entries, current, archives }, channel) => {
    if (current.length === 0) return []
    const places = new Set(entries.keys().filter((place) => wanted.has(entries[place] as number)))
    if (places.size === 0) return []
    return [current, ...archives].flatMap((document, archive) => {
      const held = document.filter((place) => places.has(place)).map((place) => entries[place] as number)
      return held.length === 0 ? [] : [{ channel, archive, wanted: held }]
    })
  })
}

/** @throws Error where no document holds one of the entries */
function chosen(
  entries: readonly number[],
  candidates: readonly Candidate[],
  isEligible: (candidate: Candidate, newest: number) => boolean,
): readonly Candidate[] {
  const left = new Set(entries)
  const sources: Candidate[] = []
  for (let [newest] = left; newest !== undefined; [newest] = left) {
    let best: { readonly candidate: Candidate; readonly count: number } | null = null
    for (const candidate of candidates) {
      if (!isEligible(candidate, newest)) continue
      const count = candidate.wanted.reduce((sum, entry) => sum + (left.has(entry) ? 1 : 0), 0)
      if (count > (best?.count ?? 0)) best = { candidate, count }
    }
    if (best === null) throw new Error(`no document of a channel holds ${left.size} entries`)
    sources.push(best.candidate)
    for (const entry of best.candidate.wanted) left.delete(entry)
  }
  return sources
}
