import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf } from '../../src/text/terms.ts'
import { anyCharacter } from '../any-character.ts'

const terms = (text: string, times = 1): readonly string[] => termsOf([{ text, times, hasPairs: true }], 50).map(({ term }) => term)

test.each([
  ['words that are common alone', 'We propose a novel method for the task.', []],
  ['a word of a whole field alone', 'Training', []],
  ['two words of whole fields', 'Language Generation', ['language generation']],
  ['a word', 'The ribosome', ['ribosome']],
  ['the plural', 'ribosomes', ['ribosome']],
  ['two words', 'Speculative Decoding', ['speculative decoding', 'decoding', 'speculative']],
  ['words on two sides of a comma', 'ribosome, kinase', ['kinase', 'ribosome']],
  ['a name with its figure', 'Gemma-2', ['gemma', 'gemma 2']],
  ['a Korean noun with a particle', '리보솜은', ['리보솜']],
  ['a Korean verb', '보았습니다', []],
  ['a common Korean noun with a particle', '결과를', []],
  ['katakana and ideographs', 'リボソームの翻訳', ['リボソーム', '翻訳']],
  ['Cyrillic', 'Рибосома и РНК', ['рибосома']],
  ['a text without a space, as of a file', 'x'.repeat(200), []],
])('of %s there are these terms: %s', (_, text, expected) => {
  expect(terms(text).toSorted()).toEqual(expected.toSorted())
})

test('a term is written as the text writes it first, and weighs more the more often it stands there', () => {
  const [first, second] = termsOf([{ text: 'Ribosomes. Kinase. ribosome.', times: 1, hasPairs: false }], 2)
  expect(first).toMatchObject({ term: 'ribosome', written: 'Ribosomes' })
  expect(second).toMatchObject({ term: 'kinase', written: 'Kinase' })
  expect(first?.weight).toBeGreaterThan(second?.weight as number)
})

test('whatever a text is, its terms are few, sorted by weight, and fit a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const found = termsOf([{ text, times: 2, hasPairs: true }], most)
      expect(found.length).toBeLessThanOrEqual(most)
      expect(found.map(({ weight }) => weight)).toEqual(found.map(({ weight }) => weight).toSorted((a, b) => b - a))
      for (const { term, written, weight } of found) {
        expect(term + written).not.toMatch(/[\t\n]/)
        expect(weight > 0 && weight < 224 && Number.isInteger(weight)).toBe(true)
      }
    }),
  )
})
