import { setTimeout as wait } from 'node:timers/promises'
import { precedingRecording } from '../catalog/ledger.ts'
import { currentInstant } from './current-instant.ts'
import { readLedgerFile } from './ledger-file.ts'
import { type ReadOptions, readCatalog } from './site-build.ts'
import type { Terminal } from './terminal.ts'

/** In milliseconds: how long nobody wonders why nothing happens. */
const briefly = 2_000

/**
 * The instant of a recording, in whole seconds: later than the one before, since whoever selects by date must find what is
 * new behind what is known. Waits for it where the last recording was in this second, or where the clock is a little behind
 * the clock of the last recording; not where there is nothing to record.
 */
export async function recordingInstant(options: Omit<ReadOptions, 'now'>, terminal: Terminal): Promise<Date> {
  const now = currentInstant()
  const { ledger } = readLedgerFile(options.content)
  const before = ledger === null ? null : precedingRecording(ledger, now)
  const left = before === null ? 0 : before.getTime() + 1000 - Date.now()
  // Only now is it worth the time to read the notes twice.
  if (left <= 0 || !hasNews({ ...options, now })) return now
  if (left > briefly) terminal.say(`The clock is behind the latest recording: waiting for ${Math.ceil(left / 1000)} seconds.`)
  await wait(left)
  return currentInstant()
}

/** Whether there is anything to record. */
function hasNews(options: ReadOptions): boolean {
  const { ledger, recorded } = readCatalog(options)
  return recorded !== null && recorded !== ledger
}
