import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ContentFile, isNotes } from '../notes/content.ts'

/** The files of a content folder that are read at all, in no particular order. Throws as {@link readBytes} does. */
export function readContentFolder(folder: string): readonly ContentFile[] {
  return Array.from(filesBelow(folder, new Set()), (path) => ({ path, name: relative(folder, path).replaceAll(sep, '/') }))
    .filter(({ name }) => isNotes(name))
    .map(({ path, name }) => ({ path: name, bytes: readBytes(path) }))
}

/**
 * The bytes of a file. Throws as `node:fs` does, but always with the path: its errors of reading, as of a folder,
 * unlike those of opening, have none.
 */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw Object.assign(error as Error, { path })
  }
}

/**
 * The files below a folder but hidden ones, links followed: one that leads nowhere could be a folder of notes, and is
 * refused. Not by a recursive `readdirSync`, which in some versions follows links, without end where one leads back;
 * here a folder that several paths lead to is read by the first of them.
 */
function* filesBelow(folder: string, seen: Set<string>): Generator<string> {
  const real = realpathSync(folder)
  if (seen.has(real)) return
  seen.add(real)
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // Editors keep links beside a file they have open that lead nowhere: .#note.md
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (isFolder(entry, path)) yield* filesBelow(path, seen)
    else yield path
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statSync(path).isDirectory())
}
