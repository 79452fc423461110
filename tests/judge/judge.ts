/**
 * `npm run judge -- BASE_URL`: shows the feeds of a running site to readers and validators that we did not write, each
 * as it is installed here, and says what they object to. One that isn't installed counts only with `--all`.
 */
import { parseArgs } from 'node:util'
import { whileCopied } from './copies.ts'
import type { Fault } from './document.ts'
import { UserError } from './fetching.ts'
import { judges } from './judges.ts'
import { offerOf } from './site.ts'

interface Call {
  readonly base: URL
  readonly all: boolean
}

const usage = 'npm run judge -- [--all] BASE_URL, such as http://localhost:8787'

function readCall(args: readonly string[]): Call {
  const { values, positionals } = parseArgs({ args: [...args], options: { all: { type: 'boolean' } }, allowPositionals: true })
  const [address, ...more] = positionals
  if (address === undefined || more.length > 0) throw new UserError(`one address of a running site is needed (${usage})`)
  const base = URL.parse(address)
  if (base === null || !/^https?:$/.test(base.protocol)) throw new UserError(`${address}: not the address of a site (${usage})`)
  return { base: new URL('/', base), all: values.all ?? false }
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** One line for a judge, and one for each fault. `passed`, `failed` and `missing` stand first, for scripts to count. */
function report(name: string, documents: number, faults: readonly Fault[]): void {
  const verdict = faults.length === 0 ? 'passed ' : 'failed '
  console.log(`${verdict} ${name}: ${counted(documents, 'document')}${faults.length === 0 ? '' : `, ${counted(faults.length, 'fault')}`}`)
  for (const { path, what } of faults) console.log(`        ${path}: ${what}`)
}

/** Judges the site; returns how many judges object, and how many are missing. */
async function judgeSite(base: URL): Promise<{ objecting: number; missing: number }> {
  const { documents: downloads, faults, notes } = await offerOf(base)
  for (const note of notes) console.log(`judged: ${note}`)
  report('autodiscovery', downloads.length, faults)
  let [objecting, missing] = [faults.length === 0 ? 0 : 1, 0]
  await whileCopied(downloads, async (documents) => {
    for (const { name, formats, install, version, judge } of judges) {
      const is = await version()
      if (is === null) {
        console.log(`missing ${name} (${install})`)
        missing += 1
        continue
      }
      const ofIts = documents.filter(({ format }) => formats.includes(format))
      const objections = await judge(ofIts, base)
      if (objections.length > 0) objecting += 1
      report(`${name} ${is}`.trim(), ofIts.length, objections)
    }
  })
  return { objecting, missing }
}

try {
  const { base, all } = readCall(process.argv.slice(2))
  const { objecting, missing } = await judgeSite(base)
  console.log(`${counted(judges.length + 1, 'judge')}: ${objecting} object, ${missing} missing`)
  process.exitCode = objecting > 0 || (all && missing > 0) ? 1 : 0
} catch (error) {
  const isUsers =
    error instanceof UserError || (error instanceof TypeError && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
  if (!isUsers) throw error
  console.error((error as Error).message)
  process.exitCode = 2
}
