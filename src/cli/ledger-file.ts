import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { currentVersion, isSameRecord, type Ledger } from '../catalog/ledger.ts'
import { formatLedger, parseLedger } from '../catalog/ledger-text.ts'
import type { Problem } from '../notes/problem.ts'
import { readBytes } from './content-folder.ts'
import { Busy } from './refusals.ts'
import { asSoleWriter } from './sole-writer.ts'

/** Where the ledger of a folder of content lies. */
export function ledgerFile(folder: string): string {
  return join(folder, 'ledger.json')
}

/** The ledger of a folder of content; null where nothing was ever recorded, or with the problem that keeps it from being read. */
export function readLedgerFile(folder: string): { readonly ledger: Ledger | null; readonly problems: readonly Problem[] } {
  const file = ledgerFile(folder)
  return existsSync(file) ? parsed(file, readBytes(file)) : { ledger: null, problems: [] }
}

let last: { readonly file: string; readonly bytes: Buffer; readonly reading: ReturnType<typeof parseLedger> } | null = null

/** Reads a ledger; the one that was read last, in a process that builds again and again, is known. */
function parsed(file: string, bytes: Buffer): ReturnType<typeof parseLedger> {
  if (last?.file !== file || !last.bytes.equals(bytes)) last = { file, bytes, reading: parseLedger(file, bytes.toString()) }
  return last.reading
}

/**
 * Replaces the ledger of a folder, if it is to be another one; returns what is new in it, to be said. The file appears as
 * a whole: a crash leaves the one that was there. Throws `Busy` where another process records, or has recorded since this
 * one read the ledger: its entries would be lost.
 */
export function writeLedgerFile(folder: string, last: Ledger | null, recorded: Ledger): string {
  const file = ledgerFile(folder)
  if (recorded === last) return `${file}: nothing new`
  asSoleWriter(folder, 'recording', (replace) => {
    const { ledger } = readLedgerFile(folder)
    if (textOf(ledger) !== textOf(last))
      throw new Busy(`${file}: another recording has changed it since it was read (run the command again)`)
    replace('ledger.json', formatLedger(recorded))
  })
  return `${file}: ${newsOf(last, recorded)}. Commit it with the notes.`
}

function textOf(ledger: Ledger | null): string {
  return ledger === null ? '' : formatLedger(ledger)
}

/**
 * What a ledger has that the one before it hadn't: `2 entries new, 1 changed, 0 removed`. Authors that an older ledger
 * lacked are no news.
 */
function newsOf(last: Ledger | null, { records, site, feeds }: Ledger): string {
  const before = new Map(last?.records.map((record) => [record.id, record]))
  const fresh = records.filter(({ id }) => !before.has(id)).length
  const removed = records.filter(({ id, removed: gone }) => gone !== null && before.get(id)?.removed === null).length
  const changed = records.filter((record) => {
    const same = before.get(record.id)
    return same !== undefined && !isSameRecord(same, record, last?.version ?? currentVersion)
  }).length
  if (last !== null && fresh + changed + removed === 0) {
    if (last.version < currentVersion) return 'no entry new or changed; written in the form that this Paperwire reads'
    return `no entry new or changed; ${last.site === site && last.feeds === feeds ? 'the tags or authors that have feeds are' : 'what site.md says is'}`
  }
  return `${fresh} ${fresh === 1 ? 'entry' : 'entries'} new, ${changed - removed} changed, ${removed} removed`
}
