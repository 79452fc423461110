import { personOf } from '../notes/authors.ts'
import type { Entry } from './entries.ts'

/** An author with a page of their own: all entries on papers of theirs, newest first. */
export interface AuthorEntries {
  /** As the newest entry writes it: names that differ in punctuation alone are one author's. */
  readonly name: string
  readonly slug: string
  readonly entries: readonly Entry[]
  /** Whether the author is a channel too. */
  readonly hasFeeds: boolean
}

/** How many entries make an author worth a page. */
const entriesForAPage = 2

/**
 * The authors who have pages, by slug: whoever is named by two entries or more, and whoever has feeds.
 *
 * @param entries newest first
 * @param withFeeds slugs of the authors who have feeds
 */
export function authorsOf(entries: readonly Entry[], withFeeds: ReadonlySet<string>): ReadonlyMap<string, AuthorEntries> {
  const authors = [...entriesByAuthor(entries)].map(([slug, [first, ...others]]): [string, AuthorEntries] => [
    slug,
    { name: first.name, slug, entries: [first.entry, ...others.map(({ entry }) => entry)], hasFeeds: withFeeds.has(slug) },
  ])
  return new Map(authors.filter(([, author]) => author.hasFeeds || author.entries.length >= entriesForAPage))
}

/** The slugs of the authors whom so many entries name, or more; none where the number is 0. */
export function authorsOfMany(entries: readonly Entry[], least: number): readonly string[] {
  return least === 0 ? [] : [...entriesByAuthor(entries)].flatMap(([slug, ofAuthor]) => (ofAuthor.length >= least ? [slug] : []))
}

interface Mention {
  readonly name: string
  readonly entry: Entry
}

/** The entries of each author, by slug; an entry that names one twice counts once. */
function entriesByAuthor(entries: readonly Entry[]): ReadonlyMap<string, readonly [Mention, ...Mention[]]> {
  const bySlug = new Map<string, [Mention, ...Mention[]]>()
  for (const entry of entries) {
    for (const { name, slug } of entry.authors) {
      if (slug === '') continue
      const mentions = bySlug.get(slug)
      if (mentions === undefined) bySlug.set(slug, [{ name: personOf(name), entry }])
      else if (mentions.at(-1)?.entry !== entry) mentions.push({ name: personOf(name), entry })
    }
  }
  return bySlug
}
