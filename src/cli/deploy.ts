import { existsSync } from 'node:fs'
import type { Catalog } from '../catalog/catalog.ts'
import { type Command, defineCommand } from './command.ts'
import { currentInstant } from './current-instant.ts'
import { type Acceptance, acceptOption, contentOption } from './options.ts'
import { UserError } from './refusals.ts'
import { countsOf, reportHeld, reportLimits, reportProblems } from './reports.ts'
import type { Terminal } from './terminal.ts'

const out = 'dist'

export const deploy: Command = defineCommand({
  name: 'deploy',
  description: 'draws pictures, records, builds, then deploys to Cloudflare',
  arguments: { placeholder: 'argument', description: 'passed on to wrangler deploy, such as --env staging', behindDashes: true },
  options: {
    accept: acceptOption,
    'dry-run': { description: 'record and deploy nothing, and need no network' },
    outdir: { description: 'the folder that wrangler bundles the worker into', placeholder: 'dir', read: (folder) => folder },
  },
  example: 'deploy --dry-run --outdir=bundle',

  async run({ accept, 'dry-run': dryRun, outdir }, terminal, args) {
    for (const arg of args) {
      // Behind -- it would be recorded that entries are published which are not.
      if (/^--dry-?run\b/i.test(arg)) throw new UserError(`-- ${arg}: an option of deploy itself (write it before --)`)
    }
    const recordedAt = await prepared({ accept, dryRun }, terminal)
    if (recordedAt === null) return 1
    const { exitOf, wrangler } = await import('./wrangler.ts')
    const exitCode = await exitOf(wrangler(wranglerLine({ dryRun, outdir }, args)))
    if (exitCode === 0 && recordedAt !== 'nothing') terminal.say(liveAfter(recordedAt, new Date()))
    return exitCode
  },
})

/**
 * Makes everything that is to be deployed: pictures, the recording, the site. Resolves to the instant of the recording, to
 * `nothing` where nothing was recorded, or to null where errors keep the content from being deployed.
 */
export async function prepared(
  { accept, dryRun }: { readonly accept: ReadonlySet<Acceptance> | null; readonly dryRun: boolean },
  terminal: Terminal,
): Promise<Date | 'nothing' | null> {
  const content = await contentOption.read(contentOption.default)
  const [{ buildSite, publishedContent, readCatalog }, { ledgerFile, writeLedgerFile }, { recordingInstant }] = await Promise.all([
    import('./site-build.ts'),
    import('./ledger-file.ts'),
    import('./recording-instant.ts'),
  ])
  if (!existsSync(ledgerFile(content))) {
    terminal.complain(
      `${ledgerFile(content)}: nothing is recorded yet, or the file is lost (npm run record for a new site; else take it from version control: subscribers may see every entry twice)`,
    )
    return null
  }
  const options = { ...publishedContent(content, accept), records: true }
  // Before the recording, which entries wait for to be live.
  const drawn = readCatalog({ ...options, now: currentInstant() }).catalog
  if (drawn !== null) await drawIfPossible(drawn, terminal)
  const now = await recordingInstant(options, terminal)
  const { catalog, problems, held, ledger, recorded, written } = buildSite({ ...options, out, now, record: true, keepLast: false })
  reportProblems(problems, 'nothing was written, nothing deployed', terminal)
  reportHeld(held, terminal)
  if (catalog === null || recorded === null || written === null) return null
  reportLimits(written.uses, terminal)
  // Entries are recorded before anyone can subscribe to them. A dry run publishes nothing, so it has nothing to record.
  if (!dryRun) terminal.say(writeLedgerFile(content, ledger, recorded))
  terminal.say(`${out}: ${countsOf(catalog)}, for ${catalog.site.origin}`)
  return dryRun || recorded === ledger ? 'nothing' : now
}

/** Draws the pictures for link previews. Where they can't be drawn, the site goes without. */
async function drawIfPossible(catalog: Catalog, terminal: Terminal): Promise<void> {
  const { drawPictures } = await import('./picture-drawing.ts')
  try {
    terminal.say(await drawPictures(catalog, out))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    terminal.complain(error.message)
  }
}

/** How long the entries were dated before anyone could see them: whoever asked in between by the time of the last run missed them. */
export function liveAfter(recorded: Date, live: Date): string {
  const seconds = Math.ceil((live.getTime() - recorded.getTime()) / 1000)
  return `Live ${seconds === 1 ? 'one second' : `${seconds} seconds`} after the recording.`
}

/** What wrangler is called with: `['deploy', '--dry-run', '--outdir', 'bundle', '--env', 'staging']`. */
export function wranglerLine(
  { dryRun, outdir }: { readonly dryRun: boolean; readonly outdir: string | null },
  args: readonly string[],
): readonly string[] {
  return ['deploy', ...(dryRun ? ['--dry-run'] : []), ...(outdir === null ? [] : ['--outdir', outdir]), ...args]
}
