import type { Day } from '../text/day.ts'
import { dateFormOf, inDateForm } from './written-dates.ts'

/** A change of one line of a file, or lines put in behind it. */
export interface Edit {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  /** What stands there in its place. */
  readonly lines: readonly string[]
  /** Why: `the date is written as most others are`. */
  readonly why: string
}

/** A line that gives a date. */
export interface DateLine {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly day: Day
}

/** From so many dates on there is a form that most have. */
const fewestDates = 5

/** Lets dates that are written otherwise than most be written as these are; nothing where less than two thirds are alike. */
export function datesAlike(dates: readonly DateLine[]): readonly Edit[] {
  const formed = dates.flatMap((date) => {
    const form = dateFormOf(date.text, date.day)
    return form === null ? [] : [{ ...date, form }]
  })
  const [most] = [...Map.groupBy(formed, ({ form }) => form)].toSorted(([, one], [, other]) => other.length - one.length)
  if (most === undefined || formed.length < fewestDates || most[1].length * 3 < formed.length * 2) return []
  const [usual] = most
  return formed
    .filter(({ form }) => form !== usual)
    .map(({ path, line, text, day }) => ({
      path,
      line,
      lines: [inDateForm(text, day, usual)],
      why: 'the date is written as most others are',
    }))
}

/** A text with edits, none of which are of the same line. */
export function edited(text: string, edits: readonly Edit[]): string {
  const lines: (string | readonly string[])[] = text.split('\n')
  for (const { line, lines: after } of edits) lines[line - 1] = after
  return lines.flat().join('\n')
}

/** How edits are shown: where, why, and the lines before and after. */
export function editShown({ path, line, lines, why }: Edit, text: string): string {
  const before = text.split('\n')[line - 1] as string
  const rest = lines[0] === before ? lines.slice(1) : lines
  return [
    `${path}:${line}: ${why}`,
    ...(lines[0] === before ? [`   ${before}`] : [`  -${before}`]),
    ...rest.map((one) => `  +${one}`),
  ].join('\n')
}
