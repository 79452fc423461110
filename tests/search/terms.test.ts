import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termsOf } from '../../src/search/terms.ts'

describe('terms', () => {
  test.each([
    ['Hangul is one term from space to space', '심층강화학습은 어렵다', ['심층강화학습은', '어렵다']],
    ['decomposed Hangul is the same', '철회하는'.normalize('NFD'), ['철회하는']],
    ['a particle parts from Latin, and a number from letters', 'GPT-4를', ['gpt', '4', '를']],
    ['so names of models agree however they are joined', 'GPT4 gpt 4 GPT‑4', ['gpt', '4', 'gpt', '4', 'gpt', '4']],
    ['the signs of languages stay', 'C++, c# F#. A+B', ['c++', 'c#', 'f#', 'a', 'b']],
    ['accents fall off, decomposed or not', `Araújo ${'Araújo'.normalize('NFD')} Gödel`, ['araujo', 'araujo', 'godel']],
    ['as do strokes', 'Łukasz Søren Æ ß', ['lukasz', 'soren', 'ae', 'ss']],
    ['but not the marks of other scripts', 'が हिन्दी', ['が', 'हिन्दी']],
    ['width and raised letters don’t matter', 'ＧＰＴ ReSTᴱᴹ H₂O', ['gpt', 'restem', 'h', '2', 'o']],
    ['apostrophes vanish', "Claude’s don't", ['claudes', 'dont']],
    ['the dotted capital I of Turkish is an i', 'İstanbul ışık', ['istanbul', 'isik']],
    ['emoji are terms', '좋다🤖👍🏽 🇰🇷', ['좋다', '🤖', '👍', '🇰', '🇷']],
    ['marks of tags and underscores part words', '#object_detection #정렬', ['object', 'detection', '정렬']],
    ['kana and ideographs are syllables', 'モデル 強化学習 A', ['モデル', '強化学習', 'a']],
    ['punctuation alone is nothing', ' — ?! | : ', []],
  ])('%s', (_, text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  test('never hold what an index parts them by', () => {
    const point = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
    const text = fc.string({ unit: fc.oneof(point, fc.constantFrom(...'| :\n\u3000a1가')) })
    fc.assert(fc.property(text, (written) => termsOf(written).every((term) => !/[|\s:]/.test(term) && term !== '')))
  })

  // In time by the length each takes a few hundredths of a second, on a machine with twenty things to do a second. In
  // time by the square of the length each would take half a minute.
  test.each(['a', '가', '1', '+', 'a+', 'a\u0301', '\u0301', '\u0301\u0323', '가\u0301', "'", ' '])(
    'of %j two hundred thousand times are found in time by the length',
    (part) => {
      expect(termsOf(part.repeat(200_000)).join('').length).toBeLessThanOrEqual(part.length * 200_000)
    },
    20_000,
  )
})
