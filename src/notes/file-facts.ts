import type { Day } from '../text/day.ts'
import type { PathReading } from './dates.ts'
import type { GivenFields } from './given.ts'

/** What a file says before the first line of its text: its front matter and its path. */
export interface FileFacts {
  readonly given: GivenFields
  readonly path: PathReading
  /** The title in the file's name; empty without one. */
  readonly nameTitle: string
  /** The day of front matter, else of the path. */
  readonly day: Day | null
  /** Whether a date has been refused already. */
  readonly isDateRefused: boolean
}
