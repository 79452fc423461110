import { type ChannelKey, folderOf, slugsOfEntry } from './channels.ts'
import type { Identified } from './entries.ts'
import { currentVersion, isSameRecord, type Ledger, type LedgerRecord } from './ledger.ts'

/** What is there when the ledger is written. */
interface Present {
  readonly authority: string
  readonly siteContent: string
  readonly goneChannels: readonly ChannelKey[]
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
  const { authority, siteContent, goneChannels, withFeeds, visible, hidden, lost, now } = present
  const records = [
    ...[...visible, ...hidden].map((one) => recordedEntry(one, now, last?.version ?? currentVersion)),
    ...lost.map((record) => (record.removed === null ? { ...record, removed: now, changed: later(now, record.changed) } : record)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const site = last?.site.content === siteContent ? last.site : { content: siteContent, changed: now }
  const authors = withFeeds.toSorted((a, b) => (a < b ? -1 : 1))
  const next = { version: currentVersion, authority, site, gone: goneChannels.map(goneName), authors, records }
  const isSame = last !== null && last.version === currentVersion && isUpToDate(last, next)
  const known = new Set(last?.records)
  return isSame && records.every((record) => known.has(record)) ? last : next
}

/** Whether a ledger says all that its successor says to subscribers: then recording would only write it in today's form. */
export function isUpToDate(last: Ledger, next: Ledger): boolean {
  const known = new Map(last.records.map((record) => [record.id, record]))
  const isKnown = (record: LedgerRecord): boolean => {
    const before = known.get(record.id)
    return before !== undefined && isSameRecord(before, record, last.version)
  }
  return (
    last.site === next.site &&
    last.gone.join(' ') === next.gone.join(' ') &&
    (last.version < currentVersion || last.authors.join(' ') === next.authors.join(' ')) &&
    next.records.every(isKnown)
  )
}

/** How a ledger names a channel that is no more. A tag's slug holds no slash, so it is no author's folder. */
export function goneName({ kind, slug }: ChannelKey): string {
  return kind === 'tag' ? slug : folderOf(kind, slug)
}

/** The slugs of all authors who have ever had feeds: those who have them, and those who are gone. */
export function authorsEverWithFeeds(ledger: Ledger | null): readonly string[] {
  const folder = folderOf('author')
  const gone = ledger?.gone.flatMap((name) => (name.startsWith(folder) ? [name.slice(folder.length)] : [])) ?? []
  return [...(ledger?.authors ?? []), ...gone]
}

/** Whether a record says all of an entry as it is now. */
function isRecorded(one: Identified, version: number): boolean {
  const { entry, record, path, paper } = one
  return (
    record !== null &&
    record.removed === null &&
    record.path === path &&
    record.paper === paper &&
    !isRewritten(one, record, version) &&
    // Two labels may be one in the digest, as #c and #c++ are.
    slugsOfEntry(entry).tag.every((slug) => record.tags.includes(slug)) &&
    record.published.getTime() === entry.published.getTime()
  )
}

/** The later instant: a clock that was set back makes nothing older. */
function later(one: Date, other: Date): Date {
  return one < other ? other : one
}

/** Whether an entry's words have changed since they were recorded; by title and text where the digest came from other rules of reading. */
function isRewritten({ entry, content, text }: Identified, record: LedgerRecord, version: number): boolean {
  return version < currentVersion ? record.title !== entry.title || record.text !== text : record.content !== content
}

/** @param version the form of the ledger that the entry's record is from */
function recordedEntry(one: Identified, now: Date, version: number): LedgerRecord {
  const { entry, record, path, paper, content, text } = one
  const slugs = slugsOfEntry(entry)
  const authors = [...new Set([...(record?.authors ?? []), ...slugs.author])]
  // A record of version 1 lacks its authors. Writing them down changes nothing that a subscriber sees.
  if (record !== null && isRecorded(one, version)) {
    const isWhole = authors.length === record.authors.length && record.content === content
    return isWhole ? record : { ...record, authors, content }
  }
  const earliest = entry.published < now ? entry.published : now
  const isRevised = record !== null && (record.removed !== null || isRewritten(one, record, version))
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
    tags: [...new Set([...(record?.tags ?? []), ...slugs.tag])],
    authors,
    former,
    removed: null,
  }
}
