import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchable, matcherOf } from '../../src/browser/tag-match.ts'
import { anyCharacter } from '../any-character.ts'

const finds = (typed: string, ...names: readonly string[]): boolean => matcherOf(typed)(matchable(names))

describe('a tag is found', () => {
  test.each([
    ['by its beginning', 'ali', 'alignment'],
    ['by a part', 'gen', 'image-generation'],
    ['in any case', 'RLHF', 'rlhf'],
    ['without accents', 'elan', 'Élan'],
    ['with an accent that it hasn’t', 'élan', 'elan'],
    ['without what parts its words', 'imagegen', 'image_generation'],
    ['with what parts other words', 'image gen', 'image-generation'],
    ['with the mark of a tag', '#llm', 'llm'],
    ['in another width', 'ｇｐｔ', 'gpt'],
    ['in the other kana', 'でーた', 'データ'],
    ['by nothing at all', ' ', 'llm'],
    // What an input method has composed so far.
    ['by a first consonant', 'ㅈ', '정렬'],
    ['by a consonant and a vowel', '저', '정렬'],
    ['by a syllable', '정', '정렬'],
    ['by a syllable and a consonant', '정ㄹ', '정렬'],
    ['by a syllable and a half', '정려', '정렬'],
    ['by a last consonant that will begin the next syllable', '절', '저렬'],
    ['by two last consonants, where the second one will begin the next syllable', '닭', '달걀'],
    ['by two last consonants that stay', '닭', '닭고기'],
    ['by a doubled last consonant that will begin the next syllable', '있', '이쏘'],
    ['by the consonants of its syllables', 'ㅈㄹ', '정렬'],
    ['by the first consonants of a part', 'ㅎㅅ', '강화학습'],
  ])('%s: %s finds %s', (_, typed, name) => {
    expect(finds(typed, name)).toBe(true)
  })

  test.each([
    ['x', 'llm'],
    ['ㅈㄹㅎ', '정렬'],
    ['정라', '정렬'],
    ['절', '정렬'],
    ['ㄹㅈ', '정렬'],
    ['ll3', 'llm'],
  ])('%s finds no %s', (typed, name) => {
    expect(finds(typed, name)).toBe(false)
  })

  test('by any of its names', () => {
    expect(finds('rl', '강화학습', 'rl')).toBe(true)
  })

  test('by each beginning of its name, and by all that was typed on the way to it', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 4 }), (syllables) => {
        const name = syllables.join('')
        const jamo = name.normalize('NFD')
        for (let end = 1; end <= jamo.length; end += 1) expect(finds(jamo.slice(0, end).normalize('NFC'), name)).toBe(true)
      }),
    )
  })

  test('by its own name, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter }), (name) => finds(name, name)))
  })
})
