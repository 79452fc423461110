import { type Problem, quoted, warningAt } from '../notes/problem.ts'
import type { Ledger } from './ledger.ts'

/** How many entries an author may well take out at once, however few there are. */
const usualRemovals = 10

/** How many entries a problem names. */
const mostNamed = 3

/**
 * A warning where recording would remove more than ten entries and more than a third of all, which is an error where it
 * would be recorded: more likely a folder of notes is missing than so many notes were taken out. Each would answer 410.
 *
 * @param file the ledger's, as its author knows it
 */
export function manyRemovedProblems(file: string, last: Ledger | null, recorded: Ledger): readonly Problem[] {
  const present = last?.records.filter(({ removed }) => removed === null) ?? []
  const removed = new Set(recorded.records.filter((record) => record.removed !== null).map(({ id }) => id))
  const lost = present.filter(({ id }) => removed.has(id))
  if (lost.length <= usualRemovals || lost.length * 3 <= present.length) return []
  const named = lost.slice(0, mostNamed).map(({ title }) => quoted(title))
  const what = `${grouped(lost.length)} of ${grouped(present.length)} entries would be gone: ${named.join(', ')} and ${grouped(lost.length - named.length)} more`
  const cure = 'put their notes back, and see that --content and ignore in site.md leave none of them out'
  return [{ ...warningAt({ file, line: 1 }, what, cure), accept: 'removals' }]
}

/** A number with its thousands set apart: `1,200`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
