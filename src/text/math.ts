import * as temmlModule from 'temml'
import { escapeHtml, type Html, trustedHtml } from './html.ts'

/** A node of the MathML tree that temml builds: an element, a fragment without a type, or a text without children. */
interface MathNode {
  readonly type?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly MathNode[]
}

/** The part of temml used here; its declarations name the tree builder otherwise than its module does. */
const temml = temmlModule.default as unknown as {
  readonly __renderToMathMLTree: (tex: string, options: { throwOnError: boolean; strict: boolean }) => MathNode
}

/** A stretch of a text: prose, or the TeX between two dollar signs with the stretch as it was written. */
export type MathSpan = { readonly prose: string } | { readonly tex: string; readonly written: string }

/** Longer than any formula in an abstract; what is longer is left as text, which bounds the work of one formula. */
const longestFormula = 2_000

/**
 * Where a formula that opens at `start` ends (the index after its last dollar), or -1: pandoc's rule
 * (`tex_math_dollars`), by which the opening dollar has no space to its right, the closing one no space to its left and
 * no digit to its right; so `$20,000 and $30,000` is money. Looks no further than the next dollar: a text is scanned once.
 */
export function mathEnd(text: string, start: number): number {
  const width = text.startsWith('$$', start) ? 2 : 1
  const open = start + width
  if (open >= text.length || /[\s$]/.test(text.charAt(open))) return -1
  for (let index = open; index < text.length && index - open <= longestFormula; index += 1) {
    const character = text.charAt(index)
    if (character === '\\') index += 1
    else if (character === '$') {
      if (/\s/.test(text.charAt(index - 1)) || (width === 2 && text.charAt(index + 1) !== '$')) return -1
      const end = index + width
      return /\d/.test(text.charAt(end)) ? -1 : end
    }
  }
  return -1
}

/** The text cut into prose and formulas, in order and without loss. */
export function mathSpans(text: string): readonly MathSpan[] {
  const spans: MathSpan[] = []
  let from = 0
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    const end = text.charAt(at - 1) === '\\' ? -1 : mathEnd(text, at)
    if (end === -1) {
      at += 1
      continue
    }
    if (at > from) spans.push({ prose: text.slice(from, at) })
    const written = text.slice(at, end)
    spans.push({ tex: texOf(written), written })
    from = end
    at = end
  }
  if (from < text.length) spans.push({ prose: text.slice(from) })
  return spans
}

/** The TeX inside the dollars. */
export function texOf(written: string): string {
  return written.replace(/^\$\$?|\$\$?$/g, '')
}

/**
 * TeX as plain text that reads right: Unicode where it has the signs (`x²`, `ℝⁿ`, `ReSTᴱᴹ`), else a line in the usual
 * notation (`x^(n+1)`, `(a+b)/2`). Null when the TeX can't be read.
 */
export function mathText(tex: string): string | null {
  const tree = parse(tex)
  return tree === null ? null : linear(tree).trim()
}

/**
 * TeX as HTML: the text of {@link mathText} where Unicode says it exactly, else MathML whose text content is that same
 * line, so that it still reads right in a reader that strips the tags. Null when the TeX can't be read.
 */
export function mathHtml(tex: string, display: boolean): Html | null {
  const tree = parse(tex)
  if (tree === null) return null
  if (isExact(tree)) return escapeHtml(linear(tree).trim())
  return trustedHtml(`<math${display ? ' display="block"' : ''}>${childrenOf(tree).map(mathMl).join('')}</math>`)
}

function parse(tex: string): MathNode | null {
  if (tex.length > longestFormula) return null
  // MathJax writes a character by its number; arXiv's abstracts do so for dashes.
  const readable = tex.replace(/\\unicode\s*\{\s*(?:x([0-9a-f]{1,6})|(\d{1,7}))\s*\}/gi, (written, hex, decimal) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0x1f && point <= 0x10ffff ? `\\text{${String.fromCodePoint(point)}}` : written
  })
  try {
    return temml.__renderToMathMLTree(readable, { throwOnError: true, strict: false })
  } catch {
    // Unknown macros, unbalanced braces, nesting beyond the stack: the formula then stays as it was written.
    return null
  }
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

function zip(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to)
  return new Map(Array.from(from, (character, index) => [character, targets[index] as string]))
}

/** The narrowest space that is read as one, in em: what TeX puts between a function's name and what it is of. */
const visibleSpace = 0.16

const childrenOf = (node: MathNode): readonly MathNode[] => node.children ?? []
const childAt = (node: MathNode, index: number): MathNode => childrenOf(node)[index] ?? { text: '' }

/** Every character moved by the map; null if one has no counterpart there. */
function shifted(text: string, map: ReadonlyMap<string, string>): string | null {
  let out = ''
  for (const character of text) {
    const counterpart = map.get(character)
    if (counterpart === undefined) return null
    out += counterpart
  }
  return out
}

const isAtom = (text: string): boolean => /^(?:[\p{L}\p{M}\p{N}.]+|\P{L})$/u.test(text)
const grouped = (text: string): string => (isAtom(text) ? text : `(${text})`)

/** The two marks that a line of text puts before a raised or lowered part, with the signs Unicode has for it. */
const scripts: Readonly<Record<'^' | '_', ReadonlyMap<string, string>>> = { '^': superscripts, _: subscripts }

function script(mark: '^' | '_', part: string): string {
  const text = part.trim()
  return text === '' ? '' : (shifted(text, scripts[mark]) ?? `${mark}${grouped(text)}`)
}

/** Whether a power of this, written behind it, would seem to be of its last part only: a fraction, a root, a bare sum. */
function isLoose(base: MathNode, text: string): boolean {
  if (base.type === 'mrow') return /[+−±×⋅·/=]/.test(text) && !/^[([{|‖⟨⌈⌊]/.test(text)
  return (base.type === 'mfrac' && !isBinomial(base)) || base.type === 'msqrt' || base.type === 'mroot'
}

/** A fraction without its bar stands for a binomial coefficient, in brackets of its own. */
const isBinomial = (fraction: MathNode): boolean => Number.parseFloat(fraction.attributes?.['linethickness'] ?? '1') === 0

/** The base with a mark as one letter; null where Unicode has none. */
function accented(base: string, mark: string): string | null {
  const sign = combining.get(mark)
  return sign === undefined || Array.from(base).length !== 1 ? null : (base + sign).normalize('NFC')
}

/**
 * A formula on one line of text. Spaces stand where TeX has a visible one. No part is asked for twice, since twice at
 * each of its levels would make the work of a nested formula exponential.
 */
function linear(node: MathNode): string {
  const inner = (): string => childrenOf(node).map(linear).join('')
  const part = (index: number): string => linear(childAt(node, index))
  const base = (): string => {
    const text = part(0).trim()
    return isLoose(childAt(node, 0), text) ? `(${text})` : text
  }
  switch (node.type) {
    case undefined:
      return node.text === undefined ? inner() : node.text.replace(/[\u2061-\u2064\u200b]/g, '').replace(/\u00a0/g, ' ')
    case 'mtext':
      // Words set in bold or italic come as mathematical letters; as text they are plain words.
      return inner().normalize('NFKC')
    case 'mspace':
      return Number.parseFloat(node.attributes?.['width'] ?? '0') >= visibleSpace ? ' ' : ''
    case 'mo':
      // The only operators that are words stand between two others: `a mod b`.
      return /^\p{L}{2,}$/u.test(inner()) ? ` ${inner()} ` : inner()
    case 'mphantom':
      return ''
    case 'msup':
      return base() + script('^', part(1))
    case 'msub':
    case 'munder':
      return base() + script('_', part(1))
    case 'mover': {
      const [over, mark] = [base(), part(1)]
      return accented(over, mark) ?? over + script('^', mark)
    }
    case 'msubsup':
    case 'munderover':
      return base() + script('_', part(1)) + script('^', part(2))
    case 'mfrac':
      return isBinomial(node) ? `${part(0)} choose ${part(1)}` : `${grouped(part(0))}/${grouped(part(1))}`
    case 'msqrt':
      return `√${grouped(inner())}`
    case 'mroot':
      return `${shifted(part(1).trim(), superscripts) ?? `(${part(1)})`}√${grouped(part(0).trim())}`
    case 'mtable':
      return `[${childrenOf(node).map(linear).join('; ')}]`
    case 'mtr':
      return childrenOf(node).map(linear).join(', ')
    case 'annotation':
      return ''
    default:
      return inner()
  }
}

/** Whether the line of text says all that the formula does: only scripts and accents that Unicode has signs for. */
function isExact(node: MathNode): boolean {
  if (!childrenOf(node).every(isExact)) return false
  const raised = (index: number, mark: '^' | '_'): boolean => shifted(linear(childAt(node, index)).trim(), scripts[mark]) !== null
  switch (node.type) {
    case 'msup':
      return raised(1, '^')
    case 'msub':
      return raised(1, '_')
    case 'msubsup':
      return raised(1, '_') && raised(2, '^')
    case 'mover':
      return accented(linear(childAt(node, 0)), linear(childAt(node, 1))) !== null
    case 'msqrt':
      return isAtom(childrenOf(node).map(linear).join(''))
    case 'mfrac':
    case 'mroot':
    case 'mtable':
    case 'munder':
    case 'munderover':
    case 'mphantom':
      return false
    default:
      return true
  }
}

/** Attributes with a meaning of their own; classes and styles are for a style sheet that a feed's reader hasn't got. */
const meaningful: ReadonlySet<string> = new Set([
  'stretchy',
  'fence',
  'separator',
  'form',
  'lspace',
  'rspace',
  'movablelimits',
  'width',
  'height',
  'linethickness',
  'accent',
  'mathvariant',
])

/**
 * The node as MathML whose text content reads as {@link linear} does: what a line of text adds (`^(`, `/`, `√`) stands
 * in it as a phantom of no width, unseen where MathML is shown, read where its tags are stripped.
 */
function mathMl(node: MathNode): string {
  const element = (inner: string): string => `<${node.type}${attributesOf(node)}>${inner}</${node.type}>`
  if (node.type === 'mtable') {
    const row = (one: MathNode, index: number, { length }: readonly MathNode[]): string =>
      mathMlRow(one, index === 0 ? '[' : '', index < length - 1 ? '; ' : ']')
    return element(childrenOf(node).map(row).join(''))
  }
  const children = childrenOf(node).map(mathMl)
  const child = (index: number): string => children[index] ?? '<mrow></mrow>'
  if (node.type === undefined) return node.text === undefined ? children.join('') : escapeHtml(linear(node))
  const scripted = (mark: '^' | '_', index: number): string => {
    const text = linear(childAt(node, index)).trim()
    const brackets = isAtom(text) ? ['', ''] : ['(', ')']
    return text === '' ? child(index) : `<mrow>${unseen(mark + brackets[0])}${child(index)}${unseen(brackets[1] as string)}</mrow>`
  }
  const bracketed = (index: number): string => `<mrow>${unseen('(')}${child(index)}${unseen(')')}</mrow>`
  const group = (index: number): string => (isAtom(linear(childAt(node, index))) ? child(index) : bracketed(index))
  const base = (): string => (isLoose(childAt(node, 0), linear(childAt(node, 0))) ? bracketed(0) : child(0))
  switch (node.type) {
    case 'mspace':
      return `<mrow>${element('')}${unseen(linear(node))}</mrow>`
    case 'mo': {
      const [operator, space] = [element(children.join('')), unseen(' ')]
      return linear(node).startsWith(' ') ? `<mrow>${space}${operator}${space}</mrow>` : operator
    }
    case 'msup':
    case 'mover':
      return element(base() + scripted('^', 1))
    case 'msub':
    case 'munder':
      return element(base() + scripted('_', 1))
    case 'msubsup':
    case 'munderover':
      return element(base() + scripted('_', 1) + scripted('^', 2))
    case 'mfrac':
      if (isBinomial(node)) return element(`${child(0)}<mrow>${unseen(' choose ')}${child(1)}</mrow>`)
      return element(`${group(0)}<mrow>${unseen('/')}${group(1)}</mrow>`)
    case 'msqrt':
      return element(`${unseen('√(')}${children.join('')}${unseen(')')}`)
    case 'mroot':
      return element(`<mrow>${unseen('(')}${child(0)}${unseen(')^(1/')}</mrow><mrow>${child(1)}${unseen(')')}</mrow>`)
    case 'mphantom':
      return '<mrow></mrow>'
    case 'annotation':
      return ''
    default:
      return element(children.join(''))
  }
}

/** A row of a table, with what its line of text begins and ends with: inside its cells, since a row holds nothing else. */
function mathMlRow(row: MathNode, before: string, after: string): string {
  const cells = childrenOf(row).map((cell, index, { length }) => {
    const inner = childrenOf(cell).map(mathMl).join('')
    const [start, end] = [index === 0 ? before : '', index < length - 1 ? ', ' : after]
    return `<mtd${attributesOf(cell)}>${unseen(start)}${inner}${unseen(end)}</mtd>`
  })
  return `<mtr${attributesOf(row)}>${cells.join('')}</mtr>`
}

function unseen(text: string): string {
  return text === '' ? '' : `<mpadded width="0" height="0" depth="0"><mphantom><mtext>${text}</mtext></mphantom></mpadded>`
}

function attributesOf(node: MathNode): string {
  return Object.entries(node.attributes ?? {})
    .filter(([name]) => meaningful.has(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
}
