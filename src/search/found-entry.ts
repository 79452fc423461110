/** A text and the language it is in. */
export type TextIn = readonly [text: string, language: string]

/** An entry as a list of results shows it. */
export interface FoundEntry {
  readonly path: string
  readonly day: string
  /** The day as people write it in the site's language. */
  readonly date: string
  /** The title and its language. */
  readonly title: TextIn
  readonly authors: readonly string[]
  /** The beginning of its commentary, and of its abstract; null where it has none. */
  readonly commentary: TextIn | null
  readonly abstract: TextIn | null
  /** Each with the path of its page. */
  readonly tags: readonly (readonly [label: string, path: string])[]
}

/** Where the parts of an index are, as the search page names them to its script. */
export interface SearchPlaces {
  /** How many entries are searched. */
  readonly entries: number
  /** The digests that name each segment, the oldest first. */
  readonly segments: readonly string[]
  /** The digests that name each block of entries, the oldest first. */
  readonly blocks: readonly string[]
  /** The digest that names the list of tags. */
  readonly tags: string
}
