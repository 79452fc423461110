import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Export, ExportedEntry } from '../moving/exported-entry.ts'
import { entriesOfFeed } from '../moving/feed-entries.ts'
import { entriesOfGhost } from '../moving/ghost.ts'
import { noteOf } from '../moving/note-text.ts'
import { decode } from '../notes/content.ts'
import { readNotes } from '../notes/notes.ts'
import { hasError } from '../notes/problem.ts'
import type { Site } from '../notes/site.ts'
import { dayIn } from '../text/zone.ts'
import { readBytes, readContentFolder } from './content-folder.ts'
import { readLedgerFile } from './ledger-file.ts'
import { UserError } from './refusals.ts'
import { siteIn } from './site-in.ts'
import { asSoleWriter } from './sole-writer.ts'
import type { Terminal } from './terminal.ts'

/** What is to be taken from where. */
export interface Importing {
  readonly content: string
  /** Of the old site; null where it isn't said. */
  readonly origin: string | null
  readonly dryRun: boolean
  /** Addresses, or paths of files. */
  readonly feeds: readonly string[]
}

/** How feeds are got. */
export interface Getting {
  readonly get: typeof fetch
  readonly pause: (milliseconds: number) => Promise<void>
}

/**
 * Takes entries into notes, each into a file of its own below `imported/`. Whatever is known by its id is left as it is, and no
 * file is overwritten: so an import that is run again takes what is new. Resolves to the exit code.
 */
export async function imported({ content, origin, dryRun, feeds }: Importing, terminal: Terminal, getting: Getting): Promise<number> {
  const site = siteIn(content)
  const known = knownIds(content, site)
  let [taken, before, failed] = [0, 0, 0]
  for (const feed of feeds) {
    const { entries, leftOut } = await exportAt(feed, origin, getting)
    for (const line of leftOut) terminal.complain(line)
    failed += leftOut.length
    for (const entry of entries) {
      if (known.has(entry.id)) {
        before += 1
        continue
      }
      known.add(entry.id)
      const problem = write(content, entry, { site, dryRun })
      if (problem === null) taken += 1
      else {
        failed += 1
        terminal.complain(problem)
      }
    }
  }
  const counted = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`)
  terminal.say(
    `${join(content, 'imported')}: ${counted(taken)} ${dryRun ? 'would be taken' : 'taken'}, ${before} there already, ${failed} left out${
      taken > 0 && !dryRun ? ' (npm run check, then npm run record)' : ''
    }`,
  )
  return failed > 0 ? 1 : 0
}

/** The ids that entries give themselves, and those that the ledger knows, be they removed. */
function knownIds(content: string, site: Site): Set<string> {
  const ids = new Set(readLedgerFile(content).ledger?.records.map(({ id }) => id))
  for (const { path, bytes } of readContentFolder(content)) {
    const { text } = decode(path, bytes)
    if (text === null || path === 'site.md') continue
    const { entries } = readNotes(path, text, contextOf(site))
    for (const { givenId } of entries) if (givenId !== null) ids.add(givenId)
  }
  return ids
}

function contextOf({ language, origin, rules }: Site): Parameters<typeof readNotes>[2] {
  return { language, origin, folder: '', rules }
}

/** Writes an entry as a note, once it is sure to be read as what it was; returns what keeps it from that, or null. */
function write(content: string, entry: ExportedEntry, { site, dryRun }: { readonly site: Site; readonly dryRun: boolean }): string | null {
  const day = dayIn(site.timezone, entry.published)
  const { path: stem, text } = noteOf(entry, day)
  const path = freePath(content, stem)
  const { entries, problems } = readNotes(path, text, contextOf(site))
  const [read] = entries
  const isSame = entries.length === 1 && read?.givenId === entry.id && read.givenPublished?.getTime() === entry.published.getTime()
  if (!isSame || hasError(problems)) {
    const [problem] = problems
    return `${entry.title || entry.id}: ${problem?.what ?? 'it can’t be written as a note'} (write it by hand)`
  }
  if (dryRun) return null
  mkdirSync(dirname(join(content, path)), { recursive: true })
  asSoleWriter(content, 'import', (replace) => replace(path, text))
  return null
}

/** The first name that no file bears: `a`, `a-2`. */
function freePath(content: string, stem: string): string {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.md`
    if (!existsSync(join(content, path))) return path
  }
}

/** What a feed or an export holds, at an address or in a file. Throws a {@link UserError} where it can't be got, or is neither. */
async function exportAt(feed: string, origin: string | null, getting: Getting): Promise<Export> {
  const text = /^https?:\/\//.test(feed) ? await textAt(feed, getting) : textIn(feed)
  const found = entriesOfGhost(text, origin) ?? entriesOfFeed(text)
  if (found === null) throw new UserError(`${feed}: no feed, and no export of WordPress or Ghost (name the feed itself, not a page)`)
  return found
}

function textIn(file: string): string {
  if (!existsSync(file)) throw new UserError(`${file}: no such file (name a file, or a whole address with https://)`)
  return readBytes(file).toString()
}

/** In milliseconds: how long a feed may take, and how long is waited before it is asked for again. */
const patience = 30_000
const pauses = [2_000, 8_000]

async function textAt(url: string, { get, pause }: Getting): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const answer = await get(url, { signal: AbortSignal.timeout(patience) }).catch(() => null)
    if (answer?.ok === true) return answer.text()
    const why = answer === null ? 'it doesn’t answer' : `it is answered ${answer.status}`
    const wait = answer !== null && answer.status < 500 && answer.status !== 429 ? undefined : pauses[tries]
    if (wait === undefined) throw new UserError(`${url}: ${why} (look whether a browser gets it, save it to a file, and name that)`)
    await pause(wait)
  }
}
