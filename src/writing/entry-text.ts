import { literalLine } from './literal.ts'

/** A paper as those who keep lists of papers tell of it. */
export interface PaperFacts {
  /** Plain text, on one line; formulas as TeX. */
  readonly title: string
  readonly authors: readonly string[]
  readonly url: string
  /** On one line; empty where it isn't known. */
  readonly abstract: string
  /** Where it appeared; null where that isn't known. */
  readonly venue: string | null
}

/** How the entries of a file are written: `## ` before each title, or nothing where titles are plain lines. */
export interface EntryForm {
  readonly beforeTitle: string
}

/** The notes on a paper, to be gone on with: title, authors, link, venue and abstract. Ends in a line feed. */
export function entryText({ title, authors, url, abstract, venue }: PaperFacts, { beforeTitle }: EntryForm): string {
  // A name with a comma would be two.
  const names = authors.map((name) => name.replaceAll(',', ''))
  const lines = [
    beforeTitle + titleText(title, beforeTitle),
    ...(names.length === 0 ? [] : [`Authors: ${names.join(', ')}`]),
    ...(venue === null ? [] : [`Venue: ${venue}`]),
    url,
    ...(abstract === '' ? [] : ['', `> ${literalLine(abstract)}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** A title as it is read as a title: a plain line might be a heading, a list's item or a labelled line, a heading may end in signs. */
function titleText(title: string, beforeTitle: string): string {
  const literal = title.replaceAll('<!--', '&lt;!--').replaceAll('%%', '%&#37;')
  if (beforeTitle !== '') return literal.replace(/(#+)$/, '\\$1')
  return literal
    .replace(/^(?=[#>\-*+[])/, '\\')
    .replace(/^(\d+)([.)]\s)/, '$1\\$2')
    .replace(/^([\p{L}\p{N} ()]{1,40}?):(?!\/\/)/u, '$1\\:')
}
