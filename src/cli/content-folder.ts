import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ContentFile, isNotes } from '../notes/content.ts'

/** The files of a content folder that are read at all, in no particular order. Throws as `node:fs` does. */
export function readContentFolder(folder: string): readonly ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).replaceAll(sep, '/') }))
    .filter(({ name }) => isNotes(name))
    .map(({ path, name }) => ({ path: name, bytes: readFileSync(path) }))
}
