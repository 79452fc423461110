import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Export, ExportedEntry } from '../moving/exported-entry.ts'
import { entriesOfFeed } from '../moving/feed-entries.ts'
import { entriesOfGhost } from '../moving/ghost.ts'
import { noteOf, type WrittenNote } from '../moving/note-text.ts'
import { decode } from '../notes/content.ts'
import type { Note } from '../notes/note.ts'
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
    const fresh = entries.filter(({ id }) => !known.has(id))
    before += entries.length - fresh.length
    for (const { id } of fresh) known.add(id)
    const notes = fresh.map((entry) => noteText(entry, site))
    for (const note of notes) if ('why' in note) terminal.complain(note.why)
    const written = notes.filter((note) => 'text' in note)
    failed += notes.length - written.length
    taken += written.length
    if (!dryRun) writeAll(content, written)
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

/** An entry as a note that is read as what it was; or why it can't be. */
function noteText(entry: ExportedEntry, site: Site): WrittenNote | { readonly why: string } {
  const why = (what: string): { readonly why: string } => ({ why: `${entry.title || entry.id}: ${what} (write it by hand)` })
  let problem: string | null = null
  for (const isGuarded of [false, true]) {
    try {
      const note = noteOf(entry, dayIn(site.timezone, entry.published), isGuarded)
      const { entries, problems } = readNotes(`${note.path}.md`, note.text, contextOf(site))
      if (!hasError(problems) && entries.length === 1 && isSame(entries[0] as Note, entry)) return note
      problem ??= problems.find(({ severity }) => severity === 'error')?.what ?? null
    } catch (error) {
      // The library goes down into elements by calls.
      if (!(error instanceof RangeError)) throw error
      return why('its content is nested too deeply')
    }
  }
  return why(problem ?? 'it can’t be written as a note')
}

/** Whether a note is read as an entry was: nothing of its text was taken for a title, an author or a tag. */
function isSame(note: Note, { id, title, published, authors, tags, html }: ExportedEntry): boolean {
  const hasText = /[\p{L}\p{N}]/u.test(html.replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, '').replace(/<[^>]*>/g, ''))
  return (
    note.givenId === id &&
    note.givenPublished?.getTime() === published.getTime() &&
    (title === '' || /[$\\*_`]/.test(title) || note.title === title) &&
    note.authors.length <= authors.length &&
    note.tags.length <= tags.length &&
    (!hasText || note.commentary.length + note.abstract.length > 0)
  )
}

/** Writes notes into files of their own, each with a name that no file bears. */
function writeAll(content: string, notes: readonly WrittenNote[]): void {
  const numbers = new Map<string, number>()
  asSoleWriter(content, 'import', (replace) => {
    for (const { path: stem, text } of notes) {
      let number = numbers.get(stem) ?? 1
      const pathOf = (): string => `${stem}${number === 1 ? '' : `-${number}`}.md`
      while (existsSync(join(content, pathOf()))) number += 1
      mkdirSync(dirname(join(content, pathOf())), { recursive: true })
      replace(pathOf(), text)
      numbers.set(stem, number + 1)
    }
  })
}

/** What a feed or an export holds, at an address or in a file. Throws a {@link UserError} where it can't be got, or is neither. */
async function exportAt(feed: string, origin: string | null, getting: Getting): Promise<Export> {
  const { bytes, charset } = /^https?:\/\//.test(feed) ? await bytesAt(feed, getting) : { bytes: bytesIn(feed), charset: null }
  const text = decoded(bytes, charset)
  if (text === null) throw new UserError(`${feed}: its encoding can’t be told, or isn’t the one that it says (save it as UTF-8)`)
  const found = entriesOfGhost(text, origin) ?? entriesOfFeed(text)
  if (found === null) throw new UserError(`${feed}: no feed, and no export of WordPress or Ghost (name the feed itself, not a page)`)
  return found
}

function bytesIn(file: string): Uint8Array {
  if (!existsSync(file)) throw new UserError(`${file}: no such file (name a file, or a whole address with https://)`)
  return readBytes(file)
}

/**
 * Text of bytes that may be gzipped, by their byte order mark, by what the server says (RFC 7303 §3.2), by their XML declaration, or
 * else as UTF-8; null where they aren't in that encoding.
 */
function decoded(bytes: Uint8Array, charset: string | null): string | null {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  const head = Buffer.from(plain.subarray(0, 200)).toString('latin1')
  const marked = head.startsWith('\xef\xbb\xbf')
    ? 'utf-8'
    : head.startsWith('\xff\xfe')
      ? 'utf-16le'
      : head.startsWith('\xfe\xff')
        ? 'utf-16be'
        : null
  const [, declared = null] = /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head) ?? []
  try {
    return new TextDecoder(marked ?? charset ?? declared ?? 'utf-8', { fatal: true }).decode(plain)
  } catch {
    return null
  }
}

/** In milliseconds: how long a feed may take, and how long is waited before it is asked for again. */
const patience = 30_000
const pauses = [2_000, 8_000]

async function bytesAt(url: string, { get, pause }: Getting): Promise<{ readonly bytes: Uint8Array; readonly charset: string | null }> {
  for (let tries = 0; ; tries += 1) {
    const answer = await get(url, { signal: AbortSignal.timeout(patience) }).catch(() => null)
    if (answer?.ok === true) {
      const [, charset = null] = /charset="?([\w.:-]+)/i.exec(answer.headers.get('Content-Type') ?? '') ?? []
      return { bytes: new Uint8Array(await answer.arrayBuffer()), charset }
    }
    const why = answer === null ? 'it doesn’t answer' : `it is answered ${answer.status}`
    const wait = answer !== null && answer.status < 500 && answer.status !== 429 ? undefined : pauses[tries]
    if (wait === undefined) throw new UserError(`${url}: ${why} (look whether a browser gets it, save it to a file, and name that)`)
    await pause(wait)
  }
}
