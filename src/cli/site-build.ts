import { type Catalog, catalogOf } from '../catalog/catalog.ts'
import type { Ledger } from '../catalog/ledger.ts'
import { readContent } from '../notes/content.ts'
import { type Problem, sortedProblems } from '../notes/problem.ts'
import { documentsOf } from '../site/documents.ts'
import { manifestOf } from '../site/manifest.ts'
import { readContentFolder } from './content-folder.ts'
import { readLedgerFile } from './ledger-file.ts'
import { type Written, writeSite } from './site-folder.ts'

/** Where a site is read from, and how. */
export interface ReadOptions {
  readonly content: string
  /** Stands for the origin in `site.md`; null to keep that. */
  readonly origin: string | null
  readonly now: Date
  /** Whether entries that can't be recognised for certain are taken as they seem. */
  readonly accept: boolean
  /** Whether everything is taken as recorded at `now`, rather than as the ledger has it. */
  readonly record: boolean
}

/** What a folder of content holds: the catalog, unless an error is among the problems. */
export interface CatalogOfFolder {
  readonly catalog: Catalog | null
  readonly problems: readonly Problem[]
  /** The ledger as it lies there, and as recording would leave it: the same object where nothing has changed. */
  readonly ledger: Ledger | null
  readonly recorded: Ledger | null
}

/** Reads a folder of content as far as the catalog. Throws a {@link UserError} when there is no such folder. */
export function readCatalog({ content: folder, origin, now, accept, record }: ReadOptions): CatalogOfFolder {
  const { ledger, problems: ledgerProblems } = readLedgerFile(folder)
  const { content, problems } = readContent(folder, readContentFolder(folder), origin)
  if (content === null || ledgerProblems.length > 0) {
    return { catalog: null, problems: sortedProblems([...problems, ...ledgerProblems]), ledger, recorded: null }
  }
  const reading = catalogOf(content.site, content.entries, { ledger, now, accept })
  const { recorded } = reading
  const { catalog } = record && recorded !== null ? catalogOf(content.site, content.entries, { ledger: recorded, now, accept }) : reading
  return { catalog, problems: sortedProblems([...problems, ...reading.problems]), ledger, recorded }
}

/** Where a site is built from and to. */
export interface BuildOptions extends ReadOptions {
  readonly out: string
  /** Whether a running preview may still ask for the bodies of the build before. */
  readonly keepLast: boolean
}

/** Builds a site, or writes nothing when an error is among the problems. */
export function buildSite(options: BuildOptions): CatalogOfFolder & { readonly written: Written | null } {
  const reading = readCatalog(options)
  const { catalog } = reading
  if (catalog === null) return { ...reading, written: null }
  return { ...reading, written: writeSite(options.out, documentsOf(catalog), manifestOf(catalog), options.keepLast) }
}
