import type { Note } from '../notes/note.ts'
import type { Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'
import { type Entry, type Identified, identifyEntries } from './entries.ts'
import { groupBy } from './group.ts'
import { digestOf } from './identity.ts'
import { type LastModified, lastModifiedOf } from './last-modified.ts'
import type { Ledger } from './ledger.ts'
import { nextLedger } from './next-ledger.ts'
import { type Removed, removedOf } from './removed.ts'
import { nameTags, type Tag } from './tags.ts'

export { type Block, textOf } from '../notes/note.ts'
export type { Paper } from '../notes/paper.ts'
export type { Site, SiteAuthor } from '../notes/site.ts'
export type { Entry } from './entries.ts'
export type { Tombstone } from './removed.ts'
export type { Tag } from './tags.ts'

/** The entries of one tag, newest first. */
interface TaggedEntries {
  readonly tag: Tag
  readonly entries: readonly Entry[]
}

/** The entries of one day, by `published`: in the notes' order, unless an entry gives its instant. */
export interface DayEntries {
  readonly day: Day
  readonly entries: readonly Entry[]
}

/** The whole site in one order. */
export interface Catalog {
  readonly site: Site
  /** Newest first, by `published`; a day's in the notes' order. */
  readonly entries: readonly Entry[]
  /** By slug. */
  readonly tags: readonly TaggedEntries[]
  /** Newest first. */
  readonly days: readonly DayEntries[]
  /** Slugs of tags that no entry bears, each with the slug of the tag that is meant. */
  readonly aliases: ReadonlyMap<string, string>
  readonly removed: Removed
  readonly lastModified: LastModified
}

/** What a catalog is made with besides the notes. */
export interface CatalogOptions {
  readonly ledger: Ledger | null
  /** Entries that say they are published later than this instant are not there yet. */
  readonly now: Date
  /** Whether entries that can't be recognised for certain are taken as they seem. */
  readonly accept: boolean
}

/** For notes that were never published anywhere. */
export const noLedger: CatalogOptions = { ledger: null, now: new Date(8.64e15), accept: false }

/** The catalog, or null where two things can't be told apart; each of these with its cure; and the ledger to come. */
export interface CatalogReading {
  readonly catalog: Catalog | null
  readonly problems: readonly Problem[]
  /** The ledger as recording would leave it; null where there is no catalog. */
  readonly recorded: Ledger | null
}

/** Puts entries in order, names them and their tags, and recognises those that were there before. */
export function catalogOf(given: Site, notes: readonly Note[], { ledger, now, accept }: CatalogOptions): CatalogReading {
  const site = { ...given, authority: ledger?.authority ?? given.authority }
  const records = ledger?.records ?? []
  const { tags, problems: tagProblems } = nameTags(site, notes)
  const { identified, problems: entryProblems } = identifyEntries(site, notes, tags, records, accept)
  const errors = [...tagProblems, ...entryProblems]
  if (errors.length > 0) return { catalog: null, problems: errors, recorded: null }
  const isScheduled = ({ note }: Identified): boolean => note.givenPublished !== null && note.givenPublished > now
  const visible = identified.filter((one) => !isScheduled(one))
  const known = new Set(identified.map(({ record }) => record))
  const lost = records.filter((record) => !known.has(record))
  const entries = visible.map(({ entry }) => entry)
  const days = groupBy(entries, (entry) => [entry.day]).toSorted(([a], [b]) => (a < b ? 1 : -1))
  const tagged = groupBy(entries, (entry) => entry.tags).toSorted(([a], [b]) => (a.slug < b.slug ? -1 : 1))
  const live = new Set(tagged.map(([{ slug }]) => slug))
  const aliases = new Map(
    [...site.aliases].map(([old, to]) => [slugOf(old), slugOf(to)] as const).filter(([old, to]) => !live.has(old) && live.has(to)),
  )
  const removed = removedOf(visible, lost, aliases, now)
  const recorded = nextLedger(ledger, {
    authority: site.authority,
    siteContent: contentOfSite(given),
    goneTags: removed.goneTags,
    visible,
    hidden: identified.filter(isScheduled),
    lost,
    now,
  })
  const catalog: Catalog = {
    site,
    entries,
    tags: tagged.map(([tag, ofTag]) => ({ tag, entries: ofTag })),
    days: days.map(([day, ofDay]) => ({ day, entries: ofDay })),
    aliases,
    removed,
    lastModified: lastModifiedOf(ledger, recorded, visible),
  }
  return { catalog, problems: tagsJustGone(site, ledger, removed), recorded }
}

/** What of site.md subscribers see; where a preview runs is no part of it. */
function contentOfSite(site: Site): string {
  const { title, description, language, author, authority, license, feedSize, hubUrl, aliases, about } = site
  const texts = about.map(({ source }) => source)
  return digestOf([title, description, language, author, authority, license?.name ?? null, feedSize, hubUrl, [...aliases], texts])
}

function tagsJustGone(site: Site, ledger: Ledger | null, { goneTags }: Removed): readonly Problem[] {
  return goneTags
    .filter((slug) => !ledger?.gone.includes(slug))
    .map((slug) => ({
      severity: 'warning',
      file: site.file,
      line: 1,
      what: `no entry has the tag ${slug} any more: its feeds will be gone`,
      cure: `if it is called otherwise now, let its subscribers follow: aliases: { ${slug}: new-tag }`,
    }))
}
