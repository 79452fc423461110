import type { Catalog } from '../../src/catalog/catalog.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import type { Document } from '../../src/site/group.ts'
import { noPictures } from '../../src/site/pictures.ts'
import type { KeptPapers } from '../../src/site/written.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'

/** A site made in memory, for tests of what it serves. */
export interface MadeSite {
  readonly catalog: Catalog
  /** Every document as text, by its path. */
  readonly bodies: ReadonlyMap<string, string>
  /** The pages among them. */
  readonly pages: ReadonlyMap<string, string>
}

/** The site of these notes, and all that it serves. Throws with the problems where it can't be built. */
export function siteOf(...args: Parameters<typeof catalogFrom>): MadeSite {
  const { catalog } = catalogFrom(...args)
  const documents = documentsOf(catalog)
  const textsOf = (some: typeof documents): ReadonlyMap<string, string> =>
    new Map(some.map(({ path, body }) => [path, new TextDecoder().decode(body)]))
  return { catalog, bodies: textsOf(documents), pages: textsOf(documents.filter(({ mediaType }) => mediaType.startsWith('text/html'))) }
}

/** Papers are written anew each time. */
export const nothingKept: KeptPapers = { need: () => {}, get: () => undefined, keep: () => {} }

/** Every document of a site, made anew. */
export function documentsOf(catalog: Catalog): readonly Document[] {
  return [...siteInGroups(catalog, nothingKept, noPictures).groups].flatMap(({ make }) => make())
}
