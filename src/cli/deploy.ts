import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption, nothingAccepted } from './options.ts'
import { UserError } from './refusals.ts'
import { countsOf, currentInstant, reportHeld, reportProblems } from './reports.ts'

const out = 'dist'

export const deploy: Command = defineCommand({
  name: 'deploy',
  description: 'records, builds, then deploys to Cloudflare',
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
    const content = await contentOption.read(contentOption.default)
    const [{ buildSite }, { writeLedgerFile }, { exitOf, wrangler }] = await Promise.all([
      import('./site-build.ts'),
      import('./ledger-file.ts'),
      import('./wrangler.ts'),
    ])
    const { catalog, problems, held, ledger, recorded } = buildSite({
      content,
      out,
      origin: null,
      now: currentInstant(),
      accept: accept ?? nothingAccepted,
      drafts: false,
      records: true,
      record: true,
      keepLast: false,
    })
    reportProblems(problems, 'nothing was written, nothing deployed', terminal)
    reportHeld(held, terminal)
    if (catalog === null || recorded === null) return 1
    // Entries are recorded before anyone can subscribe to them. A dry run publishes nothing, so it has nothing to record.
    if (!dryRun) terminal.say(writeLedgerFile(content, ledger, recorded))
    terminal.say(`${out}: ${countsOf(catalog)}, for ${catalog.site.origin}`)
    return exitOf(wrangler(wranglerLine({ dryRun, outdir }, args)))
  },
})

/** What wrangler is called with: `['deploy', '--dry-run', '--outdir', 'bundle', '--env', 'staging']`. */
export function wranglerLine(
  { dryRun, outdir }: { readonly dryRun: boolean; readonly outdir: string | null },
  args: readonly string[],
): readonly string[] {
  return ['deploy', ...(dryRun ? ['--dry-run'] : []), ...(outdir === null ? [] : ['--outdir', outdir]), ...args]
}
