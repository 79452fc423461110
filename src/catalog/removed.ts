import type { Day } from '../text/day.ts'
import { type ChannelKey, type ChannelKind, channelKinds, foldersOfRecord, slugsOfEntry } from './channels.ts'
import type { Identified } from './entries.ts'
import type { LedgerRecord } from './ledger.ts'

/** An entry that was removed: what a reader that has it should be told. */
export interface Tombstone {
  readonly id: string
  readonly removed: Date
}

/** What used to be served where it is no more. */
export interface Removed {
  /** Places of entries, each with the place where the entry is now. */
  readonly moved: ReadonlyMap<string, string>
  /** Places of entries that were removed. */
  readonly goneEntries: readonly string[]
  readonly goneDays: readonly Day[]
  /** Channels that had feeds and have none any more: tags, then authors, each by slug. */
  readonly goneChannels: readonly ChannelKey[]
  /** Slugs of authors whom two entries or more have named, and who have no page any more. */
  readonly goneAuthors: readonly string[]
  /** Of each channel, by its folder: the items removed no longer ago than {@link tombstoneTime}, the latest first. */
  readonly tombstones: ReadonlyMap<string, readonly Tombstone[]>
}

/** How long feeds tell of a removal, in milliseconds: readers that ask less than once in 90 days have forgotten the entry too. */
export const tombstoneTime: number = 90 * 86_400_000

/** What the ledger remembers beyond what is there now. */
interface Remembered {
  readonly visible: readonly Identified[]
  /** Entries that are yet to be published. */
  readonly hidden: readonly Identified[]
  /** The records that no entry was found for. */
  readonly lost: readonly LedgerRecord[]
  /** The tags that have another name now: slugs, from the old one to the new one. */
  readonly aliases: ReadonlyMap<string, string>
  /** Slugs of the authors who have ever had feeds. */
  readonly everWithFeeds: readonly string[]
  /** The authors who have pages now, by slug. */
  readonly authors: ReadonlyMap<string, { readonly hasFeeds: boolean }>
  readonly now: Date
}

/** Works out what is no more: from what the ledger remembers, less what is there. */
export function removedOf(remembered: Remembered): Removed {
  const { visible, lost, now } = remembered
  const there = new Set(visible.map(({ path }) => path))
  const moved = new Map(
    visible.flatMap(({ record, path }) =>
      record === null ? [] : [...record.former, record.path].filter((old) => !there.has(old)).map((old) => [old, path] as const),
    ),
  )
  const goneEntries = [...new Set(lost.flatMap(({ path, former }) => [path, ...former]))].filter(
    (old) => !there.has(old) && !moved.has(old),
  )
  const days = new Set(visible.map(({ entry }) => entry.day))
  const records = [...visible.flatMap(({ record }) => record ?? []), ...lost]
  return {
    moved,
    goneEntries,
    goneDays: sorted([...moved.keys(), ...goneEntries].map((path) => path.slice(0, 10) as Day)).filter((day) => !days.has(day)),
    goneChannels: goneChannels(remembered, records),
    goneAuthors: goneAuthors(remembered, records),
    tombstones: tombstonesOf(lost, now),
  }
}

/** Channels of each kind that were served and are not any more, by their slugs. */
const goneOfKind: Readonly<Record<ChannelKind, (remembered: Remembered, records: readonly LedgerRecord[]) => readonly string[]>> = {
  site: () => [],
  tag: ({ visible, aliases }, records) => {
    const there = new Set(visible.flatMap(({ entry }) => slugsOfEntry(entry).tag))
    return records.flatMap((record) => record.tags).filter((slug) => !there.has(slug) && !aliases.has(slug))
  },
  author: ({ hidden, everWithFeeds, authors }) => {
    const coming = authorsToCome(hidden)
    return everWithFeeds.filter((slug) => authors.get(slug)?.hasFeeds !== true && !coming.has(slug))
  },
}

function goneChannels(remembered: Remembered, records: readonly LedgerRecord[]): readonly ChannelKey[] {
  return channelKinds.flatMap((kind) => sorted(goneOfKind[kind](remembered, records)).map((slug) => ({ kind, slug })))
}

function goneAuthors({ hidden, everWithFeeds, authors }: Remembered, records: readonly LedgerRecord[]): readonly string[] {
  const coming = authorsToCome(hidden)
  const named = countsOf(records.flatMap((record) => record.authors))
  const withPages = [...named].flatMap(([slug, ever]) => (ever > 1 ? [slug] : []))
  return sorted([...withPages, ...everWithFeeds]).filter((slug) => !authors.has(slug) && !coming.has(slug))
}

/** The slugs of the authors whom an entry to come names: what they had isn't gone for good. */
function authorsToCome(hidden: readonly Identified[]): ReadonlySet<string> {
  return new Set(hidden.flatMap(({ entry }) => slugsOfEntry(entry).author))
}

function tombstonesOf(lost: readonly LedgerRecord[], now: Date): Removed['tombstones'] {
  const since = now.getTime() - tombstoneTime
  const removals = lost
    .flatMap((record) => (record.removed === null ? [] : [{ record, tombstone: { id: record.id, removed: record.removed } }]))
    .toSorted(({ tombstone: a }, { tombstone: b }) => b.removed.getTime() - a.removed.getTime() || (a.id < b.id ? -1 : 1))
  const ofChannels = Map.groupBy(
    removals.flatMap(({ record, tombstone }) => foldersOfRecord(record).map((folder) => ({ folder, tombstone }))),
    ({ folder }) => folder,
  )
  const told = [...ofChannels].map(
    ([folder, ofChannel]) =>
      [folder, ofChannel.map(({ tombstone }) => tombstone).filter(({ removed }) => removed.getTime() >= since)] as const,
  )
  return new Map(told.filter(([, tombstones]) => tombstones.length > 0))
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Each once, by code unit. */
function sorted<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1))
}
