import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mathEnd, mathSpans, texOf } from '../../src/text/math-spans.ts'

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
