/** A format that every channel has a feed in. */
export type Format = 'atom' | 'rss' | 'json'

/** What there is to know of a format. */
interface FormatFacts {
  /** The last part of its address. */
  readonly file: string
  /** RSS has no registered media type, Atom has RFC 4287 §7, JSON Feed 1.1 has “Suggestions for Publishers”. */
  readonly mediaType: string
  /** The format's own name, the same in every language. */
  readonly name: string
}

/**
 * The facts of each format. Whoever has to say something of every format does so in a table with the same keys. Atom
 * comes first, since readers take the first feed that a page names: of an RSS item many of them (Thunderbird, Miniflux,
 * newsboat) read one author, and the title `Vec<T>` as they please.
 */
export const formatFacts: Readonly<Record<Format, FormatFacts>> = {
  atom: { file: 'atom.xml', mediaType: 'application/atom+xml', name: 'Atom' },
  rss: { file: 'rss.xml', mediaType: 'application/rss+xml', name: 'RSS' },
  json: { file: 'feed.json', mediaType: 'application/feed+json', name: 'JSON Feed' },
}

/** All formats, in the order in which pages name them. */
export const formats: readonly Format[] = Object.keys(formatFacts) as Format[]

/** The addresses of one document in its formats. */
export type FeedUrls = Readonly<Record<Format, string>>

/** One value for each format. */
export function inEachFormat<Value>(make: (format: Format) => Value): Readonly<Record<Format, Value>> {
  return Object.fromEntries(formats.map((format) => [format, make(format)])) as Record<Format, Value>
}
