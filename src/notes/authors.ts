import { nfc } from '../text/nfc.ts'
import { remembered } from '../text/remembered.ts'
import { type Likelihood, likelihoodOfName, withoutFootnote, withoutMarks } from './names.ts'

/**
 * What the line in the authors' place is: the names; `unbalanced`, with a parenthesis too many or too few; `empty`, a
 * parenthesis without names; or null, a line of something else.
 */
export type AuthorsReading = { readonly authors: readonly string[] } | 'unbalanced' | 'empty' | null

const opens = '([{（［'
const closes = ')]}）］'

// No expression below can backtrack: each is tried against one name or the last few characters of a line, and each
// repetition in it is bounded, or of a class that excludes what follows it.

/** A part of a list that belongs to the name before it: `Jr.` in `Davis, Jr.`, `et al.` in `Smith, et al.` */
const suffix =
  /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|Inc\.?|Ltd\.?|LLC|GmbH|Corp\.?|Co\.?|et al\.?|etc\.?|…|\.{3}|외(?:\s?\d+\s?[명인])?|등)$/iu

/** The beginning of an organisation whose own name may hold an `and`: `Institute of Standards and Technology`. */
const organisation =
  /\b(?:institute|department|ministry|cent(?:er|re)|academy|bureau|office|council|agency|society|association|committee|commission|faculty|school|college|university|lab(?:oratory)?) (?:of|for)\b/i

/**
 * Reads the line below a title: one balanced parenthesis of authors (`(Ada Lovelace, Alan Turing)`), or something else.
 * A parenthesis with anything in it that can't be a name is something else: a sentence, a venue, a status.
 */
export function readAuthors(line: string): AuthorsReading {
  return line.length <= longestKept && /^[(（]/u.test(line) ? readShort(line) : readLine(line)
}

/** In characters. */
const longestKept = 1_000

/** The kind of a file, its title and its head each ask for the same few lines. */
const readShort = remembered(readLine, 500)

function readLine(line: string): AuthorsReading {
  const text = line.trim()
  if (!/^[(（]/u.test(text)) return missesOpening(text) ? 'unbalanced' : null
  const end = closingIndex(text)
  if (end === -1) return 'unbalanced'
  // A line that goes on behind its parenthesis is prose (`(1) We propose …`), unless it goes on as a list: `(Ada), Alan)`.
  if (end < text.length - 1) return /^\s*[,;)）][^(（]*[)）]$|^[)）]$/u.test(text.slice(end + 1)) ? 'unbalanced' : null
  const inner = text.slice(1, -1).trim()
  if (inner === '') return 'empty'
  const authors = splitAuthors(inner.replace(/,\s*(?:19|20)\d{2}[a-z]?$/, '')).map(withoutMarks)
  return authors.length > 0 && areNames(authors, 'maybe') && (authors.every(isCased) || areMostly(authors)) ? { authors } : null
}

/**
 * The names of a parenthesis that stands on the line of a title. There only names that are certain are taken: two or
 * more, or one with `et al.` behind it. So `(Image, Text)` and `(Extended Abstract)` stay in the title.
 */
export function readAuthorsOfTitle(parenthesis: string): AuthorsReading {
  const reading = readAuthors(parenthesis)
  if (reading === null || typeof reading === 'string') return reading
  return areCertain(reading.authors) ? reading : null
}

/** Whether a list of authors can hardly be anything else: two or more, at least half of them names for certain; or `Smith et al.` */
function areCertain(authors: readonly string[]): boolean {
  const isWithOthers = authors.some((author) => andOthers.test(author))
  const certain = authors.filter((author) => likelihoodOf(author) === 'name').length
  return isWithOthers || (authors.length >= 2 && certain * 2 >= authors.length)
}

/** Whether every author is as likely a name as asked, or stands for people who aren't named. */
function areNames(authors: readonly string[], least: Exclude<Likelihood, 'no'>): boolean {
  const others = authors.filter((author) => {
    const likelihood = likelihoodOf(author)
    return likelihood !== 'name' && likelihood !== least
  })
  // Among many names one in five may be misspelt, or be written as no other name is.
  return others.length <= Math.floor(authors.length / 5) && others.every((author) => author.split(' ').length <= 4)
}

/**
 * Whether more than half of a list's authors, two at least, are names for certain. In scripts without capitals a remark may
 * look like a name: `(신기함)`, `(图像，文本)`.
 */
function areMostly(authors: readonly string[]): boolean {
  return authors.length > 1 && authors.filter((author) => likelihoodOf(author) === 'name').length * 2 > authors.length
}

/** Whether a parenthesis may hold authors that are in doubt: names alone in a script without capitals, or a list of what may be some. */
export function mayBeAuthors(line: string): boolean {
  const inner = /^[(（]([^()（）]{2,200})[)）]$/u.exec(line.trim())?.[1]
  if (inner === undefined || readAuthors(line) !== null) return false
  const parts = splitAuthors(inner)
  const likely = parts.filter((part) => likelihoodOf(part) === 'name').length
  if (parts.length === 1) return likely === 1
  return likely * 2 >= parts.length || parts.every((part) => likelihoodOf(part) !== 'no' && part.length >= 3)
}

/** Whether a text has no letter of a script without capitals. */
function isCased(author: string): boolean {
  return !/\p{Lo}/u.test(author)
}

/** The line of authors without a date in front (`2017/10/27`), and without what stands behind them. */
function bareList(line: string): string {
  const bare = line.trim().replace(/^\d{4}(?:[/.-]\d{1,2}[/.-]\d{1,2})?\s+/, '')
  const list = bare.split('|')[0] as string
  for (let shorter = list; ; ) {
    const next = shorter
      .replace(/(?:[\s,]|<\/?br\s?\/?>)+$/i, '')
      .replace(/(?:\*\*[^*]{1,60}\*\*|,\s*[A-Z][A-Za-z]{1,11}[\s'’-]{0,2}(?:19|20)?\d{2})$/, '')
    if (next === shorter || next === '') return shorter
    shorter = next
  }
}

/** One line of authors is looked at for several reasons, and an author writes many papers. */
const likelihoodOf = remembered(likelihoodOfPerson, 20_000)

function likelihoodOfPerson(author: string): Likelihood {
  const person = withoutFootnote(personOf(author).replace(suffixBehind, ''))
  return person === '' ? 'maybe' : likelihoodOfName(person)
}

/** A suffix behind a name that is no part of it: `Jane Doe, Ph.D.` */
const suffixBehind = /, (?:[JS]r\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|Inc\.?|Ltd\.?|LLC|GmbH|Corp\.?|Co\.?)$/iu

/** What stands behind a name for people who aren't named: `Smith et al.`, `김연구 외 3명`; or stands alone for them. */
const andOthers = /(?:^|,\s?|\s)(?:et\.? (?:al|el)\.?|etc\.?|others|…|\.{3}|외(?:\s?\d+\s?[명인])?|등)$/iu

/** An affiliation, a note, or the name in another script: `Ada Lovelace (에이다 러브레이스)`. */
const aside = /\s?[(（][^()（）]*[)）]$/u

/** The person or organisation that an author's line names, without what stands behind the name; empty for `et al.` alone. */
export function personOf(author: string): string {
  return author.replace(/\s+/g, ' ').trim().replace(andOthers, '').replace(aside, '')
}

/** Whether a line can hardly be anything but authors: two names or more in a parenthesis. */
export function looksLikeAuthors(line: string): boolean {
  const reading = readAuthors(line)
  return reading !== null && typeof reading !== 'string' && reading.authors.length >= 2 && areCertain(reading.authors)
}

/**
 * The names of a line without a parenthesis or a label: two or more, each a name for certain, `and` or commas between
 * them and nothing else. Null for any other line.
 */
export function readBareAuthors(line: string): readonly string[] | null {
  if (line.length > 4_000 || !/[,;，、]|\sand\s|&/u.test(line) || /[.。!?:：]$/u.test(line.replace(/\bal\.$/, ''))) return null
  const authors = splitAuthors(bareList(line)).map(withoutFootnote)
  const isList = authors.length >= 2 || authors.some((author) => andOthers.test(author))
  return isList && areNames(authors, 'name') ? authors : null
}

/**
 * The names of a list of authors, in order, in Unicode NFC. The list is split at commas, semicolons, `and` and `&`
 * outside inner parentheses.
 */
export function splitAuthors(list: string): readonly string[] {
  const inverted = invertedNames(list)
  if (inverted !== null) return inverted
  const withDotsApart = list.replace(/(?<=[^\s.…])(?=(?:…|\.{3})\s*$)/u, ', ')
  const names: string[] = []
  for (const part of topLevelParts(withDotsApart, ',;，；、').flatMap(splitAtAnd)) {
    const name = nfc(part.trim().replace(/\s+/g, ' '))
    if (name === '') continue
    const previous = names.at(-1)
    if (previous !== undefined && suffix.test(name)) names[names.length - 1] = `${previous}, ${name}`
    else names.push(name)
  }
  return names
}

/**
 * The names of a list as reference managers write it, `Last, First; Last, First` or `Last, First and Last, First` as in
 * BibTeX, each as `First Last`. Null for any other list: only in these forms do commas lie inside the names.
 */
function invertedNames(list: string): readonly string[] | null {
  return invertedParts(topLevelParts(list, ';；')) ?? invertedParts(list.split(/\sand\s/i))
}

/** `Lovelace, Ada`, one author alone, as `Ada Lovelace`; any other text as it is. */
export function withAuthorInverted(author: string): string {
  const [, last, first] = invertedName.exec(author.trim()) ?? []
  return last === undefined || suffix.test(first as string) ? author.trim() : `${first} ${last}`
}

const invertedName = /^((?:\p{Ll}{2,4} ){0,2}[\p{L}\p{M}'’-]{2,}), ([\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}]\.?){0,3})$/u

function invertedParts(written: readonly string[]): readonly string[] | null {
  const parts = written.map((part) => part.trim()).filter((part) => part !== '')
  if (parts.length < 2) return null
  const names = parts.map((part) => invertedName.exec(part))
  return names.every((name) => name !== null) ? names.map(([, last, first]) => `${first} ${last}`) : null
}

/** Splits `Ada Lovelace and Alan Turing`, but not the name of an organisation. */
function splitAtAnd(part: string): readonly string[] {
  const pieces = part
    .trim()
    .replace(/^(?:and|&)\s/i, '')
    .split(/\s(?:and|&)\s/i)
  if (pieces.length > 1 && organisation.test(pieces[0] as string)) return [part]
  return pieces
}

/** The parts of a text between separators that stand outside brackets. */
function topLevelParts(text: string, separators: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (opens.includes(character)) depth += 1
    else if (closes.includes(character)) depth -= 1
    else if (depth === 0 && separators.includes(character)) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, text.slice(from)]
}

/** The index at which the parenthesis that opens a text closes; -1 if it never does. */
function closingIndex(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if ('(（'.includes(character)) depth += 1
    else if (')）'.includes(character)) depth -= 1
    if (depth === 0) return index
  }
  return -1
}

/** Whether a line is a list of names with a closing parenthesis and no opening one: `Ada Lovelace, Alan Turing)`. Prose may end in `:)`. */
function missesOpening(text: string): boolean {
  if (!/[)）]$/u.test(text) || /[(（]/u.test(text)) return false
  const names = splitAuthors(text.slice(0, -1))
  return names.length >= 2 && areCertain(names) && areNames(names, 'maybe')
}
