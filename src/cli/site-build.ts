import { type Catalog, catalogOf } from '../catalog/catalog.ts'
import { readContent } from '../notes/content.ts'
import { type Problem, sortedProblems } from '../notes/problem.ts'
import { documentsOf, movedFolders } from '../site/documents.ts'
import { readContentFolder } from './content-folder.ts'
import { type Written, writeSite } from './site-folder.ts'

/** What a folder of content holds: the catalog, unless an error is among the problems. */
export interface CatalogOfFolder {
  readonly catalog: Catalog | null
  readonly problems: readonly Problem[]
}

/** Reads a folder of content as far as the catalog. Throws a {@link UserError} when there is no such folder. */
export function readCatalog(folder: string, origin: string | null): CatalogOfFolder {
  const { content, problems } = readContent(folder, readContentFolder(folder), origin)
  if (content === null) return { catalog: null, problems }
  const reading = catalogOf(content.site, content.entries)
  return { catalog: reading.catalog, problems: sortedProblems([...problems, ...reading.problems]) }
}

/** Where a site is built from and to. */
export interface BuildOptions {
  readonly content: string
  readonly out: string
  /** Stands for the origin in `site.md`; null to keep that. */
  readonly origin: string | null
  /** Whether a running preview may still ask for the bodies of the build before. */
  readonly keepLast: boolean
}

/** Builds a site, or writes nothing when an error is among the problems. */
export function buildSite({ content, out, origin, keepLast }: BuildOptions): CatalogOfFolder & { readonly written: Written | null } {
  const { catalog, problems } = readCatalog(content, origin)
  if (catalog === null) return { catalog, problems, written: null }
  const { site } = catalog
  const about = { origin: site.origin, hubUrl: site.hubUrl, moved: movedFolders(catalog) }
  return { catalog, problems, written: writeSite(out, documentsOf(catalog), about, keepLast) }
}
