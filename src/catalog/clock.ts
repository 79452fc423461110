import type { Note } from '../notes/note.ts'
import { type Problem, warningAt } from '../notes/problem.ts'
import { type Ledger, slowestClock } from './ledger.ts'

/** How many days a clock may be ahead of everything that is known before it is more likely wrong than the author idle. */
const furthestDays = 400

const dayTime = 86_400_000

/**
 * A warning where the clock can hardly be right, which is an error where it would be recorded: an entry that is recorded
 * under a clock of 2040 says until then that it was updated in 2040. A first recording pins nothing that was published.
 *
 * @param file the ledger's, as its author knows it
 */
export function clockProblems(file: string, ledger: Ledger | null, notes: readonly Note[], now: Date): readonly Problem[] {
  if (ledger === null) return []
  const recorded = ledger.recording.getTime()
  const newest = notes.reduce((time, { day }) => Math.max(time, Date.parse(day)), recorded)
  const said = `the clock says ${now.toISOString().replace('.000Z', 'Z')}`
  const problem = (what: string): readonly Problem[] => [
    { ...warningAt({ file, line: 1 }, `${said}, ${what}`, 'set the clock of this machine'), accept: 'clock' },
  ]
  if (now.getTime() < recorded - slowestClock)
    return problem(`which is before the latest recording, ${new Date(recorded).toISOString().replace('.000Z', 'Z')}`)
  const days = Math.round((now.getTime() - newest) / dayTime)
  return days > furthestDays ? problem(`${days} days after the latest recording and the newest day of the notes`) : []
}
