import { isUtf8 } from 'node:buffer'
import { hasControl, withoutControl } from '../text/control.ts'
import { isOfUnknownField } from './fields.ts'
import { isIgnored, isNotes, standardIgnore } from './ignored.ts'
import type { Kind } from './kind.ts'
import type { Note } from './note.ts'
import { type Notes, type NotesContext, readNotes } from './notes.ts'
import { errorAt, hasError, type Problem, sortedProblems, warningAt } from './problem.ts'
import { standardRules } from './rules.ts'
import { readSite, type Site } from './site.ts'

/** A file of the content folder: its path and its bytes. */
export interface ContentFile {
  /** The path below the content folder, with slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Everything an author wrote. */
interface Content {
  readonly site: Site
  /** In the order of the files' paths; within a file, in the order of its lines. */
  readonly entries: readonly Note[]
  /** The entries that their author keeps back, in the same order; none where they are shown among the others. */
  readonly drafts: readonly Note[]
}

/** The content and every problem, by file and line. With an error among the problems, the content isn't to be published. */
export interface ContentReading {
  /** The site and the entries of the files without errors; null where there is no site to speak of. */
  readonly content: Content | null
  readonly problems: readonly Problem[]
  /** How many files of notes `ignore` in `site.md` leaves out. */
  readonly ignored: number
  /** How many files were read as each kind. */
  readonly kinds: Readonly<Record<Kind, number>>
}

/** The one file of the folder that isn't notes. */
const siteFile = 'site.md'

/** How content is read. */
interface ContentOptions {
  /** Takes the place of the origin in `site.md`, for a preview; null to keep the one in the file. */
  readonly origin: string | null
  /** Whether drafts are entries as all others are. */
  readonly drafts: boolean
}

/**
 * Reads a folder of content: `site.md`, and notes in every other `.md` and `.txt` that `site.md` doesn't leave out.
 *
 * @param folder the folder's path as the author knows it, for messages
 * @param readFile reads a file of notes, or remembers what was read
 */
export function readContent(
  folder: string,
  files: readonly ContentFile[],
  { origin, drafts }: ContentOptions,
  readFile: NotesFileReader = readNotesFile,
): ContentReading {
  const named = (path: string): string => (folder === '' ? path : `${folder.replace(/\/$/, '')}/${path}`)
  const { site, problems: siteProblems } = readSiteFile(named(siteFile), files.find(({ path }) => path === siteFile)?.bytes ?? null, origin)
  const context: NotesContext = {
    language: site?.language ?? 'ko',
    origin: site?.origin ?? 'https://notes.example',
    folder: named(''),
    rules: site?.rules ?? standardRules,
  }
  const all = files.filter(({ path }) => path !== siteFile && isNotes(path))
  const kept = all.filter(({ path }) => !isIgnored(path, site?.ignore ?? standardIgnore))
  const notes = kept
    // By code unit: no locale decides which of two files comes first.
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, bytes }) => readFile(named(path), bytes, context))
  const problems = sortedProblems([...siteProblems, ...gathered(notes.flatMap((reading) => reading.problems))])
  const ofKind = (kind: Kind): number => notes.filter((reading) => reading.kind === kind && reading.entries.length > 0).length
  const entries = notes.filter((reading) => !hasError(reading.problems)).flatMap((reading) => reading.entries)
  const isHeld = (note: Note): boolean => note.isDraft && !drafts
  return {
    content: site === null ? null : { site, entries: entries.filter((note) => !isHeld(note)), drafts: entries.filter(isHeld) },
    problems,
    ignored: all.length - kept.length,
    kinds: { day: ofKind('day'), paper: ofKind('paper') },
  }
}

function readSiteFile(file: string, bytes: Uint8Array | null, origin: string | null): ReturnType<typeof readSite> {
  if (bytes === null) {
    const missing = errorAt({ file, line: 1 }, 'there is no such file', 'write one, with the fields title and url between two lines of ---')
    return { site: null, problems: [missing] }
  }
  const { text, problems } = decode(file, bytes)
  if (text === null) return { site: null, problems }
  const reading = readSite(file, text, origin)
  return { site: reading.site, problems: [...problems, ...reading.problems] }
}

/** What a file of notes says, by its path as the author knows it and its bytes; the kind is null where it can't be decoded. */
export type NotesFileReader = (
  file: string,
  bytes: Uint8Array,
  context: NotesContext,
) => Pick<Notes, 'entries' | 'problems'> & { readonly kind: Kind | null }

export const readNotesFile: NotesFileReader = (file, bytes, context) => {
  const { text, problems } = decode(file, bytes)
  if (text === null) return { entries: [], problems, kind: null }
  const notes = readNotes(file, text, context)
  return { entries: notes.entries, problems: [...problems, ...notes.problems], kind: notes.kind }
}

/** In files. A warning that so many repeat is said once. */
const mostRepeated = 3

/** Problems without the repetitions of one unknown field in many files, which another tool writes; the first says how many there are. */
function gathered(problems: readonly Problem[]): readonly Problem[] {
  const said = Map.groupBy(problems, (problem) => (isOfUnknownField(problem) ? problem.what : ''))
  said.delete('')
  const repeated = new Map<Problem, number>()
  const left = new Set<Problem>()
  for (const [first, ...others] of said.values()) {
    if (others.length < mostRepeated) continue
    repeated.set(first as Problem, others.length)
    for (const other of others) left.add(other)
  }
  return problems.flatMap((problem) => {
    if (left.has(problem)) return []
    const count = repeated.get(problem)
    return count === undefined ? [problem] : [{ ...problem, what: `${problem.what}, here and at ${count} other places` }]
  })
}

/**
 * The text of a file, with line feeds only and no byte order mark. Null, with an error, if the file isn't UTF-8; a control
 * character is left out with a warning.
 */
export function decode(file: string, bytes: Uint8Array): { readonly text: string | null; readonly problems: readonly Problem[] } {
  if (!isUtf8(bytes)) {
    const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe
    const what = isUtf16 ? "the file is UTF-16, which isn't read" : "the file isn't UTF-8: this line holds bytes of another encoding"
    return { text: null, problems: [errorAt({ file, line: firstBadLine(bytes) }, what, 'save it as UTF-8')] }
  }
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
  if (!hasControl(text)) return { text, problems: [] }
  const problems = text.split('\n').flatMap((line, index) => {
    const place = { file, line: index + 1 }
    return hasControl(line) ? [warningAt(place, 'a control character is left out', 'remove it')] : []
  })
  return { text: withoutControl(text), problems }
}

/** The line of the first byte that isn't UTF-8. A line feed is never part of a longer sequence, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, from)
    const end = feed === -1 ? bytes.length : feed
    if (!isUtf8(bytes.subarray(from, end))) break
    from = end + 1
  }
  return line
}
