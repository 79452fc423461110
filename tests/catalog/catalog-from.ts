import { type Catalog, type CatalogOptions, type CatalogReading, catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { type ContentReading, readContent } from '../../src/notes/content.ts'
import { formatProblem, hasError } from '../../src/notes/problem.ts'

/** What a catalog is made with besides the notes; without a ledger unless a test gives one. */
export interface ReadingOptions extends Partial<CatalogOptions> {
  /** Stands for the address in `site.md`. */
  readonly origin?: string
}

/** Notes in one file, `a.md`, or in several, each by its name. */
export type Notes = string | Readonly<Record<string, string>>

/** A site with this front matter, and its notes. Throws with the problems where a file can't be read. */
export function notesFrom(notes: Notes, fields = '', origin: string | null = null, title = 'T'): NonNullable<ContentReading['content']> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const url = /^url:/m.test(fields) ? '' : 'url: https://notes.example\n'
  const files = {
    'site.md': `---\ntitle: ${title}\n${url}${fields}\n---\n`,
    ...(typeof notes === 'string' ? { 'a.md': notes } : notes),
  }
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) }))
  const { content, problems } = readContent('content', listed, { origin, drafts: false })
  if (content === null || hasError(problems)) throw new Error(problems.map(formatProblem).join('; '))
  return content
}

/** What they come to, mistakes among the entries included. */
export function readingOf(notes: Notes, fields = '', { origin, ...options }: ReadingOptions = {}, title = 'T'): CatalogReading {
  const { site, entries } = notesFrom(notes, fields, origin, title)
  return catalogOf(site, entries, { ...noLedger, ...options })
}

/** What they come to, where nothing may be wrong. Throws with the problems where there is no catalog. */
export function catalogFrom(
  ...args: Parameters<typeof readingOf>
): CatalogReading & { readonly catalog: Catalog; readonly recorded: Ledger } {
  const { catalog, recorded, problems, held } = readingOf(...args)
  if (catalog === null || recorded === null) throw new Error(problems.map(formatProblem).join('; '))
  return { catalog, recorded, problems, held }
}
