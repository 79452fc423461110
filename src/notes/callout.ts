import type { LabelledLine } from './head.ts'
import { type Labels, readLabel } from './labels.ts'
import type { SignedLine } from './lines.ts'

/** A callout at the head of an entry, taken apart: what its fields say, and what is left of it as a quote. */
interface Callout {
  readonly fields: readonly LabelledLine[]
  /** The lines that aren't fields, with the callout's mark; none where nothing but the mark would be left. */
  readonly rest: readonly SignedLine[]
}

const mark = /^>\s?\[!\w{1,20}\][+-]?(?:\s+(.*))?$/

/** Callouts whose text is the paper's own, and no field of it. */
const abstractMark = /^>\s?\[!(?:abstract|summary|tldr|quote)\]/i

/**
 * Takes a callout apart as reference managers and clippers write it, `> [!cite]` and below it `> Authors:: …`. Null for a
 * quote that is no callout, for an abstract, and for a callout without any field.
 */
export function readCallout(quote: readonly SignedLine[], labels: Labels): Callout | null {
  const [head, ...lines] = quote as [SignedLine, ...SignedLine[]]
  if (!mark.test(head.bare) || abstractMark.test(head.bare)) return null
  const read = lines.map((line) => ({ line, label: readLabel(line.bare.replace(/^>\s?/, ''), labels) }))
  const isField = ({ label }: (typeof read)[number]): boolean => label !== null && label.name !== null && label.name !== 'abstract'
  const fields = read.filter(isField).map(({ line, label }) => ({ number: line.number, label: label as LabelledLine['label'] }))
  if (fields.length === 0) return null
  const rest = read.filter((one) => !isField(one)).map(({ line }) => line)
  const isEmpty = rest.every(({ bare }) => /^>\s*$/.test(bare))
  return { fields, rest: isEmpty ? [] : [head, ...rest] }
}
