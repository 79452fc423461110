import type { Fault, FeedDocument, Format, Item, Judge } from './document.ts'

/** What a reader makes of an item; what it doesn't tell is left out. */
export type Reading = Pick<Item, 'id' | 'title'> & Partial<Item>

/** What a reader makes of a document. */
interface Read {
  readonly items: readonly Reading[]
  /** What the reader itself complains of. */
  readonly faults: readonly string[]
}

/** Of an item's authors, those that a reader tells. */
type AuthorRule = (authors: readonly string[], format: Format) => readonly string[]
export const everyAuthor: AuthorRule = (authors) => authors
export const firstAuthor: AuthorRule = (authors) => authors.slice(0, 1)

interface Reader extends Omit<Judge, 'judge'> {
  readonly authors: AuthorRule
  /** Reads all documents, in order. */
  readonly read: (documents: readonly FeedDocument[]) => Promise<readonly Read[]>
}

/** A judge that reads items out of feeds, and objects where they aren't those of the JSON Feed. */
export function readingJudge({ authors, read, ...rest }: Reader): Judge {
  const judge = async (documents: readonly FeedDocument[]): Promise<readonly Fault[]> => {
    const all = await read(documents)
    return documents.flatMap((document, index) => {
      const { items, faults } = all[index] as Read
      return [...faults, ...differences(document, items, authors)].map((what) => ({ path: document.path, what }))
    })
  }
  return { ...rest, judge }
}

/** Reads documents one by one with a library that throws at what it can't read. */
export function oneByOne(read: (document: FeedDocument) => readonly Reading[] | Promise<readonly Reading[]>): Reader['read'] {
  return (documents) =>
    Promise.all(
      documents.map(async (document) => {
        try {
          return { items: await read(document), faults: [] }
        } catch (error) {
          return { items: [], faults: [(error as Error).message.split('\n')[0] as string] }
        }
      }),
    )
}

/** An instant in the form of {@link Item}, whatever form a reader gives it. */
export function instant(date: Date | string | null | undefined): string {
  const time = date === null || date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isNaN(time) ? 'no date' : new Date(time).toISOString()
}

function differences(document: FeedDocument, read: readonly Reading[], authors: AuthorRule): readonly string[] {
  const { expected, format, feedAuthors } = document
  if (expected === null) return ['there is no JSON Feed to compare it with']
  const { path, items } = expected
  if (read.length === 0 && items.length > 0) return [`read none of the ${items.length} items`]
  const readings = new Map(read.map((reading) => [reading.id, reading]))
  const ids = new Set(items.map(({ id }) => id))
  return [
    ...(read.length === items.length ? [] : [`${read.length} items, in ${path} ${items.length}`]),
    ...items.filter(({ id }) => !readings.has(id)).map(({ id }) => `no item ${id}, which is in ${path}`),
    ...read.filter(({ id }) => !ids.has(id)).map(({ id }) => `item ${id} isn't in ${path}`),
    ...items.flatMap((item) => {
      const reading = readings.get(item.id)
      return reading === undefined ? [] : unlike(reading, item, path, (names) => authors(names, format), feedAuthors)
    }),
    ...(sameOrder(read, items) ? [] : [`the items of ${path} in another order`]),
  ]
}

function unlike(
  reading: Reading,
  item: Item,
  path: string,
  told: (names: readonly string[]) => readonly string[],
  feedAuthors: readonly string[],
): readonly string[] {
  const fault = (field: string, found: unknown, wanted: unknown): string =>
    `${item.id}: ${field} ${JSON.stringify(found)}, in ${path} ${JSON.stringify(wanted)}`
  const fields = (['title', 'url', 'published', 'updated'] as const).filter(
    (field) => reading[field] !== undefined && reading[field] !== item[field],
  )
  // Where an item names no author, some readers say the feed's, some say nothing; both are right.
  const allowed = item.authors.length > 0 ? [item.authors] : [[], feedAuthors]
  const named = reading.authors === undefined || allowed.some((names) => JSON.stringify(told(names)) === JSON.stringify(reading.authors))
  return [
    ...fields.map((field) => fault(field, reading[field], item[field])),
    ...(named ? [] : [fault('authors', reading.authors, told(item.authors))]),
  ]
}

/** Only items that both have are compared: those that one lacks are told already. */
function sameOrder(read: readonly Reading[], items: readonly Item[]): boolean {
  const common = new Set(read.map(({ id }) => id)).intersection(new Set(items.map(({ id }) => id)))
  const order = (all: readonly { readonly id: string }[]): string =>
    [...new Set(all.map(({ id }) => id))].filter((id) => common.has(id)).join('\n')
  return order(read) === order(items)
}
