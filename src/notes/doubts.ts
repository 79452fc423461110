import { looksLikeAuthors, mayBeAuthors } from './authors.ts'
import type { Draft } from './draft.ts'
import type { Findings } from './findings.ts'
import { isSecondPaper } from './head.ts'
import type { SignedLine } from './lines.ts'
import { quoted } from './problem.ts'
import { readTitle } from './title.ts'

/** Refuses a parenthesis in the authors' place that names nobody, or that doesn't close. */
export function refuseAuthors(
  reading: 'unbalanced' | 'empty',
  { number, bare }: Pick<SignedLine, 'number' | 'bare'>,
  findings: Findings,
): void {
  if (reading === 'empty') return findings.refuse(number, 'an authors line without authors', 'name them, or remove the line')
  findings.refuse(
    number,
    `an authors line with a parenthesis too many or too few: ${quoted(bare)}`,
    'write (First Author, Second Author), every parenthesis closed',
  )
}

/** Warns that a second paper may begin deep in an entry of a day, with the cure for the entry's form. */
function warnOfSecond({ number }: SignedLine, what: string, { cut }: Draft, findings: Findings): void {
  const cure =
    cut.form === 'raw'
      ? 'if a new entry begins above it, end the one before with a tag line or ---'
      : 'if a new entry begins above it, make its title a heading as the others are'
  findings.warn(number, `${what}, deep in an entry`, cure)
}

/** Warns of a parenthesis below a title that may hold authors. */
export function warnOfDoubt({ bare, number }: SignedLine, findings: Findings): void {
  if (!mayBeAuthors(bare)) return
  const cure = 'if these are the authors, write Authors: in front, without the parentheses'
  findings.warn(number, `a line of text that may be authors: ${quoted(bare)}`, cure)
}

/** Warns of a line that begins as a tag line does and holds other words: `#llm, #machine learning`. */
function warnOfHalfTags({ bare, number }: SignedLine, findings: Findings): void {
  if (!/^[#＃][^\s#＃]+(?:[,，、]?\s+[#＃]\S|\s+[(（])/u.test(bare)) return
  findings.warn(
    number,
    `a line of text that begins with tags: ${quoted(bare)}`,
    'join the words of a tag (#machine-learning), and put other words on a line of their own',
  )
}

/** Warns of a plain line deep in the text that is a title with authors behind it. */
function warnOfTitle(line: SignedLine, draft: Draft, findings: Findings): void {
  if (!/[)）]$/u.test(line.bare) || /^[(（>|#]|^[-*+]\s/u.test(line.bare) || line.bare.length > 300) return
  const { authors } = readTitle(line.bare)
  if (authors !== null && typeof authors !== 'string')
    warnOfSecond(line, 'a line that looks like a title with its authors', draft, findings)
}

/** A line of authors below so many lines of text suggests that the end of an entry was forgotten above it. */
const authorsPlace = 2

/**
 * Warns of a line of text that may be something else: half a tag line; or, deep in an entry of a day, the authors, the title or
 * the link of a second paper.
 *
 * @param isHead whether the line is the first of the text
 */
export function warnOfText(line: SignedLine, draft: Draft, isHead: boolean, findings: Findings): void {
  const { sign, bare } = line
  if (sign.is === 'text') warnOfHalfTags(line, findings)
  if (isHead || draft.cut.form === 'paper') return
  if (sign.is === 'links') {
    const links = sign.links.map(({ url }) => url)
    if (draft.links.length > 0 && isSecondPaper(links, draft))
      warnOfSecond(line, 'a second paper’s link alone on its line', draft, findings)
  } else if (sign.is === 'text') {
    const isAuthors = bare.startsWith('(') && draft.textLines >= authorsPlace && looksLikeAuthors(bare)
    if (isAuthors) warnOfSecond(line, 'a line that looks like authors', draft, findings)
    else warnOfTitle(line, draft, findings)
  }
}
