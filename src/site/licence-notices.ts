import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that a script holds code of, with the licence file it was published with. */
export interface LicensedPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/**
 * The packages that some files belong to, each once, by their folders.
 *
 * @param folder what the files' paths start from
 * @param files paths with slashes, such as `node_modules/minisearch/dist/es/index.js`; the project's own are in no package
 * @throws Error where a package has no licence file
 */
export function packagesOf(folder: string, files: readonly string[]): readonly LicensedPackage[] {
  const folders = new Set(files.map(packageFolder).filter((found) => found !== null))
  return [...folders].toSorted().map((found) => packageIn(join(folder, found)))
}

/** The comment that opens a script with packages in it: what they are, and the file beside it that holds their licences. */
export function noticeOf(packages: readonly LicensedPackage[], licencesFile: string): string {
  const names = packages.map(({ name, version }) => `${name} ${version}`)
  return names.length === 0 ? '' : `/*! ${names.join(', ')}: ./${licencesFile} */\n`
}

/** The licences of packages as one text. */
export function licencesOf(packages: readonly LicensedPackage[]): string {
  return packages.map(({ name, version, licence }) => `${name} ${version}\n\n${licence.trim()}\n`).join('\n\n')
}

/** The folder of the package that a file belongs to, or null for one of ours. */
function packageFolder(file: string): string | null {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null
}

function packageIn(folder: string): LicensedPackage {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder)
    .toSorted()
    .find((found) => /^(?:licen[cs]e|copying)\b/i.test(found))
  if (file === undefined) throw new Error(`${name} ${version} has no licence file: a script that holds it can't be served`)
  return { name, version, licence: readFileSync(join(folder, file), 'utf8') }
}
