import type { RelatedKeys } from './related-keys.ts'
import { rarePart, threadsOf } from './threads.ts'

/** The most entries that are shown as linking to one, the latest. */
const mostCiting = 5

/** How many of the entries that link to one show it as what they link to: the latest. */
const citingThatShow = 3

/** A tag that more entries have isn't rare (see {@link rarePart}). */
const mostOfRareTag = 12

/** What two entries were found by, as bits: a link from this one, a link to it, a rare tag, a term. */
export const by = { cited: 1, citing: 2, tag: 4, term: 8 }

/** The others that one entry is to be compared with, each as its number times 16 and a sum of {@link by}. */
export type ToCompare = readonly number[]

/** The number of the other entry. */
export function numberIn(found: number): number {
  return Math.floor(found / 16)
}

/** What the other was found by. */
export function bitsIn(found: number): number {
  return found % 16
}

/**
 * Which entries are to be compared: two between which a link leads, and two that stand next to each other among those with a
 * rare tag or a term. For each entry the others, two dozen at most.
 *
 * @param all newest first; an entry's number is its place here
 */
export function toCompare(all: readonly RelatedKeys[]): readonly ToCompare[] {
  const found: number[][] = all.map(() => [])
  const find = (one: number, other: number, bit: number): void => {
    const ofOne = found[one] as number[]
    const at = ofOne.findIndex((before) => numberIn(before) === other)
    if (at === -1) ofOne.push(other * 16 + bit)
    else ofOne[at] = other * 16 + (bitsIn(ofOne[at] as number) | bit)
  }
  const findNeighbours = (thread: readonly number[], bit: number): void => {
    for (let index = 1; index < thread.length; index += 1) {
      const [newer, older] = [thread[index - 1] as number, thread[index] as number]
      find(newer, older, bit)
      find(older, newer, bit)
    }
  }
  const leadTo = new Map<string, number>()
  for (const [number, { paper, page }] of all.entries()) {
    leadTo.set(page, number)
    // Of several entries on a paper the latest is meant.
    if (paper !== null && !leadTo.has(paper)) leadTo.set(paper, number)
  }
  const numbers = Array.from(all.keys())
  const keysOf = (number: number): RelatedKeys => all[number] as RelatedKeys
  for (const [link, thread] of threadsOf(numbers, (number) => keysOf(number).links)) {
    const cited = leadTo.get(link)
    if (cited === undefined) continue
    for (const one of thread.slice(0, mostCiting)) find(cited, one, by.citing)
    for (const one of thread.slice(0, citingThatShow)) find(one, cited, by.cited)
  }
  for (const thread of threadsOf(numbers, (number) => keysOf(number).tags).values()) findNeighbours(rarePart(thread, mostOfRareTag), by.tag)
  for (const thread of threadsOf(numbers, (number) => keysOf(number).terms).values()) findNeighbours(thread, by.term)
  return found
}
