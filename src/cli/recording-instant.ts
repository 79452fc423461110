import { setTimeout as wait } from 'node:timers/promises'
import { latestInstantOf } from '../catalog/next-ledger.ts'
import { readLedgerFile } from './ledger-file.ts'
import { currentInstant } from './reports.ts'
import type { Terminal } from './terminal.ts'

/** In milliseconds: how long nobody wonders why nothing happens. */
const briefly = 2_000

/**
 * The instant of a recording, in whole seconds: later than all that a folder's ledger gives to anything, since whoever
 * selects by date must find what is new behind what is known. Waits for it where the last recording was in this second, or
 * where the clock is a little behind the one of the last.
 */
export async function recordingInstant(content: string, terminal: Terminal): Promise<Date> {
  const { ledger } = readLedgerFile(content)
  const latest = ledger === null ? null : latestInstantOf(ledger, currentInstant())
  const left = latest === null ? 0 : latest.getTime() + 1000 - Date.now()
  if (left > briefly) terminal.say(`The clock is behind the latest recording: waiting for ${Math.ceil(left / 1000)} seconds.`)
  if (left > 0) await wait(left)
  return currentInstant()
}
