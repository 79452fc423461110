import { setTimeout as wait } from 'node:timers/promises'
import { precedingRecording } from '../catalog/ledger.ts'
import { currentInstant } from './current-instant.ts'
import { type ReadOptions, readCatalog } from './site-build.ts'
import type { Terminal } from './terminal.ts'

/** In milliseconds: how long nobody wonders why nothing happens. */
const briefly = 2_000

/**
 * The instant of a recording, in whole seconds: later than the one before, since whoever selects by date must find what is
 * new behind what is known. Waits for it where the last recording was in this second, or where the clock is a little behind
 * the one of the last; not where there is nothing to record.
 */
export async function recordingInstant(options: Omit<ReadOptions, 'now'>, terminal: Terminal): Promise<Date> {
  const now = currentInstant()
  const { ledger, recorded } = readCatalog({ ...options, now })
  const before = ledger === null ? null : precedingRecording(ledger, now)
  const left = before === null || recorded === null || recorded === ledger ? 0 : before.getTime() + 1000 - Date.now()
  if (left > briefly) terminal.say(`The clock is behind the latest recording: waiting for ${Math.ceil(left / 1000)} seconds.`)
  if (left > 0) await wait(left)
  return currentInstant()
}
