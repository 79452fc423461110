import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaOf, type MathNode } from '../../src/text/math-fold.ts'
import { parseXml } from '../feed/xml.ts'

const element = (type: string, ...children: readonly MathNode[]): MathNode => ({ type, children })
const leaf = (type: string, text: string): MathNode => element(type, { text })
const formula = (...children: readonly MathNode[]): ReturnType<typeof formulaOf> => formulaOf(element('math', ...children))

const [x, two, q] = [leaf('mi', 'x'), leaf('mn', '2'), leaf('mi', 'q')]

describe('a formula is exact where Unicode has signs for all of it, and only there', () => {
  test.each([
    ['a letter', x, 'x', true],
    ['a raised digit', element('msup', x, two), 'x²', true],
    ['a raised letter without a sign', element('msup', x, q), 'x^q', false],
    ['both places, both with signs', element('msubsup', x, two, two), 'x₂²', true],
    ['both places, one with a sign', element('msubsup', x, two, q), 'x₂^q', false],
    ['an accent', element('mover', x, leaf('mo', '^')), 'x̂', true],
    ['an accent over two letters', element('mover', leaf('mi', 'ab'), leaf('mo', '^')), 'ab^^', false],
    ['a mark that is no accent', element('mover', x, leaf('mo', '∞')), 'x^∞', false],
    ['what stands below', element('munder', x, two), 'x₂', false],
    ['a root of a letter', element('msqrt', x), '√x', true],
    ['a root of a sum', element('msqrt', x, leaf('mo', '+'), two), '√(x+2)', false],
    ['a fraction', element('mfrac', x, two), 'x/2', false],
    ['a phantom', element('mphantom', x), '', false],
    [
      'a table',
      element('mtable', element('mtr', element('mtd', x), element('mtd', two)), element('mtr', element('mtd', q))),
      '[x, 2; q]',
      false,
    ],
    ['a table without cells', element('mtable'), '[]', false],
    ['an inexact part, however deep', element('mrow', element('mstyle', element('msup', x, q))), 'x^q', false],
  ])('%s', (_, node, text, exact) => {
    expect(formula(node)).toMatchObject({ text, exact })
  })
})

/** Trees whose raised and lowered parts all hold a `q`, for which Unicode has no sign in either place. */
const { tree } = fc.letrec<{ tree: MathNode; tall: MathNode }>((tie) => {
  const parts = fc.array(tie('tree'), { maxLength: 3 })
  const row = parts.map((cells) => element('mtr', ...cells.map((cell) => element('mtd', cell)), element('mtd', x)))
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'large' },
      fc.constantFrom(x, two, leaf('mo', '+'), leaf('mo', 'mod'), leaf('mi', '<'), leaf('mtext', 'a b')),
      fc.constant(element('mrow', x, { type: 'mspace', attributes: { width: '1em' } })),
      parts.map((children) => element('mrow', ...children)),
      parts.map((children) => ({ children })),
      parts.map((children) => element('mphantom', ...children)),
      fc.tuple(tie('tree'), tie('tree')).map((two) => element('mfrac', ...two)),
      fc.tuple(tie('tree'), tie('tree')).map((two) => ({ ...element('mfrac', ...two), attributes: { linethickness: '0px' } })),
      fc.tuple(fc.constantFrom('msup', 'msub', 'munder', 'mover'), tie('tree'), tie('tall')).map(([type, ...two]) => element(type, ...two)),
      fc
        .tuple(fc.constantFrom('msubsup', 'munderover'), tie('tree'), tie('tall'), tie('tall'))
        .map(([type, ...three]) => element(type, ...three)),
      fc.array(row, { minLength: 1, maxLength: 2 }).map((rows) => element('mtable', ...rows)),
    ),
    tall: tie('tree').map((part) => element('mrow', part, q)),
  }
})

const textOf = (mathml: string): string => parseXml(`<p>${mathml.replace(/<[^>]*>/g, '')}</p>`).text

test('where Unicode has no sign for a raised or lowered part, the MathML without its tags reads as the text', () => {
  const withoutSpaces = (text: string): string => text.replace(/ /g, '')
  fc.assert(
    fc.property(tree, (node) => {
      const { text, mathml } = formula(node)
      expect(withoutSpaces(textOf(mathml))).toBe(withoutSpaces(text))
    }),
    { numRuns: 700 },
  )
})
