import type { Note } from '../notes/note.ts'
import { type Problem, quoted, warningAt } from '../notes/problem.ts'
import { entryName, paperKey } from './identity.ts'
import type { Ledger, LedgerRecord } from './ledger.ts'

/** An entry that is published and whose notes have become a draft: recording it would answer 410 in its place. */
interface Withdrawn {
  readonly note: Note
  readonly record: LedgerRecord
}

/** The drafts among notes that the ledger knows as published, and that recording would remove. */
export function withdrawnBy(drafts: readonly Note[], last: Ledger | null, recorded: Ledger): readonly Withdrawn[] {
  if (drafts.length === 0 || last === null) return []
  const removed = new Set(recorded.records.filter((record) => record.removed !== null).map(({ id }) => id))
  const lost = last.records.filter((record) => record.removed === null && removed.has(record.id))
  return drafts.flatMap((note) => {
    const [path, paper] = [`${note.day}/${entryName(note.title)}`, paperKey(note.paper)]
    const record = lost.find((one) => one.id === note.givenId || one.path === path || (paper !== null && one.paper === paper))
    return record === undefined ? [] : [{ note, record }]
  })
}

/** A warning for each withdrawn entry, which is an error where it would be recorded. */
export function withdrawalProblems(withdrawn: readonly Withdrawn[]): readonly Problem[] {
  return withdrawn.map(({ note, record }) => ({
    ...warningAt(
      note,
      `this draft is published: recording it as gone would answer 410 in the place of ${quoted(record.title)}`,
      'take draft: true away',
    ),
    accept: 'removals',
  }))
}
