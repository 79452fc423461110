import type { Language } from '../text/language.ts'
import { readPath } from './dates.ts'
import { readDayFile } from './day-file.ts'
import type { EntryContext } from './entry.ts'
import { refuseCrowdedDays, refuseFileTags } from './entry-bounds.ts'
import { Fields } from './fields.ts'
import type { FileFacts } from './file-facts.ts'
import { titleInName } from './file-name.ts'
import { Findings, type Role } from './findings.ts'
import { readFrontMatter } from './front-matter.ts'
import { latinOf, readGiven } from './given.ts'
import { type Kind, kindOf } from './kind.ts'
import { signLines } from './lines.ts'
import type { Note } from './note.ts'
import { readPaperFile } from './paper-file.ts'
import { hasError, type Problem } from './problem.ts'
import { kindOfFolder, type ReadingRules } from './rules.ts'

/** What was read from one file of notes. */
export interface Notes {
  /** In the order of the file's lines. */
  readonly entries: readonly Note[]
  readonly kind: Kind
  /** Why the file is of its kind: `its front matter gives doi`. */
  readonly why: string
  /** What each line that isn't blank was taken for, by its number. */
  readonly roles: ReadonlyMap<number, Role>
  /** Everything that is wrong with the file. */
  readonly problems: readonly Problem[]
}

/** What a file of notes is read with. */
export interface NotesContext {
  /** The site's language. */
  readonly language: Language
  /** The site's origin, which root-relative links are resolved against. */
  readonly origin: string
  /** The folder of content as the file's path begins with it: `content/`; empty for a file outside of it. */
  readonly folder: string
  readonly rules: ReadingRules
}

/**
 * Reads one file of notes, a `.md` or a `.txt` alike. The file's kind is decided before any of its lines is read as an entry's.
 *
 * @param file the file's path as its author knows it; the date may be in it
 * @param text the file's text, with line feeds only
 */
export function readNotes(file: string, text: string, site: NotesContext): Notes {
  const findings = new Findings(file)
  const matter = readFrontMatter(file, text)
  findings.add(matter.problems)
  for (let line = 1; line < matter.bodyLine; line += 1) findings.took(line, 'front matter', 'it stands between two lines of ---')
  const fields = new Fields(file, matter.fields)
  const { rules } = site
  const given = readGiven(fields, rules.dateOrder, findings)
  refuseFileTags(given.tags, findings)
  const below = file.startsWith(site.folder) ? file.slice(site.folder.length) : file
  const path = readPath(below)
  const nameTitle = titleInName(path.rest, rules.dayWords)
  const day = given.day ?? path.day
  const lines = signLines(matter.body, matter.bodyLine, rules.labels, findings)
  const { kind, why, doubt } = kindOf(lines, {
    given,
    nameTitle,
    ofFolder: kindOfFolder(below, rules),
    isDated: day !== null || given.isDateRefused,
    labels: rules.labels,
  })
  if (doubt !== null) findings.warn(doubt.line, doubt.what, cureOfDoubt[kind])
  const facts: FileFacts = { given, path, nameTitle, day, isDateRefused: given.isDateRefused || matter.problems.length > 0 }
  const context: EntryContext = {
    block: { site: site.language, latin: latinOf(given.language, site.language), origin: site.origin },
    labels: rules.labels,
    findings,
    fileTags: given.tags,
    dateOrder: rules.dateOrder,
  }
  const entries = kind === 'paper' ? readPaperFile(lines, facts, context) : readDayFile(lines, facts, context)
  refuseCrowdedDays(entries, findings)
  findings.add(fields.problems())
  if (entries.length === 0 && !hasError(findings.problems)) {
    const last = matter.bodyLine + matter.body.split('\n').length - 1
    findings.warn(last, 'no entry in this file', 'add one, or remove the file')
  }
  return { entries, kind, why, roles: findings.roles, problems: findings.problems }
}

const cureOfDoubt: Readonly<Record<Kind, string>> = {
  day: 'the file is read as the papers of a day; if it is the note on one paper, write kind: paper in its front matter',
  paper: 'the file is read as the note on one paper; if it holds several, write kind: day in its front matter',
}
