import type { Day } from '../text/day.ts'
import { type AuthorsReading, readAuthors } from './authors.ts'
import { cureOfDate, readWrittenDate } from './dates.ts'
import { refuseAuthors } from './doubts.ts'
import type { EntryCut } from './draft.ts'
import { datedEntry, type EntryContext, type EntryReading, readEntry } from './entry.ts'
import type { FileFacts } from './file-facts.ts'
import { saysTheName } from './file-name.ts'
import { areLinkWords } from './head.ts'
import { type Labels, nameOf } from './labels.ts'
import { dayOfLine, type SignedLine } from './lines.ts'
import { isAboveLabel } from './look-ahead.ts'
import type { Note } from './note.ts'
import { quoted } from './problem.ts'
import { partedAtParenthesis, readTitle } from './title.ts'

interface Title {
  readonly text: string
  readonly line: number
  /** The lines that make it, which are no text; none where front matter or the name gives the title. */
  readonly lines: readonly SignedLine[]
  readonly links: readonly string[]
  readonly authors: AuthorsReading
  readonly why: string
}

/**
 * Reads the note on one paper: everything in the file is the paper's. Its title is front matter's, else the first line at
 * its head that is marked as one (a heading, `*…*`, `[…](url)`, `Title:`) or has authors behind or below it, else the name's.
 */
export function readPaperFile(lines: readonly SignedLine[], facts: FileFacts, context: EntryContext): readonly Note[] {
  const { findings } = context
  const { given } = facts
  const title = titleOf(lines, facts, context)
  if (title === null) {
    const first = lines.find(({ sign }) => sign.is !== 'blank' && sign.is !== 'comment')
    findings.refuse(
      first?.number ?? 1,
      'a note on one paper without a title',
      'write the title in front matter, as title: A Title, or on the first line',
    )
    return []
  }
  if (title.text === '') {
    findings.refuse(title.line, 'a heading without a title', 'put a title above it')
    return []
  }
  const rest = lines.filter((line) => !title.lines.includes(line))
  const { day, isRefused, lines: undated } = dayOf(rest, title, facts, context)
  if (title.authors === 'unbalanced' || title.authors === 'empty')
    refuseAuthors(title.authors, { number: title.line, bare: title.text }, findings)
  const cut: EntryCut = {
    form: 'paper',
    title,
    links: title.links,
    authors: title.authors === null || typeof title.authors === 'string' ? null : title.authors.authors,
    lines: undated,
  }
  const entry: EntryReading = readEntry(cut, given, given.isDraft, context)
  if (day === null) {
    if (!facts.isDateRefused && !isRefused) refuseDateless(title, facts, context)
    return []
  }
  return [datedEntry(entry, day, findings)]
}

function refuseDateless({ text, line }: Title, { path }: FileFacts, { findings }: EntryContext): void {
  if (path.impossible !== null) {
    findings.refuse(
      1,
      `the file's name begins with ${path.impossible}, which is no day of the calendar`,
      'rename the file, or write date: in its front matter',
    )
  } else
    findings.refuse(
      line,
      `the note on ${quoted(text)} has no date`,
      'write date: 2024-06-10 in its front matter, or begin its name with the date',
    )
}

/**
 * The day of the paper, and its lines without the ones that say so: the first line, or a labelled line of the head. Where
 * such a line says no day, it is refused here.
 */
function dayOf(
  lines: readonly SignedLine[],
  title: Title,
  { given, path }: FileFacts,
  { findings, dateOrder }: EntryContext,
): { readonly day: Day | null; readonly isRefused: boolean; readonly lines: readonly SignedLine[] } {
  const first = lines.find(({ sign }) => sign.is !== 'blank' && sign.is !== 'comment')
  const without = (line: SignedLine): readonly SignedLine[] => lines.filter((one) => one !== line)
  const isAboveTitle = first !== undefined && (title.lines[0] === undefined || first.number < title.lines[0].number)
  if (first?.sign.is === 'date' && (isAboveTitle || (given.day ?? path.day) === null)) {
    const day = dayOfLine(first.sign.date, first, findings)
    findings.took(first.number, 'date', 'the first line of the file')
    return { day: given.day ?? day, isRefused: day === null, lines: without(first) }
  }
  const known = given.day ?? path.day
  const labelled = lines.slice(0, 20).find(({ sign }) => sign.is === 'label' && sign.label.name === 'date')
  if (known !== null || labelled?.sign.is !== 'label') return { day: known, isRefused: false, lines }
  const { value } = labelled.sign.label
  const reading = readWrittenDate(value, dateOrder)
  findings.took(labelled.number, 'date', 'its label says so, and nothing else does')
  if (reading !== null && 'day' in reading) return { day: reading.day, isRefused: false, lines: without(labelled) }
  findings.refuse(labelled.number, `${quoted(value)} is no whole date`, cureOfDate(value, 'Date: 2024-06-10'))
  return { day: null, isRefused: true, lines: without(labelled) }
}

function titleOf(lines: readonly SignedLine[], facts: FileFacts, context: EntryContext): Title | null {
  const { given, nameTitle } = facts
  if (given.title !== null) {
    const reading = readTitle(given.title.text)
    const repeated = repetition(lines, reading.title)
    for (const line of repeated?.lines ?? []) context.findings.took(line.number, 'title', 'it repeats the title of the front matter')
    return {
      text: reading.title || given.title.text,
      line: given.title.line,
      lines: repeated?.lines ?? [],
      links: [...reading.links, ...(repeated?.links ?? [])],
      authors: reading.authors ?? repeated?.authors ?? null,
      why: 'front matter gives it',
    }
  }
  const found = titleAtHead(lines, nameTitle, context)
  for (const line of found?.lines ?? []) context.findings.took(line.number, 'title', found?.why ?? '')
  if (found !== null || nameTitle === '') return found
  return { text: readTitle(nameTitle).title, line: 1, lines: [], links: [], authors: null, why: 'the name of the file' }
}

/** The first heading or line of the text, where it repeats a title. */
function repetition(lines: readonly SignedLine[], title: string): Pick<Title, 'lines' | 'links' | 'authors'> | null {
  const first = lines.findIndex(({ sign }) => sign.is === 'heading' || sign.is === 'text')
  if (first === -1) return null
  const line = lines[first] as SignedLine
  const reading = readTitle(line.bare)
  return reading.title === title ? { lines: titleLines(lines, first), links: reading.links, authors: reading.authors } : null
}

function titleAtHead(lines: readonly SignedLine[], nameTitle: string, context: EntryContext): Title | null {
  const { labels } = context
  for (const [index, line] of lines.entries()) {
    const { sign } = line
    const title = (why: string): Title => titleFrom(lines, index, nameTitle, why)
    if (sign.is === 'label' && sign.label.name === 'title' && !sign.label.isBare) {
      return {
        ...titleFrom([{ ...line, text: sign.label.value, bare: sign.label.value }], 0, nameTitle, 'its label says so'),
        lines: [line],
      }
    }
    if (sign.is === 'heading') {
      if (nameOf(sign.words, labels) !== null && isAboveLabel(lines, index + 1)) continue
      return isTitleHeading(lines, index, nameTitle, context) ? title('the first heading at the head of the note') : null
    }
    if (sign.is === 'code') return null
    const isPlain = sign.is === 'text' || (sign.is === 'label' && sign.label.name === null) || isLinkedTitle(line, labels)
    if (!isPlain || readAuthors(line.bare) !== null) continue
    return /^[>|]|^[-*+]\s/.test(line.bare) ? null : plainTitle(lines, index, nameTitle)
  }
  return null
}

/** The title that a line without a heading's mark makes; null where it is text, and the name of the file gives the title. */
function plainTitle(lines: readonly SignedLine[], index: number, nameTitle: string): Title | null {
  const { bare } = lines[index] as SignedLine
  const reading = titleFrom(lines, index, nameTitle, 'authors stand behind it')
  const title = (why: string): Title => ({ ...reading, why })
  if (lines[index + 1]?.bare.startsWith('===')) return title('it is underlined')
  if (reading.authors !== null) return reading
  if (reading.text !== bare && (reading.links.length > 0 || /^(?:\*|_|\[)/.test(bare))) return title('its marks are a title’s')
  const next = nextLine(lines, index, ['blank'])
  if (next !== undefined && isAuthorsLine(next)) return title('authors stand below it')
  if (nameTitle === '') return title('the first line of text, where neither front matter nor the name gives a title')
  return saysTheName(reading.text, nameTitle) ? title('the name of the file says the same') : null
}

/** `[A Title](https://…)`, where the words say more than that there is a link. */
function isLinkedTitle({ sign, bare }: SignedLine, labels: Labels): boolean {
  return sign.is === 'links' && sign.links.length === 1 && bare.startsWith('[') && !areLinkWords(sign.links[0]?.words ?? '', labels)
}

function isAuthorsLine({ sign, bare }: SignedLine): boolean {
  if (sign.is === 'label') return sign.label.name === 'authors'
  const reading = sign.is === 'text' && /^[(（]/u.test(bare) ? readAuthors(bare) : null
  return reading !== null && typeof reading !== 'string'
}

/** The next line but for some; undefined behind the last. */
function nextLine(lines: readonly SignedLine[], index: number, but: readonly SignedLine['sign']['is'][]): SignedLine | undefined {
  let next = index + 1
  while (but.includes(lines[next]?.sign.is ?? 'text')) next += 1
  return lines[next]
}

/**
 * Whether the first heading is the title. Where the name gives one, a heading among others of its level is a section,
 * unless it says what the name says, or has a line of the head below it.
 */
function isTitleHeading(lines: readonly SignedLine[], index: number, nameTitle: string, { labels }: EntryContext): boolean {
  const heading = lines[index] as SignedLine
  if (nameTitle === '' || heading.sign.is !== 'heading') return true
  const { level, words } = heading.sign
  const { title, links, authors } = readTitle(heading.bare)
  if (saysTheName(title, nameTitle) || links.length > 0 || authors !== null) return true
  if (nameOf(words, labels) !== null) return false
  const isAmongOthers = lines.slice(index + 1).some(({ sign }) => sign.is === 'heading' && sign.level <= level)
  if (!isAmongOthers) return true
  const next = nextLine(lines, index, ['blank', 'rule'])
  return next !== undefined && (next.sign.is === 'links' || next.sign.is === 'label' || isAuthorsLine(next))
}

/** In characters. Nobody wraps a shorter title. */
const shortestWrapped = 50

/** The line of a title with the lines it goes on with: an underline, or an indented continuation of a long line. */
export function titleLines(lines: readonly SignedLine[], index: number): readonly SignedLine[] {
  const first = lines[index] as SignedLine
  const found = [first]
  const next = lines[index + 1]
  const isWrapped =
    first.sign.is === 'text' &&
    first.bare.length >= shortestWrapped &&
    next?.sign.is === 'text' &&
    /^(?: {2,}|\t)\S/.test(next.text) &&
    !/^[>|(（]|^[-*+]\s/u.test(next.bare)
  if (isWrapped && next !== undefined) found.push(next)
  const below = lines[index + found.length]
  if (below?.sign.is === 'rule' && below.sign.underlines) found.push(below)
  return found
}

/** `# Title: A Title`, where the heading has the label that says what it is. */
const labelledHeading = /^(#{1,6}\s+)(?:paper[ _])?title\s?[:：]\s*(?=\S)/i

/** The title that lines of the file make, with what else they give. */
function titleFrom(lines: readonly SignedLine[], index: number, nameTitle: string, why: string): Title {
  const made = titleLines(lines, index)
  const text = made
    .filter(({ sign }) => sign.is !== 'rule')
    .map(({ bare }) => bare.replace(labelledHeading, '$1'))
    .join(' ')
  const reading = readTitle(text)
  const line = (made[0] as SignedLine).number
  // Behind a title that the name gives, a parenthesis holds the authors, be it one name alone.
  const parted =
    reading.authors === null && nameTitle !== '' && !saysWhole(reading.title, nameTitle) ? partedAtParenthesis(reading.title) : null
  const authors = parted !== null && saysTheName(parted.before, nameTitle) ? readAuthors(parted.parenthesis) : null
  if (parted !== null && authors !== null && typeof authors !== 'string')
    return { text: parted.before, line, lines: made, links: reading.links, authors, why }
  return { text: reading.title, line, lines: made, links: reading.links, authors: reading.authors, why }
}

/** Whether a name says a title to its end, parenthesis and all. */
function saysWhole(title: string, nameTitle: string): boolean {
  return title.length > 0 && saysTheName(title, nameTitle) && title.length <= nameTitle.length
}
