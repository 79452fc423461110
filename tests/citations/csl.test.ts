import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/catalog/catalog.ts'
import { cslOf, papersOf } from '../../src/citations/csl.ts'
import { sampleEntry } from '../site/entries.ts'
import { names } from './names.ts'

test.each(names)('the name %s', (written, name) => {
  expect(cslOf(sampleEntry({ authors: [written] })).author ?? [null]).toEqual([name])
})

test('a preprint on arXiv has its number there, its month, its DOI; and never the day it was looked at', () => {
  expect(cslOf(sampleEntry())).toEqual({
    id: 'lovelace2024title',
    'citation-key': 'lovelace2024title',
    type: 'article',
    title: 'A Title',
    author: [{ family: 'Lovelace', given: 'Ada' }, { literal: '김연구' }],
    issued: { 'date-parts': [[2024, 6]] },
    URL: 'https://arxiv.org/abs/2406.00001',
    DOI: '10.48550/arXiv.2406.00001',
    publisher: 'arXiv',
    number: 'arXiv:2406.00001',
    source: 'arXiv.org',
    abstract: 'What it is.',
    language: 'en',
    keyword: '정렬, RLHF',
  })
})

test('the venue that the notes give is the container of the paper', () => {
  expect(cslOf(sampleEntry({ venue: 'ICML 2024' }))).toMatchObject({ type: 'article', 'container-title': 'ICML 2024' })
})

test('nothing stands for what is missing', () => {
  const bare = sampleEntry({ authors: [], paper: null, abstract: [], tags: [] })
  expect(cslOf(bare)).toEqual({ id: 'title', 'citation-key': 'title', type: 'article', title: 'A Title', language: 'en' })
})

describe('citation keys', () => {
  test.each([
    [{ title: 'Attention Is All You Need', authors: ['Ashish Vaswani'] }, 'vaswani2024attention'],
    [{ title: 'On the Łódź of ß', authors: ['Łukasz Kaiser'] }, 'kaiser2024lodz'],
    [{ title: 'ReST-MCTS*', authors: ['Petar Veličković'] }, 'velickovic2024rest'],
    [{ title: '모든 것의 모델', authors: ['김연구'] }, 'paper2024'],
    [{ title: 'A Model', authors: ['OpenAI, Inc.'] }, 'openai2024model'],
    [{ title: 'A Model', authors: ['Laurens van der Maaten'], paper: null }, 'vandermaatenmodel'],
  ])('%o is cited as %s', (overrides, key) => {
    expect(cslOf(sampleEntry(overrides)).id).toBe(key)
  })

  test('no two papers share one, and an older one keeps its own when newer ones come', () => {
    const [oldest, older, newer, newest] = [{}, {}, {}, { title: 'Title2' }].map(sampleEntry) as [Entry, Entry, Entry, Entry]
    const keys = (entries: readonly Entry[]): readonly unknown[] => entries.map((entry) => papersOf(entries).get(entry)?.id)
    expect(keys([older, oldest])).toEqual(['lovelace2024title2', 'lovelace2024title'])
    expect(keys([newest, newer, older, oldest])).toEqual([
      'lovelace2024title22',
      'lovelace2024title3',
      'lovelace2024title2',
      'lovelace2024title',
    ])
  })
})
