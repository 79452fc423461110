import type { Posting } from './shard.ts'

/** How well a word of a query fits where it was found: not at all, inside a word, as the beginning of one, as the whole word. */
export const fits = { none: 0, inside: 1, beginning: 2, whole: 3 } as const

export type Fit = (typeof fits)[keyof typeof fits]

/** Where an entry has one clause of a query, and how well it fits there. */
export interface Evidence {
  readonly title: Fit
  readonly tags: Fit
  readonly authors: Fit
  readonly text: Fit
  /** How often the text has it; more than three times count as three. */
  readonly textCount: number
  /** In terms, both up to 15: where the title has it first, and how long the title is. */
  readonly titlePlace: number
  readonly titleLength: number
}

/** The entries that have a clause, by their numbers. */
export type Found = Map<number, Evidence>

/** What a posting says of a word that fits so. */
export function evidenceOf(posting: Posting, fit: Fit): Evidence {
  const { inTitle, inTags, inAuthors, inText, titlePlace, titleLength } = posting
  const where = (isThere: boolean): Fit => (isThere ? fit : fits.none)
  return {
    title: where(inTitle),
    tags: where(inTags),
    authors: where(inAuthors),
    text: where(inText > 0),
    textCount: inText,
    titlePlace,
    titleLength,
  }
}

/** Adds evidence of an entry to what was found of it by another form of the same words: of each part of the entry the better counts. */
export function addEvidence(found: Found, entry: number, other: Evidence): void {
  const one = found.get(entry)
  if (one === undefined) found.set(entry, other)
  else {
    const better = other.title > one.title ? other : one
    found.set(entry, {
      title: better.title,
      tags: Math.max(one.tags, other.tags) as Fit,
      authors: Math.max(one.authors, other.authors) as Fit,
      text: Math.max(one.text, other.text) as Fit,
      textCount: Math.max(one.textCount, other.textCount),
      titlePlace: better.titlePlace,
      titleLength: better.titleLength,
    })
  }
}

/** Evidence in names alone: of a clause that asks for an author. */
export function inAuthorsOnly(found: Found): Found {
  const only: Found = new Map()
  for (const [entry, { authors }] of found) {
    if (authors !== fits.none) only.set(entry, { ...nothing, authors })
  }
  return only
}

const nothing: Evidence = {
  title: fits.none,
  tags: fits.none,
  authors: fits.none,
  text: fits.none,
  textCount: 0,
  titlePlace: 0,
  titleLength: 0,
}
