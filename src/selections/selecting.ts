import type { Operand, Selection } from './expression.ts'
import type { IndexedChannel, SelectionIndex } from './selection-index.ts'

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
  /** The archives, the oldest first, each full: it gains no entry but by edits. */
  readonly archives: readonly (readonly number[])[]
}

/** How large documents are, in items. */
export interface Sizes {
  readonly feedSize: number
  readonly archiveSize: number
}

/**
 * Cuts the entries of a selection into documents: full archives in the order of recording, and the latest together with what
 * no archive has yet.
 *
 * @param entries the newest first
 */
export function documentsOf({ recorded }: SelectionIndex, entries: readonly number[], { feedSize, archiveSize }: Sizes): SelectedDocuments {
  const byRecording = entries.toSorted((one, other) => (recorded[one] as number) - (recorded[other] as number))
  const full = entries.length <= feedSize ? 0 : Math.floor(entries.length / archiveSize)
  const archives = Array.from({ length: full }, (_, number) =>
    byRecording.slice(number * archiveSize, (number + 1) * archiveSize).toSorted((one, other) => one - other),
  )
  const latest = new Set([...entries.slice(0, feedSize), ...byRecording.slice(full * archiveSize)])
  return { count: entries.length, current: entries.filter((entry) => latest.has(entry)), archives }
}

/** A document of a channel, from which items are taken: the number of an archive from 1, or 0 for what subscribers poll. */
export interface Source {
  readonly operand: Operand | null
  readonly archive: number
  /** The numbers of its entries, in its order. */
  readonly entries: readonly number[]
}

/**
 * The documents that together hold these entries, as few as a greedy choice finds: of all documents of the channels that may
 * hold them always the one with most of what is still missing.
 *
 * @param operands the channels: all of one group, of which each entry has one; none for the site's own documents
 */
function sourcesFor(
  entries: readonly number[],
  operands: readonly Operand[],
  channelOf: ChannelOf,
  site: IndexedChannel,
): readonly Source[] {
  const channels: readonly (readonly [Operand | null, IndexedChannel])[] =
    operands.length === 0 ? [[null, site]] : operands.map((operand) => [operand, channelOf(operand)])
  const documents = channels.flatMap(([operand, channel]) =>
    [channel.current, ...channel.archives].map(
      (places, archive): Source => ({ operand, archive, entries: places.map((place) => channel.entries[place] as number) }),
    ),
  )
  const left = new Set(entries)
  const chosen: Source[] = []
  while (left.size > 0) {
    const counted = documents.map((source) => ({ source, count: source.entries.filter((entry) => left.has(entry)).length }))
    const best = counted.reduce((most, one) => (one.count > most.count ? one : most))
    if (best.count === 0) throw new Error(`no document of a channel holds ${left.size} of its entries`)
    chosen.push(best.source)
    for (const entry of best.source.entries) left.delete(entry)
  }
  return chosen
}

/** The group whose channels' documents take the fewest readings: for each the channels are asked, the site's own where there is none. */
export function cheapestSources(
  entries: readonly number[],
  { groups }: Selection,
  channelOf: ChannelOf,
  site: IndexedChannel,
): readonly Source[] {
  const plans =
    groups.length === 0 ? [sourcesFor(entries, [], channelOf, site)] : groups.map((group) => sourcesFor(entries, group, channelOf, site))
  return plans.reduce((least, plan) => (plan.length < least.length ? plan : least))
}
