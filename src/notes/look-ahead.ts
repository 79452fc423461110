import { looksLikeAuthors } from './authors.ts'
import type { SignedLine } from './lines.ts'

/** Whether a line is one of an entry's head: authors, a label of the table or a link. False for no line at all. */
export function isHeadLine(line: SignedLine | undefined): boolean {
  if (line === undefined) return false
  if (line.sign.is === 'text') return looksLikeAuthors(line.bare)
  return line.sign.is === 'links' || (line.sign.is === 'label' && line.sign.label.name !== null)
}

/** Whether the first line from an index on that isn't blank is a labelled one, or a link. */
export function isAboveLabel(lines: readonly SignedLine[], from: number): boolean {
  let at = from
  while (lines[at]?.sign.is === 'blank') at += 1
  const next = lines[at]
  return next?.sign.is === 'links' || (next?.sign.is === 'label' && next.sign.label.name !== null)
}
