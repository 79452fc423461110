import type { Block, Entry } from '../catalog/catalog.ts'
import { digestOf } from '../catalog/digest.ts'

/** A function that finds something of an object once, as long as the object is there. */
function once<Key extends object>(find: (key: Key) => string): (key: Key) => string {
  const found = new WeakMap<Key, string>()
  return (key) => {
    const known = found.get(key) ?? find(key)
    found.set(key, known)
    return known
  }
}

/**
 * A digest of passages, but for the lines on which they begin. Entries have the very arrays of the notes that they are made
 * of, so that a process which builds again and again digests a passage once.
 */
const blocksDigest = once((blocks: readonly Block[]) =>
  digestOf(blocks.map(({ source, language, html, text, wikiLinks }) => [source, language, html, text, wikiLinks])),
)

/** A digest of everything that documents may say of an entry. */
export const entryDigest: (entry: Entry) => string = once(({ abstract, commentary, ...rest }: Entry) =>
  digestOf([rest, blocksDigest(abstract), blocksDigest(commentary)]),
)

/** A digest of what a citation says of an entry's paper. */
export const paperDigest: (entry: Entry) => string = once(
  ({ day, name, title, titleLanguage, authors, paper, venue, tags, abstract }: Entry) =>
    digestOf([day, name, title, titleLanguage, authors, paper, venue, tags, blocksDigest(abstract)]),
)

/**
 * A digest of what documents are made from: of an entry its digest counts, of anything else what JSON writes of it, and of
 * maps and sets what they hold.
 */
export function inputsDigest(inputs: unknown): string {
  return digestOf(plain(inputs))
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (value instanceof RegExp) return String(value)
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) return Array.from(value as Iterable<unknown>, plain)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
}
