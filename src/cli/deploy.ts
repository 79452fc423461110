import { contentFolder, countsOf, refusal, reportProblems, runCommand } from './command.ts'
import { buildSite } from './site-build.ts'
import { exitOf, wrangler } from './wrangler.ts'

// Every argument is wrangler's, `--dry-run` among them.
await runCommand(async () => {
  const { catalog, problems } = buildSite({ content: contentFolder(undefined), out: 'dist', origin: null, keepLast: false })
  const errors = reportProblems(problems)
  if (catalog === null) {
    console.error(refusal(errors, 'nothing was written, nothing deployed'))
    return 1
  }
  console.log(`dist: ${countsOf(catalog)}, for ${catalog.site.origin}`)
  return exitOf(wrangler(['deploy', ...process.argv.slice(2)]))
})
