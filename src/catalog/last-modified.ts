import { foldersOfRecord } from './channels.ts'
import { isSameRecord, type Ledger } from './ledger.ts'
import { isUpToDate } from './next-ledger.ts'

/**
 * When what subscribers see last changed, edits and removals included: what Last-Modified may say. Null where something
 * isn't recorded as it is now, and for everything where there is no ledger: then nothing tells of edits.
 */
export interface LastModified {
  /** Of each channel, by its folder; null of the site's as soon as anything at all isn't recorded. */
  readonly ofChannels: ReadonlyMap<string, Date | null>
  /** Of an entry, by its id. */
  readonly ofEntries: ReadonlyMap<string, Date | null>
}

/** When what is there last changed: by the ledger, or by what recording would now make of it. */
export function lastModifiedOf(ledger: Ledger | null, recorded: Ledger): LastModified {
  if (ledger === null) return { ofChannels: new Map(), ofEntries: new Map() }
  const known = new Map(ledger.records.map((record) => [record.id, record]))
  const dates = recorded.records.map((record) => {
    const before = known.get(record.id)
    const isKnown = before !== undefined && isSameRecord(before, record, ledger.version)
    return {
      date: isKnown ? record.changed : null,
      id: record.id,
      folders: foldersOfRecord(record),
    }
  })
  // What `site.md` says is part of every page and feed.
  const isSaid = recorded.site === ledger.site && (ledger.feeds === null || recorded.feeds === ledger.feeds)
  const site = isSaid && recorded.feeds !== null ? latest([recorded.site.changed, recorded.feeds.changed]) : null
  const ofFolders = Map.groupBy(
    dates.flatMap(({ date, folders }) => folders.map((folder) => ({ folder, date }))),
    ({ folder }) => folder,
  )
  const ofChannels = new Map([...ofFolders].map(([folder, ofChannel]) => [folder, latest([site, ...ofChannel.map(({ date }) => date)])]))
  const ofSite = isUpToDate(ledger, recorded) ? (ofChannels.get('') ?? site) : null
  return {
    ofChannels: new Map([...ofChannels, ['', ofSite]]),
    ofEntries: new Map(dates.map(({ date, id }) => [id, latest([site, date])])),
  }
}

/** The latest date; null where there is none, or where one is unknown. */
function latest(dates: readonly (Date | null)[]): Date | null {
  let time = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    if (date === null) return null
    time = Math.max(time, date.getTime())
  }
  return dates.length === 0 ? null : new Date(time)
}
