import { digestOfInputs } from './build-inputs.ts'
import { type Command, defineCommand } from './command.ts'
import { currentInstant } from './current-instant.ts'
import { keepBuild, rememberingTerminal, sayAgain, standingBuild } from './last-build.ts'
import { ledgerFile } from './ledger-file.ts'
import { acceptOption, contentOption } from './options.ts'
import { picturesIn } from './picture-files.ts'
import { UserError } from './refusals.ts'
import { countsOf, reportHeld, reportLimits, reportProblems } from './reports.ts'
import type { Written } from './site-folder.ts'

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
    const now = currentInstant()
    const digest = (): string => digestOfInputs(content, [url, [...(accept ?? [])].toSorted(), [...picturesIn(out).names].toSorted()])
    const inputs = digest()
    const standing = standingBuild(out, inputs, now)
    if (standing !== null) {
      sayAgain(standing.lines, terminal)
      terminal.say(lastLine(out, standing.counts, { documents: standing.documents, newDocuments: 0 }))
      return 0
    }
    const [{ buildSite, publishedContent }, { unchangedUntil }] = await Promise.all([
      import('./site-build.ts'),
      import('../catalog/unchanged-until.ts'),
    ])
    const options = { ...publishedContent(content, accept), origin: url, out, now, keepLast: false }
    const { catalog, problems, held, ledger, written } = buildSite(options)
    const { terminal: remembering, lines } = rememberingTerminal(terminal)
    reportProblems(problems, 'nothing was written', remembering)
    reportHeld(held, remembering)
    if (catalog === null || written === null) return 1
    if (ledger === null)
      remembering.say(`${ledgerFile(content)}: nothing is recorded yet, so ids and dates may change (npm run record, then commit the file)`)
    reportLimits(written.uses, remembering)
    const [counts, until] = [countsOf(catalog), unchangedUntil(catalog, held, now).getTime()]
    // What was saved while the site was built may be in it, or may not.
    if (digest() === inputs) keepBuild(out, { inputs, from: now.getTime(), until, lines, counts, documents: written.documents })
    terminal.say(lastLine(out, counts, written))
    return 0
  },
})

function lastLine(out: string, counts: string, { documents, newDocuments }: Pick<Written, 'documents' | 'newDocuments'>): string {
  return `${out}: ${counts}; ${documents} documents, ${newDocuments} of them new`
}
