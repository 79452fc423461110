import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/catalog/catalog.ts'
import type { CslItem } from '../../src/citations/csl-item.ts'
import { paperAt } from '../../src/notes/paper.ts'
import { sampleEntry } from '../site/entries.ts'
import { names } from './names.ts'
import { papersOf } from './papers.ts'

const permalinkUrl = 'https://notes.example/2024-06-10/a-title/'
const cited = (...fields: Parameters<typeof sampleEntry>): CslItem => papersOf([sampleEntry(...fields)], () => permalinkUrl)[0] as CslItem

test.each(names)('the name %s', (written, name) => {
  expect(cited({ authors: [written] }).author ?? [null]).toEqual([name])
})

test('a preprint on arXiv has its number there, its month, its DOI; and never the day it was looked at', () => {
  expect(cited()).toEqual({
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
  expect(cited({ venue: 'ICML 2024' })).toMatchObject({ type: 'article', 'container-title': 'ICML 2024' })
})

test('nothing stands for what is missing but, without a link to the paper, the address of the notes and their year', () => {
  expect(cited({ authors: [], paper: null, abstract: [], tags: [] })).toEqual({
    id: 'paper2024title',
    'citation-key': 'paper2024title',
    type: 'article',
    title: 'A Title',
    issued: { 'date-parts': [[2024]] },
    URL: permalinkUrl,
    language: 'en',
  })
})

const linked = { paper: paperAt('https://openreview.net/forum?id=x') }

test.each([
  ['the month of its identifier', { venue: 'ICLR 2025' }, [2024, 6]],
  ['the year of its venue', { ...linked, venue: 'ICLR 2023' }, [2023]],
  ['the year of its venue', { paper: null, venue: 'ICLR 2023 (oral)' }, [2023]],
  ['the year of the notes, which are what is cited', { paper: null, venue: 'Vol. 12024' }, [2024]],
  ['the year of the notes, where they link to a page that need be no paper', { paper: paperAt('https://a.example/post') }, [2024]],
  ['no date: a paper may be older than the notes that link to it', { ...linked, venue: 'Nature' }, undefined],
])('a paper has %s: %o', (_, fields, date) => {
  expect(cited(fields).issued?.['date-parts'][0]).toEqual(date)
})

describe('citation keys', () => {
  test.each([
    [{ title: 'Attention Is All You Need', authors: ['Ashish Vaswani'] }, 'vaswani2024attention'],
    [{ title: 'On the Łódź of ß', authors: ['Łukasz Kaiser'] }, 'kaiser2024lodz'],
    [{ title: 'ReST-MCTS*', authors: ['Petar Veličković'] }, 'velickovic2024rest'],
    [{ title: '모든 것의 모델', authors: ['김연구'] }, 'paper2024'],
    [{ title: 'A Model', authors: ['OpenAI, Inc.'] }, 'openai2024model'],
    [{ title: 'A Model', authors: ['Laurens van der Maaten'], paper: null }, 'vandermaaten2024model'],
  ])('%o is cited as %s', (overrides, key) => {
    expect(cited(overrides).id).toBe(key)
  })

  test('no two papers share one, and an older one keeps its own when newer ones come', () => {
    const [oldest, older, newer, newest] = [{}, {}, {}, { title: 'Title2' }].map(sampleEntry) as [Entry, Entry, Entry, Entry]
    const keys = (entries: readonly Entry[]): readonly unknown[] => papersOf(entries, () => permalinkUrl).map(({ id }) => id)
    expect(keys([older, oldest])).toEqual(['lovelace2024title2', 'lovelace2024title'])
    expect(keys([newest, newer, older, oldest])).toEqual([
      'lovelace2024title22',
      'lovelace2024title3',
      'lovelace2024title2',
      'lovelace2024title',
    ])
  })
})
