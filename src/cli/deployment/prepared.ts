import { existsSync } from 'node:fs'
import type { Catalog } from '../../catalog/catalog.ts'
import type { Problem } from '../../notes/problem.ts'
import { currentInstant } from '../current-instant.ts'
import { ledgerFile } from '../ledger-file.ts'
import type { Acceptance } from '../options.ts'
import { recordingInstant } from '../recording-instant.ts'
import { UserError } from '../refusals.ts'
import { reportHeld, reportLimits, reportProblems } from '../reports.ts'
import { buildSite, type CatalogOfFolder, publishedContent, readCatalog } from '../site-build.ts'
import type { Terminal } from '../terminal.ts'

/** A site that was built and is to be deployed, nothing of it recorded yet. */
export interface Prepared extends Pick<CatalogOfFolder, 'held' | 'ledger'> {
  readonly catalog: Catalog
  /** The ledger that recording would write: the same object as `ledger` where nothing has changed. */
  readonly recorded: NonNullable<CatalogOfFolder['recorded']>
  /** The instant of the recording. */
  readonly now: Date
}

/** Whether a folder of content was ever recorded; says what to do where it wasn't. */
export function isRecorded(content: string, terminal: Terminal): boolean {
  if (existsSync(ledgerFile(content))) return true
  terminal.complain(
    `${ledgerFile(content)}: nothing is recorded yet, or the file is lost (npm run record for a new site; else take it from version control: subscribers may see every entry twice)`,
  )
  return false
}

/**
 * Makes everything that is to be deployed: pictures, then the site, as the recording will have it. What an author may settle is
 * asked for. Resolves to null where errors keep the content from being deployed, which it says.
 */
export async function prepared(
  { content, out, accept }: { readonly content: string; readonly out: string; readonly accept: ReadonlySet<Acceptance> | null },
  terminal: Terminal,
): Promise<Prepared | null> {
  const given = { ...publishedContent(content, accept), records: true }
  // Before the recording, which entries wait for to be live.
  const first = readCatalog({ ...given, now: currentInstant() })
  const accepted = await settledByAsking(first.problems, given.accept, terminal)
  const options = { ...given, accept: accepted }
  const drawn = accepted === given.accept ? first.catalog : readCatalog({ ...options, now: currentInstant() }).catalog
  if (drawn !== null) await drawIfPossible(drawn, out, terminal)
  const now = await recordingInstant(options, terminal)
  const { catalog, problems, held, ledger, recorded, written } = buildSite({ ...options, out, now, record: true, keepLast: false })
  reportProblems(problems, 'nothing was written, nothing deployed', terminal)
  reportHeld(held, terminal)
  if (catalog === null || recorded === null || written === null) return null
  reportLimits(written.uses, terminal)
  return { catalog, held, ledger, recorded, now }
}

/** What is accepted, with what somebody answers yes to, where only that keeps the content from being published. */
async function settledByAsking(
  problems: readonly Problem[],
  accept: ReadonlySet<Acceptance>,
  terminal: Terminal,
): Promise<ReadonlySet<Acceptance>> {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const settled = new Set(accept)
  if (terminal.ask === null || errors.length === 0 || errors.some((error) => error.accept === undefined)) return accept
  for (const [acceptance, ofKind] of Map.groupBy(errors, (error) => error.accept as Acceptance)) {
    const [first, ...others] = ofKind as [Problem, ...Problem[]]
    const more = others.length === 0 ? '' : `, and ${others.length} more of the kind`
    if (!(await terminal.ask(`${first.file}:${first.line}: ${first.what}${more}. Is that right?`))) return accept
    settled.add(acceptance)
  }
  return settled
}

/** Draws the pictures for link previews. Where they can't be drawn, the site goes without. */
async function drawIfPossible(catalog: Catalog, out: string, terminal: Terminal): Promise<void> {
  const { drawPictures } = await import('../picture-drawing.ts')
  try {
    terminal.say(await drawPictures(catalog, out))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    terminal.complain(error.message)
  }
}
