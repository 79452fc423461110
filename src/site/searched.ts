import { type Catalog, channelsOfKind, type Entry, textOf } from '../catalog/catalog.ts'
import { digestOf } from '../catalog/digest.ts'
import type { FoundEntry, SearchPlaces, TextIn } from '../search/found-entry.ts'
import { indexOf, type SearchedEntry } from '../search/indexing.ts'
import { entriesInBlock, entriesInSegment } from '../search/layout.ts'
import { paperId } from '../search/papers.ts'
import type { SearchedTag } from '../search/tag-names.ts'
import type { Words } from '../words/words.ts'
import { assets } from './assets.ts'
import { entryDigest } from './inputs.ts'
import { paths } from './urls.ts'

/** What is searched, cut from the oldest entries on, with the digests that name the parts. */
export interface Searched {
  /** Each with its entries, the oldest first. */
  readonly segments: readonly Part[]
  readonly blocks: readonly Part[]
  readonly tags: readonly SearchedTag[]
  readonly places: SearchPlaces
}

interface Part {
  readonly hash: string
  readonly entries: readonly Entry[]
}

/** What there is to search in a catalog. */
export function searchedOf(catalog: Pick<Catalog, 'entries' | 'channels' | 'aliases' | 'words'>): Searched {
  const oldestFirst = catalog.entries.toReversed()
  const [segments, blocks] = [partsOf(oldestFirst, entriesInSegment, catalog.words), partsOf(oldestFirst, entriesInBlock, catalog.words)]
  const tags = searchedTags(catalog)
  const hashes = (parts: readonly Part[]): readonly string[] => parts.map(({ hash }) => hash)
  const places = { entries: oldestFirst.length, segments: hashes(segments), blocks: hashes(blocks), tags: named(tags) }
  return { segments, blocks, tags, places }
}

function partsOf(entries: readonly Entry[], size: number, words: Words): readonly Part[] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, number) => {
    const part = entries.slice(number * size, (number + 1) * size)
    return { hash: named([words.language, part.map(entryDigest)]), entries: part }
  })
}

/** What a part is named by: what it is made from, and the script that reads it, which changes where the making does. */
function named(inputs: unknown): string {
  return digestOf([assets()['search.js'].path, inputs])
}

/** The buckets of a segment: the postings of each, and the places. */
export function bucketsOf(entries: readonly Entry[]): ReturnType<typeof indexOf> {
  return indexOf(entries.map(searchedEntry))
}

function searchedEntry({ title, authors, tags, abstract, commentary, day, paper }: Entry): SearchedEntry {
  return {
    title,
    authors: authors.map(({ name }) => name),
    tags,
    passages: [...commentary, ...abstract].map(({ text }) => text),
    day,
    paperIds: [...new Set([paper?.arxivId ?? null, paper?.doi ?? null].flatMap((id) => (id === null ? [] : [paperId(id)])))],
  }
}

/** In code units: so much of a commentary, and of an abstract, is sent with an entry for the lines that show what was found. */
const longestText = 1_000

/** An entry as results show it. */
export function foundEntry(words: Words, { day, name, title, titleLanguage, authors, tags, commentary, abstract }: Entry): FoundEntry {
  return {
    path: paths.entry(day, name),
    day,
    date: words.day(day),
    title: [title, titleLanguage],
    authors: authors.map((author) => author.name),
    commentary: textIn(commentary),
    abstract: textIn(abstract),
    tags: tags.map(({ label, slug }) => [label, paths.tag(slug)]),
  }
}

function textIn(blocks: Entry['commentary']): TextIn | null {
  const [first] = blocks
  if (first === undefined) return null
  return [textOf(blocks).replace(/\s+/g, ' ').trim().slice(0, longestText), first.language]
}

function searchedTags(catalog: Pick<Catalog, 'channels' | 'aliases'>): readonly SearchedTag[] {
  const aliases = Map.groupBy(catalog.aliases, ([, slug]) => slug)
  return channelsOfKind(catalog, 'tag').map(({ key: { slug }, name, entries }) => ({
    label: name,
    path: paths.tag(slug),
    slug,
    count: entries.length,
    aliases: (aliases.get(slug) ?? []).map(([alias]) => alias),
  }))
}
