import type { Role } from '../../src/notes/findings.ts'
import type { Block, Note } from '../../src/notes/note.ts'
import { readNotes } from '../../src/notes/notes.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { standardRules } from '../../src/notes/rules.ts'

/** Reads notes of a Korean site. */
export function read(
  text: string,
  file = 'content/2024-06-10.md',
): { readonly entries: readonly Note[]; readonly problems: readonly string[]; readonly roles: ReadonlyMap<number, Role> } {
  const { entries, problems, roles } = readNotes(file, text, {
    language: 'ko',
    origin: 'https://notes.example',
    folder: 'content/',
    rules: standardRules,
  })
  return { entries, problems: problems.map(formatProblem), roles }
}

/** The one entry of notes in which nothing is wrong. Throws when the notes have another number of entries, or a problem. */
export function readOne(text: string, file?: string): Note {
  const { entries, problems } = read(text, file)
  if (problems.length > 0 || entries.length !== 1) throw new Error(`${entries.length} entries; ${problems.join('; ')}`)
  return entries[0] as Note
}

/** Front matter of these fields. */
export function matter(...fields: readonly string[]): string {
  return `---\n${fields.join('\n')}\n---\n`
}

export function sources(blocks: readonly Block[]): readonly string[] {
  return blocks.map(({ source }) => source)
}

export function labels({ tags }: Note): readonly string[] {
  return tags.map(({ label }) => label)
}

/** An entry's body: everything below its head. */
export function bodyOf({ abstract, commentary }: Note): readonly Block[] {
  return [...abstract, ...commentary]
}
