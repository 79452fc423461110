import { isUtf8 } from 'node:buffer'
import { hasIllegalXml, legalXml } from '../text/xml.ts'
import type { Note } from './note.ts'
import { type NotesContext, readNotes } from './notes.ts'
import { type Problem, sortedProblems } from './problem.ts'
import { readSite, type Site } from './site.ts'

/** A file as it lies on the disk. */
export interface ContentFile {
  /** Its path below the content folder, with slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Everything an author wrote. */
interface Content {
  readonly site: Site
  /** In the order of their files' paths, and of their lines. */
  readonly entries: readonly Note[]
}

/** The content, or null where an error keeps it from being published; and every problem, in order. */
export interface ContentReading {
  readonly content: Content | null
  readonly problems: readonly Problem[]
}

/** The one file that isn't notes. */
const siteFile = 'site.md'

/**
 * Reads a folder of content: `site.md`, and notes in every other `.md` and `.txt`.
 *
 * @param folder the folder as its author knows it, for messages
 * @param origin stands for the origin in `site.md`, as for a preview; null to keep that
 */
export function readContent(folder: string, files: readonly ContentFile[], origin: string | null): ContentReading {
  const named = (path: string): string => (folder === '' ? path : `${folder.replace(/\/$/, '')}/${path}`)
  const problems: Problem[] = []
  const text = (file: ContentFile): string | null => {
    const decoded = decode(named(file.path), file.bytes)
    for (const problem of decoded.problems) problems.push(problem)
    return decoded.text
  }
  const siteBytes = files.find(({ path }) => path === siteFile)
  const siteText = siteBytes === undefined ? null : text(siteBytes)
  if (siteBytes === undefined) {
    problems.push({
      severity: 'error',
      file: named(siteFile),
      line: 1,
      what: 'there is no such file',
      cure: 'write one, with the fields title and url between two lines of ---',
    })
  }
  const reading = siteText === null ? null : readSite(named(siteFile), siteText, origin)
  problems.push(...(reading?.problems ?? []))
  const site = reading?.site ?? null
  const context: NotesContext = { language: site?.language ?? 'ko', origin: site?.origin ?? 'https://notes.example' }
  const entries: Note[] = []
  // By code unit, so that no locale decides which of two files of one day comes first.
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.path === siteFile || !isNotes(file.path)) continue
    const notesText = text(file)
    if (notesText === null) continue
    const notes = readNotes(named(file.path), notesText, context)
    // Not spread: a file may hold more than a call may have arguments.
    for (const entry of notes.entries) entries.push(entry)
    for (const problem of notes.problems) problems.push(problem)
  }
  const refused = site === null || problems.some(({ severity }) => severity === 'error')
  return { content: refused ? null : { site, entries }, problems: sortedProblems(problems) }
}

/** Whether a file below the content folder is read at all: notes and `site.md`, but nothing hidden. */
export function isNotes(path: string): boolean {
  return /\.(?:md|txt)$/i.test(path) && !path.split('/').some((part) => part.startsWith('.'))
}

/** The text of a file with line feeds only and no byte order mark; null, with a problem, if it isn't UTF-8. */
export function decode(file: string, bytes: Uint8Array): { readonly text: string | null; readonly problems: readonly Problem[] } {
  if (!isUtf8(bytes)) {
    const what =
      bytes[0] === 0xff || bytes[0] === 0xfe
        ? "the file is UTF-16, which isn't read"
        : "the file isn't UTF-8: this line holds bytes of another encoding"
    return { text: null, problems: [{ severity: 'error', file, line: firstBadLine(bytes), what, cure: 'save it as UTF-8' }] }
  }
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
  if (!hasIllegalXml(text)) return { text, problems: [] }
  const problems = text.split('\n').flatMap((line, index): readonly Problem[] =>
    hasIllegalXml(line)
      ? [
          {
            severity: 'warning',
            file,
            line: index + 1,
            what: 'a control character, which no feed may hold, is left out',
            cure: 'remove it',
          },
        ]
      : [],
  )
  return { text: legalXml(text), problems }
}

/** The line of the first byte that isn't UTF-8; a line feed is never part of a longer sequence. */
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
