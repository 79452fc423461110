import type { ListedEntry, SearchIndex } from '../browser/finder.ts'
import { searchedFields, termsOf } from '../browser/tokens.ts'
import type { Entry } from '../catalog/catalog.ts'
import { authorsLine } from '../feed/authors-line.ts'
import type { Words } from '../words/words.ts'
import { gistOf } from './pages/gist.ts'
import { paths } from './urls.ts'

/** A first answer needs one index: about 200 kB of gzip for entries with an abstract and a commentary each. */
const entriesInIndex = 500

/**
 * The entries of each index, cut from the oldest: a full one changes only with its entries, and what a browser has of
 * it stays good.
 *
 * @param entries newest first
 */
export function searchedTogether(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return Array.from({ length: Math.ceil(entries.length / entriesInIndex) }, (_, index) => {
    const behind = entries.length - index * entriesInIndex
    return entries.slice(Math.max(0, behind - entriesInIndex), behind)
  })
}

/**
 * What a search looks through.
 *
 * @param words the site's
 * @param entries newest first
 */
export function searchIndexOf(words: Words, entries: readonly Entry[]): SearchIndex {
  const postings = new Map<string, Posting[]>()
  for (const [number, entry] of entries.entries()) {
    for (const [field, text] of textsOf(entry).entries()) {
      const counts = new Map<string, number>()
      for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1)
      for (const [term, count] of counts) {
        const ofTerm = postings.get(term)
        const posting = { field, number, count }
        if (ofTerm === undefined) postings.set(term, [posting])
        else ofTerm.push(posting)
      }
    }
  }
  const sorted = [...postings].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { entries: entries.map((entry) => listed(words, entry)), terms: sorted.map(([term, ofTerm]) => lineOf(term, ofTerm)) }
}

interface Posting {
  readonly field: number
  /** The entry's place in the index. */
  readonly number: number
  readonly count: number
}

/** In the form that {@link SearchIndex} describes. */
function lineOf(term: string, postings: readonly Posting[]): string {
  const fields = searchedFields.map((_, field) => {
    const ofField = postings.filter((posting) => posting.field === field)
    return ofField
      .map(({ number, count }, index) => {
        const distance = number - (ofField[index - 1]?.number ?? 0)
        return distance.toString(36) + (count === 1 ? '' : `:${count}`)
      })
      .join(' ')
  })
  return [term, ...fields].join('|')
}

function textsOf({ title, authors, tags, abstract, commentary }: Entry): readonly string[] {
  const texts: Readonly<Record<(typeof searchedFields)[number], readonly string[]>> = {
    title: [title],
    authors: authors.map(({ name }) => name),
    tags: tags.map(({ label }) => label),
    text: [...abstract, ...commentary].map(({ text }) => text),
  }
  return searchedFields.map((field) => texts[field].join('\n'))
}

function listed(words: Words, entry: Entry): ListedEntry {
  const { day, name, title, titleLanguage, authors, tags } = entry
  const gist = gistOf(entry)
  return {
    path: paths.entry(day, name),
    day,
    date: words.day(day),
    title,
    language: titleLanguage,
    by: authorsLine(authors.map((author) => author.name)),
    gist: gist === null ? [] : [gist.text, gist.language],
    tags: tags.map(({ label, slug }) => [label, paths.tag(slug)]),
  }
}
