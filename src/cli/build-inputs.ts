import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readBytes, readContentFolder } from './content-folder.ts'
import { ledgerFile } from './ledger-file.ts'
import { programDigest } from './program.ts'

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
  add(JSON.stringify([content, options, programDigest()]), new Uint8Array())
  for (const { path, bytes } of readContentFolder(content)) add(path, bytes)
  const ledger = ledgerFile(content)
  if (existsSync(ledger)) add(ledger, readBytes(ledger))
  return hash.digest('hex')
}
