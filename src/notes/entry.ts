import { hasDirections, oneLine, withoutDirections } from '../text/control.ts'
import type { Day } from '../text/day.ts'
import { languageOf } from '../text/language.ts'
import { type RefusedPassage, refusedFormulas } from '../text/math.ts'
import { abstractOf, divide, isPlaceholder, published } from './abstract.ts'
import { type BlockContext, type Line, readBlocks } from './blocks.ts'
import { type Citation, readCitation } from './cited.ts'
import type { DateOrder } from './dates.ts'
import { type Draft, distinct, draftOf, type EntryCut } from './draft.ts'
import { refuseExcess } from './entry-bounds.ts'
import { EntryReader } from './entry-reader.ts'
import type { Findings } from './findings.ts'
import { takeField } from './head.ts'
import { type Labels, nameOf } from './labels.ts'
import type { Note, TagMention } from './note.ts'
import { isPaperLink, paperAt } from './paper.ts'
import { quoted } from './problem.ts'
import { tagKey } from './tag-line.ts'

/** What the lines of every entry of one file are read with. */
export interface EntryContext {
  readonly block: BlockContext
  readonly labels: Labels
  readonly findings: Findings
  /** Tags of every entry of the file. */
  readonly fileTags: readonly TagMention[]
  readonly dateOrder: DateOrder | null
}

interface Written {
  readonly text: string
  readonly line: number
}

/** What a file says of its one paper, outside of the paper's lines. */
export interface GivenEntry {
  readonly authors: readonly string[] | null
  readonly links: readonly Written[]
  readonly id: Written | null
  readonly published: Written | null
  readonly abstract: Written | null
  readonly venue: string | null
}

/** An entry but for its day. */
export type EntryReading = Omit<Note, 'day'>

/** Reads the lines of one entry: its head until text has come, then its text, wherever its tags stand. */
export function readEntry(cut: EntryCut, given: GivenEntry | null, isDraft: boolean, context: EntryContext): EntryReading {
  const draft = draftOf(cut)
  draft.isDraft = isDraft
  if (given !== null) takeGiven(draft, given, context.findings)
  new EntryReader(draft, context).readAll()
  return finish(draft, context)
}

/** An entry of a day. Warns of one that is nothing but a title. */
export function datedEntry(entry: EntryReading, day: Day, findings: Findings): Note {
  const { title, line, authors, links, tags, abstract, commentary } = entry
  if ([authors, links, tags, abstract, commentary].every(({ length }) => length === 0)) {
    findings.warn(
      line,
      `an entry that is nothing but a title: ${quoted(title)}`,
      'write its text below it, or join it to the entry it belongs to',
    )
  }
  return { ...entry, day }
}

function takeGiven(draft: Draft, given: GivenEntry, findings: Findings): void {
  draft.links.unshift(...given.links.map(({ text }) => text))
  draft.authors = given.authors ?? draft.authors
  draft.venue = given.venue
  if (given.id !== null) takeField(draft, 'id', given.id, findings)
  if (given.published !== null) takeField(draft, 'published', given.published, findings)
  if (given.abstract === null) return
  if (/^none$/i.test(given.abstract.text)) draft.isWithoutAbstract = true
  else if (!isPlaceholder(given.abstract.text)) {
    const { text, line } = given.abstract
    draft.abstract.push(...text.split('\n').map((one) => ({ text: one, number: line, language: null })))
  }
}

function finish(draft: Draft, context: EntryContext): EntryReading {
  const { block, findings } = context
  const { cut } = draft
  const { line } = cut.title
  const title = nameWritten(cut.title.text, line, findings)
  if (/^\p{Cf}*$/u.test(title)) findings.refuse(line, 'a title that nobody can see', 'write the title of the paper')
  const written = [...draft.tags, ...context.fileTags].map((tag) => ({ ...tag, label: nameWritten(tag.label, tag.line, findings) }))
  const tags = distinct(written, ({ label }) => tagKey(label))
  const said = readBlocks(trimmed(draft.abstract), block)
  const blocks = readBlocks(trimmed(draft.body), block)
  const { abstract, commentary, why } =
    said.length > 0 || draft.isWithoutAbstract
      ? { abstract: abstractOf(said), commentary: blocks.map(published), why: 'its section, its label or front matter says so' }
      : divide(blocks, block.site)
  explain(draft.abstract, 'abstract', why, findings)
  explain(draft.body, 'commentary', 'text of the entry', findings)
  const firstOfCommentary = commentary[0]?.line ?? Number.POSITIVE_INFINITY
  if (abstract.length > 0 && said.length === 0) {
    explain(
      draft.body.filter(({ number }) => number < firstOfCommentary),
      'abstract',
      why,
      findings,
    )
  }
  const all = [...said, ...blocks]
  const textLinks = all.flatMap((one) => one.links)
  const citation = cut.form === 'paper' ? citationIn(draft.body, title) : null
  const paperLink = paperLinkOf(draft, textLinks, draft.body) ?? citation?.link ?? null
  const others = new Set(textLinks.filter(isPaperLink))
  if (paperLink === null && cut.form === 'paper' && others.size > 0) {
    const what =
      others.size === 1
        ? "a paper's link stands in the text, but nothing says that it is this paper's"
        : `${others.size} links to papers stand in the text, and none is said to be this paper's`
    findings.warn(line, what, 'write Paper: in front of its link, on a line of its own, or link: in front matter')
  }
  if (draft.labelledLink !== null && paperLink === draft.labelledLink) {
    findings.took(draft.labelledLine, 'commentary', 'text of the entry, and its label gives the paper’s link')
  }
  const links = distinct(
    [...(paperLink === null ? [] : [paperLink]), ...draft.paperLinks, ...draft.links, ...draft.codeLinks, ...textLinks],
    (url) => url,
  )
  if (title.includes(']('))
    findings.warn(line, `a title with a link that isn't whole: ${quoted(title)}`, 'write [Title](https://…), every bracket closed')
  if (cut.form !== 'raw' && nameOf(title, context.labels) !== null)
    findings.warn(line, `a title that is nothing but a label: ${quoted(title)}`, 'write the title of the paper')
  warnOfRefused(refusedFormulas(title), line, findings)
  for (const one of all) {
    warnOfRefused(one.refused, one.line, findings)
    for (const address of one.relative) {
      findings.warn(one.line, `${quoted(address)} leads nowhere outside this file`, 'write the whole address, with https://')
    }
  }
  const entry: EntryReading = {
    file: findings.file,
    line,
    givenId: draft.givenId,
    givenPublished: draft.givenPublished,
    title,
    titleLanguage: languageOf(title, block) ?? block.site,
    authors: (draft.authors ?? citation?.authors ?? []).map((name) => nameWritten(name, line, findings)),
    paper: paperLink === null ? null : paperAt(paperLink),
    venue: draft.venue === null ? null : nameWritten(draft.venue, line, findings),
    isDraft: draft.isDraft,
    links,
    abstract,
    commentary,
    tags,
  }
  refuseExcess(entry, draft.tags, context.fileTags, findings)
  return entry
}

/** Warns of what stands as it was written since it costs too much to read, once of each mistake. */
function warnOfRefused(passages: readonly RefusedPassage[], line: number, findings: Findings): void {
  for (const { what, cure } of distinct(passages, (passage) => passage.what))
    findings.warn(line, `${what}, which stays as it was written`, cure)
}

/**
 * The link to the paper: what a label calls so, else the head's first link, best one that names a paper for certain. In
 * the note on one paper it may also be the only address of a paper that stands alone on a line of the text.
 */
function paperLinkOf(draft: Draft, textLinks: readonly string[], body: readonly Line[]): string | null {
  const given = draft.paperLinks[0] ?? draft.labelledLink ?? draft.links.find(isPaperLink) ?? draft.links[0] ?? null
  if (given !== null || draft.cut.form !== 'paper') return given
  const papers = distinct(textLinks.filter(isPaperLink), (url) => url)
  const only = papers.length === 1 ? (papers[0] as string) : null
  return only !== null && body.some(({ text }) => isAloneOnLine(text, only)) ? only : null
}

function isAloneOnLine(text: string, address: string): boolean {
  const bare = text.trim().replace(/^[-*+]\s+/, '')
  return (
    bare === address ||
    bare === `<${address}>` ||
    (bare.startsWith('[') && bare.endsWith(`](${address})`) && !bare.slice(1, -address.length - 3).includes(']('))
  )
}

/** The first line of the text that cites the entry's own paper. */
function citationIn(body: readonly Line[], title: string): Citation | null {
  for (const { text } of body) {
    const citation = text.includes('](') ? readCitation(text, title) : null
    if (citation !== null) return citation
  }
  return null
}

/** Lines without the blank ones, and without rules, at their beginning and end. */
function trimmed(lines: readonly Line[]): readonly Line[] {
  const isText = ({ text }: Line): boolean => !/^\s*(?:[-*_=]\s*)*$/.test(text)
  const first = lines.findIndex(isText)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isText) + 1)
}

function explain(lines: readonly Line[], as: string, why: string, findings: Findings): void {
  for (const { text, number } of lines) if (text.trim() !== '') findings.took(number, as, why)
}

/** A title or a name, which stands in lists among others: on one line, without characters that steer the direction of text. */
function nameWritten(text: string, line: number, findings: Findings): string {
  if (hasDirections(text)) findings.warn(line, 'characters that steer the direction of text are left out', 'remove them')
  return oneLine(withoutDirections(text))
}
