import type { Block, Entry as NotesEntry } from '../notes/entry.ts'
import type { Paper } from '../notes/paper.ts'
import type { Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { tagKey } from '../notes/tag-line.ts'
import { type Day, publishedAt } from '../text/day.ts'
import type { Language } from '../text/language.ts'
import { slugOf } from '../text/slug.ts'
import { entryId, entryName } from './identity.ts'

export type { Block } from '../notes/entry.ts'
export type { Paper } from '../notes/paper.ts'
export type { Site, SiteAuthor } from '../notes/site.ts'

/** A tag: what it is called, and the form of it that stands in its address. */
export interface Tag {
  readonly label: string
  readonly slug: string
}

/** An entry with everything its place among the others gives it. */
export interface Entry {
  /** A `tag:` URI (RFC 4151), ASCII, the same in every format and feed. */
  readonly id: string
  /** The last part of its permalink, unique on its day, before percent-encoding. */
  readonly name: string
  readonly day: Day
  readonly published: Date
  /** Equals `published` until the entry is revised. */
  readonly updated: Date
  readonly title: string
  readonly titleLanguage: Language
  readonly authors: readonly string[]
  readonly paper: Paper | null
  readonly links: readonly string[]
  readonly abstract: readonly Block[]
  readonly commentary: readonly Block[]
  readonly tags: readonly Tag[]
}

/** The entries of one tag, newest first. */
interface TaggedEntries {
  readonly tag: Tag
  readonly entries: readonly Entry[]
}

/** The entries of one day, in the notes' order. */
export interface DayEntries {
  readonly day: Day
  readonly entries: readonly Entry[]
}

/** The whole site in one order. */
export interface Catalog {
  readonly site: Site
  /** Newest day first, each day in the notes' order: by `published`, descending. */
  readonly entries: readonly Entry[]
  /** By slug. */
  readonly tags: readonly TaggedEntries[]
  /** Newest first. */
  readonly days: readonly DayEntries[]
  /** Slugs of tags that no entry bears, each with the slug of the tag that is meant. */
  readonly aliases: ReadonlyMap<string, string>
}

/** The catalog, or null where two things would share one address; and each such clash with its cure. */
export interface CatalogReading {
  readonly catalog: Catalog | null
  readonly problems: readonly Problem[]
}

/** Puts entries in order and names them and their tags. The order of the argument decides within a day. */
export function catalogOf(site: Site, notes: readonly NotesEntry[]): CatalogReading {
  const { tags, problems: tagProblems } = nameTags(site, notes)
  const { entries, problems: nameProblems } = nameEntries(site, notes, tags)
  const problems = [...tagProblems, ...nameProblems]
  if (problems.length > 0) return { catalog: null, problems }
  const days = groupBy(entries, (entry) => [entry.day]).map(([day, ofDay]) => ({ day, entries: ofDay }))
  const byTag = groupBy(entries, (entry) => entry.tags).map(([tag, ofTag]) => ({ tag, entries: ofTag }))
  const tagged = byTag.toSorted((a, b) => (a.tag.slug < b.tag.slug ? -1 : 1))
  const live = new Set(tagged.map(({ tag }) => tag.slug))
  const aliases = [...site.aliases]
    .map(([old, now]) => [slugOf(old), slugOf(now)] as const)
    .filter(([old, now]) => !live.has(old) && live.has(now))
  return { catalog: { site, entries, tags: tagged, days, aliases: new Map(aliases) }, problems }
}

/** What a label is called once aliases are followed. */
function labelOf(site: Site, written: string): string {
  return site.aliases.get(tagKey(written)) ?? written
}

/** The tag of every label that occurs, by {@link tagKey}; a label is written as where it stands first. */
function nameTags(
  site: Site,
  notes: readonly NotesEntry[],
): { readonly tags: ReadonlyMap<string, Tag>; readonly problems: readonly Problem[] } {
  const tags = new Map<string, Tag>()
  const firstWithSlug = new Map<string, { readonly label: string; readonly place: string }>()
  const problems: Problem[] = []
  for (const { file, tags: mentions } of notes) {
    for (const { label: written, line } of mentions) {
      const label = labelOf(site, written)
      if (tags.has(tagKey(label))) continue
      const tag = { label, slug: slugOf(label) }
      tags.set(tagKey(label), tag)
      const first = firstWithSlug.get(tag.slug)
      if (first === undefined) {
        firstWithSlug.set(tag.slug, { label, place: `${file}:${line}` })
        continue
      }
      problems.push({
        severity: 'error',
        file,
        line,
        what: `#${label} would share the address /tags/${tag.slug}/ with #${first.label} (${first.place})`,
        cure: `write one of them otherwise, or say in site.md that they are one: aliases: { "${label}": "${first.label}" }`,
      })
    }
  }
  return { tags, problems }
}

function nameEntries(
  site: Site,
  notes: readonly NotesEntry[],
  tags: ReadonlyMap<string, Tag>,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const entries: Entry[] = []
  for (const [day, ofDay] of groupBy(notes, (entry) => [entry.day]).toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const firstWithName = new Map<string, NotesEntry>()
    for (const [above, note] of ofDay.entries()) {
      const name = entryName(note.title)
      const first = firstWithName.get(name)
      if (first !== undefined) {
        problems.push({
          severity: 'error',
          file: note.file,
          line: note.line,
          what: `this entry would share the address /${day}/${name}/ with the one at ${first.file}:${first.line}`,
          cure: 'give one of them another title, or join them',
        })
      }
      firstWithName.set(name, note)
      entries.push(entryOf(note, name, publishedAt(day, above), site, tags))
    }
  }
  return { entries, problems }
}

function entryOf(note: NotesEntry, name: string, published: Date, site: Site, tags: ReadonlyMap<string, Tag>): Entry {
  const { day, title, titleLanguage, authors, paper, links, abstract, commentary } = note
  return {
    id: entryId(site.authority, day, name),
    name,
    day,
    published,
    updated: published,
    title,
    titleLanguage,
    authors,
    paper,
    links,
    abstract,
    commentary,
    tags: [...new Set(note.tags.map(({ label }) => tags.get(tagKey(labelOf(site, label))) as Tag))],
  }
}

/** The values in groups, groups and members in the order they are first met; a value may be in several. */
function groupBy<K, V>(values: readonly V[], keysOf: (value: V) => readonly K[]): readonly (readonly [K, readonly V[]])[] {
  const groups = new Map<K, V[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
  }
  return [...groups]
}
