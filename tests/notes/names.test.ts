import { describe, expect, test } from 'vitest'
import { likelihoodOfName, withoutFootnote } from '../../src/notes/names.ts'

describe('a name for certain', () => {
  test.each([
    'Ada Lovelace',
    'A. Turing',
    'João G.M. Araújo',
    'Laurens van der Maaten',
    'Santiago Ramón y Cajal',
    "Peter O'Connor",
    'Jean-Bastien Grill',
    'Ed H. Chi',
    'Sudeep Das',
    'Quoc V. Le',
    'Hal Daume ́ III',
    'The Llama Team',
    'National Institute of Standards and Technology',
    '김연구',
    '남궁민수',
    '김 연구',
    '서울대학교',
    '佐川 友里香',
    'アラン・チューリング',
    'Лев Толстой',
    '王小明',
    '陳明',
  ])('%s', (name) => {
    expect(likelihoodOfName(name)).toBe('name')
  })
})

describe('a name only where authors stand, or beside others', () => {
  test.each(['Anthropic', 'OpenAI', 'AT&T', '윤다', '이름없이', '재미있다', '山田太郎', 'McCallum'])('%s', (name) => {
    expect(likelihoodOfName(name)).toBe('maybe')
  })
})

describe('no name', () => {
  test.each([
    'see the appendix',
    'Extended Abstract',
    'Best Paper Award',
    'ICML 2024',
    'NeurIPS',
    'CVPR-2021',
    '2024',
    'We train it',
    'lowercase name',
    'Is this enough?',
    'https://a.example/',
    '정리중',
    '추후 정리 예정',
    'これは文です',
    '',
  ])('%j', (text) => {
    expect(likelihoodOfName(text)).toBe('no')
  })
})

test.each([
  ['Jean-Bastien Grill*1', 'Jean-Bastien Grill'],
  ['Shixiang Gu *1 *2', 'Shixiang Gu'],
  ['김연구†', '김연구'],
  ['Ada Lovelace$^{1}$', 'Ada Lovelace'],
  ['Alan Turing¹', 'Alan Turing'],
  ['Hossam Isack2', 'Hossam Isack'],
  ['*Jay Wu*', 'Jay Wu'],
  ['**Jay Wu**', 'Jay Wu'],
  ['Ada Lovelace', 'Ada Lovelace'],
])('%s without marks is %s', (written, name) => {
  expect(withoutFootnote(written)).toBe(name)
})
