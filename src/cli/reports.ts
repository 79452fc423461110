import type { Catalog, CatalogReading } from '../catalog/catalog.ts'
import { formatProblem, type Problem } from '../notes/problem.ts'
import { limitsSaid, type Uses } from './limits.ts'
import type { Terminal } from './terminal.ts'

/**
 * Complains of every problem, one a line; then, if there are errors, says how many and what came of them.
 *
 * @param refused what came of them: `nothing was written`
 */
export function reportProblems(problems: readonly Problem[], refused: string, terminal: Terminal): void {
  for (const problem of problems) terminal.complain(formatProblem(problem))
  reportErrors(problems, refused, terminal)
}

/** Says how many errors there are, if any, and what came of them. */
export function reportErrors(problems: readonly Problem[], refused: string, terminal: Terminal): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) terminal.complain(`${errors} ${errors === 1 ? 'error' : 'errors'}: ${refused}.`)
}

/** Problems counted by kind, the most frequent first: a line for each with the number, and the first problem of the kind whole. */
export function summaryOf(problems: readonly Problem[]): string {
  const lines = [...Map.groupBy(problems, kindOfProblem).values()]
    .toSorted((one, other) => other.length - one.length)
    .map((ofKind) => `${String(ofKind.length).padStart(6)}  ${formatProblem(ofKind[0] as Problem)}`)
  return lines.length === 0 ? 'no errors, no warnings' : lines.join('\n')
}

/** Problems of one kind begin with the same words and have the same cure, but for numbers and what is quoted. */
function kindOfProblem({ severity, what, cure }: Problem): string {
  const plain = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|[#/]\S+|\d+/gu, '…')
  return `${severity} ${plain(what).split(/\s+/).slice(0, 4).join(' ')} ${plain(cure)}`
}

/** How much a catalog holds, for people: `10 entries, 9 tags, 1 day`. */
export function countsOf(catalog: Catalog): string {
  const { entries, days, channels } = catalog
  // Not by the catalog's own function: a command that only says what it takes needs no catalog.
  const tags = channels.filter(({ key }) => key.kind === 'tag')
  const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
  return [counted(entries.length, 'entry', 'entries'), counted(tags.length, 'tag', 'tags'), counted(days.length, 'day', 'days')].join(', ')
}

/** Says of each instant to come how many entries are held back until then. */
export function reportHeld(held: CatalogReading['held'], terminal: Terminal): void {
  for (const line of holdsOf(held)) terminal.say(line)
}

/** For each instant at which entries appear: `2 entries are held until 2026-12-01T15:00:00Z, the first at content/a.md:3`. */
function holdsOf(held: CatalogReading['held']): readonly string[] {
  return [...Map.groupBy(held, ({ from }) => from.toISOString())]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([instant, [first, ...others]]) => {
      const entries = others.length === 0 ? 'one entry is' : `${others.length + 1} entries are`
      return `${entries} held until ${instant.replace('.000Z', 'Z')}, the first at ${first?.note.file}:${first?.note.line}`
    })
}

/** Says how much of Cloudflare's limits a site uses. */
export function reportLimits(uses: Uses, terminal: Terminal): void {
  const { line, warnings } = limitsSaid(uses)
  terminal.say(line)
  for (const warning of warnings) terminal.complain(`warning: ${warning}`)
}
