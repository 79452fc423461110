import type { Catalog, Entry } from '../catalog/catalog.ts'
import { slugOf } from '../text/slug.ts'

/** A paper author with a page: all entries on papers of theirs, newest first. */
export interface AuthorEntries {
  readonly name: string
  readonly slug: string
  readonly entries: readonly Entry[]
}

/** How many entries make an author worth a page. */
const entriesForAPage = 2

/** The authors that have pages, by slug: names that differ in punctuation alone are one author's, written as in the newest entry. */
export function authorsOf({ entries }: Catalog): ReadonlyMap<string, AuthorEntries> {
  const bySlug = new Map<string, { name: string; slug: string; entries: Entry[] }>()
  for (const entry of entries) {
    for (const name of new Set(entry.authors)) {
      const slug = slugOf(name)
      if (slug === '') continue
      const author = bySlug.get(slug)
      if (author === undefined) bySlug.set(slug, { name, slug, entries: [entry] })
      else if (author.entries.at(-1) !== entry) author.entries.push(entry)
    }
  }
  return new Map([...bySlug].filter(([, author]) => author.entries.length >= entriesForAPage))
}
