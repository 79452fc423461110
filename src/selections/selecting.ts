import { type PolledFacts, polledEntries, type Sizes } from '../feed/cuts.ts'
import type { Operand, Selection } from './expression.ts'
import { type IndexedChannel, imported, type SelectionIndex, timely } from './selection-index.ts'

/** The channel of an operand. */
export type ChannelOf = (operand: Operand) => IndexedChannel

/** The numbers of the entries that a selection has, the newest first. */
export function entriesOf({ versions }: SelectionIndex, { groups, without }: Selection, channelOf: ChannelOf): readonly number[] {
  const missing = new Uint8Array(versions.length)
  for (const group of groups) {
    const having = new Uint8Array(versions.length)
    for (const operand of group) for (const entry of channelOf(operand).entries) having[entry] = 1
    for (let entry = 0; entry < having.length; entry += 1) if (having[entry] === 0) missing[entry] = 1
  }
  for (const operand of without) for (const entry of channelOf(operand).entries) missing[entry] = 1
  return versions.flatMap((_, entry) => (missing[entry] === 0 ? [entry] : []))
}

/** The documents of a selection, by the numbers of their entries in their order. */
export interface SelectedDocuments {
  readonly count: number
  /** What subscribers poll. */
  readonly current: readonly number[]
  /** The archives, the oldest first. */
  readonly archives: readonly SelectedArchive[]
}

export interface SelectedArchive {
  readonly entries: readonly number[]
  /** Whether it gains no entry any more, but by edits and removals: these move what was recorded later. */
  readonly isFull: boolean
}

/**
 * Cuts the entries of a selection into documents, by the rules for every channel's entries: full archives in the order of recording, what
 * subscribers poll, and, where that lacks any of what follows the last full archive, one that isn't full yet.
 *
 * @param entries the newest first
 */
export function documentsOf(index: SelectionIndex, entries: readonly number[], { feedSize, archiveSize }: Sizes): SelectedDocuments {
  const facts = entries.map((entry) => factsOf(index, entry))
  const byRecording = facts.toSorted((one, other) => (index.recorded[one.entry] as number) - (index.recorded[other.entry] as number))
  const current = polledEntries({ entries: facts, sequence: byRecording }, feedSize).map(({ entry }) => entry)
  const cut = (number: number): SelectedArchive => {
    const slots = byRecording.slice(number * archiveSize, (number + 1) * archiveSize)
    const isFull = slots.length === archiveSize && slots.every(({ recorded }) => recorded !== null)
    return { entries: slots.map(({ entry }) => entry).toSorted((one, other) => one - other), isFull }
  }
  const whole = entries.length <= archiveSize ? 0 : Math.floor(entries.length / archiveSize)
  const archives = Array.from({ length: whole }, (_, number) => cut(number))
  const rest = cut(whole)
  const polled = new Set(current)
  const isPolled = rest.entries.every((entry) => polled.has(entry))
  return { count: entries.length, current, archives: isPolled ? archives : [...archives, rest] }
}

function factsOf({ days, recordedAt, flags }: SelectionIndex, entry: number): PolledFacts & { readonly entry: number } {
  const seconds = recordedAt[entry] as number
  const bits = flags[entry] as number
  return {
    entry,
    day: days[entry] as number,
    recorded: seconds === 0 ? null : new Date(seconds * 1000),
    isTimely: (bits & timely) !== 0,
    isImported: (bits & imported) !== 0,
  }
}

/** A document of a channel, from which items are taken: the number of an archive from 1, or 0 for what subscribers poll. */
export interface Source {
  readonly operand: Operand | null
  readonly archive: number
  /** The numbers of its entries, in its order. */
  readonly entries: readonly number[]
}

/** Chooses documents of channels that together hold entries. */
interface Plan {
  readonly entries: readonly number[]
  /** All documents that may hold them. */
  readonly documents: readonly Source[]
  readonly most: number
}

/**
 * As few documents as a greedy choice finds: always the one with most of what is still missing. Where these are more than may be
 * read, those that hold the newest entries.
 */
function sourcesFor({ entries, documents, most }: Plan): readonly Source[] {
  const few = chosen(entries, documents, () => true)
  return few.length <= most ? few : chosen(entries, documents, (source, left) => source.entries.includes(left[0] as number)).slice(0, most)
}

function chosen(
  entries: readonly number[],
  documents: readonly Source[],
  isWanted: (source: Source, left: readonly number[]) => boolean,
): readonly Source[] {
  let left = entries
  const sources: Source[] = []
  while (left.length > 0) {
    const missing = new Set(left)
    const counted = documents
      .filter((source) => isWanted(source, left))
      .map((source) => ({ source, count: source.entries.filter((entry) => missing.has(entry)).length }))
    const best = counted.reduce<(typeof counted)[number] | null>((more, one) => (one.count > (more?.count ?? 0) ? one : more), null)
    if (best === null) throw new Error(`no document of a channel holds ${left.length} entries`)
    sources.push(best.source)
    const found = new Set(best.source.entries)
    left = left.filter((entry) => !found.has(entry))
  }
  return sources
}

function documentsOfChannel(operand: Operand | null, { entries, current, archives }: IndexedChannel): readonly Source[] {
  return [current, ...archives].map((places, archive) => ({ operand, archive, entries: places.map((place) => entries[place] as number) }))
}

/**
 * The documents from which the items of entries are taken: those of the group whose channels take the fewest readings, or of the
 * site where there is no group.
 *
 * @param most how many may be read
 */
export function cheapestSources(
  entries: readonly number[],
  { groups }: Selection,
  { channelOf, site, most }: { readonly channelOf: ChannelOf; readonly site: IndexedChannel; readonly most: number },
): readonly Source[] {
  const plans = (
    groups.length === 0
      ? [documentsOfChannel(null, site)]
      : groups.map((group) => group.flatMap((operand) => documentsOfChannel(operand, channelOf(operand))))
  ).map((documents) => sourcesFor({ entries, documents, most }))
  return plans.reduce((least, plan) => (plan.length < least.length ? plan : least))
}
