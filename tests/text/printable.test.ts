import { expect, test } from 'vitest'
import { printable } from '../../src/text/printable.ts'

test.each([
  ['a\n::error::b', 'a\\u{a}::error::b'],
  ['\u001b[31ma', '\\u{1b}[31ma'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['가 나.md', '가 나.md'],
])('%j is printed as %s', (text, shown) => {
  expect(printable(text)).toBe(shown)
})
