import type { Note } from '../notes/note.ts'
import { formatProblem, hasError } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { type Command, defineCommand } from './command.ts'
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
  },
  example: 'parse --language en content/2024-06-10.md',

  async run({ language: site }, terminal, files) {
    if (files.length === 0) throw new UserError('no file to parse (npm run parse -- FILE…)')
    const { readNoteFiles } = await import('./note-files.ts')
    const { notes, problems } = readNoteFiles(files, site)
    for (const problem of problems) terminal.complain(formatProblem(problem))
    terminal.say(JSON.stringify(notes.map(shown), null, 2))
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

/** What is printed of a note. */
function shown({ file, line, day, title, authors, tags, links, abstract, commentary }: Note): object {
  return {
    file,
    line,
    date: day,
    title,
    authors,
    tags: tags.map(({ label }) => label),
    links,
    abstract: abstract.map(({ source }) => source),
    commentary: commentary.map(({ source }) => source),
  }
}
