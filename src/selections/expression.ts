/**
 * What an operand gathers entries by: a tag; an author who has feeds; a venue, with its year or without; the language of the
 * notes; words that stand one behind another in a title, in an author's name or in a tag.
 */
export type OperandKind = 'tag' | 'author' | 'venue' | 'lang' | 'word'

/** What stands before the slug of each kind: `llm`, `@kaiming-he`, `venue:iclr-2024`, `lang:ko`, `word:diffusion-models`. */
const prefixes: Readonly<Record<OperandKind, string>> = { tag: '', author: '@', venue: 'venue:', lang: 'lang:', word: 'word:' }

/** Something that gathers entries, by which others are combined. */
export interface Operand {
  readonly kind: OperandKind
  readonly slug: string
}

/**
 * Entries by what gathers them: those that have one of every group, and none of what is left out. Without groups it is
 * all entries but these.
 */
export interface Selection {
  readonly groups: readonly (readonly Operand[])[]
  readonly without: readonly Operand[]
}

/** An operand as somebody wrote it: its name may be spelled otherwise than its slug. */
export interface WrittenOperand {
  readonly kind: OperandKind
  readonly name: string
}

/** A selection as somebody wrote it. */
export interface WrittenSelection {
  readonly groups: readonly (readonly WrittenOperand[])[]
  readonly without: readonly WrittenOperand[]
}

/** The most operands that a selection may have. */
const mostOperands = 8

const named = /^(venue|lang|word):/i

/** Whether a part of a path is written as a selection: no slug holds a sign, or a colon. */
export function isExpression(segment: string): boolean {
  return hasSign(segment) || named.test(segment)
}

function hasSign(text: string): boolean {
  return /[+,!@]/.test(text)
}

/**
 * Reads a part of a path, decoded: `llm,rl+alignment+!benchmark` is what has one of llm and rl, and alignment, and not
 * benchmark. `+` is *and*, as in WordPress's addresses, `,` is *or*, as there and on Lobsters, and binds closer, `!` leaves
 * out, `@` stands before an author, and a word with a colon before whatever else isn't a tag. Null where it isn't one: an empty
 * name, or more than eight.
 */
export function readExpression(segment: string): WrittenSelection | null {
  const terms = segment.split('+')
  const groups: (readonly WrittenOperand[])[] = []
  const without: WrittenOperand[] = []
  for (const term of terms) {
    if (term.startsWith('!')) without.push(...term.slice(1).split(',').map(operandOf))
    else groups.push(term.split(',').map(operandOf))
  }
  const all = [...groups.flat(), ...without]
  const isRead = all.every(({ name }) => name !== '' && !hasSign(name)) && all.length <= mostOperands
  return isRead ? { groups, without } : null
}

function operandOf(written: string): WrittenOperand {
  if (written.startsWith('@')) return { kind: 'author', name: written.slice(1) }
  const [prefix, kind] = named.exec(written) ?? []
  if (prefix === undefined || kind === undefined) return { kind: 'tag', name: written }
  return { kind: kind.toLowerCase() as OperandKind, name: written.slice(prefix.length) }
}

/**
 * The one selection of many that are written otherwise and mean the same: operands once, in the order of how they are written; no group that another makes needless, as `llm,rl` beside `llm`; in none what is left out, as rl in `llm,rl+!rl`.
 */
export function canonicalSelection({ groups, without }: Selection): Selection {
  const sorted = groups
    .map((group) => inOrder(withoutLeftOut(group, without)))
    .toSorted((one, other) => compare(expressionOfGroup(one), expressionOfGroup(other)))
  const distinct = sorted.filter(
    (group, index) => index === 0 || expressionOfGroup(group) !== expressionOfGroup(sorted[index - 1] as typeof group),
  )
  const needed = distinct.filter((group) => !distinct.some((other) => other !== group && other.every((operand) => has(group, operand))))
  return { groups: needed, without: inOrder(without) }
}

/** A group without what is left out, unless nothing else stands in it: then nothing is selected. */
function withoutLeftOut(group: readonly Operand[], without: readonly Operand[]): readonly Operand[] {
  const others = group.filter((operand) => !has(without, operand))
  return others.length === 0 ? group : others
}

function inOrder(operands: readonly Operand[]): readonly Operand[] {
  return operands
    .toSorted((one, other) => compare(written(one), written(other)))
    .filter((operand, index, all) => index === 0 || written(operand) !== written(all[index - 1] as Operand))
}

function has(group: readonly Operand[], operand: Operand): boolean {
  return group.some((one) => written(one) === written(operand))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** An operand as an expression has it. */
export function written({ kind, slug }: Operand): string {
  return prefixes[kind] + slug
}

function expressionOfGroup(group: readonly Operand[]): string {
  return group.map(written).join(',')
}

/** A selection as its address writes it, percent-encoded but for the signs between slugs. */
export function addressOf({ groups, without }: Selection): string {
  const encoded = ({ kind, slug }: Operand): string => prefixes[kind] + encodeURIComponent(slug)
  return [...groups.map((group) => group.map(encoded).join(',')), ...without.map((operand) => `!${encoded(operand)}`)].join('+')
}

/** A tag or an author: these have feeds of their own. */
export interface ChannelOperand extends Operand {
  readonly kind: 'tag' | 'author'
}

export function hasChannel(operand: Operand): operand is ChannelOperand {
  return operand.kind === 'tag' || operand.kind === 'author'
}

/** The tag or the author that a selection is, where it is one alone; null of any other. */
export function singleOf({ groups, without }: Selection): ChannelOperand | null {
  const [operand, ...others] = groups.length === 1 && without.length === 0 ? (groups[0] as readonly Operand[]) : []
  return operand !== undefined && others.length === 0 && hasChannel(operand) ? operand : null
}

/** The name of a selection in any language: `#llm, #rl + “diffusion” − #benchmark`. */
export function nameOf({ groups, without }: Selection, nameOfOperand: (operand: Operand) => string): string {
  const wanted = groups.map((group) => group.map(nameOfOperand).join(', ')).join(' + ')
  const unwanted = without.map((operand) => `− ${nameOfOperand(operand)}`).join(' ')
  return [wanted, unwanted].filter((part) => part !== '').join(' ')
}
