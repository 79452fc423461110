import type { SiteAuthor, Tombstone } from '../catalog/catalog.ts'
import type { Language } from '../text/language.ts'
import type { FeedUrls } from './formats.ts'

/** Where a document stands among those that hold all items of a channel (RFC 5005 §4). */
export interface Archives {
  /** Whether this document is a full archive, which doesn't change as entries are added. */
  readonly isArchive: boolean
  /** The archive of the items before these; null where there is none. */
  readonly previous: FeedUrls | null
  /** The archive of the items recorded after these, which may be yet to come; null where this is no archive, or the last and not full. */
  readonly next: FeedUrls | null
  /** The document that subscribers poll; null where it is this one. */
  readonly current: FeedUrls | null
}

/** One document of a channel, in no format yet and without its items: what subscribers poll, or an archive. */
export interface FeedDocument {
  /** The channel's, not the document's: the same in every format and wherever a preview runs. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: Language
  readonly homeUrl: string
  /** The addresses of this document itself. */
  readonly feedUrls: FeedUrls
  readonly archives: Archives
  /** When its items last changed, by additions and losses too; null where it never had any, since a feed never carries the time of a build. */
  readonly updated: Date | null
  readonly author: SiteAuthor
  /** Of the licence of the notes; null where it has no address, or the site names none. */
  readonly licenseUrl: string | null
  readonly hubUrl: string | null
  /** The address that names the vocabulary of the items' categories. */
  readonly categoryScheme: string
  /** A square PNG. */
  readonly iconUrl: string
  /** One of 144 pixels a side. */
  readonly smallIconUrl: string
  readonly extensionUrl: string
  /** Items that were removed lately. */
  readonly tombstones: readonly Tombstone[]
}
