/** What is remembered of one entry, for good. */
export interface LedgerRecord {
  readonly id: string
  /** Its place below the site, `2024-06-10/a-title`. */
  readonly path: string
  readonly title: string
  /** Its paper's key (see `paperKey`); null where it names none. */
  readonly paper: string | null
  /** The first recording that found it visible: neither a draft nor held for a day to come; null while none has. */
  readonly recorded: Date | null
  readonly published: Date
  readonly updated: Date
  /** When anything that a subscriber sees of it last changed, its place and its removal included. */
  readonly changed: Date
  /** Digests of all that its author wrote, and of its text alone. */
  readonly content: string
  readonly text: string
  /** The slugs of every tag it has borne. */
  readonly tags: readonly string[]
  /** The slugs of every author it has named. */
  readonly authors: readonly string[]
  /** The places it had before. */
  readonly former: readonly string[]
  /** Whether its author wrote when it is published. */
  readonly isGiven: boolean
  /** Whether it waited for an instant to come when it was last recorded. */
  readonly isHeld: boolean
  /** Rises from entry to entry down the notes of its day; null where nobody wrote it down (before version 4). */
  readonly rank: number | null
  /** When it was removed; null while it is there. */
  readonly removed: Date | null
}

/** Something that was said, as a digest, and when it last changed. */
interface Said {
  readonly content: string
  readonly changed: Date
}

/** The memory that keeps ids and addresses through every edit: `ledger.json` beside the notes. */
export interface Ledger {
  /**
   * The form it was written in: 4; 3 from before an entry was dated by its recording; 2 from before notes were read by the
   * rules of their kind, when digests of what an author wrote could come out otherwise; or 1 from before authors had feeds.
   */
  readonly version: number
  /** The latest recording that changed anything, and the first. */
  readonly recording: Date
  readonly begun: Date
  /** Whether a merge has left the recordings of two branches, so that nobody knows what their documents together were last. */
  readonly isMerged: boolean
  /** How many items an archive has, as `feedSize` was when it was first written down; null before version 4. */
  readonly archiveSize: number | null
  /** The host under which ids are minted, whatever the site's is now (RFC 4151 §2.1). */
  readonly authority: string
  /** What site.md says to subscribers. */
  readonly site: Said
  /** The part of it that every item and feed carries; null before version 4. */
  readonly feeds: Said | null
  /** Channels that were served and are no more: a tag by its slug, an author as `authors/grace-hopper`. */
  readonly gone: readonly string[]
  /** Slugs of the authors who have feeds. */
  readonly authors: readonly string[]
  /** By id. */
  readonly records: readonly LedgerRecord[]
}

export const currentVersion = 4

/** The first version whose digests of what an author wrote come from today's rules of reading. */
export const firstOfTodaysDigests = 3

/** The first version in which the recording of an entry is written down. */
export const firstOfRecordings = 4

/** How far a clock may be behind the latest recording, in milliseconds, before it is wrong rather than a little slow. */
export const slowestClock: number = 5 * 60_000

/**
 * The instant of the latest recording, which every later one comes behind; null where it lies further ahead than clocks
 * differ, since then its clock was wrong.
 */
export function precedingRecording({ recording }: Ledger, now: Date): Date | null {
  return recording.getTime() <= now.getTime() + slowestClock ? recording : null
}

/**
 * Whether two records of one entry say the same to subscribers, whoever wrote the earlier one: version 1 lacked the authors, a
 * record from before a tag's address moved lacks the present one (an edit of its tags moves `changed`), before version 3 the
 * digest of what an author wrote may differ where nothing was written, and before version 4 nobody wrote down whether an entry
 * was visible when it was recorded, whether its author dated it, nor its place among the others of its day.
 *
 * @param version the form of the ledger that the earlier record is from
 */
export function isSameRecord(earlier: LedgerRecord, later: LedgerRecord, version: number): boolean {
  const said = (record: LedgerRecord): string =>
    JSON.stringify({
      ...record,
      tags: [],
      authors: [],
      content: version < firstOfTodaysDigests ? '' : record.content,
      recorded: version < firstOfRecordings ? null : record.recorded,
      rank: version < firstOfRecordings ? null : record.rank,
      isGiven: version < firstOfRecordings ? null : record.isGiven,
      isHeld: version < firstOfRecordings ? null : record.isHeld,
    })
  return earlier === later || said(earlier) === said(later)
}
