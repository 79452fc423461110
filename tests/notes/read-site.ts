import { formatProblem } from '../../src/notes/problem.ts'
import { readSite, type Site } from '../../src/notes/site.ts'

/** A `site.md` of these fields beside title and address, and what is wrong with it. */
export function read(fields: string): { readonly site: Site | null; readonly problems: readonly string[] } {
  const { site, problems } = readSite('site.md', `---\ntitle: T\nurl: https://notes.example\n${fields}\n---\n`, null)
  return { site, problems: problems.map(formatProblem) }
}
