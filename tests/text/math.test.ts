import fc from 'fast-check'
import * as temml from 'temml'
import { describe, expect, test, vi } from 'vitest'
import { escapeHtml } from '../../src/text/html.ts'
import { mathText, refusedFormulas, renderMath } from '../../src/text/math.ts'
import { parseXml, type XmlElement } from '../feed/xml.ts'

const inLine = (tex: string): ReturnType<typeof renderMath> => renderMath(`$${tex}$`)
const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '').trim()

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
    ['a < b', 'a < b', 'a &lt; b'],
    ['a \\in B', 'a ∈ B', 'a ∈ B'],
    ['a\\le b\\not\\in C', 'a ≤ b ∈\u0338 C', 'a ≤ b ∈\u0338 C'],
    ['f\\colon X\\to Y^q', 'f: X → Y^q', 'f: X → Y^q'],
    ['x := -1', 'x := −1', 'x := −1'],
    ['\\{x \\mid x = y\\}', '{x | x = y}', '{x | x = y}'],
    ['p(x|y)', 'p(x|y)', 'p(x|y)'],
    ['\\left(x\\middle|y\\right)', '(x|y)', '(x|y)'],
    ['a\\lvert x\\rvert b', 'a|x|b', 'a|x|b'],
    ['a \\; = \\; b', 'a = b', 'a = b'],
    ['= 5', '=5', '=5'],
    ['x^{a \\in B}', 'x^(a∈B)', 'x^(a∈B)'],
    ['x^{\\sqrt{a = q}}', 'x^(√(a=q))', 'x^(√(a=q))'],
    ['x_=^q', 'x₌^q', 'x_=^q'],
    ['\\frac{a = b}{2}', '(a = b)/2', '(a = b)/2'],
    ['a \\cdot b + c', 'a⋅b+c', 'a⋅b+c'],
    ['a\\,b\\quad c', 'a b c', 'a b c'],
    ['x \\text{ if } y', 'x if y', 'x if y'],
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
    expect(inLine(tex).text).toBe(text)
    expect(withoutTags(inLine(tex).html)).toBe(stripped)
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
  ])('%s can’t be read and stays as it was written', (tex) => {
    expect(mathText(tex)).toBeNull()
    expect(inLine(tex)).toMatchObject({ text: `$${tex}$`, html: escapeHtml(`$${tex}$`) })
  })

  test('spaces at its ends are none of it', () => {
    expect([mathText('\\ \\log'), inLine('\\ \\log')]).toEqual(['log', { text: 'log', html: 'log', refused: null }])
  })

  test('a display formula is a block of MathML', () => {
    expect(renderMath('$$\\frac12$$').html).toMatch(/^<math display="block"><mfrac>/)
  })
})

describe('a formula that would cost more than its length is refused, with the number, and stays as it was written', () => {
  const definition = /^a formula that defines a macro, with \\/
  test.each([
    ['\\def\\a{x}\\a', definition],
    ['\\gdef\\a{\\a\\a}\\a', definition],
    ['\\edef\\a{x}\\a', definition],
    ['\\xdef\\a{x}\\a', definition],
    ['\\global\\def\\a{x}\\a', definition],
    ['\\long\\def\\a{x}\\a', definition],
    ['\\let\\a=x\\a', definition],
    ['\\futurelet\\a\\b x', definition],
    ['\\newcommand{\\a}{x}\\a', definition],
    ['\\renewcommand{\\sum}{x}', definition],
    ['\\providecommand\\a{x}', definition],
    ['\\newenvironment{a}{b}{c}', definition],
    ['\\renewenvironment{a}{b}{c}', definition],
    ['\\DeclareMathOperator{\\a}{x}', definition],
    ['\\DeclareRobustCommand{\\a}{x}', definition],
    ['x^{\\text{a \\def\\a{x}}}', definition],
    ['\\iff'.repeat(301), /^a formula with more than 300 expansions of macros$/],
    [`\\ce{${'H2O->'.repeat(390)}}`, /^a formula of more than 2500 elements$/],
    [`${'x^{'.repeat(120)}x${'}'.repeat(120)}`, /^a formula nested more than 100 levels deep$/],
    [`x${'\u0301'.repeat(31)}`, /^a formula with more than 30 marks on one letter$/],
    [`\\text{x${'\u0301\u0323'.repeat(900)}}`, /^a formula with more than 30 marks on one letter$/],
    ['x'.repeat(2_001), /^a formula of 2001 characters$/],
  ])('%s', (tex, what) => {
    expect(mathText(tex)).toBeNull()
    const { text, html, refused } = inLine(tex)
    expect([text, html]).toEqual([`$${tex}$`, escapeHtml(`$${tex}$`)])
    expect(refused?.what).toMatch(what)
    expect(refused?.cure).not.toBe('')
  })

  test.each([
    '\\,'.repeat(90),
    'x'.repeat(2_000),
    `${'x^{'.repeat(45)}x${'}'.repeat(45)}`,
    `x${'\u0301'.repeat(30)}`,
    'x + '.repeat(499),
    '\\begin{cases}a&b\\\\c&d\\end{cases}'.repeat(40),
  ])('but %s is not', (tex) => {
    expect(mathText(tex)).not.toBeNull()
    expect(inLine(tex).refused).toBeNull()
  })

  test('nor is one that can’t be read', () => {
    expect(inLine('\\nosuchmacro').refused).toBeNull()
  })

  test('those of a text are told in their order', () => {
    expect(refusedFormulas('$x$ and $\\let\\a=x$ and $\\def\\a{x}$').map(({ what }) => what.slice(-4))).toEqual(['\\let', '\\def'])
  })
})

test('a formula is parsed once, however often and in whatever form it is asked for', () => {
  const parse = vi.spyOn(temml.default as unknown as { __renderToMathMLTree: () => unknown }, '__renderToMathMLTree')
  try {
    for (const _ of [1, 2]) {
      mathText('o_{n_{c_e}}')
      inLine('o_{n_{c_e}}')
      refusedFormulas('$o_{n_{c_e}}$')
    }
    expect(parse).toHaveBeenCalledTimes(1)
  } finally {
    parse.mockRestore()
  }
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
  /** The elements that aren't where they may be, or say what they may not, with all elements below them. */
  const misplaced = (element: XmlElement): readonly string[] => {
    const { name, attributes, children } = element
    const within = { mtable: 'mtr', mtr: 'mtd' }[name]
    const isMisplaced =
      children.length !== (places[name] ?? children.length) ||
      (within !== undefined && children.some((child) => child.name !== within)) ||
      Object.keys(attributes).some((attribute) => /^(?:class|style|on.*|href|src)$/.test(attribute))
    return [...(isMisplaced ? [name] : []), ...children.flatMap(misplaced)]
  }
  fc.assert(
    fc.property(anyTex, (tex) => {
      const { text, html } = inLine(tex)
      expect(text).toBe(mathText(tex) ?? `$${tex}$`)
      expect(misplaced(parseXml(`<p>${html}</p>`))).toEqual([])
    }),
    { numRuns: 700 },
  )
})

/** The letters and digits of a text in their order, whether they stand on the line, are raised, lowered or accented. */
const letters = (text: string): string => text.normalize('NFKD').replace(/[^\p{Ll}\p{Lu}\p{Lo}\p{N}]/gu, '')

test('the text of a formula and its HTML without tags say the same letters and digits in the same order', () => {
  fc.assert(
    fc.property(anyTex, (tex) => {
      // The degree of a root stands before its radicand in `³√x`, behind it in `(x)^(1/3)`.
      fc.pre(!tex.includes('\\sqrt['))
      const { text, html } = inLine(tex)
      if (!html.startsWith('<math')) expect(html).toBe(escapeHtml(text))
      expect(letters(parseXml(`<p>${withoutTags(html)}</p>`).text)).toBe(letters(text))
    }),
    { numRuns: 700 },
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
  expect(inLine(tex)).toBeDefined()
})
