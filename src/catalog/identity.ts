import type { Paper } from '../notes/paper.ts'
import type { Day } from '../text/day.ts'
import { slugOf } from '../text/slug.ts'
import { digestOfText } from './digest.ts'

/** The last part of an entry's address: its title's slug, or a digest where the title has no letter or digit. */
export function entryName(title: string): string {
  return slugOf(title) || `x${digestOfText(title)}`
}

/** Gives ids that nobody has: the name's, or the name's with -2, -3 … appended. */
export class Mint {
  readonly #taken: Set<string>
  /** By the name's own id: the number that was given last. */
  readonly #last = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** A free id for an entry of that name, which is taken from then on. */
  idFor(authority: string, day: Day, name: string): string {
    const id = entryId(authority, day, name)
    for (let number = (this.#last.get(id) ?? 0) + 1; ; number += 1) {
      const candidate = number === 1 ? id : `${id}-${number}`
      if (this.#taken.has(candidate)) continue
      this.#taken.add(candidate)
      this.#last.set(id, number)
      return candidate
    }
  }
}

/**
 * The id that an entry of that name is given: `tag:AUTHORITY,DATE:NAME` (RFC 4151 §2.1). ASCII throughout: a name in
 * another script stands as its digest, since readers differ in how they compare what is percent-encoded.
 */
function entryId(authority: string, day: Day, name: string): string {
  return `tag:${authority},${day}:${/^[a-z0-9_-]+$/.test(name) ? name : `x${digestOfText(name)}`}`
}

/** The key that all addresses of one paper share, `arxiv:2406.03816` or `doi:10.1000/182`; null where there is no paper. */
export function paperKey(paper: Paper | null): string | null {
  if (paper === null) return null
  if (paper.arxivId !== null) return `arxiv:${paper.arxivId}`
  if (paper.doi !== null) return `doi:${paper.doi.toLowerCase()}`
  const { hostname, pathname, search } = new URL(paper.url)
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search
}
