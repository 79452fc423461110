import { contentFolder, countsOf, currentInstant, readOptions, refusal, reportProblems, runCommand } from './command.ts'
import { ledgerFile } from './ledger-file.ts'
import { readCatalog } from './site-build.ts'

await runCommand(() => {
  const options = readOptions(['content'], ['accept', 'ci'])
  const content = contentFolder(options.content)
  const { catalog, problems, ledger, recorded } = readCatalog({
    content,
    origin: null,
    now: currentInstant(),
    accept: options.accept === true,
    record: false,
  })
  const errors = reportProblems(problems)
  if (catalog === null) {
    console.error(refusal(errors, 'this content would not be published'))
    return 1
  }
  console.log(`${content}: ${countsOf(catalog)}; nothing that keeps it from being published`)
  if (recorded === ledger) return 0
  const stale = `${ledgerFile(content)}:1: the content has changed since it was recorded (npm run record, then commit the file)`
  if (options.ci === true) console.error(stale)
  else console.log(stale)
  return options.ci === true ? 1 : 0
})
