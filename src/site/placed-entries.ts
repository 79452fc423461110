import type { Catalog, Entry, Reason } from '../catalog/catalog.ts'
import type { Day } from '../text/day.ts'
import type { Language } from '../text/language.ts'
import type { ChosenPictures, PagePicture } from './pictures.ts'
import { paths } from './urls.ts'

/** A link to an entry, as its title. */
export interface EntryLink {
  readonly path: string
  readonly title: string
  readonly language: Language
}

/** A link to an entry that has to do with another, and why it does. */
interface RelatedLink extends EntryLink {
  readonly day: Day
  readonly reasons: readonly Reason[]
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
  /** Others of its day, in the order of its page: not all where there are many. */
  readonly sameDay: readonly EntryLink[]
  /** The entries that have most to do with it, the closest first. */
  readonly related: readonly RelatedLink[]
  /** The entries around it in the order of the feeds; null where it is the oldest or the newest. */
  readonly older: EntryLink | null
  readonly newer: EntryLink | null
  /** What shows it in link previews; null where there is no picture. */
  readonly picture: PagePicture | null
}

/** What entries' pages say of others. */
export interface Placing {
  readonly place: (entry: Entry) => PlacedEntry
  /** All that an entry is placed with, but for the entry itself; of related ones a digest. */
  readonly inputsOf: (entry: Entry) => unknown
}

/** What entries' pages say of others in a catalog. */
export function placing(
  { entries, authors, days, wikiLinks, related }: Pick<Catalog, 'entries' | 'authors' | 'days' | 'wikiLinks' | 'related'>,
  pictures: Pick<ChosenPictures, 'ofEntry'>,
): Placing {
  const positions = new Map(entries.map((entry, position) => [entry, position]))
  const byDay = new Map(days.map(({ day, entries: ofDay }) => [day, ofDay]))
  const around = (entry: Entry): Omit<PlacedEntry, 'entry' | 'related'> => {
    const position = positions.get(entry) as number
    const neighbour = (at: number): EntryLink | null => (entries[at] === undefined ? null : entryLink(entries[at]))
    return {
      authorsWithPages: entry.authors.map(({ slug }) => slug).filter((slug) => authors.has(slug)),
      wikiPaths: wikiPathsOf(entry, wikiLinks),
      linkedFrom: (wikiLinks.linkedFrom.get(entry) ?? []).map(entryLink),
      sameDay: othersOf(byDay.get(entry.day) ?? [], entry).map(entryLink),
      older: neighbour(position + 1),
      newer: neighbour(position - 1),
      picture: pictures.ofEntry(entry),
    }
  }
  return {
    place: (entry) => ({
      entry,
      ...around(entry),
      related: related.of(entry).map(({ entry: other, reasons }) => ({ ...entryLink(other), day: other.day, reasons })),
    }),
    inputsOf: (entry) => [around(entry), related.digestOf(entry)],
  }
}

/** How many others of its day an entry's page names. */
const mostOfDay = 5

/** Those that follow it in its day, and from the day's beginning where there are fewer. */
function othersOf(ofDay: readonly Entry[], entry: Entry): readonly Entry[] {
  const place = ofDay.indexOf(entry)
  return [...ofDay.slice(place + 1), ...ofDay.slice(0, place)].slice(0, mostOfDay)
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
