import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { ContentFile } from '../notes/content.ts'
import { isNotes } from '../notes/ignored.ts'

/** The files in a content folder that are notes or `site.md`, in no particular order. Throws as {@link readBytes} does. */
export function readContentFolder(folder: string): readonly ContentFile[] {
  const root = realpathSync(folder)
  return Array.from(filesBelow(folder, root, new Set()), (path) => ({ path, name: relative(folder, path).replaceAll(sep, '/') }))
    .filter(({ name }) => isNotes(name))
    .map(({ path, name }) => {
      refuseStrange(path)
      return { path: name, bytes: readBytes(path) }
    })
}

/** In bytes. Ten years of notes in one file are less. */
const largestFile = 16_000_000

/** Throws where a path is no file of notes: a device or a pipe, whose reading might never end, or a file too large for notes. */
function refuseStrange(path: string): void {
  const found = statSync(path)
  if (!found.isFile()) throw refusal('ENOTFILE', path)
  if (found.size > largestFile) throw refusal('EFBIG', path)
}

/** Throws where a link leads out of the folder of content: whoever sends notes must not publish other files of the machine. */
function refuseOutside(path: string, root: string): void {
  const real = realpathSync(path)
  if (real !== root && !real.startsWith(root + sep)) throw refusal('EOUTSIDE', path)
}

/** An error in the form of `node:fs`'s errors, which have a code and a path; the code is one of Paperwire's own. */
function refusal(code: string, path: string): Error {
  return Object.assign(new Error(code), { code, path })
}

/**
 * The bytes of a file. Throws the errors of `node:fs`, always with the `path`, for a user to be told which file it was:
 * Node leaves it out where a file was opened but can't be read, such as a folder (EISDIR).
 */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw Object.assign(error as Error, { path })
  }
}

/**
 * The files below a folder, without hidden ones. Links are followed within the root; one that leads out of it, or nowhere,
 * throws. A folder that several paths lead to is read by the first path only. (Some versions of
 * Node follow links in a recursive `readdirSync` too, and never end where a link leads back.)
 */
function* filesBelow(folder: string, root: string, seen: Set<string>): Generator<string> {
  const real = realpathSync(folder)
  if (seen.has(real)) return
  seen.add(real)
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // Beside a file that is open, some editors keep a hidden link that leads nowhere: .#note.md
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink()) refuseOutside(path, root)
    if (isFolder(entry, path)) yield* filesBelow(path, root, seen)
    else yield path
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statSync(path).isDirectory())
}
