import type { Channel, Entry, Slot } from '../catalog/catalog.ts'

/** How many entries the document that subscribers poll may hold beyond `feedSize`, for the days that are larger. */
export const mostPolled = 500

/** What of an entry decides whether it is in the document that subscribers poll. */
export interface PolledFacts {
  readonly day: string | number
  readonly recorded: Date | null
  readonly isTimely: boolean
  readonly isImported: boolean
}

/** The two latest days of a channel with all their entries. */
export function latestDays<One extends Pick<PolledFacts, 'day'>>({ entries }: { readonly entries: readonly One[] }): readonly One[] {
  const latest = entries[0]?.day
  const second = entries.find(({ day }) => day !== latest)?.day
  const end = entries.findIndex(({ day }) => day !== latest && day !== second)
  return end === -1 ? entries : entries.slice(0, end)
}

/** In milliseconds. */
const week = 7 * 86_400_000

/**
 * The entries of the document that subscribers poll, in the channel's order: the two latest days whole; whatever was timely
 * in the week before the channel's latest recording, so that nothing comes and goes between two polls; and as many of the
 * latest as make `feedSize` in all, without old notes that came to a site which was going already.
 */
export function polledEntries<One extends PolledFacts>(
  { entries, sequence }: { readonly entries: readonly One[]; readonly sequence: readonly Pick<PolledFacts, 'recorded'>[] },
  feedSize: number,
): readonly One[] {
  const days = latestDays({ entries }).length
  const latest = sequence.findLast(({ recorded }) => recorded !== null)?.recorded?.getTime() ?? 0
  const polled: One[] = []
  for (const [index, entry] of entries.entries()) {
    const isRecent = entry.isTimely && entry.recorded !== null && entry.recorded.getTime() > latest - week
    if (index < days || isRecent || (polled.length < feedSize && !entry.isImported)) polled.push(entry)
  }
  return polled.slice(0, Math.max(feedSize, mostPolled))
}

/** How large documents are, in items. */
export interface Sizes {
  readonly feedSize: number
  readonly archiveSize: number
}

/** The items of one archive. */
interface Cut {
  /** Whether it gains no item any more. */
  readonly isFull: boolean
  readonly slots: readonly Slot[]
  /** The entries that are left of them, in the channel's order. */
  readonly entries: readonly Entry[]
}

/**
 * The archives of a channel, from the oldest on, `archiveSize` items each in the order in which they were recorded: a full
 * one gains no item, but for one that it had and lost. What follows the last full one is in the document that subscribers
 * poll; where that lacks any of it, as after an import of old notes, another archive holds it, which isn't full yet.
 */
export function archivesOf(channel: Pick<Channel, 'entries' | 'sequence'>, { feedSize, archiveSize }: Sizes): readonly Cut[] {
  const { entries, sequence } = channel
  const places = new Map(entries.map((entry, place) => [entry, place]))
  const cut = (number: number): Cut => {
    const slots = sequence.slice(number * archiveSize, (number + 1) * archiveSize)
    const left = slots.flatMap(({ entry }) => entry ?? [])
    return {
      isFull: slots.length === archiveSize && slots.every(({ recorded }) => recorded !== null),
      slots,
      entries: left.toSorted((one, other) => (places.get(one) as number) - (places.get(other) as number)),
    }
  }
  const whole = wholeArchives(channel, archiveSize)
  const cuts = Array.from({ length: whole }, (_, number) => cut(number))
  const rest = cut(whole)
  const polled = new Set(polledEntries(channel, feedSize))
  return rest.entries.every((entry) => polled.has(entry)) ? cuts : [...cuts, rest]
}

/** How many archives of a channel have all the items that they may have. */
export function wholeArchives({ sequence }: Pick<Channel, 'sequence'>, archiveSize: number): number {
  return sequence.length <= archiveSize ? 0 : Math.floor(sequence.length / archiveSize)
}
