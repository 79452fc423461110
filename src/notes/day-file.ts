import type { Day } from '../text/day.ts'
import { type DateOrder, readWrittenDate } from './dates.ts'
import type { EntryCut } from './draft.ts'
import { datedEntry, type EntryContext, readEntry } from './entry.ts'
import type { FileFacts } from './file-facts.ts'
import { headingCuts } from './heading-cuts.ts'
import { dayOfLine, type SignedLine } from './lines.ts'
import type { Note } from './note.ts'
import { quoted } from './problem.ts'
import { rawCuts } from './raw-cuts.ts'

/** Whether a line holds addresses and no words, so that it may stand above a heading. */
function isBareLink(sign: SignedLine['sign']): boolean {
  return sign.is === 'links' && sign.links.every(({ words }) => words === '')
}

/** The lines below one date, up to the next. */
interface DayLines {
  /** Null where there is no date, or one that has been refused. */
  readonly day: Day | null
  readonly isRefused: boolean
  readonly lines: readonly SignedLine[]
}

/**
 * Reads the notes of one day or several. Each day is read by its first line: where that is a heading, the papers' titles
 * are headings ({@link headingCuts}); else an entry ends at its tag line, a rule or a date ({@link rawCuts}).
 */
export function readDayFile(lines: readonly SignedLine[], facts: FileFacts, context: EntryContext): readonly Note[] {
  refuseFieldsOfPaper(facts, context)
  return daysOf(lines, facts, context).flatMap((one) => {
    if (one.day === null && !one.isRefused && isTitleOfFile(one.lines, lines)) return giveUpTitles(one.lines, context)
    return entriesOf(one, cutsOf(one.lines, context), facts, context)
  })
}

function cutsOf(lines: readonly SignedLine[], context: EntryContext): readonly EntryCut[] {
  const first = lines.find(({ sign }) => !['blank', 'comment', 'rule'].includes(sign.is) && !isBareLink(sign))
  return first?.sign.is === 'heading' ? headingCuts(lines, context) : rawCuts(lines, context)
}

function entriesOf(
  { day, isRefused }: DayLines,
  cuts: readonly EntryCut[],
  { path, given }: FileFacts,
  context: EntryContext,
): readonly Note[] {
  const entries = cuts.map((cut) => readEntry(cut, null, given.isDraft, context))
  const first = entries[0]
  if (day !== null) return entries.map((entry) => datedEntry(entry, day, context.findings))
  if (first === undefined || isRefused) return []
  if (path.impossible !== null) {
    const cure = 'rename the file, or put the day above its first entry'
    context.findings.refuse(1, `the file's name begins with ${path.impossible}, which is no day of the calendar`, cure)
  } else
    context.findings.refuse(
      first.line,
      `text before any date: ${quoted(first.title)}`,
      'put the day above it, on a line such as 2024-06-10',
    )
  return []
}

function daysOf(
  lines: readonly SignedLine[],
  { day, isDateRefused }: FileFacts,
  { findings, dateOrder }: EntryContext,
): readonly DayLines[] {
  const days: DayLines[] = []
  let current = openedDay(day, isDateRefused)
  for (const line of lines) {
    const labelled = current.day === null && current.level === null ? labelledDay(line, dateOrder) : null
    if (labelled !== null) {
      findings.took(line.number, 'date', 'its label says so, above all entries')
      current = openedDay(labelled, false)
    } else if (line.sign.is !== 'date') addTo(current, line)
    else if (isSectionOf(line, current)) {
      const cure = 'if it opens a day, give it no more # than they have'
      findings.warn(line.number, `a date deeper than the headings above it is taken for text: ${quoted(line.bare)}`, cure)
      addTo(current, { ...line, sign: { is: 'heading', level: levelOf(line), words: line.bare.replace(/^#+\s*/, '') } })
    } else {
      days.push(current)
      const opened = dayOfLine(line.sign.date, line, findings)
      findings.took(line.number, 'date', 'a date alone on its line opens a day')
      current = openedDay(opened, opened === null)
    }
  }
  return [...days, current]
}

/** A day while its lines are gathered. */
interface OpenDay extends DayLines {
  readonly lines: SignedLine[]
  /** The number of `#` of its first line; null while there is none. */
  level: number | null
  hasText: boolean
}

function openedDay(day: Day | null, isRefused: boolean): OpenDay {
  return { day, isRefused, lines: [], level: null, hasText: false }
}

function addTo(open: OpenDay, line: SignedLine): void {
  open.lines.push(line)
  if (line.sign.is === 'blank' || line.sign.is === 'comment') return
  open.level ??= levelOf(line)
  open.hasText ||= line.sign.is === 'text' || line.sign.is === 'label' || line.sign.is === 'links'
}

/** The day of a line `Date: 2024-06-10`; null for any other line. */
function labelledDay({ sign }: SignedLine, order: DateOrder | null): Day | null {
  const reading = sign.is === 'label' && sign.label.name === 'date' ? readWrittenDate(sign.label.value, order) : null
  return reading !== null && 'day' in reading ? reading.day : null
}

/** Whether a date is a heading of an entry's text: deeper than the first heading of its day, with text between the two. */
function isSectionOf(line: SignedLine, { day, level, hasText }: OpenDay): boolean {
  return day !== null && hasText && level !== null && level > 0 && levelOf(line) > level
}

/** The number of a line's `#`: 0 where it is no heading. */
function levelOf({ bare }: SignedLine): number {
  return /^#*/.exec(bare)?.[0].length ?? 0
}

/** Whether lines above the first date are nothing but headings, such as the title of a whole file of notes. */
function isTitleOfFile(own: readonly SignedLine[], all: readonly SignedLine[]): boolean {
  const isFollowed = all.some(({ sign }) => sign.is === 'date')
  return isFollowed && own.every(({ sign }) => ['heading', 'blank', 'comment', 'rule'].includes(sign.is))
}

function giveUpTitles(lines: readonly SignedLine[], { findings }: EntryContext): readonly Note[] {
  for (const { sign, number } of lines) {
    if (sign.is === 'rule') findings.took(number, 'rule', 'it stands above the first date')
    if (sign.is !== 'heading') continue
    findings.took(number, 'title of the file', 'nothing but headings stands above the first date')
    findings.warn(number, `the title ${quoted(sign.words)} is no entry's: it stands above the first date`, 'leave it so, or remove it')
  }
  return []
}

/** Refuses what front matter can only say of one paper. */
function refuseFieldsOfPaper({ given }: FileFacts, { findings }: EntryContext): void {
  if (given.title !== null && !given.isDateRefused) {
    findings.warn(
      given.title.line,
      `the title ${quoted(given.title.text)} is no entry's: the file holds the papers of a day`,
      'if the file is the note on one paper, write kind: paper beside it',
    )
  }
  if (given.id !== null) findings.refuse(given.id.line, 'an id without a title', 'write it on a line below the title that it is the id of')
  if (given.published !== null) {
    findings.refuse(given.published.line, 'an instant without a title', 'write it on a line below the title that it is the instant of')
  }
  for (const [name, value] of [
    ['venue', given.venue],
    ['abstract', given.abstract],
  ] as const) {
    if (value !== null)
      findings.refuse(
        1,
        `front matter gives ${name}, which is one paper's, but the file holds the papers of a day`,
        'write it below the title that it belongs to',
      )
  }
  const alone = given.paperField
  if (alone !== null) {
    const cure = 'write it below the title that it belongs to; or, if the file is the note on one paper, write kind: paper'
    findings.refuse(1, `front matter gives ${alone}, but the file holds the papers of a day`, cure)
  }
}
