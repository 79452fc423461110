import { contentFolder, countsOf, currentInstant, refusal, reportProblems, runCommand } from './command.ts'
import { writeLedgerFile } from './ledger-file.ts'
import { buildSite } from './site-build.ts'
import { exitOf, wrangler } from './wrangler.ts'

// Every argument but --accept is wrangler's, --dry-run among them.
await runCommand(async () => {
  const args = process.argv.slice(2)
  const content = contentFolder(undefined)
  const { catalog, problems, ledger, recorded } = buildSite({
    content,
    out: 'dist',
    origin: null,
    now: currentInstant(),
    accept: args.includes('--accept'),
    record: true,
    keepLast: false,
  })
  const errors = reportProblems(problems)
  if (catalog === null || recorded === null) {
    console.error(refusal(errors, 'nothing was written, nothing deployed'))
    return 1
  }
  // Before anyone can subscribe to what is in it. A dry run publishes nothing, and so has nothing to remember.
  if (!args.some((arg) => /^(?:--dry-?run(?:=true)?|--help|-h)$/i.test(arg))) writeLedgerFile(content, ledger, recorded)
  console.log(`dist: ${countsOf(catalog)}, for ${catalog.site.origin}`)
  return exitOf(wrangler(['deploy', ...args.filter((arg) => arg !== '--accept')]))
})
