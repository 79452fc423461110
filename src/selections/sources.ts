import type { IndexedChannel, SelectionIndex } from './selection-index.ts'

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
export function sourcesOf(
  entries: readonly number[],
  { versions, channels }: Pick<SelectionIndex, 'versions' | 'channels'>,
  most: number,
): readonly Source[] {
  const candidates = candidatesFor(entries, versions.length, channels)
  const few = chosen(entries, candidates, () => true)
  const read = few.length <= most ? few : chosen(entries, candidates, ({ wanted }, newest) => wanted.includes(newest)).slice(0, most)
  return read.map(({ channel, archive }) => {
    const { entries: gathered, current, archives } = channels[channel] as IndexedChannel
    const places = archive === 0 ? current : (archives[archive - 1] as typeof current)
    return { channel, archive, entries: places.map((place) => gathered[place] as number) }
  })
}

/** By plain loops over numbers: the channels of 10,000 entries list some 80,000, and this is done for every first answer. */
function candidatesFor(entries: readonly number[], count: number, channels: readonly IndexedChannel[]): readonly Candidate[] {
  const isWanted = new Uint8Array(count)
  for (const entry of entries) isWanted[entry] = 1
  const candidates: Candidate[] = []
  for (const [channel, { entries: gathered, current, archives }] of channels.entries()) {
    if (current.length === 0 || !holdsAny(gathered, isWanted)) continue
    for (let archive = 0; archive <= archives.length; archive += 1) {
      const wanted: number[] = []
      for (const place of archive === 0 ? current : (archives[archive - 1] as typeof current)) {
        const entry = gathered[place] as number
        if (isWanted[entry] === 1) wanted.push(entry)
      }
      if (wanted.length > 0) candidates.push({ channel, archive, wanted })
    }
  }
  return candidates
}

function holdsAny(gathered: readonly number[], isWanted: Uint8Array): boolean {
  for (let place = 0; place < gathered.length; place += 1) if (isWanted[gathered[place] as number] === 1) return true
  return false
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
