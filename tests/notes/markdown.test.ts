import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderInline, renderMarked } from '../../src/notes/markdown.ts'

const context = { origin: 'https://notes.example' }
const part = fc.oneof(
  fc.constantFrom(
    '*',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '!',
    '<',
    '>',
    '&',
    '$',
    '\\',
    'http',
    'https',
    '://',
    ':',
    '/',
    '//',
    '@',
    '.',
    '"',
    "'",
    '#',
    '|',
    '-',
    '1.',
    ' ',
    '  ',
    '\t',
  ),
  fc.constantFrom('가', '나다', '漢', 'word', 'x', '2', '한국어는', 'www.example.org', 'mailto:a@b.example', '&amp;', '&#60;'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const line = fc.array(part, { maxLength: 12 }).map((parts) =>
  parts
    .join('')
    .replace(/[\n\r]/g, '')
    .trim(),
)

test('a line that is taken for plain reads as Markdown would have read it', () => {
  fc.assert(
    fc.property(line, (source) => {
      expect(renderInline(source, context)).toEqual(renderMarked(source, context))
    }),
    { numRuns: 5_000 },
  )
})

test('what is rendered holds no markup but its own', () => {
  fc.assert(
    fc.property(line, (source) => {
      const { html } = renderInline(source, context)
      expect(html.replace(/<\/?(?:em|strong|s|code|a|img|br|m[a-z]+)\b[^<>]*>/g, '')).not.toMatch(/[<>]/)
      expect(html).not.toMatch(/\s(?:on\w+|style|class)=|(?:href|src)="\s*(?:javascript|vbscript):/i)
    }),
    { numRuns: 5_000 },
  )
})
