import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The licences of the packages that some files belong to, as comments that open a script: each with the package's name,
 * its version and the licence file it was published with. Empty where no file belongs to a package.
 *
 * @param folder what the files' paths start from
 * @param files paths with slashes, such as `node_modules/minisearch/dist/es/index.js`
 * @throws Error where a package has no licence file
 */
export function noticesOf(folder: string, files: readonly string[]): string {
  const packages = files.map(packageFolder).filter((found) => found !== null)
  return [...new Set(packages)]
    .toSorted()
    .map((found) => noticeOf(join(folder, found)))
    .join('')
}

/** The folder of the package that a file belongs to, or null for one of ours. */
function packageFolder(file: string): string | null {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null
}

function noticeOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder)
    .toSorted()
    .find((found) => /^(?:licen[cs]e|copying)\b/i.test(found))
  if (file === undefined) throw new Error(`${name} ${version} has no licence file: a script that holds it can't be served`)
  // What would end the comment is parted.
  const text = readFileSync(join(folder, file), 'utf8').trim().replaceAll('*/', '* /')
  return `/*!\n${name} ${version}\n${text}\n*/\n`
}
