import { looksLikeAuthors } from './authors.ts'
import { saysTheName } from './file-name.ts'
import type { GivenFields } from './given.ts'
import { type Labels, nameOf } from './labels.ts'
import type { SignedLine } from './lines.ts'
import { isCodeLink, isPaperLink } from './paper.ts'
import { readTitle } from './title.ts'

/** What a file of notes holds: the papers of one day or several, or one paper. */
export type Kind = 'day' | 'paper'

/** The kind of a file, why it is of that kind, and a doubt about it for a warning. */
export interface KindReading {
  readonly kind: Kind
  /** `its front matter gives doi`. */
  readonly why: string
  /** What speaks for the other kind, and its line; null where nothing does. */
  readonly doubt: { readonly line: number; readonly what: string } | null
}

/** What decides a file's kind. */
export interface KindFacts {
  readonly given: GivenFields
  /** The kind that `site.md` gives the file's folder; null where it gives none. */
  readonly ofFolder: Kind | null
  /** The title in the file's name; empty without one. */
  readonly nameTitle: string
  /** Whether front matter or the path gives a day. */
  readonly isDated: boolean
  readonly labels: Labels
}

/** So many lines below a heading may show that a paper begins there. */
const signsWithin = 5

/**
 * Decides whether a file holds one paper or days of them, before any line of it is read as an entry's. The first of these
 * that says something decides:
 *
 * 1. `kind` in the front matter, else `kinds` in `site.md` for the file's folder;
 * 2. a link, a DOI or authors in the front matter: one paper;
 * 3. two places or more where a paper begins by sign ({@link beginnings}): a day;
 * 4. a title in the front matter or in the file's name, with one date: one paper;
 * 5. else a day.
 */
export function kindOf(lines: readonly SignedLine[], { given, ofFolder, nameTitle, isDated, labels }: KindFacts): KindReading {
  const sure = (kind: Kind, why: string): KindReading => ({ kind, why, doubt: null })
  if (given.kind !== null) return sure(given.kind, 'its front matter says so')
  if (ofFolder !== null) return sure(ofFolder, 'site.md says so for its folder')
  if (given.paperField !== null) return sure('paper', `its front matter gives ${given.paperField}`)
  const places = beginnings(lines, labels)
  const dates = lines.filter(({ sign }) => sign.is === 'date').length
  const titled = given.title !== null ? 'its front matter gives a title' : nameTitle !== '' ? 'its name holds a title' : null
  const isPaper = titled !== null && (isDated ? dates <= 1 : dates === 1 || (dates === 0 && dateLabels(lines) > 0))
  if (places.length > 1) {
    const why = `papers begin at ${places.length} lines, the first at line ${places[0]}`
    return { kind: 'day', why, doubt: isPaper ? { line: places[1] as number, what: `${titled}, but a second paper begins here` } : null }
  }
  if (!isPaper) return sure('day', titled === null ? 'neither its front matter nor its name gives a title' : 'it has no date, or several')
  const undated = isDated ? null : doubtOfUndated(lines, titled, nameTitle)
  return { kind: 'paper', why: `${titled}, and there is one date`, doubt: undated ?? doubtOfPaper(lines, titled) }
}

/**
 * What speaks against one paper where the only date is the first line, as in the notes of a day, and the title is in the
 * file's name: that no line at the head says what the name says. Null where nothing does.
 */
function doubtOfUndated(lines: readonly SignedLine[], titled: string, nameTitle: string): KindReading['doubt'] {
  const [first, ...others] = lines.filter(({ sign }) => sign.is === 'text' || sign.is === 'heading' || sign.is === 'date')
  if (first?.sign.is !== 'date' || nameTitle === '') return null
  const isSaid = others.slice(0, 3).some(({ bare }) => saysTheName(readTitle(bare).title, nameTitle))
  return isSaid || others.length === 0
    ? null
    : { line: first.number, what: `${titled}, but the first line is a date, as in the notes of a day` }
}

/** What speaks against one paper in a file that only its title makes one; null where nothing does. */
function doubtOfPaper(lines: readonly SignedLine[], titled: string): KindReading['doubt'] {
  const tagged = secondTagLine(lines)
  if (tagged !== null) return { line: tagged, what: `${titled}, but this is the second tag line below text` }
  const named = deepAuthors(lines)
  if (named !== null) return { line: named, what: `${titled}, but a line of authors stands deep in the text` }
  const linked = lines.filter(({ sign }) => sign.is === 'links' && sign.links.some(({ url }) => isPaperLink(url)))
  if (linked[1] !== undefined) return { line: linked[1].number, what: `${titled}, but a second paper's link stands alone on this line` }
  const isSaid =
    linked.length > 0 ||
    lines.some(({ sign }) => sign.is === 'label' && ['authors', 'paper', 'link', 'title'].includes(sign.label.name ?? ''))
  const headings = lines.filter(({ sign }) => sign.is === 'heading')
  const levels = Map.groupBy(headings, ({ sign }) => (sign.is === 'heading' ? sign.level : 0))
  const many = [...levels.values()].find((ofLevel) => ofLevel.length >= manyHeadings)
  if (isSaid || many === undefined || lines.some(({ bare }) => looksLikeAuthors(bare))) return null
  return {
    line: (many[1] as SignedLine).number,
    what: `${titled}, but nothing says the paper's link or authors, and there are ${many.length} headings of this level`,
  }
}

/** The number of the first line of authors below two lines of text; null without one. */
function deepAuthors(lines: readonly SignedLine[]): number | null {
  let texts = 0
  for (const { sign, bare, number } of lines) {
    if (sign.is !== 'text') continue
    if (texts > 1 && bare.startsWith('(') && looksLikeAuthors(bare)) return number
    texts += 1
  }
  return null
}

/** So many headings of one level may be as many papers. */
const manyHeadings = 3

/**
 * The numbers of the lines at which a paper begins by sign: headings of one level that have authors or a link in them or,
 * among the five lines below, a line of authors or a line that is or labels a paper's link; or else plain lines with
 * authors behind the title, or in a parenthesis below it.
 */
function beginnings(lines: readonly SignedLine[], labels: Labels): readonly number[] {
  // By the number of their #; the numbers of plain lines come first.
  const found: number[][] = Array.from({ length: 7 }, () => [])
  for (const [index, line] of lines.entries()) {
    if (line.sign.is === 'heading') {
      if (isSigned(lines, index, labels)) found[line.sign.level]?.push(line.number)
    } else if (line.sign.is === 'text' && isTitled(lines, index)) found[0]?.push(line.number)
  }
  return found.toSorted((a, b) => b.length - a.length)[0] as readonly number[]
}

/** Whether a heading shows that a paper begins there. */
export function isSigned(lines: readonly SignedLine[], index: number, labels: Labels): boolean {
  const line = lines[index] as SignedLine
  if (line.sign.is !== 'heading') return false
  // A heading such as `## Link` names a part of a note.
  if (nameOf(line.sign.words, labels) !== null) return false
  const { title, authors, links } = readTitle(line.bare)
  if (title === '') return false
  if (links.length > 0 || (authors !== null && typeof authors !== 'string')) return true
  let seen = 0
  for (let at = index + 1; at < lines.length && seen < signsWithin; at += 1) {
    const { sign, bare } = lines[at] as SignedLine
    if (sign.is === 'blank' || sign.is === 'comment') continue
    if (sign.is === 'heading' || sign.is === 'date' || sign.is === 'tags' || sign.is === 'code') return false
    seen += 1
    if (
      (sign.is === 'links' && !/^[-*+]\s/.test(bare) && !sign.links.every(({ url }) => isCodeLink(url))) ||
      (sign.is === 'text' && looksLikeAuthors(bare))
    )
      return true
    if (sign.is === 'label' && ['authors', 'paper', 'link'].includes(sign.label.name ?? '')) return true
  }
  return false
}

/** Whether a plain line is a title with authors behind it, or in a parenthesis on the next line. */
function isTitled(lines: readonly SignedLine[], index: number): boolean {
  const { bare, text } = lines[index] as SignedLine
  if (/^[>|]|^[-*+]\s/.test(bare) || /^\s{4}/.test(text)) return false
  const next = lines[index + 1]
  if (next?.sign.is === 'text' && next.bare.startsWith('(') && looksLikeAuthors(next.bare)) return !looksLikeAuthors(bare)
  if (!/[)）]$/u.test(bare) || /^[(（]/u.test(bare)) return false
  const { authors } = readTitle(bare)
  return authors !== null && typeof authors !== 'string'
}

function dateLabels(lines: readonly SignedLine[]): number {
  return lines.slice(0, 20).filter(({ sign }) => sign.is === 'label' && sign.label.name === 'date').length
}

/** The number of the second tag line that has text of its own above it; null without one. */
function secondTagLine(lines: readonly SignedLine[]): number | null {
  let texts = 0
  let found = 0
  for (const { sign, number } of lines) {
    if (sign.is === 'tags') {
      if (texts > 0) found += 1
      if (found === 2) return number
      texts = 0
    } else if (sign.is === 'text') texts += 1
  }
  return null
}
