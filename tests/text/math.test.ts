import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mathEnd, mathHtml, mathSpans, mathText, texOf } from '../../src/text/math.ts'
import { parseXml } from '../feed/xml.ts'

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '').trim()

describe('pandoc, tex_math_dollars: where a formula begins and ends', () => {
  test.each([
    ['$x$', '$x$'],
    ['$$x$$', '$$x$$'],
    ['$x$, and', '$x$'],
    ['$x$는', '$x$'],
    ['$a \\$ b$', '$a \\$ b$'],
    ['$x y$', '$x y$'],
  ])('%j begins with the formula %j', (text, formula) => {
    expect(text.slice(0, mathEnd(text, 0))).toBe(formula)
  })

  test.each([
    '$100K Budget',
    '$20,000 and $30,000',
    '$ x$',
    '$x $',
    '$x$1',
    '$$x$ y',
    '$$x $$',
    '$',
    '$$',
    '$$$',
    '$x\\$',
    `$${'x'.repeat(3_000)}$`,
  ])('%j begins with none', (text) => {
    expect(mathEnd(text, 0)).toBe(-1)
  })

  test('an escaped dollar opens nothing', () => {
    expect(mathSpans('\\$x$y$')).toEqual([{ prose: '\\$x' }, { tex: 'y', written: '$y$' }])
  })

  test('a text is cut without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '$$', '\\', ' ', '1', 'x', '가', '\n') }), (text) => {
        const spans = mathSpans(text)
        expect(spans.map((span) => ('prose' in span ? span.prose : span.written)).join('')).toBe(text)
        for (const span of spans) if ('tex' in span) expect(span.tex).toBe(texOf(span.written))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a formula as one line of text, and as HTML whose tags a reader strips', () => {
  test.each([
    ['x^2', 'x²', 'x²'],
    ['H_2O', 'H₂O', 'H₂O'],
    ['^\\text{EM}', 'ᴱᴹ', 'ᴱᴹ'],
    ['\\unicode{x2014}', '—', '—'],
    ['\\unicode{8212}', '—', '—'],
    ['10^{-3}', '10⁻³', '10⁻³'],
    ['\\mathbb{R}^n', 'ℝⁿ', 'ℝⁿ'],
    ['\\hat{y}', 'ŷ', 'ŷ'],
    ['90\\%', '90%', '90%'],
    ['\\sim 5', '∼5', '∼5'],
    ['a < b', 'a<b', 'a&lt;b'],
    ['x^{q}', 'x^q', 'x^q'],
    ['x_i^q', 'xᵢ^q', 'x_i^q'],
    ['x_q^i', 'x_qⁱ', 'x_q^i'],
    ['x^{\\log}', 'xˡᵒᵍ', 'xˡᵒᵍ'],
    ['\\mathop{foo}_x', 'fooₓ', 'fooₓ'],
    ['\\bar{ab}', 'ab^‾', 'ab^‾'],
    ['x^{n+q}', 'x^(n+q)', 'x^(n+q)'],
    ['\\frac{a+1}{2}', '(a+1)/2', '(a+1)/2'],
    ['\\frac{a}{b}^2', '(a/b)²', '(a/b)^2'],
    ['{a+b}^2', '(a+b)²', '(a+b)²'],
    ['(a+b)^2', '(a+b)²', '(a+b)²'],
    ['\\left(\\frac{a}{b}\\right)^2', '(a/b)²', '(a/b)^2'],
    ['\\sqrt{x}^2', '(√x)²', '(√x)²'],
    ['\\sqrt{x+1}', '√(x+1)', '√(x+1)'],
    ['\\sqrt[3]{x}', '³√x', '(x)^(1/3)'],
    ['\\binom{n}{k}', '(n choose k)', '(n choose k)'],
    ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '([1, 2; 3, 4])', '([1, 2; 3, 4])'],
    ['n\\log n', 'n log n', 'n log n'],
    ['\\log\\frac{1}{x}', 'log 1/x', 'log 1/x'],
    ['a \\bmod b', 'a mod b', 'a mod b'],
    ['a\\quad b^q', 'a b^q', 'a b^q'],
    ['\\text{for all } x^q', 'for all x^q', 'for all x^q'],
    ['\\sum_{i=1}^n x_i', '∑ᵢ₌₁ⁿxᵢ', '∑ᵢ₌₁ⁿxᵢ'],
    ['\\max_q f', 'max_q f', 'max_q f'],
    ['\\mathbb{E}_{x\\sim p}[f(x)]', '𝔼_(x∼p)[f(x)]', '𝔼_(x∼p)[f(x)]'],
    ['x^{\\phantom{a}}_q', 'x_q', 'x_q'],
  ])('%s', (tex, text, stripped) => {
    expect(mathText(tex)).toBe(text)
    expect(withoutTags(mathHtml(tex, false) ?? '')).toBe(stripped)
  })

  test.each([
    '\\nosuchmacro',
    'x^',
    '{',
    '}',
    '\\frac{a}',
    '\\href{javascript:alert(1)}{x}',
    '\\includegraphics{https://example.org/x.png}',
    '\\unicode{0}',
    '\\unicode{x1f}',
    '\\unicode{x110000}',
    '\\unicode{9999999}',
    '\\def\\a{\\a\\a}\\a',
    'x'.repeat(2_001),
  ])('%s can’t be read', (tex) => {
    expect(mathText(tex)).toBeNull()
    expect(mathHtml(tex, false)).toBeNull()
  })

  test('spaces at its ends are none of it', () => {
    expect([mathText('\\ \\log'), mathHtml('\\ \\log', false)]).toEqual(['log', 'log'])
  })

  test('a macro of one formula is unknown to the next', () => {
    expect(mathText('\\gdef\\mine{y}\\mine')).toBe('y')
    expect(mathText('\\mine')).toBeNull()
  })

  test('a display formula is a block of MathML', () => {
    expect(mathHtml('\\frac12', true)).toMatch(/^<math display="block"><mfrac>/)
  })
})

const anyTex = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'x',
        '2',
        '+',
        ' ',
        '^',
        '_',
        '{',
        '}',
        '&',
        '\\\\',
        '<',
        '"',
        "'",
        '가',
        '\\,',
        '\\quad',
        '\\log',
        '\\bmod',
        '\\sum',
      ),
      fc.constantFrom(
        '\\hat{x}',
        '\\frac{a}{b}',
        '\\sqrt{x}',
        '\\sqrt[3]{x}',
        '\\text{a b}',
        '\\phantom{x}',
        '\\color{red}',
        '\\left(x\\right)',
      ),
      fc.constantFrom(
        '\\binom{n}{k}',
        '\\begin{matrix}a&b\\\\c&d\\end{matrix}',
        '\\overline{ab}',
        '\\underbrace{a+b}',
        '^{q}',
        '_{q}',
        "x'",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

// MathML Core §3.3, §3.4: elements whose children have places.
const places: Readonly<Record<string, number>> = { mfrac: 2, mroot: 2, msub: 2, msup: 2, msubsup: 3, munder: 2, mover: 2, munderover: 3 }

test('a formula is well-formed markup without classes and styles, every part in its place (MathML Core §3)', () => {
  const check = (element: ReturnType<typeof parseXml>): void => {
    const count = places[element.name]
    if (count !== undefined) expect(element.children, element.name).toHaveLength(count)
    if (element.name === 'mtable') for (const row of element.children) expect(row.name).toBe('mtr')
    if (element.name === 'mtr') for (const cell of element.children) expect(cell.name).toBe('mtd')
    for (const name of Object.keys(element.attributes)) expect(name).not.toMatch(/^(?:class|style|on.*|href|src)$/)
    element.children.forEach(check)
  }
  fc.assert(
    fc.property(anyTex, (tex) => {
      const rendered = mathHtml(tex, false)
      expect(rendered === null).toBe(mathText(tex) === null)
      if (rendered !== null) check(parseXml(`<p>${rendered}</p>`))
    }),
    { numRuns: 2_000 },
  )
})

// Two looks at each level of a formula would be 2^60 of them.
test.each([
  ['\\hat{', '}'],
  ['\\stackrel{a}{', '}'],
  ['\\stackrel{', '}{a}'],
  ['\\sqrt{', '}'],
  ['\\sqrt[', ']{x}'],
  ['\\frac{1}{', '}'],
  ['\\frac{', '}{1}'],
  ['{', '}^2'],
  ['{1+', '}^2'],
  ['x^{', '}'],
  ['x_{', '}'],
  ['\\left(', '\\right)'],
  ['\\text{', '}'],
  ['\\underbrace{', '}'],
  ['\\binom{1}{', '}'],
  ['\\begin{matrix}', '\\end{matrix}'],
])('a formula nested sixty times is read in no time: %s…%s', (open, close) => {
  const tex = `${open.repeat(60)}x${close.repeat(60)}`
  expect([mathText(tex), mathHtml(tex, false)]).toBeDefined()
})
