import { describe, expect, test } from 'vitest'
import { labelsWith, nameOf, readLabel } from '../../src/notes/labels.ts'

const labels = labelsWith({})

describe('a labelled line, whatever its marks', () => {
  test.each([
    ['Authors: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['authors： Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['Authors:: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['**Authors**: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['**Authors:** Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['__Authors__: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['- Authors: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['* **Authors**: Ada Lovelace', 'authors', 'Ada Lovelace'],
    ['저자: 김연구', 'authors', '김연구'],
    ['著者：佐川 友里香', 'authors', '佐川 友里香'],
    ['论文链接：https://a.example/', 'paper', 'https://a.example/'],
    ['📄 Paper: https://a.example/', 'paper', 'https://a.example/'],
    ['[paper](https://a.example/x_(y))', 'paper', 'https://a.example/x_(y)'],
    ['- [Link to the paper](https://a.example/)', 'paper', 'https://a.example/'],
    ['[code]()', 'code', ''],
    ['Paper - https://a.example/', 'paper', 'https://a.example/'],
    ['- Paper https://a.example/', 'paper', 'https://a.example/'],
    ['**Abstract**', 'abstract', ''],
    ['초록:', 'abstract', ''],
  ])('%s', (line, name, value) => {
    expect(readLabel(line, labels)).toMatchObject({ name, value })
  })

  test.each(['**소속**: 어느 대학', '- Year: 2015', '**Note:** 글'])('%s has a label that says nothing of an entry', (line) => {
    expect(readLabel(line, labels)?.name).toBeNull()
  })

  test.each([
    'Attention: all you need',
    'https://a.example/',
    'A title',
    '2024: a year',
    '[A page](https://a.example/)',
    '[paper](other.md)',
    'paper',
    'Paper',
    'The authors of this paper are fond of links: many',
    '> Authors: Ada',
    '`code`: x',
    '',
    ':',
  ])('%j has none', (line) => {
    expect(readLabel(line, labels)).toBeNull()
  })
})

test('site.md adds to the words', () => {
  const own = labelsWith({ authors: ['글쓴이', 'Writers '] })
  expect(readLabel('글쓴이: 김연구', own)?.name).toBe('authors')
  expect(readLabel('writers: 김연구', own)?.name).toBe('authors')
  expect(readLabel('글쓴이: 김연구', labels)).toBeNull()
})

test.each([
  ['Abstract', 'abstract'],
  ['1. Abstract', 'abstract'],
  ['摘要', 'abstract'],
  ['Summary', null],
  ['방법', null],
])('the heading %s names %s', (words, name) => {
  expect(nameOf(words, labels)).toBe(name)
})
