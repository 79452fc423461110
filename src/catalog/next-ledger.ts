import type { Zone } from '../text/zone.ts'
import { type ChannelKey, folderOf, slugsOfEntry } from './channels.ts'
import type { Identified } from './entries.ts'
import {
  currentVersion,
  firstOfRecordings,
  firstOfTodaysDigests,
  isSameRecord,
  type Ledger,
  type LedgerRecord,
  precedingRecording,
} from './ledger.ts'
import { isTimely, recordingInstants } from './published.ts'
import { ranksOfDay } from './ranks.ts'

/** What is there when the ledger is written. */
interface Present {
  readonly authority: string
  /** Digests of what site.md says to subscribers, and of the part that every item and feed carries. */
  readonly siteContent: string
  readonly feedsContent: string
  readonly timezone: Zone
  readonly goneChannels: readonly ChannelKey[]
  /** Slugs of the authors who have feeds. */
  readonly withFeeds: readonly string[]
  /** How many items an archive has, where nobody has written it down yet. */
  readonly feedSize: number
  /** By day, the newest first, a day's in the notes' order. */
  readonly identified: readonly Identified[]
  /** Whether an entry is yet to be published. It is recorded all the same, so that nobody takes another entry for it. */
  readonly isHeld: (one: Identified) => boolean
  /** The records that no entry was found for. */
  readonly lost: readonly LedgerRecord[]
  /** The instant of recording: an entry revised since the last one is updated then, and no instant is later. */
  readonly now: Date
}

/** The ledger as it will be once what is there now is recorded: the same object where nothing has changed. */
export function nextLedger(last: Ledger | null, present: Present): Ledger {
  const { authority, siteContent, feedsContent, feedSize, timezone, goneChannels, withFeeds, identified, isHeld, lost, now } = present
  const version = last?.version ?? currentVersion
  const appearing = identified.filter((one) => !isHeld(one) && (one.record === null || one.record.recorded === null))
  const instants = recordingInstants(
    appearing.map(({ entry }) => entry),
    { zone: timezone, before: last === null ? null : precedingRecording(last, now), now },
  )
  const ranks = ranksOf(identified)
  const records = [
    ...identified.map((one) => {
      const held = isHeld(one)
      // Before recordings were written down, nobody could tell what was held from what was there.
      const known = held && version < firstOfRecordings ? null : (one.record?.recorded ?? null)
      const [recorded, rank] = [instants.get(one.entry.id) ?? known, ranks.get(one.entry.id) as number]
      return recordedEntry(one, { recorded, isHeld: held, rank, timezone, now, version })
    }),
    ...lost.map((record) => (record.removed === null ? { ...record, removed: now, changed: later(now, record.changed) } : record)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const site = last?.site.content === siteContent ? last.site : { content: siteContent, changed: now }
  const next = {
    version: currentVersion,
    recording: now,
    begun: last?.begun ?? now,
    isMerged: false,
    archiveSize: last?.archiveSize ?? feedSize,
    authority,
    site,
    feeds: nextFeeds(last, feedsContent, site.changed, now),
    gone: goneChannels.map(goneName),
    authors: withFeeds.toSorted((a, b) => (a < b ? -1 : 1)),
    records,
  }
  const isSame = last !== null && last.version === currentVersion && isUpToDate(last, next)
  const known = new Set(last?.records)
  return isSame && records.every((record) => known.has(record)) ? last : next
}

/** What every feed carries of the site. After a merge all may have changed. */
function nextFeeds(last: Ledger | null, content: string, siteChanged: Date, now: Date): NonNullable<Ledger['feeds']> {
  if (last === null || last.isMerged) return { content, changed: now }
  if (last.feeds === null) return { content, changed: siteChanged }
  return last.feeds.content === content ? last.feeds : { content, changed: now }
}

/** The rank of each entry on its day, by the entry's id. Where an entry has moved to another day, the rank in its record counts no more. */
function ranksOf(all: readonly Identified[]): ReadonlyMap<string, number> {
  const ranked = all.map(({ entry, record, path }) => ({
    id: entry.id,
    day: entry.day,
    rank: record !== null && record.path.slice(0, 10) === path.slice(0, 10) ? record.rank : null,
  }))
  return new Map([...Map.groupBy(ranked, ({ day }) => day).values()].flatMap((ofDay) => [...ranksOfDay(ofDay)]))
}

/** Whether a ledger says all that its successor says to subscribers: then recording would only write it in today's form. */
export function isUpToDate(last: Ledger, next: Ledger): boolean {
  const known = new Map(last.records.map((record) => [record.id, record]))
  const isKnown = (record: LedgerRecord): boolean => {
    const before = known.get(record.id)
    return before !== undefined && isSameRecord(before, record, last.version)
  }
  return (
    !last.isMerged &&
    last.site === next.site &&
    (last.feeds === null || last.feeds === next.feeds) &&
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
function isRecorded(one: Identified, { recorded, isHeld, rank, version }: Recording): boolean {
  const { entry, record, path, paper, note } = one
  return (
    record !== null &&
    record.removed === null &&
    (version < firstOfRecordings ||
      (record.recorded?.getTime() === recorded?.getTime() &&
        record.isHeld === isHeld &&
        record.isGiven === (note.givenPublished !== null) &&
        record.rank === rank)) &&
    record.path === path &&
    record.paper === paper &&
    !isRewritten(one, record, version) &&
    // Two labels may be one in the digest, as #c and #c++ are.
    slugsOfEntry(entry).tag.every((slug) => record.tags.includes(slug)) &&
    (isHeld || record.published.getTime() === entry.published.getTime())
  )
}

/** The later instant: a clock that was set back makes nothing older. */
function later(one: Date, other: Date): Date {
  return one < other ? other : one
}

/** Whether an entry's words have changed since they were recorded; by title and text where the digest came from other rules of reading. */
function isRewritten({ entry, content, text }: Identified, record: LedgerRecord, version: number): boolean {
  return version < firstOfTodaysDigests ? record.title !== entry.title || record.text !== text : record.content !== content
}

/** How an entry is recorded. */
interface Recording {
  /** The recording that first found it visible; null while none has. */
  readonly recorded: Date | null
  readonly isHeld: boolean
  readonly rank: number
  readonly timezone: Zone
  readonly now: Date
  /** The form of the ledger that the entry's record is from. */
  readonly version: number
}

function recordedEntry(one: Identified, recording: Recording): LedgerRecord {
  const { entry, record, path, paper, content, text, note } = one
  const { recorded, isHeld, rank, now } = recording
  const slugs = slugsOfEntry(entry)
  const authors = [...new Set([...(record?.authors ?? []), ...slugs.author])]
  // A record of version 1 lacks its authors. Writing them down changes nothing that a subscriber sees.
  if (record !== null && isRecorded(one, recording)) {
    const isGiven = note.givenPublished !== null
    const isWhole =
      authors.length === record.authors.length &&
      record.content === content &&
      record.recorded === recorded &&
      record.isHeld === isHeld &&
      record.isGiven === isGiven &&
      record.rank === rank
    return isWhole ? record : { ...record, authors, content, recorded, isGiven, isHeld, rank }
  }
  const { published, updated } = datesOf(one, recording)
  const former =
    record === null ? [] : [...record.former, record.path].filter((old, index, all) => old !== path && all.indexOf(old) === index)
  return {
    id: entry.id,
    path,
    title: entry.title,
    paper,
    recorded,
    published,
    updated,
    changed: record === null ? now : later(now, record.changed),
    content,
    text,
    tags: [...new Set([...(record?.tags ?? []), ...slugs.tag])],
    authors,
    former,
    isGiven: note.givenPublished !== null,
    isHeld,
    rank,
    removed: null,
  }
}

/** When an entry was published and updated, as it is to be recorded. What is held keeps what it had: nobody sees it. */
function datesOf(one: Identified, { recorded, isHeld, timezone, now, version }: Recording): Pick<LedgerRecord, 'published' | 'updated'> {
  const { entry, record, note } = one
  if (record === null || record.recorded === null) {
    const isDatedByRecording = recorded !== null && note.givenPublished === null && isTimely(timezone, entry.day, recorded)
    const published = isDatedByRecording ? recorded : entry.published
    return { published, updated: recorded === null ? now : later(recorded, published) }
  }
  if (isHeld) return record
  const isRevised = record.removed !== null || record.isHeld || isRewritten(one, record, version)
  return { published: entry.published, updated: later(isRevised ? later(now, record.updated) : record.updated, entry.published) }
}
