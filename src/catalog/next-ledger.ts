import type { Identified } from './entries.ts'
import type { Ledger, LedgerRecord } from './ledger.ts'

/** What is there when the ledger is written. */
interface Present {
  readonly authority: string
  readonly siteContent: string
  readonly goneTags: readonly string[]
  readonly visible: readonly Identified[]
  /** Entries that are yet to be published: what is known of them keeps them apart from others, as of those that are. */
  readonly hidden: readonly Identified[]
  /** The records that no entry is that of. */
  readonly lost: readonly LedgerRecord[]
  /** The instant of recording: an entry revised since the last one is updated then, and no instant is later. */
  readonly now: Date
}

/** The ledger as it will be once what is there now is recorded: the same object where nothing has changed. */
export function nextLedger(last: Ledger | null, present: Present): Ledger {
  const { authority, siteContent, goneTags, visible, hidden, lost, now } = present
  const records = [
    ...[...visible, ...hidden].map((one) => recordedEntry(one, now)),
    ...lost.map((record) => (record.removed === null ? { ...record, removed: now, changed: later(now, record.changed) } : record)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const site = last?.site.content === siteContent ? last.site : { content: siteContent, changed: now }
  const known = new Set(last?.records)
  const isSame =
    last !== null && last.site === site && last.gone.join(' ') === goneTags.join(' ') && records.every((record) => known.has(record))
  return isSame ? last : { authority, site, gone: goneTags, records }
}

/** Whether a record says all of an entry as it is now. */
function isRecorded({ entry, record, path, paper, content }: Identified): boolean {
  return (
    record !== null &&
    record.removed === null &&
    record.path === path &&
    record.paper === paper &&
    record.content === content &&
    record.published.getTime() === entry.published.getTime()
  )
}

/** The later instant: a clock that was set back makes nothing older. */
function later(one: Date, other: Date): Date {
  return one < other ? other : one
}

function recordedEntry(one: Identified, now: Date): LedgerRecord {
  const { entry, record, path, paper, content, text } = one
  if (record !== null && isRecorded(one)) return record
  const earliest = entry.published < now ? entry.published : now
  const isRevised = record !== null && (record.content !== content || record.removed !== null)
  const former =
    record === null ? [] : [...record.former, record.path].filter((old, index, all) => old !== path && all.indexOf(old) === index)
  return {
    id: entry.id,
    path,
    title: entry.title,
    paper,
    published: entry.published,
    updated: record === null ? earliest : isRevised ? later(now, record.updated) : record.updated,
    changed: record === null ? now : later(now, record.changed),
    content,
    text,
    tags: [...new Set([...(record?.tags ?? []), ...entry.tags.map(({ slug }) => slug)])],
    former,
    removed: null,
  }
}
