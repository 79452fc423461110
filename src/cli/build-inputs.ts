import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readBytes, readContentFolder } from './content-folder.ts'
import { ledgerFile } from './ledger-file.ts'

/** What the program is made of: its own code, and the versions of what it builds on. */
const program: readonly string[] = ['../', '../../package-lock.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/**
 * A digest of everything that a build is made from, but for the clock: every file of content, the ledger, the options, the
 * program and the Node that runs it. Throws as `readBytes` does where a file or the folder can't be read.
 *
 * @param options whatever else decides what is built, in a form that JSON can write
 */
export function digestOfInputs(content: string, options: unknown): string {
  const hash = createHash('sha256')
  const add = (name: string, bytes: Uint8Array): void => {
    hash.update(`${name}\n${bytes.length}\n`)
    hash.update(bytes)
  }
  add(JSON.stringify([content, options, process.version]), new Uint8Array())
  for (const { path, bytes } of readContentFolder(content)) add(path, bytes)
  const ledger = ledgerFile(content)
  if (existsSync(ledger)) add(ledger, readBytes(ledger))
  for (const path of program.flatMap(filesOf)) add(path, readFileSync(path))
  return hash.digest('hex')
}

/** A file itself, or every file below a folder. */
function filesOf(path: string): readonly string[] {
  if (!path.endsWith('/')) return existsSync(path) ? [path] : []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`] : [])).toSorted((a, b) => (a < b ? -1 : 1))
}
