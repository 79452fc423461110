import * as temmlModule from 'temml'
import { escapeHtml, type Html, trustedHtml } from './html.ts'
import { type Formula, formulaOf, type MathNode } from './math-fold.ts'
import { longestFormula, texOf } from './math-spans.ts'

/** The part of temml used here; its declarations name the tree builder otherwise than its module does. */
const temml = temmlModule.default as unknown as {
  readonly __renderToMathMLTree: (tex: string, options: { throwOnError: boolean; strict: boolean }) => MathNode
}

/**
 * TeX as plain text that reads right: Unicode where it has the signs (`x²`, `ℝⁿ`, `ReSTᴱᴹ`), else a line in the usual
 * notation (`x^(n+1)`, `(a+b)/2`). Null when the TeX can't be read.
 */
export function mathText(tex: string): string | null {
  return read(tex)?.text.trim() ?? null
}

/**
 * A formula with its dollars as the text of {@link mathText}, and as HTML: that text where Unicode says the formula
 * exactly, else MathML whose text content is such a line too, so that it still reads right in a reader that strips the
 * tags. Both are the formula as it was written when its TeX can't be read.
 */
export function renderMath(written: string): { readonly text: string; readonly html: Html } {
  const formula = read(texOf(written))
  if (formula === null) return { text: written, html: escapeHtml(written) }
  const text = formula.text.trim()
  const display = written.startsWith('$$') ? ' display="block"' : ''
  return { text, html: formula.exact ? escapeHtml(text) : trustedHtml(`<math${display}>${formula.mathml}</math>`) }
}

function read(tex: string): Formula | null {
  if (tex.length > longestFormula) return null
  // MathJax writes a character by its number; arXiv's abstracts do so for dashes.
  const readable = tex.replace(/\\unicode\s*\{\s*(?:x([0-9a-f]{1,6})|(\d{1,7}))\s*\}/gi, (written, hex, decimal) => {
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0x1f && point <= 0x10ffff ? `\\text{${String.fromCodePoint(point)}}` : written
  })
  try {
    return formulaOf(temml.__renderToMathMLTree(readable, { throwOnError: true, strict: false }))
  } catch {
    // Unknown macros, unbalanced braces, nesting beyond the stack: the formula then stays as it was written.
    return null
  }
}
