import type { Catalog, Entry } from '../catalog/catalog.ts'
import { languageOfNotes } from '../feed/item.ts'
import { slugOf } from '../text/slug.ts'

/** What gathers entries and has neither a page nor feeds of its own, but in selections. */
export interface Facet {
  readonly slug: string
  readonly name: string
  /** In the site's order. */
  readonly entries: readonly Entry[]
}

/** Venues with their years and without (`ICLR 2024`, `ICLR`), and the languages of notes, each by slug. */
export interface Facets {
  readonly venue: readonly Facet[]
  readonly lang: readonly Facet[]
}

/** What was found in the entries of a catalog: two documents of a site say it. */
const found = new WeakMap<readonly Entry[], Facets>()

export function facetsOf(catalog: Pick<Catalog, 'entries' | 'site' | 'words'>): Facets {
  const known = found.get(catalog.entries) ?? facetsIn(catalog)
  found.set(catalog.entries, known)
  return known
}

function facetsIn({ entries, site, words }: Pick<Catalog, 'entries' | 'site' | 'words'>): Facets {
  return {
    venue: facets(entries, ({ venue }) => (venue === null ? [] : [venue, venue.replace(/[\s,]+(?:19|20)\d\d$/, '')])),
    lang: facets(
      entries,
      (entry) => [languageOfNotes(entry, site)],
      (language) => words.languageNames[language] ?? language,
    ),
  }
}

function facets(
  entries: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
  nameOf: (written: string) => string = (written) => written,
): readonly Facet[] {
  const bySlug = new Map<string, { readonly name: string; readonly entries: Set<Entry> }>()
  for (const entry of entries) {
    for (const written of namesOf(entry)) {
      const slug = slugOf(written)
      if (slug === '') continue
      const facet = bySlug.get(slug) ?? { name: nameOf(written), entries: new Set() }
      bySlug.set(slug, facet)
      facet.entries.add(entry)
    }
  }
  return [...bySlug]
    .map(([slug, { name, entries: gathered }]) => ({ slug, name, entries: [...gathered] }))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
}
