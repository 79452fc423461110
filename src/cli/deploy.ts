import { setTimeout as pause } from 'node:timers/promises'
import { type Command, defineCommand } from './command.ts'
import { acceptOption } from './options.ts'
import { UserError } from './refusals.ts'

export const deploy: Command = defineCommand({
  name: 'deploy',
  description: 'draws pictures, records, builds, says what changes, deploys to Cloudflare, and tells the hub',
  arguments: { placeholder: 'argument', description: 'passed on to wrangler deploy, such as --env staging', behindDashes: true },
  options: {
    accept: acceptOption,
    'dry-run': { description: 'say what would change since the last deployment; record and deploy nothing, and need no network' },
    'if-changed': { description: 'do nothing where nothing has changed and no entry has come that waited for its day' },
    outdir: { description: 'the folder that wrangler bundles the worker into', placeholder: 'dir', read: (folder) => folder },
    wait: {
      description: 'how many seconds to wait at most for what was deployed to be live',
      placeholder: 'seconds',
      default: '120',
      read(text) {
        if (!/^\d{1,4}$/.test(text)) throw new UserError(`--wait ${text}: no number of seconds (write one such as 120; 0 looks once)`)
        return Number(text)
      },
    },
  },
  example: 'deploy --dry-run --outdir=bundle',

  async run({ accept, 'dry-run': dryRun, 'if-changed': ifChanged, outdir, wait }, terminal, args) {
    for (const arg of args) {
      // Behind -- it would be recorded that entries are published which are not.
      if (/^--dry-?run\b/i.test(arg)) throw new UserError(`-- ${arg}: an option of deploy itself (write it before --)`)
    }
    const [{ deployed }, { hasAccount }, { exitOf, wrangler }] = await Promise.all([
      import('./deployment/deployed.ts'),
      import('./deployment/account.ts'),
      import('./wrangler.ts'),
    ])
    return deployed({ content: 'content', out: 'dist', accept, dryRun, ifChanged, most: wait * 1000 }, terminal, {
      hasAccount,
      upload: () => exitOf(wrangler(wranglerLine({ dryRun, outdir }, args))),
      get: fetch,
      pause,
      now: Date.now,
    })
  },
})

/** What wrangler is called with: `['deploy', '--dry-run', '--outdir', 'bundle', '--env', 'staging']`. */
export function wranglerLine(
  { dryRun, outdir }: { readonly dryRun: boolean; readonly outdir: string | null },
  args: readonly string[],
): readonly string[] {
  return ['deploy', ...(dryRun ? ['--dry-run'] : []), ...(outdir === null ? [] : ['--outdir', outdir]), ...args]
}
