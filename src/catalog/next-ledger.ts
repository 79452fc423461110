import type { Zone } from '../text/zone.ts'
import { type ChannelKey, folderOf, slugsOfEntry } from './channels.ts'
import type { Identified } from './entries.ts'
import { currentVersion, firstOfRecordings, firstOfTodaysDigests, isSameRecord, type Ledger, type LedgerRecord } from './ledger.ts'
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
  /** By day, the newest first, a day's in the notes' order. */
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
  const { authority, siteContent, feedsContent, timezone, goneChannels, withFeeds, visible, hidden, lost, now } = present
  const version = last?.version ?? currentVersion
  const appearing = visible.filter(({ record }) => record === null || record.recorded === null)
  const instants = recordingInstants(
    appearing.map(({ entry }) => entry),
    { zone: timezone, latest: last === null ? null : latestInstantOf(last, now), now },
  )
  const ranks = ranksOf([...visible, ...hidden])
  const recordedAs = (one: Identified, recorded: Date | null): LedgerRecord =>
    recordedEntry(one, { recorded, rank: ranks.get(one.entry.id) as number, timezone, now, version })
  const records = [
    ...visible.map((one) => recordedAs(one, instants.get(one.entry.id) ?? one.record?.recorded ?? null)),
    // Before recordings were written down, nobody could tell what was held from what was there.
    ...hidden.map((one) => recordedAs(one, version < firstOfRecordings ? null : (one.record?.recorded ?? null))),
    ...lost.map((record) => (record.removed === null ? { ...record, removed: now, changed: later(now, record.changed) } : record)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const site = last?.site.content === siteContent ? last.site : { content: siteContent, changed: now }
  const feeds =
    last?.feeds?.content === feedsContent ? last.feeds : { content: feedsContent, changed: last?.feeds === null ? site.changed : now }
  const authors = withFeeds.toSorted((a, b) => (a < b ? -1 : 1))
  const next = { version: currentVersion, authority, site, feeds, gone: goneChannels.map(goneName), authors, records }
  const isSame = last !== null && last.version === currentVersion && isUpToDate(last, next)
  const known = new Set(last?.records)
  return isSame && records.every((record) => known.has(record)) ? last : next
}

/** The rank of each entry among those of its day, by its id. A record that is of another day ranked there. */
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

/** How far a clock may be behind an instant of the ledger, in milliseconds, before it is wrong rather than a little slow. */
export const slowestClock: number = 5 * 60_000

/**
 * The latest instant that a ledger gives to anything, by which every later recording goes on; null where there is none. What
 * lies further ahead than clocks differ comes from a clock that was wrong, and counts for nothing.
 */
export function latestInstantOf({ site, records }: Ledger, now: Date): Date | null {
  const last = now.getTime() + slowestClock
  // An entry is recorded, published and updated no later than it changes.
  const instants = [site, ...records].map(({ changed }) => changed.getTime()).filter((time) => time <= last)
  return instants.length === 0 ? null : new Date(instants.reduce((latest, time) => Math.max(latest, time)))
}

/** Whether a record says all of an entry as it is now. */
function isRecorded(one: Identified, { recorded, rank, version }: Pick<Recording, 'recorded' | 'rank' | 'version'>): boolean {
  const { entry, record, path, paper } = one
  return (
    record !== null &&
    record.removed === null &&
    (version < firstOfRecordings || (record.recorded?.getTime() === recorded?.getTime() && record.rank === rank)) &&
    record.path === path &&
    record.paper === paper &&
    !isRewritten(one, record, version) &&
    // Two labels may be one in the digest, as #c and #c++ are.
    slugsOfEntry(entry).tag.every((slug) => record.tags.includes(slug)) &&
    (recorded === null || (record.published.getTime() === entry.published.getTime() && record.updated >= record.published))
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
  readonly rank: number
  readonly timezone: Zone
  readonly now: Date
  /** The form of the ledger that the entry's record is from. */
  readonly version: number
}

function recordedEntry(one: Identified, { recorded, rank, timezone, now, version }: Recording): LedgerRecord {
  const { entry, record, path, paper, content, text, note } = one
  const slugs = slugsOfEntry(entry)
  const authors = [...new Set([...(record?.authors ?? []), ...slugs.author])]
  // A record of version 1 lacks its authors. Writing them down changes nothing that a subscriber sees.
  if (record !== null && isRecorded(one, { recorded, rank, version })) {
    const isWhole =
      authors.length === record.authors.length && record.content === content && record.recorded === recorded && record.rank === rank
    return isWhole ? record : { ...record, authors, content, recorded, rank }
  }
  const isNew = record === null || record.recorded === null
  const isDatedByRecording = isNew && recorded !== null && note.givenPublished === null && isTimely(timezone, entry.day, recorded)
  const published = isDatedByRecording ? recorded : entry.published
  const isRevised = record !== null && (record.removed !== null || isRewritten(one, record, version))
  const former =
    record === null ? [] : [...record.former, record.path].filter((old, index, all) => old !== path && all.indexOf(old) === index)
  return {
    id: entry.id,
    path,
    title: entry.title,
    paper,
    recorded,
    published,
    updated: isNew ? later(recorded ?? now, published) : later(isRevised ? later(now, record.updated) : record.updated, published),
    changed: record === null ? now : later(now, record.changed),
    content,
    text,
    tags: [...new Set([...(record?.tags ?? []), ...slugs.tag])],
    authors,
    former,
    rank,
    removed: null,
  }
}
