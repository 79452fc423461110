import type { Catalog } from '../catalog/catalog.ts'
import type { Ledger } from '../catalog/ledger.ts'
import { type NotesFileReader, readNotesFile } from '../notes/content.ts'
import { reportErrors, reportHeld, reportProblems, summaryOf } from './reports.ts'
import { type CatalogOfFolder, type ReadOptions, readCatalog } from './site-build.ts'
import type { Terminal } from './terminal.ts'

/** What a folder of content holds at this instant. */
export interface CurrentContent {
  readonly catalog: Catalog
  /** How many files of notes `ignore` in `site.md` leaves out. */
  readonly ignored: number
  /** How many files were read as each kind. */
  readonly kinds: CatalogOfFolder['kinds']
  /** The ledger in the folder; null where nothing is recorded yet. */
  readonly ledger: Ledger | null
  /** The ledger that recording would write: the same object as `ledger` where nothing has changed. */
  readonly recorded: Ledger
}

/** How a folder of content is read. */
interface CurrentOptions extends ReadOptions {
  /** Whether problems are counted by kind, rather than said one by one. */
  readonly isSummary: boolean
}

/**
 * Reads a folder of content and says its problems. Null where an error is among them.
 *
 * @param refused what an error keeps from happening
 */
export function readCurrentContent(
  { isSummary, ...options }: CurrentOptions,
  refused: string,
  terminal: Terminal,
  readFile: NotesFileReader = readNotesFile,
): CurrentContent | null {
  const reading = readCatalog(options, readFile)
  const { catalog, problems, ignored, kinds, held, ledger, recorded } = reading
  if (isSummary) {
    terminal.say(summaryOf(problems))
    reportErrors(problems, refused, terminal)
  } else reportProblems(problems, refused, terminal)
  reportHeld(held, terminal)
  return catalog === null || recorded === null ? null : { catalog, ignored, kinds, ledger, recorded }
}
