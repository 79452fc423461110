import type { Channel, Entry, Slot } from '../catalog/catalog.ts'

/** How many entries the document that subscribers poll may hold beyond `feedSize`, for the days that are larger. */
export const mostPolled = 500

/** The two latest days of a channel with all their entries. */
export function latestDays({ entries }: Pick<Channel, 'entries'>): readonly Entry[] {
  const latest = entries[0]?.day
  const second = entries.find(({ day }) => day !== latest)?.day
  const end = entries.findIndex(({ day }) => day !== latest && day !== second)
  return end === -1 ? entries : entries.slice(0, end)
}

/**
 * The entries of the document that subscribers poll, in the channel's order: as many of the latest as `feedSize` says; the
 * two latest days whole; and whatever was recorded while it was fresh in the week before the latest recording, so that
 * nothing comes and goes between two polls. An import of old notes is not among them.
 */
export function polledEntries({ entries }: Pick<Channel, 'entries'>, feedSize: number): readonly Entry[] {
  const atLeast = Math.max(feedSize, latestDays({ entries }).length)
  return entries.filter(({ isRecent }, index) => index < atLeast || isRecent).slice(0, Math.max(feedSize, mostPolled))
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
 * The archives of a channel, from the oldest on, `feedSize` items each in the order in which they were recorded: a full one
 * never gains an item, and loses one only by its removal. What follows the last full one is in the document that subscribers
 * poll; where that lacks any of it, as after an import of old notes, another archive holds it, which isn't full yet.
 */
export function archivesOf(channel: Pick<Channel, 'entries' | 'sequence'>, feedSize: number): readonly Cut[] {
  const { entries, sequence } = channel
  const full = fullArchives(channel, feedSize)
  if (full === 0) return []
  const places = new Map(entries.map((entry, place) => [entry, place]))
  const cut = (number: number): Cut => {
    const slots = sequence.slice(number * feedSize, (number + 1) * feedSize)
    const left = slots.flatMap(({ entry }) => entry ?? [])
    return {
      isFull: number < full,
      slots,
      entries: left.toSorted((one, other) => (places.get(one) as number) - (places.get(other) as number)),
    }
  }
  const cuts = Array.from({ length: full }, (_, number) => cut(number))
  const rest = cut(full)
  const polled = new Set(polledEntries(channel, feedSize))
  return rest.entries.every((entry) => polled.has(entry)) ? cuts : [...cuts, rest]
}

/** How many archives of a channel are full, and so never change their places. */
export function fullArchives({ sequence }: Pick<Channel, 'sequence'>, feedSize: number): number {
  return sequence.length <= feedSize ? 0 : Math.floor(sequence.length / feedSize)
}
