/** Something that gathers entries, by which others are combined: a tag or an author, by its slug. */
export interface Operand {
  readonly kind: 'tag' | 'author'
  readonly slug: string
}

/**
 * Entries by their tags and authors: those that have one of every group, and none of what is left out. Without groups it is
 * all entries but these.
 */
export interface Selection {
  readonly groups: readonly (readonly Operand[])[]
  readonly without: readonly Operand[]
}

/** An operand as somebody wrote it: its name may be spelled otherwise than its slug. */
export interface WrittenOperand {
  readonly kind: Operand['kind']
  readonly name: string
}

/** A selection as somebody wrote it. */
export interface WrittenSelection {
  readonly groups: readonly (readonly WrittenOperand[])[]
  readonly without: readonly WrittenOperand[]
}

/** The most tags and authors that a selection may name. */
const mostOperands = 8

/** Whether a part of a path is written as a selection: no slug holds any of these. */
export function isExpression(segment: string): boolean {
  return /[+,!@]/.test(segment)
}

/**
 * Reads a part of a path, decoded: `llm,rl+alignment+!benchmark` is what has one of llm and rl, and alignment, and not
 * benchmark. `+` is *and*, as in WordPress's addresses, `,` is *or*, as there and on Lobsters, and binds closer, `!` leaves
 * out, and `@` stands before an author. Null where it isn't one: an empty name, or more than eight.
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
  const isRead = all.every(({ name }) => name !== '' && !isExpression(name)) && all.length <= mostOperands
  return isRead ? { groups, without } : null
}

function operandOf(written: string): WrittenOperand {
  return written.startsWith('@') ? { kind: 'author', name: written.slice(1) } : { kind: 'tag', name: written }
}

/**
 * The one selection of many that are written otherwise and mean the same: operands once and in the order of their slugs, tags
 * before authors; no group that another makes needless, as `llm,rl` beside `llm`; in none what is left out, as rl in `llm,rl+!rl`.
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

/** An operand with its mark: no slug begins with `@`, whose code unit is behind digits and before letters. */
function written({ kind, slug }: Operand): string {
  return kind === 'author' ? `@${slug}` : slug
}

function expressionOfGroup(group: readonly Operand[]): string {
  return group.map(written).join(',')
}

/** A selection as its address writes it, percent-encoded but for the signs between slugs. */
export function addressOf({ groups, without }: Selection): string {
  const encoded = (operand: Operand): string => (operand.kind === 'author' ? '@' : '') + encodeURIComponent(operand.slug)
  return [...groups.map((group) => group.map(encoded).join(',')), ...without.map((operand) => `!${encoded(operand)}`)].join('+')
}

/** The tag or the author that a selection is, where it is one alone; null of any other. */
export function singleOf({ groups, without }: Selection): Operand | null {
  const [group] = groups
  return groups.length === 1 && without.length === 0 && group?.length === 1 ? (group[0] as Operand) : null
}

/** The name of a selection in any language: `#llm, #rl + #alignment − #benchmark`. */
export function nameOf({ groups, without }: Selection, nameOfOperand: (operand: Operand) => string): string {
  const named = (operand: Operand): string => (operand.kind === 'tag' ? '#' : '') + nameOfOperand(operand)
  const wanted = groups.map((group) => group.map(named).join(', ')).join(' + ')
  const unwanted = without.map((operand) => `− ${named(operand)}`).join(' ')
  return [wanted, unwanted].filter((part) => part !== '').join(' ')
}
