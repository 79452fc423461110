import type { Day } from '../text/day.ts'
import type { Identified } from './entries.ts'
import type { LedgerRecord } from './ledger.ts'

/** An entry that was removed: what a reader that has it should be told. */
export interface Tombstone {
  readonly id: string
  readonly removed: Date
  /** The slugs of the tags it bore. */
  readonly tags: readonly string[]
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
  /** How many items each channel has ever had, the site's under null and a tag's under its slug. */
  readonly itemsEver: ReadonlyMap<string | null, number>
  /** Of all entries that were removed, latest first. */
  readonly removals: readonly Tombstone[]
  /** Those of the last {@link tombstoneDays} days. */
  readonly tombstones: readonly Tombstone[]
}

/** How long feeds tell of a removal: readers that ask less than once in three months have forgotten the entry too. */
const tombstoneDays = 90

/** What the ledger remembers beyond what is there now. `lost` are the records that no entry is that of. */
export function removedOf(
  visible: readonly Identified[],
  lost: readonly LedgerRecord[],
  aliases: ReadonlyMap<string, string>,
  now: Date,
): Removed {
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
  const borne = [...visible.flatMap(({ record }) => record?.tags ?? []), ...lost.flatMap((record) => record.tags)]
  const since = now.getTime() - tombstoneDays * 86_400_000
  const removals = lost
    .flatMap(({ id, removed, tags: ofRecord }) => (removed === null ? [] : [{ id, removed, tags: ofRecord }]))
    .toSorted((a, b) => b.removed.getTime() - a.removed.getTime() || (a.id < b.id ? -1 : 1))
  return {
    moved,
    goneEntries,
    goneDays: sorted([...moved.keys(), ...goneEntries].map((path) => path.slice(0, 10) as Day)).filter((day) => !days.has(day)),
    goneTags: sorted(borne).filter((slug) => !tags.has(slug) && !aliases.has(slug)),
    itemsEver: countsOf([...visible.flatMap(({ record }) => record ?? []), ...lost]),
    removals,
    tombstones: removals.filter(({ removed }) => removed.getTime() >= since),
  }
}

function countsOf(records: readonly LedgerRecord[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { tags } of records) for (const channel of [null, ...tags]) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  return counts
}

/** Each once, by code unit. */
function sorted<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1))
}
