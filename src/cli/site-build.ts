import { type Catalog, type CatalogReading, catalogOf, clashesOf } from '../catalog/catalog.ts'
import { clockProblems } from '../catalog/clock.ts'
import type { Ledger } from '../catalog/ledger.ts'
import { manyRemovedProblems } from '../catalog/many-removed.ts'
import { withdrawalProblems, withdrawnBy } from '../catalog/withdrawn.ts'
import { type ContentReading, type NotesFileReader, readContent, readNotesFile } from '../notes/content.ts'
import { hasError, type Problem, sortedProblems } from '../notes/problem.ts'
import { siteInGroups } from '../site/documents.ts'
import { readContentFolder } from './content-folder.ts'
import { type Kept, keptIn } from './kept.ts'
import { ledgerFile, readLedgerFile } from './ledger-file.ts'
import { type Acceptance, nothingAccepted } from './options.ts'
import { overfullDays } from './overfull-days.ts'
import { picturesIn } from './picture-files.ts'
import { programDigest } from './program.ts'
import { SecondThread } from './second-thread.ts'
import { type Writing, type Written, writeSite } from './site-folder.ts'

/** Where a site is read from, and how. */
export interface ReadOptions {
  readonly content: string
  /** Replaces the origin in `site.md`; null to keep the one there. */
  readonly origin: string | null
  readonly now: Date
  /** What the author settles that would else be an error. */
  readonly accept: ReadonlySet<Acceptance>
  /** Whether drafts are shown, as in a preview that asks for them. */
  readonly drafts: boolean
  /** Whether what is read will be recorded, so that a published entry which is a draft now is an error rather than a warning. */
  readonly records: boolean
  /** Whether everything is taken as recorded at `now`, rather than as the ledger has it. */
  readonly record: boolean
}

/** Content as it is at an instant, without drafts and at its own address. */
export function publishedContent(content: string, accept: ReadonlySet<Acceptance> | null): Omit<ReadOptions, 'now'> {
  return { content, origin: null, accept: accept ?? nothingAccepted, drafts: false, records: false, record: false }
}

/** What a folder of content holds: the catalog, unless an error is among the problems. */
export interface CatalogOfFolder {
  readonly catalog: Catalog | null
  readonly problems: readonly Problem[]
  /** How many files of notes `ignore` in `site.md` leaves out. */
  readonly ignored: number
  /** How many files were read as each kind. */
  readonly kinds: ContentReading['kinds']
  /** The entries that are held back until an instant to come. */
  readonly held: CatalogReading['held']
  /** The ledger in the folder; null where nothing is recorded yet, or it can't be read. */
  readonly ledger: Ledger | null
  /** The ledger that recording would write: the same object as `ledger` where nothing has changed. Null where the catalog is. */
  readonly recorded: Ledger | null
}

/** Reads a folder of content into a catalog. Throws as `readBytes` does where a file or the folder can't be read. */
export function readCatalog(
  { content: folder, origin, now, accept: accepted, drafts, records, record }: ReadOptions,
  readFile: NotesFileReader = readNotesFile,
): CatalogOfFolder {
  const { ledger, problems: ledgerProblems } = readLedgerFile(folder)
  const { content, problems, ignored, kinds } = readContent(folder, readContentFolder(folder), { origin, drafts }, readFile)
  if (content === null || hasError(problems) || ledgerProblems.length > 0) {
    // Whether an entry was recorded before can't be told while others are missing; whether two clash can.
    const clashes = content === null ? [] : clashesOf(content.site, content.entries)
    return {
      catalog: null,
      problems: sortedProblems([...problems, ...clashes, ...ledgerProblems]),
      ignored,
      kinds,
      held: [],
      ledger,
      recorded: null,
    }
  }
  const accept = accepted.has('new')
  const reading = catalogOf(content.site, content.entries, { ledger, now, accept })
  const { recorded, held } = reading
  const withdrawn = recorded === null ? [] : withdrawnBy(content.drafts, ledger, recorded)
  const many = recorded === null ? [] : manyRemovedProblems(ledgerFile(folder), ledger, recorded)
  const { catalog } = record && recorded !== null ? catalogOf(content.site, content.entries, { ledger: recorded, now, accept }) : reading
  const clock = clockProblems(ledgerFile(folder), ledger, content.entries, now)
  const overfull = catalog === null ? [] : overfullDays(catalog, content.entries)
  const found = [...problems, ...reading.problems, ...withdrawalProblems(withdrawn), ...many, ...clock, ...overfull]
  const all = sortedProblems(found.flatMap((problem) => settled(problem, accepted, records)))
  return hasError(all)
    ? { catalog: null, problems: all, ignored, kinds, held, ledger, recorded: null }
    : { catalog, problems: all, ignored, kinds, held, ledger, recorded }
}

/**
 * A problem that the author may accept: none once it is accepted, an error where what is read will be recorded, and a warning
 * elsewhere. Any other problem stays as it is.
 */
function settled(problem: Problem, accepted: ReadonlySet<Acceptance>, records: boolean): readonly Problem[] {
  const { accept, cure } = problem
  if (accept === undefined) return [problem]
  if (accepted.has(accept)) return []
  const whole = `${cure}; or, if it is ${accept === 'clock' ? 'right' : 'to go'}, add --accept ${accept} to the command, as in npm run record -- --accept ${accept}`
  return [{ ...problem, severity: records ? 'error' : 'warning', cure: whole }]
}

/** Where a site is built from and to. */
export interface BuildOptions extends ReadOptions {
  readonly out: string
  /** Whether the bodies that only the build before needs are kept, since a running preview may still ask for them. */
  readonly keepLast: boolean
}

/** Builds a site, or writes nothing when an error is among the problems. */
export function buildSite(options: BuildOptions): CatalogOfFolder & { readonly written: Written | null } {
  const { out, keepLast } = options
  const program = programDigest()
  const kept = keptIn(out, program)
  const reading = readCatalog(options, kept.readFile)
  const { catalog } = reading
  if (catalog === null) return { ...reading, written: null }
  return { ...reading, written: writeCatalog(out, catalog, kept, { program, keepLast }) }
}

/** Writes the site of a catalog by what is kept, and keeps what is to be kept of it. Throws as `writeSite` does. */
export function writeCatalog(out: string, catalog: Catalog, kept: Kept, writing: Omit<Writing, 'thread'>): Written {
  const thread = new SecondThread()
  try {
    const written = writeSite(out, siteInGroups(catalog, kept.papersOf(thread), picturesIn(out)), { ...writing, thread })
    kept.save()
    return written
  } finally {
    thread.end()
  }
}
