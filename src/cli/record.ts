import { contentFolder, currentInstant, readOptions, refusal, reportProblems, runCommand } from './command.ts'
import { writeLedgerFile } from './ledger-file.ts'
import { readCatalog } from './site-build.ts'

await runCommand(() => {
  const options = readOptions(['content'], ['accept'])
  const content = contentFolder(options.content)
  const { problems, ledger, recorded } = readCatalog({
    content,
    origin: null,
    now: currentInstant(),
    accept: options.accept === true,
    record: false,
  })
  const errors = reportProblems(problems)
  if (recorded === null) {
    console.error(refusal(errors, 'nothing was recorded'))
    return 1
  }
  writeLedgerFile(content, ledger, recorded)
  return 0
})
