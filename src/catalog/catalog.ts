import type { Note } from '../notes/note.ts'
import { errorAt, type Problem, warningAt } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import type { Day } from '../text/day.ts'
import { dayIn, startOf } from '../text/zone.ts'
import { type Words, wordsIn } from '../words/words.ts'
import { type AuthorEntries, authorsOf, authorsOfMany } from './authors.ts'
import { type Channel, type ChannelKind, channelsOf } from './channels.ts'
import { digestOf } from './digest.ts'
import { clashesOfEntries, type Entry, type Identified, identifyEntries } from './entries.ts'
import { leadingSlugs, movedTags, withPresentSlugs } from './former-tags.ts'
import { type LastModified, lastModifiedOf } from './last-modified.ts'
import { firstOfRecordings, type Ledger } from './ledger.ts'
import { authorsEverWithFeeds, goneName, nextLedger } from './next-ledger.ts'
import { RelatedNotes } from './related.ts'
import { type Removed, removedOf } from './removed.ts'
import { type Slot, sequencesOf } from './sequences.ts'
import { nameTags } from './tags.ts'
import { twinProblems } from './twins.ts'
import { type WikiLinks, wikiLinksOf } from './wiki.ts'

export { personOf } from '../notes/authors.ts'
export { type Block, textOf } from '../notes/note.ts'
export { isPaperLink, type Paper } from '../notes/paper.ts'
export type { Site, SiteAuthor } from '../notes/site.ts'
export { tagKey } from '../notes/tag-line.ts'
export type { AuthorEntries } from './authors.ts'
export { type Channel, type ChannelKind, folderOf } from './channels.ts'
export type { Entry } from './entries.ts'
export type { Reason } from './related.ts'
export type { Tombstone } from './removed.ts'
export type { Slot } from './sequences.ts'
export type { Tag } from './tags.ts'

/** The entries of one day, in the notes' order. */
interface DayEntries {
  readonly day: Day
  readonly entries: readonly Entry[]
}

/** The whole site in one order. */
export interface Catalog {
  readonly site: Site
  /** What the site itself says to readers, in its language. */
  readonly words: Words
  /** By day, the newest first, a day's in the notes' order. */
  readonly entries: readonly Entry[]
  /** Everything there is to subscribe to: the site first, then tags, then authors, each by slug. */
  readonly channels: readonly Channel[]
  /** The authors who have pages, by slug. */
  readonly authors: ReadonlyMap<string, AuthorEntries>
  /** Newest first. */
  readonly days: readonly DayEntries[]
  /** Slugs of tags that no entry bears, each with the slug of the tag that is meant. */
  readonly aliases: ReadonlyMap<string, string>
  readonly wikiLinks: WikiLinks
  readonly related: RelatedNotes
  readonly removed: Removed
  /** What each channel ever carried, by its folder; gone channels too. */
  readonly sequences: ReadonlyMap<string, readonly Slot[]>
  readonly lastModified: LastModified
  /** When the part of `site.md` that every feed carries last changed; null where that isn't recorded. */
  readonly feedsChanged: Date | null
  /** How many items an archive has, whatever `feedSize` has become. */
  readonly archiveSize: number
}

/** The channels of one kind, by slug. */
export function channelsOfKind({ channels }: Pick<Catalog, 'channels'>, kind: ChannelKind): readonly Channel[] {
  return channels.filter(({ key }) => key.kind === kind)
}

/** The channel that carries every entry. */
export function siteChannel({ channels }: Catalog): Channel {
  return channels[0] as Channel
}

/** What a catalog is made with besides the notes. */
export interface CatalogOptions {
  readonly ledger: Ledger | null
  /** Entries of a day that hasn't begun at this instant, or that say they are published later, are not there yet. */
  readonly now: Date
  /** Whether entries that can't be recognised for certain are taken as they seem. */
  readonly accept: boolean
}

/** For notes that were never published anywhere. */
export const noLedger: CatalogOptions = { ledger: null, now: new Date(8.64e15), accept: false }

/** What the notes and the ledger come to: a catalog, and the ledger that recording would write. */
export interface CatalogReading {
  /** Null where two entries or tags can't be told apart. */
  readonly catalog: Catalog | null
  /** Each with its cure. */
  readonly problems: readonly Problem[]
  /** The entries that are there, but not published yet, each with the instant at which it will be. */
  readonly held: readonly { readonly note: Note; readonly from: Date }[]
  /** The ledger as recording would leave it; null where there is no catalog. */
  readonly recorded: Ledger | null
}

/** Puts entries in order, names them, their tags and their authors, and recognises those that were there before. */
export function catalogOf(given: Site, notes: readonly Note[], { ledger, now, accept }: CatalogOptions): CatalogReading {
  const site = { ...given, authority: ledger?.authority ?? given.authority }
  const records = ledger?.records ?? []
  const names = nameTags(site, notes)
  const { identified: recognised, problems: entryProblems } = identifyEntries(site, notes, { tags: names.tags, ledger, accept, now })
  const { moved, problems: takenAddresses } = movedTags(names, recognised)
  const today = dayIn(site.timezone, now)
  const errors = [...names.problems, ...entryProblems, ...takenAddresses, ...daysTooFarAhead(notes, today)]
  if (errors.length > 0) return { catalog: null, problems: errors, held: [], recorded: null }

  const known = new Set(recognised.map(({ record }) => record))
  const lost = records.filter((record) => !known.has(record)).map((record) => withPresentSlugs(record, moved))
  const identified = recognised.map((one) => (one.record === null ? one : { ...one, record: withPresentSlugs(one.record, moved) }))
  const isHeld = ({ note }: Identified): boolean => (note.givenPublished === null ? note.day > today : note.givenPublished > now)
  const visible = identified.filter((one) => !isHeld(one))
  const hidden = identified.filter(isHeld)
  const entries = visible.map(({ entry }) => entry)
  const aliases = leadingSlugs(site, entries, moved)
  const everWithFeeds = authorsEverWithFeeds(ledger)
  const withFeeds = authorsWithFeeds(
    site,
    identified.map(({ entry }) => entry),
    everWithFeeds,
  )
  const authors = authorsOf(entries, withFeeds)
  const removed = removedOf({ visible, hidden, lost, aliases, everWithFeeds, authors, now })
  const recorded = nextLedger(ledger, {
    authority: site.authority,
    siteContent: contentOfSite(given),
    feedsContent: contentOfFeeds(given),
    timezone: site.timezone,
    goneChannels: removed.goneChannels,
    feedSize: site.feedSize,
    withFeeds: [...withFeeds],
    identified,
    isHeld,
    lost,
    now,
  })
  const unseen = [...lost, ...((ledger?.version ?? 0) < firstOfRecordings ? [] : hidden.flatMap(({ record }) => record ?? []))]
  const sequences = sequencesOf({ visible, unseen })
  const lastModified = lastModifiedOf(ledger, recorded)
  const catalog: Catalog = {
    site,
    words: wordsIn(site.language),
    entries,
    channels: channelsOf({ site, entries, authors, sequences, removed, lastModified }),
    authors,
    days: [...Map.groupBy(entries, ({ day }) => day)]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([day, ofDay]) => ({ day, entries: ofDay })),
    aliases,
    wikiLinks: wikiLinksOf(visible),
    related: new RelatedNotes(site, visible),
    removed,
    sequences,
    lastModified,
    archiveSize: recorded.archiveSize ?? site.feedSize,
    feedsChanged: ledger?.feeds === recorded.feeds ? (recorded.feeds?.changed ?? null) : null,
  }
  const retagged = new Set(identified.flatMap(({ record }) => record?.tags ?? []))
  const held = hidden.map(({ note }) => ({ note, from: note.givenPublished ?? startOf(site.timezone, note.day) }))
  return {
    catalog,
    problems: [...channelsJustGone(site, ledger, removed, retagged), ...twinProblems(site, notes, names.tags)],
    held,
    recorded,
  }
}

/** In days. A day further ahead is most likely a slip: `2062-06-10`. */
const furthestAhead = 31

/** An error for each day that is further ahead than anyone writes, at its first entry. */
function daysTooFarAhead(notes: readonly Note[], today: Day): readonly Problem[] {
  const last = Date.parse(today) + furthestAhead * 86_400_000
  const far = Map.groupBy(
    notes.filter(({ day }) => Date.parse(day) > last),
    ({ day }) => day,
  )
  return [...far].map(([day, [first]]) =>
    errorAt(
      first as Note,
      `the day ${day} is more than ${furthestAhead} days ahead`,
      'write the year that is meant, or wait until it is nearer',
    ),
  )
}

/** Entries and tags that can't be told apart, each a problem with its cure. No ledger is asked, so some of the notes suffice. */
export function clashesOf(site: Site, notes: readonly Note[]): readonly Problem[] {
  return [...nameTags(site, notes).problems, ...clashesOfEntries(notes)]
}

/**
 * The slugs of the authors who have feeds: whom enough entries name, those to come among them, so that no hour changes
 * it; and whoever has had feeds and is named still, since somebody may follow them.
 */
function authorsWithFeeds({ authorFeeds }: Site, all: readonly Entry[], everWithFeeds: readonly string[]): ReadonlySet<string> {
  if (authorFeeds === 0) return new Set()
  const named = new Set(all.flatMap(({ authors }) => authors.map(({ slug }) => slug)))
  return new Set([...authorsOfMany(all, authorFeeds), ...everWithFeeds.filter((slug) => named.has(slug))])
}

/** A digest of what `site.md` says to subscribers; where a preview runs is no part of it. */
function contentOfSite(site: Site): string {
  const { title, description, language, author, authority, license, feedSize, authorFeeds, hubUrl, aliases, slugs, about } = site
  const texts = about.map(({ source }) => source)
  const feeds = [title, description, language, author, authority, license?.name ?? null, feedSize, hubUrl, [...aliases], texts]
  // Five is what it was before there was a choice, and no tag had a chosen slug: ledgers from then have a digest without.
  const chosen = slugs.size === 0 ? [] : [[...slugs]]
  return digestOf([...feeds, ...(authorFeeds === 5 ? [] : [authorFeeds]), ...chosen])
}

/** A digest of what items and feeds say of the site, and of what decides which items they hold. */
function contentOfFeeds({ title, description, language, author, authority, license, hubUrl, feedSize, timezone }: Site): string {
  return digestOf([title, description, language, author, authority, license?.name ?? null, hubUrl, feedSize, timezone])
}

/**
 * A warning for each channel that is gone since the last recording: once it is recorded, it is known to be.
 *
 * @param retagged the slugs that entries which are there still had once
 */
function channelsJustGone(
  { file, authorFeeds }: Site,
  ledger: Ledger | null,
  { goneChannels }: Removed,
  retagged: ReadonlySet<string>,
): readonly Problem[] {
  const place = { file, line: 1 }
  const gone = goneChannels.filter((key) => !ledger?.gone.includes(goneName(key)))
  const tags = gone.filter(({ kind }) => kind === 'tag')
  const authors = gone.filter(({ kind }) => kind === 'author')
  return [
    ...tags.map(({ slug }) => ({
      ...warningAt(
        place,
        `no entry has the tag ${slug} any more: its feeds will be gone`,
        `if it is called otherwise now, let its subscribers follow: aliases: { ${slug}: new-tag }`,
      ),
      // Where the entries went, the tag goes with them.
      ...(retagged.has(slug) ? { accept: 'tags' as const } : {}),
    })),
    ...(authorFeeds === 0 && authors.length > 0
      ? [
          warningAt(
            place,
            `authorFeeds: 0 takes the feeds of ${authors.length === 1 ? 'one author' : `${authors.length} authors`} away`,
            'leave it out to keep them',
          ),
        ]
      : authors.map(({ slug }) =>
          warningAt(
            place,
            `no entry names the author ${slug} any more: their feeds will be gone`,
            'if the name is only written otherwise now, write it as before in one entry, and they stay',
          ),
        )),
  ]
}
