import { type PolledFacts, polledEntries, type Sizes } from '../feed/cuts.ts'
import type { Operand, Selection } from './expression.ts'
import { abstracted, imported, type SelectionIndex, timely } from './selection-index.ts'
import type { View } from './views.ts'

/** The numbers of the entries that an operand gathers. */
export type EntriesOf = (operand: Operand) => readonly number[]

/**
 * The numbers of the entries that a selection has, the newest first.
 *
 * @param view what is shown of them: whatever has none of that isn't there
 */
export function entriesOf(
  index: SelectionIndex,
  { groups, without }: Selection,
  { gatheredBy, view }: { readonly gatheredBy: EntriesOf; readonly view: View | null },
): readonly number[] {
  // How many of the groups an entry has one of, up to the first that it has none of.
  const passed = new Uint8Array(index.versions.length)
  for (const [number, group] of groups.entries())
    for (const operand of group) for (const entry of gatheredBy(operand)) if (passed[entry] === number) passed[entry] = number + 1
  for (const operand of without) for (const entry of gatheredBy(operand)) passed[entry] = leftOut
  const selected: number[] = []
  for (let entry = 0; entry < passed.length; entry += 1)
    if (passed[entry] === groups.length && isShown(index, entry, view)) selected.push(entry)
  return selected
}

/** More groups than a selection may have. */
const leftOut = 255

function isShown({ flags, commentaries }: SelectionIndex, entry: number, view: View | null): boolean {
  if (view === 'abstracts') return ((flags[entry] as number) & abstracted) !== 0
  return view !== 'commentary' || (commentaries[entry] as number) > 0
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
 * @param readable which of the entries that would be polled are: the others are left to archives
 */
export function documentsOf(
  index: SelectionIndex,
  entries: readonly number[],
  { feedSize, archiveSize }: Sizes,
  readable: (polled: readonly number[]) => readonly number[],
): SelectedDocuments {
  const facts = entries.map((entry) => factsOf(index, entry))
  const byRecording = facts.toSorted((one, other) => (index.recorded[one.entry] as number) - (index.recorded[other.entry] as number))
  const current = readable(polledEntries({ entries: facts, sequence: byRecording }, feedSize).map(({ entry }) => entry))
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
