import { expect, test } from 'vitest'
import { isSentence } from '../../src/notes/sentence.ts'

test.each([
  ['see the appendix for details.', true],
  ['Is this enough?', true],
  ['논문이 짧다', true],
  ['읽어 볼 것을 권함', true],
  ['나중에 정리 예정', true],
  ['One more thing…', true],
  ['Sammy Davis, Jr.', false],
  ['Jane Doe et al.', false],
  ['Jane Q.', false],
  ['Ada Lovelace', false],
  ['김철수, 이영희', false],
  ['Yes.', false],
  ['', false],
])('%j, of several words, ends as a sentence does: %s', (text, is) => {
  expect(isSentence(text)).toBe(is)
})
