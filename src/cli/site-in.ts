import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../notes/content.ts'
import { formatProblem } from '../notes/problem.ts'
import { readSite, type Site } from '../notes/site.ts'
import { readBytes } from './content-folder.ts'
import { UserError } from './refusals.ts'

/** What the site is. Throws a {@link UserError} with what is wrong with `site.md`. */
export function siteIn(content: string): Site {
  const file = join(content, 'site.md')
  if (!existsSync(file)) throw new UserError(`${file}: no such file (README says what stands in it)`)
  const { text, problems: undecoded } = decode(file, readBytes(file))
  const { site, problems } = text === null ? { site: null, problems: [] } : readSite(file, text, null)
  if (site === null) throw new UserError([...undecoded, ...problems].map(formatProblem).join('\n'))
  return site
}
