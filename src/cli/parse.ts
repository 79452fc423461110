import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { catalogOf, noLedger } from '../catalog/catalog.ts'
import { decode } from '../notes/content.ts'
import type { Note } from '../notes/note.ts'
import { readNotes } from '../notes/notes.ts'
import type { Problem } from '../notes/problem.ts'
import { readSite } from '../notes/site.ts'
import { reportProblems, runCommand, UserError } from './command.ts'
import { readBytes } from './content-folder.ts'

/** Entries of files on their own, with the site that `--language` describes: enough for tags and names to clash. */
function readFiles(
  files: readonly string[],
  language: string,
): { readonly entries: readonly Note[]; readonly problems: readonly Problem[] } {
  const { site } = readSite(
    '--language',
    `---\ntitle: Notes\nurl: https://notes.example\nlanguage: ${JSON.stringify(language)}\n---\n`,
    null,
  )
  if (site === null) throw new UserError(`--language ${language}: not a language tag (write one of BCP 47, such as ko or en)`)
  const readings = files.map((file) => {
    if (!existsSync(file)) throw new UserError(`${file}: no such file (npm run parse -- FILE…)`)
    const { text, problems } = decode(file, readBytes(file))
    const notes = text === null ? { entries: [], problems: [] } : readNotes(file, text, { language: site.language, origin: site.origin })
    return { entries: notes.entries, problems: [...problems, ...notes.problems] }
  })
  const entries = readings.flatMap((reading) => reading.entries)
  return { entries, problems: [...readings.flatMap((reading) => reading.problems), ...catalogOf(site, entries, noLedger).problems] }
}

await runCommand(() => {
  const { values, positionals } = parseArgs({ options: { language: { type: 'string', default: 'ko' } }, allowPositionals: true })
  if (positionals.length === 0) throw new UserError('no file to parse (npm run parse -- FILE…)')
  const { entries, problems } = readFiles(positionals, values.language)
  if (reportProblems(problems) > 0) return 1
  const shown = entries.map(({ day, title, authors, tags, links, abstract, commentary, line }) => ({
    date: day,
    title,
    authors,
    tags: tags.map(({ label }) => label),
    links,
    abstract: abstract.map(({ source }) => source),
    commentary: commentary.map(({ source }) => source),
    line,
  }))
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  return 0
})
