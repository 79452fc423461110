import { existsSync } from 'node:fs'
import { catalogOf, noLedger } from '../catalog/catalog.ts'
import { decode } from '../notes/content.ts'
import type { Note } from '../notes/note.ts'
import { readNotes } from '../notes/notes.ts'
import { hasError, type Problem } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { readBytes } from './content-folder.ts'
import { UserError } from './refusals.ts'

/**
 * The notes in the files that read, which need not lie in a content folder, and what is wrong with all of them as notes
 * of one site, such as two tags that would share an address. A file with an error gives no notes, and hides no other's. Throws a {@link UserError} for a file that isn't there.
 */
export function readNoteFiles(
  files: readonly string[],
  site: Site,
): { readonly notes: readonly Note[]; readonly problems: readonly Problem[] } {
  const readings = files.map((file) => {
    if (!existsSync(file)) throw new UserError(`${file}: no such file (npm run parse -- FILE…)`)
    const { text, problems } = decode(file, readBytes(file))
    const read =
      text === null
        ? { entries: [], problems: [] }
        : readNotes(file, text, { language: site.language, origin: site.origin, folder: '', rules: site.rules })
    return { notes: read.entries, problems: [...problems, ...read.problems] }
  })
  const notes = readings.filter(({ problems }) => !hasError(problems)).flatMap((reading) => reading.notes)
  return { notes, problems: [...readings.flatMap((reading) => reading.problems), ...catalogOf(site, notes, noLedger).problems] }
}
