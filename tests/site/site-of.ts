import { type Catalog, type CatalogOptions, type CatalogReading, catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { documentsOf } from '../../src/site/documents.ts'

/** A site made in memory, for tests of what it serves. */
export interface MadeSite extends CatalogReading {
  readonly catalog: Catalog
  /** Every document as text, by its path. */
  readonly bodies: ReadonlyMap<string, string>
  /** The pages among them. */
  readonly pages: ReadonlyMap<string, string>
}

/** The catalog of notes in one file, on a site with this front matter. Throws with the problems where there is none. */
export function catalogFrom(
  notes: string,
  fields = '',
  options: Partial<CatalogOptions> = {},
  title = 'T',
): CatalogReading & { catalog: Catalog } {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const { content, problems } = readContent(
    'content',
    [
      { path: 'site.md', bytes: bytes(`---\ntitle: ${title}\nurl: https://notes.example\n${fields}\n---\n`) },
      { path: 'a.md', bytes: bytes(notes) },
    ],
    null,
  )
  const reading = content === null ? null : catalogOf(content.site, content.entries, { ...noLedger, ...options })
  if (reading === null || reading.catalog === null)
    throw new Error([...problems, ...(reading?.problems ?? [])].map(formatProblem).join('; '))
  return { ...reading, catalog: reading.catalog }
}

/** The same, with every document that the site serves. */
export function siteOf(notes: string, fields = '', options: Partial<CatalogOptions> = {}): MadeSite {
  const reading = catalogFrom(notes, fields, options)
  const documents = [...documentsOf(reading.catalog)].flat()
  const textsOf = (some: typeof documents): ReadonlyMap<string, string> =>
    new Map(some.map(({ path, body }) => [path, new TextDecoder().decode(body)]))
  return {
    ...reading,
    bodies: textsOf(documents),
    pages: textsOf(documents.filter(({ mediaType }) => mediaType.startsWith('text/html'))),
  }
}
