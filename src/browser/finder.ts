import MiniSearch, { type AsPlainObject, type Query, type SearchOptions } from 'minisearch'
import { isSyllabic, isWord, searchedFields, termsOf } from './tokens.ts'

/** An entry as a list of results shows it. */
export interface ListedEntry {
  readonly path: string
  readonly day: string
  readonly title: string
  /** The language of the title. */
  readonly language: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
}

/** Some entries, newest first, and what they are found by. */
export interface SearchIndex {
  readonly entries: readonly ListedEntry[]
  /**
   * A term a line, `term|title|authors|tags|text`: for each field the entries that have the term there, each as its
   * distance from the one before in base 36, then `:` and how often it has it if that is more than once.
   */
  readonly terms: readonly string[]
}

export interface Finder {
  /** The entries that have all words of a query, best first. */
  exactly(query: string): readonly ListedEntry[]
  /** The same, but a word may be mistyped a little, and Korean be spaced otherwise. */
  nearly(query: string): readonly ListedEntry[]
}

const options = { fields: [...searchedFields], tokenize: termsOf, processTerm: (term: string): string => term }

const searchOptions: SearchOptions = {
  combineWith: 'AND',
  boost: { title: 4, tags: 3, authors: 2 },
  tokenize: (term) => [term],
  prefix: (term) => isWord(term) && term.length > 1,
}

/** Wrong letters that a word may have, by its length: short words are all alike. */
const mistakes = (term: string): number | false => isWord(term) && term.length > 4 && (term.length > 8 ? 2 : 1)

/** More syllables than a compound has: the ways to space them double with every other one. */
const longestCompound = 10

/** Opens an index, a thousand terms at a time: whoever is typing goes on. */
export async function finderOf(index: SearchIndex): Promise<Finder> {
  const search = await MiniSearch.loadJSAsync(unpacked(index), options)
  const syllabic = index.terms.map((line) => line.slice(0, line.indexOf('|'))).filter(isSyllabic)

  /** MiniSearch finds words by how they begin. For the inside of words, its terms are few enough to look at each. */
  const containing = (part: string): Query => ({ combineWith: 'OR', queries: syllabic.filter((term) => term.includes(part)) })
  const spaced = (compound: string): Query => ({
    combineWith: 'OR',
    queries: [
      containing(compound),
      ...Array.from({ length: Math.max(0, compound.length - 3) }, (_, index) => index + 2).map(
        (cut): Query => ({ combineWith: 'AND', queries: [containing(compound.slice(0, cut)), spaced(compound.slice(cut))] }),
      ),
    ],
  })

  const find = (query: string, syllables: (term: string) => Query, fuzzy: SearchOptions['fuzzy']): readonly ListedEntry[] => {
    // A letter behind a syllable is the next one, half typed.
    const terms = termsOf(query.normalize('NFC').replace(/(?<=[가-힣])[ㄱ-ㅣ]$/, ''))
    if (terms.length === 0) return []
    const queries = [...new Set(terms)].map((term) => (isSyllabic(term) ? syllables(term) : term))
    const found = search.search({ queries }, { ...searchOptions, fuzzy: fuzzy ?? false })
    return found.map(({ id }) => index.entries[id] as ListedEntry)
  }
  return {
    exactly: (query) => find(query, containing, false),
    nearly: (query) => find(query, (term) => (term.length > longestCompound ? containing(term) : spaced(term)), mistakes),
  }
}

/** The index as MiniSearch itself would have written it, at twice the size. */
export function unpacked({ entries, terms }: SearchIndex): AsPlainObject {
  const lengths = entries.map(() => searchedFields.map(() => 0))
  const index = terms.map((line): AsPlainObject['index'][number] => {
    const [term, ...fields] = line.split('|') as [string, ...string[]]
    // Filled in place: an index has fifteen thousand terms, most of them in one field of one entry.
    const postings: Record<number, Record<number, number>> = {}
    for (let field = 0; field < fields.length; field += 1) {
      if (fields[field] === '') continue
      const ofField: Record<number, number> = {}
      let entry = 0
      for (const posting of (fields[field] as string).split(' ')) {
        const colon = posting.indexOf(':')
        entry += Number.parseInt(posting, 36)
        ofField[entry] = colon === -1 ? 1 : Number(posting.slice(colon + 1))
        const length = lengths[entry] as number[]
        length[field] = (length[field] as number) + 1
      }
      postings[field] = ofField
    }
    return [term, postings]
  })
  const numbered = <Value>(values: readonly Value[]): { [id: string]: Value } => Object.fromEntries(values.entries())
  return {
    documentCount: entries.length,
    nextId: entries.length,
    documentIds: numbered(entries.map((_, entry) => entry)),
    fieldIds: Object.fromEntries(searchedFields.map((field, number) => [field, number])),
    fieldLength: numbered(lengths),
    averageFieldLength: searchedFields.map(
      (_, number) => lengths.reduce((sum, length) => sum + (length[number] as number), 0) / entries.length,
    ),
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  }
}
