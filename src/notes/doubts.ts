import { looksLikeAuthors } from './authors.ts'
import type { Draft } from './draft.ts'
import type { Findings } from './findings.ts'
import type { SignedLine } from './lines.ts'
import { quoted } from './problem.ts'

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
export function warnOfSecond({ number }: SignedLine, what: string, { cut }: Draft, findings: Findings): void {
  const cure =
    cut.form === 'raw'
      ? 'if a new entry begins above it, end the one before with a tag line or ---'
      : 'if a new entry begins above it, make its title a heading as the others are'
  findings.warn(number, `${what}, deep in an entry`, cure)
}

/** Warns of a parenthesis below a title that begins with two names and goes on with something that is none. */
export function warnOfDoubt({ bare, number }: SignedLine, findings: Findings): void {
  const [first, second, third] = (/^[(（]([^()（）]*)[)）]$/u.exec(bare)?.[1] ?? '').split(/[,;，；、]/u)
  if (third === undefined || !looksLikeAuthors(`(${first},${second})`)) return
  const cure = 'if these are the authors, write Authors: in front, without the parentheses'
  findings.warn(number, `a line of text that begins as authors do: ${quoted(bare)}`, cure)
}
