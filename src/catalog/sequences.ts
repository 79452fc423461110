import { foldersOfEntry, foldersOfRecord } from './channels.ts'
import type { Entry, Identified } from './entries.ts'
import type { LedgerRecord } from './ledger.ts'

/** An item that a channel carries or has carried. */
export interface Slot {
  /** The item's, whether or not the channel has it. */
  readonly id: string
  /** Null where the channel has lost it: it was removed, lost the tag, or waits for its day again. */
  readonly entry: Entry | null
  /** The recording that first found it; null where none has. */
  readonly recorded: Date | null
  /** When anything that a subscriber sees of it last changed, its loss too. */
  readonly changed: Date
}

/** What sequences are made of. */
interface Remembered {
  readonly visible: readonly Identified[]
  /** The records of whatever isn't visible: removed, or yet to be published. */
  readonly unseen: readonly LedgerRecord[]
}

/** A slot of all channels that ever carried its item, and its place in their order. */
interface Placed {
  readonly id: string
  readonly recorded: Date | null
  readonly changed: Date
  readonly entry: Entry | null
  /** The channels that carry it now, and those that ever did, by their folders. */
  readonly now: ReadonlySet<string>
  readonly ever: ReadonlySet<string>
}

/**
 * Each channel's items, by its folder, in the order in which they were recorded: archives are cut from these. Lost ones keep
 * their places, and those that come back take them again. Of several that were recorded at once the ids decide, which no
 * edit changes. What isn't recorded yet comes last, as the notes have it, the lowest first.
 */
export function sequencesOf({ visible, unseen }: Remembered): ReadonlyMap<string, readonly Slot[]> {
  const placed = [...visible.toReversed().map(placedEntry), ...unseen.filter(({ recorded }) => recorded !== null).map(placedRecord)]
  const sequences = new Map<string, Slot[]>()
  for (const { id, ever, now, entry, recorded, changed } of placed.toSorted(byRecording)) {
    const [present, absent] = [
      { id, entry, recorded, changed },
      { id, entry: null, recorded, changed },
    ]
    for (const folder of ever) {
      const sequence = sequences.get(folder) ?? []
      sequences.set(folder, sequence)
      sequence.push(now.has(folder) ? present : absent)
    }
  }
  return sequences
}

function placedEntry({ entry, record }: Identified): Placed {
  const now = new Set(foldersOfEntry(entry))
  const ever = new Set([...now, ...(record === null || record.recorded === null ? [] : foldersOfRecord(record))])
  return {
    id: entry.id,
    recorded: record?.recorded ?? null,
    changed: entry.changed,
    entry,
    now,
    ever,
  }
}

function placedRecord(record: LedgerRecord): Placed {
  const { id, recorded, changed } = record
  return {
    id,
    recorded,
    changed,
    entry: null,
    now: new Set(),
    ever: new Set(foldersOfRecord(record)),
  }
}

/** Leaves what isn't recorded as it stands: the sort is stable. */
function byRecording(one: Placed, other: Placed): number {
  const [a, b] = [one, other].map(({ recorded }) => recorded?.getTime() ?? Number.POSITIVE_INFINITY) as [number, number]
  if (a !== b) return a < b ? -1 : 1
  return one.recorded === null || one.id === other.id ? 0 : one.id < other.id ? -1 : 1
}
