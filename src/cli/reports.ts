import { type Catalog, channelsOfKind } from '../catalog/catalog.ts'
import { formatProblem, type Problem } from '../notes/problem.ts'
import type { Terminal } from './terminal.ts'

/**
 * Complains of every problem, one a line; then, if there are errors, says how many and what came of them.
 *
 * @param refused what came of them: `nothing was written`
 */
export function reportProblems(problems: readonly Problem[], refused: string, terminal: Terminal): void {
  for (const problem of problems) terminal.complain(formatProblem(problem))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) terminal.complain(`${errors} ${errors === 1 ? 'error' : 'errors'}: ${refused}.`)
}

/** How much a catalog holds, for people: `10 entries, 9 tags, 1 day`. */
export function countsOf(catalog: Catalog): string {
  const { entries, days } = catalog
  const tags = channelsOfKind(catalog, 'tag')
  const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
  return [counted(entries.length, 'entry', 'entries'), counted(tags.length, 'tag', 'tags'), counted(days.length, 'day', 'days')].join(', ')
}

/** The instant at which a command runs, in whole seconds as HTTP has them. */
export function currentInstant(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000)
}
