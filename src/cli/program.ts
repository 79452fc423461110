import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What the program is made of: its own code, and the versions of what it builds on. */
const sources: readonly string[] = ['../', '../../package-lock.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

let found: string | null = null

/** A digest of the program and of the Node that runs it: with another one, the same content may come to something else. */
export function programDigest(): string {
  if (found !== null) return found
  const hash = createHash('sha256').update(process.version)
  for (const path of sources.flatMap(filesOf)) hash.update(`\n${path}\n`).update(readFileSync(path))
  found = hash.digest('hex')
  return found
}

/** A file itself, or every file below a folder. */
function filesOf(path: string): readonly string[] {
  if (!path.endsWith('/')) return existsSync(path) ? [path] : []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`] : [])).toSorted((a, b) => (a < b ? -1 : 1))
}
