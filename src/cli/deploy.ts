import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption } from './options.ts'
import { countsOf, currentInstant, reportProblems } from './reports.ts'

const out = 'dist'

export const deploy: Command = defineCommand({
  name: 'deploy',
  description: 'records, builds, then deploys to Cloudflare',
  arguments: {
    placeholder: 'argument',
    description: 'passed on to wrangler deploy; with --dry-run nothing is recorded, and no network is needed',
    withOptions: true,
  },
  options: { accept: acceptOption },
  example: 'deploy --dry-run --outdir=bundle',

  async run({ accept }, terminal, args) {
    const content = await contentOption.read(contentOption.default)
    const [{ buildSite }, { writeLedgerFile }, { exitOf, wrangler }] = await Promise.all([
      import('./site-build.ts'),
      import('./ledger-file.ts'),
      import('./wrangler.ts'),
    ])
    const { catalog, problems, ledger, recorded } = buildSite({
      content,
      out,
      origin: null,
      now: currentInstant(),
      accept,
      record: true,
      keepLast: false,
    })
    reportProblems(problems, 'nothing was written, nothing deployed', terminal)
    if (catalog === null || recorded === null) return 1
    // Before anyone can subscribe to what is in it. A dry run publishes nothing, and so has nothing to remember.
    if (!args.some((arg) => /^--dry-?run(?:=true)?$/i.test(arg))) terminal.say(writeLedgerFile(content, ledger, recorded))
    terminal.say(`${out}: ${countsOf(catalog)}, for ${catalog.site.origin}`)
    return exitOf(wrangler(['deploy', ...args]))
  },
})
