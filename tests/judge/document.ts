/** An item of a feed: what every judge that reads feeds is asked for. */
export interface Item {
  readonly id: string
  readonly url: string
  readonly title: string
  /** ISO 8601, UTC. */
  readonly published: string
  /** Likewise. */
  readonly updated: string
  readonly authors: readonly string[]
}

export const formats = ['rss', 'atom', 'json'] as const
export type Format = (typeof formats)[number]
export const mediaTypes: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** What a document should say: what the JSON Feed of the same feed says. Which of the two is wrong is for people. */
export interface Expected {
  /** The path of that JSON Feed. */
  readonly path: string
  readonly items: readonly Item[]
}

/** One document of a feed as the site served it. */
export interface Download {
  readonly path: string
  readonly format: Format
  /** The path of the page that announces it; null for an archived one, to which only other documents lead. */
  readonly announcedOn: string | null
  readonly contentType: string
  readonly text: string
  /** Whom readers may name where an item names no author (RFC 4287 §4.2.1; JSON Feed 1.1, `authors`). */
  readonly feedAuthors: readonly string[]
  /** Null where the JSON Feed is missing or can't be read. */
  readonly expected: Expected | null
}

/** A download, and where tools that read files, or fetch by themselves, find a copy. */
export interface FeedDocument extends Download {
  readonly file: string
  readonly url: string
}

export interface Fault {
  readonly path: string
  readonly what: string
}

/** Somebody else's idea of what a feed is. */
export interface Judge {
  readonly name: string
  readonly formats: readonly Format[]
  /** How to install it. */
  readonly install: string
  /** Null where it isn't installed; empty where it has none. */
  readonly version: () => Promise<string | null>
  /** Judges documents of its formats; `base` is where the site runs. */
  readonly judge: (documents: readonly FeedDocument[], base: URL) => Promise<readonly Fault[]>
}
