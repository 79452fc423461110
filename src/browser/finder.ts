import MiniSearch, { type AsPlainObject, type Query, type SearchOptions } from 'minisearch'
import { isSyllabic, isWord, searchedFields, termsOf } from './tokens.ts'

/** An entry as a list of results shows it. */
export interface ListedEntry {
  readonly path: string
  readonly day: string
  /** The day as people write it in the site's language. */
  readonly date: string
  readonly title: string
  /** The language of the title. */
  readonly language: string
  /** Its authors on one line, many of them as their number. */
  readonly by: string
  /** The beginning of what it says, and the language of that; empty where it says nothing. */
  readonly gist: readonly [text: string, language: string] | readonly []
  /** Each with the path of its page. */
  readonly tags: readonly (readonly [label: string, path: string])[]
}

/** Some entries, and the terms that find them. */
export interface SearchIndex {
  /** Newest first. */
  readonly entries: readonly ListedEntry[]
  /**
   * One string a term, `term|title|authors|tags|text`: for each field, the numbers of the entries that have the term
   * there. A number is written in base 36 as its distance from the number before; `:` and a count follow where an entry
   * has the term more than once. Example: `model|2 1|||4:3` is in the titles of entries 2 and 3, and three times in the
   * text of entry 4.
   */
  readonly terms: readonly string[]
}

export interface Finder {
  /** The entries that have all words of a query, the best match first. */
  exactly(query: string): readonly ListedEntry[]
  /** The same where a word may be mistyped a little, and Korean spaced otherwise (심층강화 finds 심층 강화). */
  nearly(query: string): readonly ListedEntry[]
}

const options = { fields: [...searchedFields], tokenize: termsOf, processTerm: (term: string): string => term }

const searchOptions: SearchOptions = {
  combineWith: 'AND',
  boost: { title: 4, tags: 3, authors: 2 },
  tokenize: (term) => [term],
  prefix: (term) => isWord(term) && term.length > 1,
}

/** How many letters of a word may be wrong. None of a short one: too many short words are a letter apart. */
const mistakes = (term: string): number | false => isWord(term) && term.length > 4 && (term.length > 8 ? 2 : 1)

/** A longer compound is looked for whole only: the ways to cut one into parts grow exponentially with its syllables. */
const longestCompound = 10

/** Opens an index, in pieces, so that the page still answers to typing. */
export async function finderOf(index: SearchIndex): Promise<Finder> {
  const search = await MiniSearch.loadJSAsync(unpacked(index), options)
  const syllabic = index.terms.map((line) => line.slice(0, line.indexOf('|'))).filter(isSyllabic)

  /** Terms with a part anywhere inside: MiniSearch knows beginnings only, and the terms are few enough to try each. */
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
    // A letter after a syllable is the beginning of the next one: 철ㅎ is on the way to 철회.
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

/** The index in MiniSearch's own serialized form, which would be twice the size to send. */
export function unpacked({ entries, terms }: SearchIndex): AsPlainObject {
  const lengths = entries.map(() => searchedFields.map(() => 0))
  const index = terms.map((line): AsPlainObject['index'][number] => {
    const [term, ...fields] = line.split('|') as [string, ...string[]]
    // Plain loops, since an index may have fifteen thousand terms, most of them in one field of one entry.
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
