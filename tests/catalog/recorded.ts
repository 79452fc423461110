import type { Catalog, CatalogReading } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { catalogFrom, type Notes, readingOf } from './catalog-from.ts'

/** When notes are recorded, and when they are recorded again. */
export const now: Date = new Date('2026-01-02T03:04:05Z')
export const later: Date = new Date('2026-02-03T04:05:06Z')

interface Options {
  readonly ledger?: Ledger | null
  readonly now?: Date
  readonly accept?: boolean
  /** Front matter of `site.md`. */
  readonly site?: string
}

/** What notes come to beside a ledger. */
export function read(notes: Notes, { site = '', ...options }: Options = {}): CatalogReading {
  return readingOf(notes, site, { now, ...options })
}

/** Their catalog. Throws with the problems where there is none. */
export function catalogue(notes: Notes, { site = '', ...options }: Options = {}): Catalog {
  return catalogFrom(notes, site, { now, ...options }).catalog
}

/** The ledger once they are recorded. */
export function recorded(notes: Notes, { site = '', ...options }: Options = {}): Ledger {
  return catalogFrom(notes, site, { now, ...options }).recorded
}

export function problemsOf(notes: Notes, options: Options = {}): readonly string[] {
  return read(notes, options).problems.map(formatProblem)
}

export function idsByTitle({ entries }: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(entries.map(({ title, id }) => [title, id]))
}

/** What notes on a paper say besides its title. */
interface Written {
  readonly link?: string
  readonly text?: string
  readonly tags?: string
}

/** The notes on a paper, in the raw form. */
export function entry(title: string, { link = '', text = `${title}에 대한 글이다.`, tags = '#t' }: Written = {}): string {
  return `${title}\n${link === '' ? '' : `${link}\n`}${text}\n${tags}\n`
}

export const arxivA = 'https://arxiv.org/abs/2406.00001'
export const arxivB = 'https://arxiv.org/abs/2406.00002'
export const day = '2024-06-10\n'

/** Two entries of that day, and the ids that they are given. */
export const both: string = `${day}${entry('A', { link: arxivA })}${entry('B', { link: arxivB })}`
export const idA = 'tag:notes.example,2024-06-10:a'
export const idB = 'tag:notes.example,2024-06-10:b'
