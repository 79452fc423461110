import type { Note } from '../notes/note.ts'
import type { Notes } from '../notes/notes.ts'
import { formatProblem, hasError } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { type Command, defineCommand } from './command.ts'
import { explanation } from './explanation.ts'
import { UserError } from './refusals.ts'

export const parse: Command = defineCommand({
  name: 'parse',
  description: 'prints the entries of files of notes as JSON; a file with errors hides no other',
  arguments: { placeholder: 'file', description: 'a file of notes', behindDashes: false },
  options: {
    language: {
      description: 'the language of the site that the notes are for',
      placeholder: 'tag',
      default: 'ko',
      read: readSiteOf,
    },
    site: {
      description: 'the site.md that the notes are read with; its language holds',
      placeholder: 'file',
      read: readSiteFile,
    },
    explain: { description: 'print what each line was taken for, and why, in place of the entries' },
  },
  example: 'parse --explain content/2024-06-10.md',

  async run({ language, site: given, explain }, terminal, files) {
    if (files.length === 0) throw new UserError('no file to parse (npm run parse -- FILE…)')
    const site = given ?? language
    const { readNoteFiles, notesOf, problemsOf } = await import('./note-files.ts')
    const readings = readNoteFiles(files, site)
    const problems = problemsOf(readings, site)
    for (const problem of problems) terminal.complain(formatProblem(problem))
    terminal.say(explain ? readings.map(explanation).join('\n') : JSON.stringify(notesOf(readings).map(shown), null, 2))
    return hasError(problems) ? 1 : 0
  },
})

/** A site with this language; all else about it is made up. */
async function readSiteOf(language: string): Promise<Site> {
  const { readSite } = await import('../notes/site.ts')
  const text = `---\ntitle: Notes\nurl: https://notes.example\nlanguage: ${JSON.stringify(language)}\n---\n`
  const { site } = readSite('--language', text, null)
  if (site === null) throw new UserError(`--language ${language}: not a language tag (write one of BCP 47, such as ko or en)`)
  return site
}

/** The site that a `site.md` says. */
async function readSiteFile(file: string): Promise<Site> {
  const [{ existsSync }, { decode }, { readSite }, { readBytes }] = await Promise.all([
    import('node:fs'),
    import('../notes/content.ts'),
    import('../notes/site.ts'),
    import('./content-folder.ts'),
  ])
  if (!existsSync(file)) throw new UserError(`--site ${file}: no such file (name a site.md)`)
  const { text, problems: undecoded } = decode(file, readBytes(file))
  const { site, problems } = text === null ? { site: null, problems: [] } : readSite(file, text, null)
  if (site === null) throw new UserError([...undecoded, ...problems].map(formatProblem).join('\n'))
  return site
}

/** What is printed of a note. */
function shown({ file, line, kind, day, isDraft, title, authors, tags, links, abstract, commentary }: Note & Pick<Notes, 'kind'>): object {
  return {
    file,
    line,
    kind,
    date: day,
    ...(isDraft ? { draft: true } : {}),
    title,
    authors,
    tags: tags.map(({ label }) => label),
    links,
    abstract: abstract.map(({ source }) => source),
    commentary: commentary.map(({ source }) => source),
  }
}
