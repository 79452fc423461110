import { slugOf } from '../text/slug.ts'
import type { LabelledLine } from './head.ts'
import { type Label, type Labels, readLabel } from './labels.ts'
import type { SignedLine } from './lines.ts'

const mark = /^>\s?\[!\w{1,20}\][+-]?(?:\s+(.*))?$/

/** Callouts whose text is the paper's own, and no field of it. */
const abstractMark = /^>\s?\[!(?:abstract|summary|tldr|quote)\]/i

/**
 * Takes the fields out of a callout as reference managers and clippers write it, `> [!cite]` and below it `> Authors:: …`, and
 * returns what is left as a quote: the lines that are no fields below the callout's mark, or none where only the mark is left.
 * Null for a quote that is no callout, for an abstract, and for a callout without any field.
 *
 * @param title the entry's, which the callout may repeat
 * @param take takes what a field says over; false where the field is text all the same
 */
export function takeCallout(
  quote: readonly SignedLine[],
  title: string,
  labels: Labels,
  take: (field: LabelledLine) => boolean,
): readonly SignedLine[] | null {
  const [head, ...lines] = quote as [SignedLine, ...SignedLine[]]
  if (!mark.test(head.bare) || abstractMark.test(head.bare)) return null
  const read = lines.map((line) => ({ line, label: readLabel(line.bare.replace(/^>\s?/, ''), labels) }))
  if (!read.some(({ label }) => isField(label))) return null
  const rest = read.flatMap(({ line, label }) => (isField(label) && take({ number: line.number, label }) ? [] : [line]))
  const ownTitle = mark.exec(head.bare)?.[1] ?? ''
  const isEmpty = (ownTitle === '' || slugOf(ownTitle) === slugOf(title)) && rest.every(({ bare }) => /^>\s*$/.test(bare))
  return isEmpty ? [] : [head, ...rest]
}

function isField(label: Label | null): label is Label {
  return label !== null && label.name !== null && label.name !== 'abstract'
}
