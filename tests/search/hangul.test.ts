import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf, typedInitials, unfinished } from '../../src/search/hangul.ts'

test.each([
  ['강화학습', 'ㄱㅎㅎㅅ'],
  ['까치', 'ㄲㅊ'],
  ['힣가', 'ㅎㄱ'],
])('the initial consonants of %s are %s', (word, letters) => {
  expect(initialsOf(word)).toBe(letters)
})

test.each([
  ['ㅌㄹㅅ', 'ㅌㄹㅅ'],
  ['ㅌㄹㅅㅍㅁㅇ', 'ㅌㄹㅅㅍㅁ'],
  ['ㅌ', null],
  ['ㄳㄱ', 'ㄱㅅㄱ'],
  ['ㅌㄽ', 'ㅌㄹㅅ'],
  ['ㄳ', 'ㄱㅅ'],
  ['ㅌㅏ', null],
  ['ab', null],
])('somebody who types %s means a word by its initials: %s', (typed, letters) => {
  expect(typedInitials(typed)).toBe(letters)
})

/** The words that a word may be on the way to, among some. */
const onTheWayTo = (typed: string, words: readonly string[]): readonly string[] =>
  words.filter((word) =>
    unfinished(typed).some(({ before, from, to }) => {
      const next = word.charCodeAt(before.length)
      return word.startsWith(before) && next >= from && next <= to
    }),
  )

describe('a word whose last syllable is being composed is on the way to others', () => {
  test.each([
    ['생서', '생성'],
    ['생ㅅ', '생성'],
    ['몯', '모델'],
    ['생선', '생서너'],
    ['강고', '강과'],
    ['일', '읽다'],
    ['읽', '일거'],
    ['확', '화가'],
    ['없', '업소'],
  ])('%s to %s', (typed, word) => {
    expect(onTheWayTo(typed, [word])).toEqual([word])
  })

  test.each([
    ['생서', '생산'],
    ['생ㅅ', '생각'],
    ['몯', '모자'],
    ['강고', '강가'],
  ])('%s not to %s', (typed, word) => {
    expect(onTheWayTo(typed, [word])).toEqual([])
  })

  /** The letters that a keyboard of two sets types for a syllable, one press after another, as what stands there then. */
  const composed = (code: number): readonly string[] => {
    const place = code - 0xac00
    const bare = code - (place % 28)
    return [initialsOf(String.fromCharCode(code)), String.fromCharCode(bare), String.fromCharCode(code)]
  }

  test('at every press of the keys that type two syllables, what stands there begins the word or is on the way to it', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 })
    fc.assert(
      fc.property(syllable, syllable, (first, second) => {
        const word = String.fromCharCode(first, second)
        for (const last of composed(second)) {
          const typed = String.fromCharCode(first) + last
          expect(word.startsWith(typed) || onTheWayTo(typed, [word]).length > 0, `${typed} to ${word}`).toBe(true)
        }
      }),
    )
  })
})
