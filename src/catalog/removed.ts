import type { Day } from '../text/day.ts'
import { foldersOf } from './channels.ts'
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
  /** Slugs of tags that no entry bears any more. */
  readonly goneTags: readonly string[]
  /** Slugs of authors who had a page and have none any more. */
  readonly goneAuthors: readonly string[]
  /** Slugs of authors who had feeds and have none any more. */
  readonly goneAuthorFeeds: readonly string[]
  /** How many recorded items each channel has ever had, by its folder; gone channels too. */
  readonly itemsEver: ReadonlyMap<string, number>
  /** Of each channel, by its folder: the items removed in the last {@link tombstoneDays} days, the latest first. */
  readonly tombstones: ReadonlyMap<string, readonly Tombstone[]>
  /** When each channel, by its folder, last lost an item. */
  readonly lastRemoval: ReadonlyMap<string, Date>
}

/** How long feeds tell of a removal: readers that ask less than once in three months have forgotten the entry too. */
const tombstoneDays = 90

/** What the ledger remembers beyond what is there now. */
interface Remembered {
  readonly visible: readonly Identified[]
  /** The records that no entry was found for. */
  readonly lost: readonly LedgerRecord[]
  /** The tags that have another name now: slugs, from the old one to the new one. */
  readonly aliases: ReadonlyMap<string, string>
  /** Slugs of authors who have had feeds. */
  readonly withFeeds: readonly string[]
  /** The authors who have pages now, by slug. */
  readonly authors: ReadonlyMap<string, { readonly hasFeeds: boolean }>
  readonly now: Date
}

/** Works out what is no more: from what the ledger remembers, less what is there. */
export function removedOf({ visible, lost, aliases, withFeeds, authors, now }: Remembered): Removed {
  const there = new Set(visible.map(({ path }) => path))
  const moved = new Map<string, string>()
  for (const { record, path } of visible) {
    for (const old of record === null ? [] : [...record.former, record.path]) if (!there.has(old)) moved.set(old, path)
  }
  const goneEntries = [...new Set(lost.flatMap(({ path, former }) => [path, ...former]))].filter(
    (old) => !there.has(old) && !moved.has(old),
  )
  const days = new Set(visible.map(({ entry }) => entry.day))
  const tags = new Set(visible.flatMap(({ entry }) => entry.tags.map(({ slug }) => slug)))
  const records = [...visible.flatMap(({ record }) => record ?? []), ...lost]
  const entriesEver = countsOf(records.flatMap((record) => record.authors))
  return {
    moved,
    goneEntries,
    goneDays: sorted([...moved.keys(), ...goneEntries].map((path) => path.slice(0, 10) as Day)).filter((day) => !days.has(day)),
    goneTags: sorted(records.flatMap((record) => record.tags)).filter((slug) => !tags.has(slug) && !aliases.has(slug)),
    goneAuthors: sorted([...[...entriesEver].flatMap(([slug, ever]) => (ever > 1 ? [slug] : [])), ...withFeeds]).filter(
      (slug) => !authors.has(slug),
    ),
    goneAuthorFeeds: sorted(withFeeds).filter((slug) => authors.get(slug)?.hasFeeds !== true),
    itemsEver: countsOf(records.flatMap(foldersOf)),
    ...tombstonesOf(lost, now),
  }
}

function tombstonesOf(lost: readonly LedgerRecord[], now: Date): Pick<Removed, 'tombstones' | 'lastRemoval'> {
  const since = now.getTime() - tombstoneDays * 86_400_000
  const tombstones = new Map<string, Tombstone[]>()
  const lastRemoval = new Map<string, Date>()
  const removals = lost
    .flatMap((record) => (record.removed === null ? [] : [{ record, id: record.id, removed: record.removed }]))
    .toSorted((a, b) => b.removed.getTime() - a.removed.getTime() || (a.id < b.id ? -1 : 1))
  for (const { record, id, removed } of removals) {
    for (const folder of foldersOf(record)) {
      if (!lastRemoval.has(folder)) lastRemoval.set(folder, removed)
      if (removed.getTime() < since) continue
      const there = tombstones.get(folder)
      if (there === undefined) tombstones.set(folder, [{ id, removed }])
      else there.push({ id, removed })
    }
  }
  return { tombstones, lastRemoval }
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
