import { existsSync } from 'node:fs'
import { clashesOf } from '../catalog/catalog.ts'
import { decode } from '../notes/content.ts'
import type { Note } from '../notes/note.ts'
import { type Notes, readNotes } from '../notes/notes.ts'
import { hasError, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { readBytes } from './content-folder.ts'
import { UserError } from './refusals.ts'

/** A file of notes, read. */
export interface FileReading extends Notes {
  readonly file: string
  /** The file's lines as they are written. */
  readonly lines: readonly string[]
}

/** Reads files that need not lie in a content folder. Throws a {@link UserError} for a file that isn't there. */
export function readNoteFiles(files: readonly string[], site: Site): readonly FileReading[] {
  return files.map((file) => {
    if (!existsSync(file)) throw new UserError(`${file}: no such file (npm run parse -- FILE…)`)
    const { text, problems } = decode(file, readBytes(file))
    const context = { language: site.language, origin: site.origin, folder: '', rules: site.rules }
    const notes = readNotes(file, text ?? '', context)
    return text === null
      ? { ...notes, entries: [], problems, file, lines: [] }
      : { ...notes, problems: [...problems, ...notes.problems], file, lines: text.split('\n') }
  })
}

/** The notes of the files without errors. A file with an error gives no notes, and hides no other's. */
export function notesOf(readings: readonly FileReading[]): readonly (Note & Pick<Notes, 'kind'>)[] {
  return readings.filter(({ problems }) => !hasError(problems)).flatMap(({ entries, kind }) => entries.map((entry) => ({ ...entry, kind })))
}

/** What is wrong with the files as notes of one site: in their lines, and where two tags or entries would share an address. */
export function problemsOf(readings: readonly FileReading[], site: Site): readonly Problem[] {
  return [...readings.flatMap(({ problems }) => problems), ...clashesOf(site, notesOf(readings))]
}
