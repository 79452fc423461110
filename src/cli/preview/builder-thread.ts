import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { unchangedUntil } from '../../catalog/unchanged-until.ts'
import { readBytes } from '../content-folder.ts'
import { currentInstant } from '../current-instant.ts'
import { type Kept, keptIn } from '../kept.ts'
import { programDigest } from '../program.ts'
import { explanationOf } from '../refusals.ts'
import { countsOf, reportHeld, reportProblems } from '../reports.ts'
import { readCatalog, writeCatalog } from '../site-build.ts'
import type { Terminal } from '../terminal.ts'
import { addressesOf } from './addresses.ts'
import type { BuilderMessage, BuildReport, BuildRequest } from './builder.ts'
import { mistakesOf } from './mistakes.ts'
import { mistakeOfError } from './pages.ts'

// A thread of its own builds, so that the preview answers meanwhile, and ends at once when it is told to. It lives as long
// as the preview: what it has loaded and read once, it needn't again.

let kept: Kept | null = null

const tell = (message: BuilderMessage): void => parentPort?.postMessage(message)

const terminal: Terminal = {
  say: (text) => tell({ kind: 'say', text }),
  complain: (text) => tell({ kind: 'complain', text }),
  ask: null,
  onEnd: () => {},
}

parentPort?.on('message', (request: BuildRequest) => tell({ kind: 'done', report: reportOf(request) }))

/** Builds; where that can't be done, says why. A fault of the program is one of those reasons: the preview must go on. */
function reportOf(request: BuildRequest): BuildReport {
  try {
    return build(request)
  } catch (error) {
    const what = whatOf(error)
    terminal.complain(`${what}; the site stays as it was`)
    return { addresses: null, until: null, isChanged: false, mistakes: [mistakeOfError(what)] }
  }
}

function whatOf(error: unknown): string {
  try {
    return explanationOf(error)
  } catch {
    return `a fault of Paperwire, not of the notes: ${error instanceof Error ? error.stack : String(error)}`
  }
}

function build({ content, out, origin, accept, drafts }: BuildRequest): BuildReport {
  tell({ kind: 'step', step: `Reading ${content}` })
  const now = currentInstant()
  const options = { content, origin, accept, drafts, now, records: false, record: false }
  const program = programDigest()
  kept ??= keptIn(out, program)
  const { catalog, problems, held } = readCatalog(options, kept.readFile)
  reportProblems(problems, 'the site stays as it was', terminal)
  reportHeld(held, terminal)
  if (catalog === null) return { addresses: null, until: null, isChanged: false, mistakes: mistakesOf(problems) }
  tell({ kind: 'step', step: `Building ${countsOf(catalog)}` })
  const before = manifestIn(out)
  writeCatalog(out, catalog, kept, { program, keepLast: true })
  terminal.say(`Built ${countsOf(catalog)}.`)
  const until = unchangedUntil(catalog, held, now).getTime()
  return { addresses: addressesOf(catalog, origin), until, isChanged: manifestIn(out) !== before, mistakes: [] }
}

/** The text of a site's manifest, which has a version of each pack; empty where there is no site. */
function manifestIn(out: string): string {
  const file = join(out, 'manifest.json')
  return existsSync(file) ? readBytes(file).toString() : ''
}
