import { slugsOf } from './channels.ts'
import type { Identified } from './entries.ts'
import { currentVersion, type Ledger, type LedgerRecord } from './ledger.ts'

/** What is there when the ledger is written. */
interface Present {
  readonly authority: string
  readonly siteContent: string
  readonly goneTags: readonly string[]
  /** Slugs of the authors who have feeds. */
  readonly withFeeds: readonly string[]
  readonly visible: readonly Identified[]
  /** Entries that are yet to be published: once they are recorded, nobody takes another entry for one of them. */
  readonly hidden: readonly Identified[]
  /** The records that no entry was found for. */
  readonly lost: readonly LedgerRecord[]
  /** The instant of recording: an entry revised since the last one is updated then, and no instant is later. */
  readonly now: Date
}

/** The ledger as it will be once what is there now is recorded: the same object where nothing has changed. */
export function nextLedger(last: Ledger | null, present: Present): Ledger {
  const { authority, siteContent, goneTags, withFeeds, visible, hidden, lost, now } = present
  const records = [
    ...[...visible, ...hidden].map((one) => recordedEntry(one, now)),
    ...lost.map((record) => (record.removed === null ? { ...record, removed: now, changed: later(now, record.changed) } : record)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const site = last?.site.content === siteContent ? last.site : { content: siteContent, changed: now }
  const authors = [...new Set([...(last?.authors ?? []), ...withFeeds])].toSorted((a, b) => (a < b ? -1 : 1))
  const next = { version: currentVersion, authority, site, gone: goneTags, authors, records }
  return last !== null && isSame(last, next) ? last : next
}

function isSame(last: Ledger, next: Ledger): boolean {
  const known = new Set(last.records)
  return (
    last.version === next.version &&
    last.site === next.site &&
    last.gone.join(' ') === next.gone.join(' ') &&
    last.authors.join(' ') === next.authors.join(' ') &&
    next.records.every((record) => known.has(record))
  )
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
  const slugs = slugsOf(entry)
  const authors = [...new Set([...(record?.authors ?? []), ...slugs.authors])]
  // A record of version 1 lacks its authors. Writing them down changes nothing that a subscriber sees.
  if (record !== null && isRecorded(one)) return authors.length === record.authors.length ? record : { ...record, authors }
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
    tags: [...new Set([...(record?.tags ?? []), ...slugs.tags])],
    authors,
    former,
    removed: null,
  }
}
