import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { noteFiles, siteFile } from '../corpus/notes.ts'
import type { CommandLine, Generator } from './generator.ts'

const project = new URL('../../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8')) as { readonly version: string }

function node(file: string, ...rest: readonly string[]): CommandLine {
  return { program: process.execPath, arguments: [fileURLToPath(new URL(file, project)), ...rest] }
}

/** The whole site, as `npm run build` makes it: archives, days, authors, citations and search too, all of it gzipped. */
export const paperwire: Generator = {
  name: 'Paperwire',
  version,
  siteFiles: new Map([['content/site.md', siteFile]]),
  entryFiles: (entries) => new Map([...noteFiles(entries)].map(([file, text]) => [`content/${file}`, text])),
  // Without a ledger no document has a date of change.
  settle: node('src/cli/main.ts', 'record', '--content', 'content'),
  build: node('src/cli/main.ts', 'build', '--content', 'content', '--out', 'out'),
  modules: null,
}

/** What the other generators are asked for, and no more: see `like-for-like.ts`. */
export const paperwireLikeForLike: Generator = {
  ...paperwire,
  name: 'Paperwire, the same documents',
  build: node('tests/bench/generators/like-for-like.ts', 'content', 'out'),
}
