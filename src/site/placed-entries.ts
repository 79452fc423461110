import type { Catalog, Entry } from '../catalog/catalog.ts'
import type { Language } from '../text/language.ts'
import type { ChosenPictures, PagePicture } from './pictures.ts'
import { paths } from './urls.ts'

/** A link to an entry, as its title. */
export interface EntryLink {
  readonly path: string
  readonly title: string
  readonly language: Language
}

/** An entry, and all that its page says of anything else, in a form that JSON can write. */
export interface PlacedEntry {
  readonly entry: Entry
  /** Whose names lead to a page: the slugs of authors. */
  readonly authorsWithPages: readonly string[]
  /** Its wiki links' targets, each with the path that it leads to; a link to the entry itself leads nowhere. */
  readonly wikiPaths: readonly (readonly [target: string, path: string])[]
  /** The entries that link to it, newest first. */
  readonly linkedFrom: readonly EntryLink[]
  /** The entries around it in the order of the feeds; null where it is the oldest or the newest. */
  readonly older: EntryLink | null
  readonly newer: EntryLink | null
  /** What shows it in link previews; null where there is no picture. */
  readonly picture: PagePicture | null
}

/** A function that tells what an entry's page says of others. */
export function placing(
  { entries, authors, wikiLinks }: Pick<Catalog, 'entries' | 'authors' | 'wikiLinks'>,
  pictures: Pick<ChosenPictures, 'ofEntry'>,
): (entry: Entry) => PlacedEntry {
  const positions = new Map(entries.map((entry, position) => [entry, position]))
  return (entry) => {
    const position = positions.get(entry) as number
    const neighbour = (at: number): EntryLink | null => (entries[at] === undefined ? null : entryLink(entries[at]))
    return {
      entry,
      authorsWithPages: entry.authors.map(({ slug }) => slug).filter((slug) => authors.has(slug)),
      wikiPaths: wikiPathsOf(entry, wikiLinks),
      linkedFrom: (wikiLinks.linkedFrom.get(entry) ?? []).map(entryLink),
      older: neighbour(position + 1),
      newer: neighbour(position - 1),
      picture: pictures.ofEntry(entry),
    }
  }
}

function entryLink({ day, name, title, titleLanguage }: Entry): EntryLink {
  return { path: paths.entry(day, name), title, language: titleLanguage }
}

function wikiPathsOf(entry: Entry, { meanings }: Catalog['wikiLinks']): PlacedEntry['wikiPaths'] {
  if (meanings.size === 0) return []
  const targets = new Set([...entry.abstract, ...entry.commentary].flatMap(({ wikiLinks }) => wikiLinks.map(({ target }) => target)))
  return [...targets].flatMap((target): PlacedEntry['wikiPaths'] => {
    const to = meanings.get(target)
    if (to === undefined || to === entry) return []
    return [[target, typeof to === 'string' ? paths.day(to) : paths.entry(to.day, to.name)]]
  })
}
