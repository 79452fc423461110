import { readFileSync } from 'node:fs'
import { findPackageJSON, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** A module of `browser/` as browsers take it: JavaScript, whose imports are files next to it. */
export function browserScript(name: string): string {
  const source = readFileSync(new URL(`../browser/${name}.ts`, import.meta.url), 'utf8')
  return withoutWarnings(() => stripTypeScriptTypes(source)).replace(/(?<=\b(?:from |import\())'(?:\.\/)?([\w-]+)(?:\.ts)?'/g, "'./$1.js'")
}

/** MiniSearch as published, with the licence that has to go along. */
export function miniSearchScript(): string {
  const folder = dirname(findPackageJSON('minisearch', import.meta.url) as string)
  const [licence, script] = ['LICENSE.txt', 'dist/es/index.js'].map((file) => readFileSync(join(folder, file), 'utf8')) as [string, string]
  return `/*\n${licence.trim()}\n*/\n${script.replace(/^\/\/# sourceMappingURL=.*$/m, '')}`
}

/** That stripping types is experimental says nothing to people who build a site: the version of Node is pinned. */
function withoutWarnings<Result>(work: () => Result): Result {
  const { emitWarning } = process
  Object.assign(process, { emitWarning: () => {} })
  try {
    return work()
  } finally {
    Object.assign(process, { emitWarning })
  }
}
