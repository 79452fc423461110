import type { Site } from '../notes/site.ts'
import type { Entry } from './entries.ts'
import { type Relatable, type RelatedKeys, relatedKeys } from './related-keys.ts'
import { heaviestWords, type Shared, sharedBy } from './signature.ts'
import { rarePart, threadsOf } from './threads.ts'

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

/** How many of the entries that link to one show it as what they link to: the latest. */
const citingThatShow = 3

/** A tag that more entries have isn't rare (see {@link rarePart}). */
const mostOfRareTag = 12

/** How much shared terms must weigh together where nothing else relates two entries. One term of a title that stands in the text too, say, and a name. */
const leastInCommon = 50

/** How much a rare tag adds, for the order. */
const weightOfTag = 40

const mostWords = 3

interface Keyed {
  readonly entry: Entry
  /** Its place among all entries, the newest first. */
  readonly position: number
  readonly keys: RelatedKeys
  /** The entries that it is compared with. There are two dozen at most: looking through them takes less than a map would. */
  readonly found: Found[]
}

interface Found {
  readonly other: Keyed
  /** What the other was found by: a sum of {@link by}. */
  by: number
}

/** What an entry is found by, as bits. */
const by = { cited: 1, citing: 2, tag: 4, term: 8 }

/**
 * The entries that have to do with each entry, at most five, those that it links to and that link to it first,
 * then by how much they have in common.
 *
 * Two entries are compared only where a link leads from one to the other, or where they stand next to each other among those
 * with a rare tag or a term, in the order of time. Which keys an entry has follows from it alone. So whatever happens to one
 * entry, it changes what 50 others are related to at most, however many there are and whatever they share.
 *
 * @param visible newest first
 */
export function relatedOf(site: Site, visible: readonly Relatable[]): ReadonlyMap<Entry, readonly Related[]> {
  const all = visible.map((one, position): Keyed => ({ entry: one.entry, position, keys: relatedKeys(site, one), found: [] }))
  findByLinks(all)
  for (const thread of threadsOf(all, ({ keys }) => keys.tags).values()) findNeighbours(rarePart(thread, mostOfRareTag), by.tag)
  for (const thread of threadsOf(all, ({ keys }) => keys.terms).values()) findNeighbours(thread, by.term)
  return new Map(all.map((one) => [one.entry, best(one)]))
}

function findByLinks(all: readonly Keyed[]): void {
  const leadTo = new Map<string, Keyed>()
  for (const one of all) {
    const { paper, page } = one.keys
    leadTo.set(page, one)
    // Of several entries on a paper the latest is meant.
    if (paper !== null && !leadTo.has(paper)) leadTo.set(paper, one)
  }
  for (const [link, thread] of threadsOf(all, ({ keys }) => keys.links)) {
    const cited = leadTo.get(link)
    if (cited === undefined) continue
    for (const one of thread.slice(0, mostRelated)) find(cited, one, by.citing)
    for (const one of thread.slice(0, citingThatShow)) find(one, cited, by.cited)
  }
}

function findNeighbours(thread: readonly Keyed[], bit: number): void {
  for (const [index, older] of thread.entries()) {
    const newer = thread[index - 1]
    if (newer === undefined) continue
    find(newer, older, bit)
    find(older, newer, bit)
  }
}

function find({ found }: Keyed, other: Keyed, bit: number): void {
  const before = found.find((one) => one.other === other)
  if (before === undefined) found.push({ other, by: bit })
  else before.by |= bit
}

interface Compared {
  readonly other: Keyed
  readonly foundBy: number
  readonly isSamePaper: boolean
  readonly shared: readonly Shared[]
  readonly inCommon: number
  readonly rank: number
}

/** More than any terms weigh. */
const linked = 100_000

/** The entries that have most to do with one; of two that have equally much, the newer first. */
function best(one: Keyed): readonly Related[] {
  const compared: Compared[] = []
  for (const { other, by: foundBy } of one.found) {
    const isSamePaper = one.keys.paper !== null && one.keys.paper === other.keys.paper
    const shared = sharedBy(one.keys.signature, other.keys.signature)
    const inCommon = shared.reduce((sum, { weight }) => sum + weight, 0)
    if (foundBy === by.term && inCommon < leastInCommon && !isSamePaper) continue
    const isLinked = isSamePaper || (foundBy & (by.cited | by.citing)) !== 0
    const rank = (isLinked ? linked : 0) + ((foundBy & by.tag) === 0 ? 0 : weightOfTag) + inCommon
    compared.push({ other, foundBy, isSamePaper, shared, inCommon, rank })
  }
  return compared
    .toSorted((a, b) => b.rank - a.rank || a.other.position - b.other.position)
    .slice(0, mostRelated)
    .map((found) => ({ entry: found.other.entry, reasons: reasonsOf(one, found) }))
}

function reasonsOf({ keys }: Keyed, { other, foundBy, isSamePaper, shared, inCommon }: Compared): readonly Reason[] {
  const reasons: Reason[] = []
  if ((foundBy & by.cited) !== 0) reasons.push({ kind: 'cited' })
  if ((foundBy & by.citing) !== 0) reasons.push({ kind: 'citing' })
  if (isSamePaper) reasons.push({ kind: 'paper' })
  if ((foundBy & by.tag) !== 0) reasons.push({ kind: 'tags', slugs: keys.tags.filter((slug) => other.keys.tags.includes(slug)) })
  if (inCommon >= leastInCommon) reasons.push({ kind: 'words', words: heaviestWords(keys.signature, shared, mostWords) })
  return reasons
}
