import { contentFolder, countsOf, currentInstant, originOption, readOptions, refusal, reportProblems, runCommand } from './command.ts'
import { buildSite } from './site-build.ts'

await runCommand(() => {
  const options = readOptions(['content', 'out', 'url'], ['accept'])
  const out = options.out ?? 'dist'
  const { catalog, problems, written } = buildSite({
    content: contentFolder(options.content),
    out,
    origin: originOption(options.url),
    now: currentInstant(),
    accept: options.accept === true,
    record: false,
    keepLast: false,
  })
  const errors = reportProblems(problems)
  if (catalog === null || written === null) {
    console.error(refusal(errors, 'nothing was written'))
    return 1
  }
  console.log(`${out}: ${countsOf(catalog)}; ${written.documents} documents, ${written.newDocuments} of them new`)
  return 0
})
