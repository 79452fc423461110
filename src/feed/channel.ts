import type { Paper, SiteAuthor, Tombstone } from '../catalog/catalog.ts'
import type { Html } from '../text/html.ts'
import type { Language } from '../text/language.ts'

/** The formats, by the last part of their addresses. */
export const formats = ['rss', 'atom', 'json'] as const
export type Format = (typeof formats)[number]

/** A tag as an item bears it. */
interface Category {
  /** What machines compare: the tag's slug. */
  readonly term: string
  /** What people read: the tag's label. */
  readonly label: string
}

/** What every format can say of one paper's notes. */
export interface Item {
  readonly id: string
  readonly permalinkUrl: string
  /** Plain text. */
  readonly title: string
  readonly titleLanguage: Language
  /** The language of most of what the item's author wrote. */
  readonly language: Language
  readonly published: Date
  readonly updated: Date
  readonly authors: readonly string[]
  /** Plain text, never empty. */
  readonly summary: string
  readonly summaryLanguage: Language
  /** Reads complete on its own; absolute addresses; no classes, styles or scripts. */
  readonly contentHtml: Html
  readonly categories: readonly Category[]
  readonly paper: Paper | null
  /** Plain text; empty where there is none. */
  readonly abstractText: string
  readonly commentaryText: string
  /** Whose it is and what may be done with it, on one line; null where the site doesn't say. */
  readonly rights: string | null
  /** The licence's own address; null where there is none. */
  readonly licenseUrl: string | null
  /** The site that a copy of it came from. */
  readonly source: { readonly title: string; readonly feedUrls: FeedUrls }
}

/** The addresses of one document in its three formats. */
export type FeedUrls = Readonly<Record<Format, string>>

/** Where a document stands among those that hold all items of a channel (RFC 5005 §4). */
export interface Archives {
  /** Whether this document is an archive: full, and not to change as entries are added. */
  readonly isArchive: boolean
  /** The archive of the items before these; null where there is none. */
  readonly previous: FeedUrls | null
  /** The archive of the items behind these, of which there may be too few yet; null unless this is an archive. */
  readonly next: FeedUrls | null
  /** The document that subscribers poll; null where it is this one. */
  readonly current: FeedUrls | null
}

/** One feed's worth: what it is, where it is, and its latest items, or those of one of its archives. */
export interface Channel {
  /** Of the channel, not of one of its documents; the same in every format and wherever a preview runs. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: Language
  readonly homeUrl: string
  /** Of this document itself. */
  readonly feedUrls: FeedUrls
  readonly archives: Archives
  /** The latest update of an item; null where there is none, since a feed never carries the time of a build. */
  readonly updated: Date | null
  readonly author: SiteAuthor
  readonly rights: string | null
  readonly hubUrl: string | null
  /** Names what the items' categories are terms of. */
  readonly categoryScheme: string
  /** A square PNG. */
  readonly iconUrl: string
  readonly extensionUrl: string
  /** Newest first. */
  readonly items: readonly Item[]
  /** Items that were removed lately. */
  readonly tombstones: readonly Tombstone[]
}

/** The addresses that items and channels carry. The site knows them; feeds only say them. */
export interface Addresses {
  readonly homeUrl: string
  readonly iconUrl: string
  /** Where the members that Paperwire adds to JSON Feed are described. */
  readonly extensionUrl: string
  readonly categoryScheme: string
  tagUrl(slug: string): string
  feedUrls(tagSlug: string | null): FeedUrls
  archiveUrls(tagSlug: string | null, number: number): FeedUrls
  permalinkUrl(day: string, name: string): string
}
