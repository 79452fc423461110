import type { Site } from '../notes/site.ts'
import { bitsIn, by, numberIn, type ToCompare, toCompare } from './compared.ts'
import { digestOf, digestOnce } from './digest.ts'
import type { Entry } from './entries.ts'
import { type Relatable, type RelatedKeys, relatedKeys } from './related-keys.ts'
import { heaviestWords, type Shared, sharedBy, signatureOf } from './signature.ts'

/** Why an entry stands among those related to another, which is called this one here. */
export type Reason =
  /** This one links to the paper of the other, or to its page. */
  | { readonly kind: 'cited' }
  /** The other way round. */
  | { readonly kind: 'citing' }
  /** Both are about one paper. */
  | { readonly kind: 'paper' }
  /** The tags that both have among their first, by their slugs. */
  | { readonly kind: 'tags'; readonly slugs: readonly string[] }
  /** The most telling terms that both have, as this one writes them. */
  | { readonly kind: 'words'; readonly words: readonly string[] }

/** An entry that has to do with another, and why: one reason or more. */
export interface Related {
  readonly entry: Entry
  readonly reasons: readonly Reason[]
}

/** How many entries one is related to at most. */
const mostRelated = 5

/** How much shared terms must weigh together where nothing else relates two entries: as much as three of a text, or one of a title that stands in the text too. */
const leastInCommon = 50

/** How much a rare tag adds, for the order. */
const weightOfTag = 40

const mostWords = 3

/** An entry that may be compared with others. */
interface Keyed extends Relatable {
  readonly keys: RelatedKeys
}

/**
 * What entries have to do with each other. `compared.ts` says which of them are compared, by keys that follow from each entry
 * alone; and what two have in common follows from the two alone. So whatever happens to one entry, it changes what 50 others
 * are related to at most, however many there are and whatever they share.
 */
export class RelatedNotes {
  readonly all: readonly Keyed[]
  /** For each entry, the entries that it is compared with. */
  readonly found: readonly ToCompare[]
  /** A digest of the part of the site's settings that relations hang on: the slugs of tags. */
  readonly ofSite: string
  readonly #numbers: ReadonlyMap<Entry, number>
  readonly #known = new Map<number, readonly Related[]>()

  /** @param visible newest first */
  constructor(site: Site, visible: readonly Relatable[]) {
    this.all = visible.map((one) => ({ ...one, keys: relatedKeys(site, one) }))
    this.found = toCompare(this.all.map(({ keys }) => keys))
    this.ofSite = digestOf([...site.slugs])
    this.#numbers = new Map(visible.map(({ entry }, number) => [entry, number]))
  }

  /**
   * The entries that have most to do with one, five at most: those that it links to and that link to it first, then by how
   * much they have in common.
   */
  of(entry: Entry): readonly Related[] {
    const number = this.#numbers.get(entry) as number
    const related = this.#known.get(number) ?? best(this.all[number] as Keyed, this.#foundBy(number))
    this.#known.set(number, related)
    return related
  }

  /**
   * A digest of the entries that have most to do with one, and of all that is shown of them. It is kept with the note by what
   * it was made of: so a build compares only those entries that stand among others than before. To find out which these are
   * takes 0.15 seconds for 10,000.
   */
  digestOf(entry: Entry): string {
    const number = this.#numbers.get(entry) as number
    const contents = this.#foundBy(number).map(({ other, foundBy }) => [other.entry.content, foundBy] as const)
    return digestOnce((this.all[number] as Keyed).note, `related ${contentOf([this.ofSite, entry.content], contents)}`, () =>
      digestOf(this.of(entry).map(({ entry: { day, name, title, titleLanguage }, reasons }) => [day, name, title, titleLanguage, reasons])),
    )
  }

  #foundBy(number: number): readonly Found[] {
    return (this.found[number] as ToCompare).map((one) => ({ other: this.all[numberIn(one)] as Keyed, foundBy: bitsIn(one) }))
  }
}

/** A text that is the same for the same contents, in whatever order others were found: 64 bits, sums of scattered parts of digests. */
function contentOf(own: readonly string[], others: readonly (readonly [content: string, foundBy: number])[]): string {
  let [one, two] = [0, 0]
  const add = (content: string, salt: number): void => {
    one = (one + scattered(Number.parseInt(content.slice(0, 8), 16) + salt)) | 0
    two = (two + scattered(Number.parseInt(content.slice(8), 16) - salt)) | 0
  }
  for (const [index, content] of own.entries()) add(content, -1 - index)
  for (const [content, foundBy] of others) add(content, foundBy)
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36).padStart(7, '0')}`
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the number changes half the bits of the result. */
function scattered(number: number): number {
  const first = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

interface Found {
  readonly other: Keyed
  /** A sum of {@link by}. */
  readonly foundBy: number
}

interface Compared extends Found {
  readonly isSamePaper: boolean
  readonly shared: readonly Shared[]
  readonly inCommon: number
  readonly rank: number
}

/** More than any terms weigh. */
const linked = 100_000

/** The entries that have most to do with one; of two that have equally much, the newer first. */
function best(one: Keyed, found: readonly Found[]): readonly Related[] {
  const compared: Compared[] = []
  const signature = signatureOf(one.note)
  for (const { other, foundBy } of found) {
    const isSamePaper = one.paper !== null && one.paper === other.paper
    const shared = sharedBy(signature, signatureOf(other.note))
    const inCommon = shared.reduce((sum, { weight }) => sum + weight, 0)
    if (foundBy === by.term && inCommon < leastInCommon && !isSamePaper) continue
    const isLinked = isSamePaper || (foundBy & (by.cited | by.citing)) !== 0
    const rank = (isLinked ? linked : 0) + ((foundBy & by.tag) === 0 ? 0 : weightOfTag) + inCommon
    compared.push({ other, foundBy, isSamePaper, shared, inCommon, rank })
  }
  return compared
    .toSorted((a, b) => b.rank - a.rank || newerFirst(a.other, b.other))
    .slice(0, mostRelated)
    .map((it) => ({ entry: it.other.entry, reasons: reasonsOf(one, it) }))
}

/** An order that follows from the two entries alone. */
function newerFirst({ path: one }: Keyed, { path: other }: Keyed): number {
  const [day, otherDay] = [one.slice(0, 10), other.slice(0, 10)]
  return day === otherDay ? (one < other ? -1 : 1) : day > otherDay ? -1 : 1
}

function reasonsOf({ note, keys }: Keyed, { other, foundBy, isSamePaper, shared, inCommon }: Compared): readonly Reason[] {
  const reasons: Reason[] = []
  if ((foundBy & by.cited) !== 0) reasons.push({ kind: 'cited' })
  if ((foundBy & by.citing) !== 0) reasons.push({ kind: 'citing' })
  if (isSamePaper) reasons.push({ kind: 'paper' })
  if ((foundBy & by.tag) !== 0) reasons.push({ kind: 'tags', slugs: keys.tags.filter((slug) => other.keys.tags.includes(slug)) })
  if (inCommon >= leastInCommon) reasons.push({ kind: 'words', words: heaviestWords(signatureOf(note), shared, mostWords) })
  return reasons
}
