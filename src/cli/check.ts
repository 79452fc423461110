import { contentFolder, countsOf, readOptions, refusal, reportProblems, runCommand } from './command.ts'
import { readCatalog } from './site-build.ts'

await runCommand(() => {
  const folder = contentFolder(readOptions(['content']).content)
  const { catalog, problems } = readCatalog(folder, null)
  const errors = reportProblems(problems)
  if (catalog === null) {
    console.error(refusal(errors, 'this content would not be published'))
    return 1
  }
  console.log(`${folder}: ${countsOf(catalog)}; nothing that keeps it from being published`)
  return 0
})
