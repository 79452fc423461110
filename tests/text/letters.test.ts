import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded } from '../../src/text/folded.ts'
import { indexLetters, letterOf } from '../../src/text/letters.ts'
import { anyCharacter } from '../any-character.ts'

describe('the letter that a name is gathered under', () => {
  test.each([
    ['alignment', 'A'],
    ['ZeRO', 'Z'],
    ['Élan', 'E'],
    ['Łódź', 'L'],
    ['ＧＰＴ', 'G'],
    ['정렬', 'ㅈ'],
    ['정렬'.normalize('NFD'), 'ㅈ'],
    ['까다로움', 'ㄱ'],
    ['쓰기', 'ㅅ'],
    ['ㅋㅋ', 'ㅋ'],
    ['하나', 'ㅎ'],
    ['アライメント', 'あ'],
    ['がぞう', 'か'],
    ['ガゾウ', 'か'],
    ['ﾛﾎﾞｯﾄ', 'ら'],
    ['っ', 'た'],
    ['ぽ', 'は'],
    ['ん', 'わ'],
    ['ヴ', 'あ'],
    ['強化学習', ''],
    ['3d', ''],
    ['.net', ''],
    ['Ж', ''],
    ['', ''],
  ])('%j: %j', (name, letter) => {
    expect(letterOf(name)).toBe(letter)
  })

  test('is one of the letters, whatever the name', () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter }), (name) => indexLetters.includes(letterOf(name))))
  })
})

test.each([
  ['GPT', 'gpt'],
  ['Élan', 'elan'],
  ['Øß', 'oss'],
  ['Claude’s', 'claudes'],
  ['データ', folded('でーた')],
  ['정', '\u110c\u1165\u11bc'],
  ['ㅈ', '\u110c'],
])('%j is folded to %j', (text, fold) => {
  expect(folded(text)).toBe(fold)
})

test('of marks two hundred thousand times are folded in time by the length', () => {
  expect(folded('\u0301\u0323'.repeat(200_000))).toBe('')
}, 20_000)
