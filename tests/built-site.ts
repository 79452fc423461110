import { buildSite } from '../src/cli/site-build.ts'
import { formatProblem } from '../src/notes/problem.ts'

/** After every day there is: nothing is yet to come. */
const now = new Date(8.64e15)

/**
 * Builds a site to test over, for the origin in `site.md` if not for another. Throws with what the build says where it
 * is refused: the site of before must not be tested.
 */
export function buildOrThrow(content: string, out: string, origin: string | null = null): void {
  const { written, problems } = buildSite({
    content,
    out,
    origin,
    now,
    accept: new Set(),
    drafts: false,
    records: false,
    record: false,
    keepLast: false,
  })
  if (written === null) throw new Error(`${content} can't be built:\n${problems.map(formatProblem).join('\n')}`)
}
