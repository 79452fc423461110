import type { Day } from '../text/day.ts'
import type { EntryForm } from './entry-text.ts'
import { pathOfOtherDay, withOtherDay } from './written-dates.ts'

/** An entry of notes, by where it stands. */
interface Standing {
  readonly file: string
  /** The line of its title, counted from 1. */
  readonly line: number
  readonly day: Day
}

/** A file of notes that entries are written into. */
export interface NotesFile {
  /** Its path below the folder of content. */
  readonly path: string
  readonly text: string
  /** The numbers of the lines that give dates, counted from 1. */
  readonly dateLines: readonly number[]
  readonly entries: readonly Standing[]
}

/** Where new entries of a day are written, and how. */
export interface Place {
  readonly path: string
  /** What stands in the file before and behind the new entries; empty where there is no such file yet. */
  readonly before: string
  readonly behind: string
  readonly form: EntryForm
  /** Whether the day has been begun there. */
  readonly isBegun: boolean
  /** Whether it is in a file that isn't among the given ones. */
  readonly isNewFile: boolean
  /** Whether an entry stands right above. */
  readonly followsEntry: boolean
}

/** Whether new entries of a day stand above the others of it or below. */
export type Side = 'above' | 'below'

/** What a site without notes begins with. */
const firstForm: EntryForm = { beforeTitle: '## ' }

/**
 * Where the entries of a day go: into the file that has entries of the day, if there is one; else, where the latest notes have a
 * file for each day, into a file of the same form; else into the file of the latest notes, above the latest day or below it, as
 * the days there follow one another.
 *
 * @param files of notes, the one with the latest entries first; none on a site without notes
 */
export function placeFor(day: Day, files: readonly NotesFile[], side: Side): Place {
  const ofDay = files.find(({ entries }) => entries.some((entry) => entry.day === day))
  if (ofDay !== undefined) return inSection(day, ofDay, side)
  const [latest] = files
  const last = latest?.entries.reduce((newest, entry) => (entry.day > newest.day ? entry : newest))
  if (latest === undefined || last === undefined)
    return { path: `${day}.md`, before: `# ${day}\n\n`, behind: '', form: firstForm, isBegun: false, isNewFile: true, followsEntry: false }
  const heading = headingFor(day, latest, last)
  const path = pathOfOtherDay(latest.path, last.day, day)
  if (path !== null)
    return {
      path,
      before: heading === null ? '' : `${heading}\n\n`,
      behind: '',
      form: formOf(latest, last),
      isBegun: false,
      isNewFile: true,
      followsEntry: false,
    }
  return asSection(latest, last, { day, heading: heading ?? `# ${day}`, side })
}

/** The line that gives a day, in the form of the one above an entry; null where its file has no such line. */
function headingFor(day: Day, { text, dateLines }: NotesFile, last: Standing): string | null {
  const line = dateLines.findLast((number) => number < last.line)
  return line === undefined ? null : (withOtherDay(text.split('\n')[line - 1] as string, last.day, day) ?? `# ${day}`)
}

/** How an entry's title is marked. */
function formOf({ text }: NotesFile, { line }: Standing): EntryForm {
  const [, mark = ''] = /^(#{1,6} )/.exec(text.split('\n')[line - 1] as string) ?? []
  return { beforeTitle: mark }
}

/** Among the others of a day that a file has already. */
function inSection(day: Day, file: NotesFile, side: Side): Place {
  const ofDay = file.entries.filter((entry) => entry.day === day)
  const [first, last] = [ofDay[0] as Standing, ofDay.at(-1) as Standing]
  const lines = file.text.split('\n')
  const next = file.entries.find(({ line }) => line > last.line)
  const end = next === undefined ? lines.length + 1 : (file.dateLines.findLast((line) => line > last.line && line < next.line) ?? next.line)
  return { ...parted(file, side === 'above' ? first.line : end, formOf(file, first)), followsEntry: side === 'below' }
}

/** With a heading of its own, in a file that has many days. */
function asSection(
  file: NotesFile,
  last: Standing,
  { day, heading, side }: { readonly day: Day; readonly heading: string; readonly side: Side },
): Place {
  // Somebody has begun the day already.
  const begun = file.dateLines.find((line) => (file.text.split('\n')[line - 1] as string).trim() === heading.trim())
  if (begun !== undefined) return parted(file, begun + 1, formOf(file, last))
  const [first, final] = [file.entries[0] as Standing, file.entries.at(-1) as Standing]
  const newestFirst = first.day === final.day ? side === 'above' : first.day > final.day
  // Above the first entry of a day that comes later in the file's order.
  const next = file.entries.find((entry) => (newestFirst ? entry.day < day : entry.day > day))
  const line = next === undefined ? file.text.split('\n').length + 1 : (file.dateLines.findLast((one) => one < next.line) ?? next.line)
  const place = parted(file, line, formOf(file, last))
  return { ...place, before: `${place.before}${heading}\n\n`, isBegun: false }
}

/** A file cut before a line, with one blank line between its parts and what comes between. */
function parted({ path, text }: NotesFile, line: number, form: EntryForm): Place {
  const lines = text.split('\n')
  const [before, behind] = [
    lines
      .slice(0, line - 1)
      .join('\n')
      .trimEnd(),
    lines.slice(line - 1).join('\n'),
  ]
  return {
    path,
    before: before === '' ? '' : `${before}\n\n`,
    behind: behind.trim() === '' ? '' : behind,
    form,
    isBegun: true,
    isNewFile: false,
    followsEntry: false,
  }
}

/** Ends an entry whose titles are plain lines, if nothing else does. */
const rule = '---'

/** The text of a file with new entries in their place. Ends in a line feed. */
export function inserted({ before, behind, form, followsEntry }: Place, entries: readonly string[]): string {
  const isPlain = form.beforeTitle === ''
  const between = entries.map((entry) => entry.trim()).join(isPlain ? `\n\n${rule}\n\n` : '\n\n')
  if (between === '') return `${before.trimEnd()}\n${behind === '' ? '' : `\n${behind.replace(/\n*$/, '\n')}`}`
  const lead = isPlain && followsEntry ? `${rule}\n\n` : ''
  const rest = behind === '' ? '' : `\n${isPlain ? `${rule}\n\n` : ''}${behind.replace(/\n*$/, '\n')}`
  return `${before}${lead}${between}\n${rest}`
}
