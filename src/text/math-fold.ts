import { escapeHtml } from './html.ts'

/** A node of the MathML tree that temml builds: an element, a fragment without a type, or a text without children. */
export interface MathNode {
  readonly type?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly MathNode[]
}

/** A formula, or a part of one, as text and as markup. */
export interface Formula {
  /** The formula on one line, with a space where TeX has a visible one: `x²`, `(a+b)/2`. */
  readonly text: string
  /** Whether the text says all that the formula does: only scripts and accents that Unicode has signs for. */
  readonly exact: boolean
  /**
   * The formula as MathML whose text content reads as a line too: what a line adds (`^(`, `/`, `√`) stands in it as a
   * phantom of no width, unseen where MathML is shown, read where its tags are stripped.
   */
  readonly mathml: string
}

/** What a row or a cell of a table begins and ends with on a line of text: in `[1, 2; 3, 4]` the cell `2` ends with `; `. */
type Bounds = readonly [before: string, after: string]

/** The two marks that a line of text puts before a raised or lowered part. */
type Mark = '^' | '_'

/** The formula that a whole tree says. Its outermost element, `math`, is left to the caller. */
export function formulaOf({ children = [] }: MathNode): Formula {
  return folded({ children }, ['', ''], false)
}

/** Elements whose children, but for the first, are raised or lowered. */
const scripting: ReadonlySet<string> = new Set(['msup', 'msub', 'msubsup', 'munder', 'mover', 'munderover', 'mroot'])

/**
 * A node's formula, from the formulas of its children. Each node is folded once: twice would be exponential work in nesting.
 *
 * @param isScript whether the node is in a raised or lowered part, where TeX leaves operators without spaces
 */
function folded(node: MathNode, bounds: Bounds, isScript: boolean): Formula {
  const hasScripts = scripting.has(node.type ?? '')
  const parts = childrenOf(node).map((child, index) => folded(child, boundsOf(node, bounds, index), isScript || (hasScripts && index > 0)))
  const inner = joined(isScript ? parts : parts.map((part, index) => spaced(node, parts, index) ?? part))
  switch (node.type) {
    case undefined:
      return node.text === undefined ? inner : literal(node.text)
    case 'mtext':
      // Words set in bold or italic come as mathematical letters; as text they are plain words.
      return { ...enclosed(node, inner), text: inner.text.normalize('NFKC') }
    case 'mspace':
      return row(enclosed(node, inner), added(numberOf(node, 'width', '0') >= visibleSpace ? ' ' : ''))
    case 'mo':
      return operator(node, inner)
    case 'mphantom':
      return { ...nothing, exact: false }
    case 'msup':
      return scripted(node, parts, ['^'])
    case 'msub':
      return scripted(node, parts, ['_'])
    case 'msubsup':
      return scripted(node, parts, ['_', '^'])
    case 'munder':
      return { ...scripted(node, parts, ['_']), exact: false }
    case 'munderover':
      return { ...scripted(node, parts, ['_', '^']), exact: false }
    case 'mover':
      return marked(node, parts)
    case 'mfrac':
      return { ...fraction(node, parts), exact: false }
    case 'mroot':
      return { ...root(node, parts), exact: false }
    case 'msqrt':
      return {
        ...enclosed(node, joined([added('√('), inner, added(')')])),
        text: `√${grouped(inner).text}`,
        exact: inner.exact && isAtom(inner.text),
      }
    case 'mtable':
      return { ...enclosed(node, inner), text: inner.text || '[]', exact: false }
    case 'mtd':
      return enclosed(node, joined([added(bounds[0]), inner, added(bounds[1])]))
    default:
      return enclosed(node, inner)
  }
}

const nothing: Formula = { text: '', exact: true, mathml: '<mrow></mrow>' }

const childrenOf = (node: MathNode): readonly MathNode[] => node.children ?? []

/** Formulas one after another. */
function joined(parts: readonly Formula[]): Formula {
  return {
    text: parts.map(({ text }) => text).join(''),
    exact: parts.every(({ exact }) => exact),
    mathml: parts.map(({ mathml }) => mathml).join(''),
  }
}

/** Formulas one after another where MathML has place for one. */
function row(...parts: readonly Formula[]): Formula {
  const inner = joined(parts)
  return { ...inner, mathml: `<mrow>${inner.mathml}</mrow>` }
}

/** A formula inside the element that the node is. */
function enclosed(node: MathNode, inner: Formula): Formula {
  return { ...inner, mathml: `<${node.type}${attributesOf(node)}>${inner.mathml}</${node.type}>` }
}

/** What a line of text adds to a formula: in MathML a phantom of no width. */
function added(text: string): Formula {
  const phantom = `<mpadded width="0" height="0" depth="0"><mphantom><mtext>${text}</mtext></mphantom></mpadded>`
  return { text, exact: true, mathml: text === '' ? '' : phantom }
}

/** A text of the tree, without TeX's invisible operators. */
function literal(written: string): Formula {
  const text = written.replace(/[\u2061-\u2064\u200b]/g, '').replace(/\u00a0/g, ' ')
  return { text, exact: true, mathml: escapeHtml(text) }
}

const isAtom = (text: string): boolean => /^(?:[\p{L}\p{M}\p{N}.]+|\P{L})$/u.test(text)
const bracketed = (part: Formula): Formula => row(added('('), part, added(')'))
const grouped = (part: Formula): Formula => (isAtom(part.text) ? part : bracketed(part))
const trimmed = (part: Formula): Formula => ({ ...part, text: part.text.trim() })

/** The narrowest space that is read as one, in em: the one TeX puts between a function's name and its argument. */
const visibleSpace = 0.16

/** An operator. The only ones that are words stand between two others: `a mod b`. */
function operator(node: MathNode, inner: Formula): Formula {
  const spaced = row(added(' '), enclosed(node, inner), added(' '))
  if (/^\p{L}{2,}$/u.test(inner.text)) return spaced
  return inner.text.startsWith(' ') ? { ...spaced, text: inner.text } : enclosed(node, inner)
}

/**
 * Signs that relate what stands on their two sides, struck through or not: `a ∈ B`, `x ≤ y`, `X → Y`. A colon and a bar
 * are among them: where they have no space beside them, their element says so.
 */
const relation =
  /^(?:[<=>\u2208-\u220d\u221d\u2223-\u2226\u223c-\u228b\u228f-\u2292\u22a2-\u22af\u22d0\u22d1\u22d6-\u22ed\u27c2\u2190-\u21ff\u27f5-\u27ff\u2900-\u297f\u2a7d-\u2af0]\u0338?|[:|])$/u

/** The part at that place with the spaces that TeX has around a relation between two others; null where it is none. */
function spaced(parent: MathNode, parts: readonly Formula[], index: number): Formula | null {
  const [node, part] = [childrenOf(parent)[index] as MathNode, parts[index] as Formula]
  const [left, right] = [parts[index - 1]?.text ?? '', parts[index + 1]?.text ?? '']
  if (node.type !== 'mo' || left === '' || right === '' || !relation.test(part.text)) return null
  const spaceAt = (side: 'lspace' | 'rspace'): string => (numberOf(node, side, '1') >= visibleSpace ? ' ' : '')
  return joined([added(left.endsWith(' ') ? '' : spaceAt('lspace')), part, added(right.startsWith(' ') ? '' : spaceAt('rspace'))])
}

/** A base with raised and lowered parts, in the order of their marks. */
function scripted(node: MathNode, [base = nothing, ...parts]: readonly Formula[], marks: readonly Mark[]): Formula {
  const scripts = marks.map((mark, index) => script(mark, parts[index] ?? nothing))
  return enclosed(node, joined([baseOf(node, base), ...scripts]))
}

/** A raised or lowered part: `²`, `^q`, `^(n+1)`. */
function script(mark: Mark, part: Formula): Formula {
  const text = part.text.trim()
  if (text === '') return trimmed(part)
  const [open, close] = isAtom(text) ? ['', ''] : ['(', ')']
  const line = row(added(mark + open), trimmed(part), added(close))
  const signs = shifted(text, signsOf[mark])
  return { ...line, text: signs ?? line.text, exact: part.exact && signs !== null }
}

/** What scripts stand behind: in brackets where they would seem to belong to its last part only, as in `(a+b)²`. */
function baseOf({ children: [base = {}] = [] }: MathNode, part: Formula): Formula {
  const { mathml } = isLoose(base, part.text) ? bracketed(part) : part
  const text = part.text.trim()
  return { ...part, text: isLoose(base, text) ? `(${text})` : text, mathml }
}

/** Whether a base has no end of its own: a fraction, a root, a bare sum. */
function isLoose(base: MathNode, text: string): boolean {
  if (base.type === 'mrow') return /[+−±×⋅·/=]/.test(text) && !/^[([{|‖⟨⌈⌊]/.test(text)
  return (base.type === 'mfrac' && !isBinomial(base)) || base.type === 'msqrt' || base.type === 'mroot'
}

/** A base with a mark over it: one letter where Unicode has it (`ŷ`), else the mark raised (`ab^‾`). */
function marked(node: MathNode, parts: readonly Formula[]): Formula {
  const [base = nothing, mark = nothing] = parts
  const line = scripted(node, parts, ['^'])
  const letter = accented(baseOf(node, base).text, mark.text)
  return { ...line, text: letter ?? line.text, exact: base.exact && mark.exact && accented(base.text, mark.text) !== null }
}

/** Whether a fraction has no bar: a binomial coefficient, which has brackets of its own. */
const isBinomial = (fraction: MathNode): boolean => numberOf(fraction, 'linethickness', '1') === 0

/** A fraction: `(a+b)/2`, `n choose k`. */
function fraction(node: MathNode, [above = nothing, below = nothing]: readonly Formula[]): Formula {
  if (isBinomial(node)) return enclosed(node, joined([above, row(added(' choose '), below)]))
  return enclosed(node, joined([grouped(above), row(added('/'), grouped(below))]))
}

/** A root with its degree: `³√x`. */
function root(node: MathNode, [radicand = nothing, degree = nothing]: readonly Formula[]): Formula {
  const line = joined([row(added('('), radicand, added(')^(1/')), row(degree, added(')'))])
  const raised = shifted(degree.text.trim(), signsOf['^']) ?? `(${degree.text})`
  return { ...enclosed(node, line), text: `${raised}√${grouped(trimmed(radicand)).text}` }
}

/** Where the brackets, semicolons and commas of a table stand: inside its cells, since a table and a row hold nothing else. */
function boundsOf(parent: MathNode, [before, after]: Bounds, index: number): Bounds {
  const [isFirst, isLast] = [index === 0, index === childrenOf(parent).length - 1]
  if (parent.type === 'mtable') return [isFirst ? '[' : '', isLast ? ']' : '; ']
  if (parent.type === 'mtr') return [isFirst ? before : '', isLast ? after : ', ']
  return ['', '']
}

const superscripts: ReadonlyMap<string, string> = zip(
  '0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ′*∗⊤†',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ′*∗ᵀ†',
)
const subscripts: ReadonlyMap<string, string> = zip('0123456789+−-=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ')
const combining: ReadonlyMap<string, string> = zip(
  'ˆ^~˜¯‾ˉ˙¨→⃗ˇ´`˘',
  '\u0302\u0302\u0303\u0303\u0304\u0304\u0304\u0307\u0308\u20d7\u20d7\u030c\u0301\u0300\u0306',
)

const signsOf: Readonly<Record<Mark, ReadonlyMap<string, string>>> = { '^': superscripts, _: subscripts }

function zip(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to)
  return new Map(Array.from(from, (character, index) => [character, targets[index] as string]))
}

/** The text in the map's signs, `n+1` as `ⁿ⁺¹`; null if a character has none there. */
function shifted(text: string, map: ReadonlyMap<string, string>): string | null {
  const signs = Array.from(text, (character) => map.get(character))
  return signs.includes(undefined) ? null : signs.join('')
}

/** The base with a mark as one letter, `y` with `^` as `ŷ`; null where Unicode has none. */
function accented(base: string, mark: string): string | null {
  const sign = combining.get(mark)
  return sign === undefined || Array.from(base).length !== 1 ? null : (base + sign).normalize('NFC')
}

/** Attributes that mean something by themselves. Classes and styles need temml's style sheet, which a feed's reader hasn't got. */
const meaningful = /^(?:stretchy|fence|separator|form|[lr]space|movablelimits|width|height|linethickness|accent|mathvariant)$/

function attributesOf(node: MathNode): string {
  return Object.entries(node.attributes ?? {})
    .filter(([name]) => meaningful.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
}

function numberOf({ attributes }: MathNode, name: string, otherwise: string): number {
  return Number.parseFloat(attributes?.[name] ?? otherwise)
}
