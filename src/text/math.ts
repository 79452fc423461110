import * as temmlModule from 'temml'
import { escapeHtml, type Html, trustedHtml } from './html.ts'
import { type Formula, formulaOf, type MathNode } from './math-fold.ts'
import { longestFormula, mathSpans, texOf } from './math-spans.ts'
import { remembered } from './remembered.ts'

/** The part of temml used here; its declarations name the tree builder otherwise than its module does. */
const temml = temmlModule.default as unknown as {
  readonly __renderToMathMLTree: (tex: string, options: TemmlOptions) => MathNode
}

interface TemmlOptions {
  readonly throwOnError: boolean
  readonly strict: boolean
  readonly maxExpand: number
  /** What temml calls where it finds one of these names, before it looks among its own. */
  readonly macros: Record<string, () => never>
}

/** Why a formula, or another passage that could be read, is left as it was written: what is wrong with it, and what to do. */
export interface RefusedPassage {
  readonly what: string
  readonly cure: string
}

/** In macros replaced by what they stand for. A thin space takes three. */
const mostExpansions = 300

/** In elements of MathML: more than a formula of the greatest length has letters. */
const mostElements = 2_500

/** In elements inside one another. */
const deepestElement = 100

/** In marks on one letter: the number that Unicode's Stream-Safe Text Format allows (UAX #15 §13). */
const mostMarks = 30
const overloaded = new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u')

/** Macros that define macros. A few of them can make a formula of any size. */
const definers: readonly string[] = [
  '\\def',
  '\\gdef',
  '\\edef',
  '\\xdef',
  '\\let',
  '\\futurelet',
  '\\global',
  '\\long',
  '\\newcommand',
  '\\renewcommand',
  '\\providecommand',
  '\\newenvironment',
  '\\renewenvironment',
  '\\DeclareMathOperator',
  '\\DeclareRobustCommand',
]

/** Thrown through temml, which knows nothing of it. */
class Refusal extends Error {
  readonly formula: RefusedPassage
  constructor(what: string, cure: string) {
    super(what)
    this.formula = { what, cure }
  }
}

/**
 * TeX as plain text that reads right: Unicode where it has the signs (`x²`, `ℝⁿ`, `ReSTᴱᴹ`), else a line in the usual
 * notation (`x^(n+1)`, `(a+b)/2`). Null when the TeX can't be read, or is refused.
 */
export function mathText(tex: string): string | null {
  return read(tex).formula?.text.trim() ?? null
}

/**
 * A formula with its dollars as the text of {@link mathText}, and as HTML: that text where Unicode says the formula
 * exactly, else MathML whose text content is such a line too, so that it still reads right in a reader that strips the
 * tags. Both are the formula as it was written when its TeX can't be read, or is refused.
 */
export function renderMath(written: string): { readonly text: string; readonly html: Html; readonly refused: RefusedPassage | null } {
  const { formula, refused } = read(texOf(written))
  if (formula === null) return { text: written, html: escapeHtml(written), refused }
  const text = formula.text.trim()
  const display = written.startsWith('$$') ? ' display="block"' : ''
  return { text, html: formula.exact ? escapeHtml(text) : trustedHtml(`<math${display}>${formula.mathml}</math>`), refused }
}

/** Why formulas in a text are refused, in their order. */
export function refusedFormulas(text: string): readonly RefusedPassage[] {
  return mathSpans(text).flatMap((span) => ('tex' in span ? (read(span.tex).refused ?? []) : []))
}

interface Reading {
  readonly formula: Formula | null
  readonly refused: RefusedPassage | null
}

/** Headings are read several times until it is known which are titles. What is kept is bounded, since MathML is long. */
const read: (tex: string) => Reading = remembered((tex) => {
  try {
    return { formula: formulaOf(treeOf(tex)), refused: null }
  } catch (error) {
    // Unknown macros, unbalanced braces, nesting beyond the stack: the formula then stays as it was written, as a refused one does.
    return { formula: null, refused: error instanceof Refusal ? error.formula : null }
  }
}, 300)

/** The tree that temml builds. Throws a {@link Refusal} at a bound, and temml's own error where it can't read the TeX. */
function treeOf(tex: string): MathNode {
  if (tex.length > longestFormula) {
    throw new Refusal(`a formula of ${tex.length} characters`, `part it: ${longestFormula} are the most`)
  }
  if (overloaded.test(tex)) throw new Refusal(`a formula with more than ${mostMarks} marks on one letter`, 'remove them')
  // MathJax writes a character by its number; arXiv's abstracts do so for dashes.
  const readable = tex.replace(/\\unicode\s*\{\s*(?:x([0-9a-f]{1,6})|(\d{1,7}))\s*\}/gi, (written, hex, decimal) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0x1f && point <= 0x10ffff ? `\\text{${String.fromCodePoint(point)}}` : written
  })
  const tree = built(readable)
  if (countOf(tree, 0) > mostElements) throw new Refusal(`a formula of more than ${mostElements} elements`, 'part it')
  return tree
}

function built(tex: string): MathNode {
  const macros = Object.fromEntries(definers.map((name) => [name, () => refuseDefinition(name)]))
  try {
    return temml.__renderToMathMLTree(tex, { throwOnError: true, strict: false, maxExpand: mostExpansions, macros })
  } catch (error) {
    if (!/^\s*Too many expansions/.test((error as Error).message)) throw error
    throw new Refusal(`a formula with more than ${mostExpansions} expansions of macros`, 'part it, or write signs for macros')
  }
}

function refuseDefinition(name: string): never {
  throw new Refusal(`a formula that defines a macro, with ${name}`, 'write in its place what it stands for')
}

/** How many elements of MathML a node is. Throws a {@link Refusal} where they are nested too deeply. */
function countOf({ type, children = [] }: MathNode, depth: number): number {
  if (depth > deepestElement) throw new Refusal(`a formula nested more than ${deepestElement} levels deep`, 'part it')
  let count = type === undefined ? 0 : 1
  for (const child of children) count += countOf(child, depth + 1)
  return count
}
