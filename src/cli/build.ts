import { type Command, defineCommand } from './command.ts'
import { acceptOption, contentOption } from './options.ts'
import { UserError } from './refusals.ts'
import { countsOf, currentInstant, reportHeld, reportProblems } from './reports.ts'

export const build: Command = defineCommand({
  name: 'build',
  description: 'builds content/ into dist/',
  arguments: null,
  options: {
    content: contentOption,
    out: { description: 'the folder to build into', placeholder: 'dir', default: 'dist', read: (folder) => folder },
    url: {
      description: 'the address of the site, if not the one in site.md',
      placeholder: 'origin',
      async read(text) {
        const { originOf } = await import('../notes/site.ts')
        const origin = originOf(text)
        if (origin === null) throw new UserError(`--url ${text}: not the address of a site (write one such as https://notes.example)`)
        return origin
      },
    },
    accept: acceptOption,
  },
  example: 'build --content notes --out site --url https://notes.example',

  async run({ content, out, url, accept }, terminal) {
    const [{ buildSite, publishedContent }, { ledgerFile }] = await Promise.all([import('./site-build.ts'), import('./ledger-file.ts')])
    const options = { ...publishedContent(content, accept), origin: url, out, now: currentInstant(), keepLast: false }
    const { catalog, problems, held, ledger, written } = buildSite(options)
    reportProblems(problems, 'nothing was written', terminal)
    reportHeld(held, terminal)
    if (catalog === null || written === null) return 1
    if (ledger === null)
      terminal.say(`${ledgerFile(content)}: nothing is recorded yet, so ids and dates may change (npm run record, then commit the file)`)
    terminal.say(`${out}: ${countsOf(catalog)}; ${written.documents} documents, ${written.newDocuments} of them new`)
    return 0
  },
})
