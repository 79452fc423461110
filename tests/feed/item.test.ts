import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/catalog/catalog.ts'
import { authorsLine } from '../../src/feed/authors-line.ts'
import { type Item, itemOf } from '../../src/feed/item.ts'
import { addressesOn } from '../../src/site/urls.ts'
import { trustedHtml } from '../../src/text/html.ts'
import { sampleCatalog, sampleEntry } from '../site/entries.ts'

const catalog = sampleCatalog()
const itemWith = (overrides: Parameters<typeof sampleEntry>[0]): Item =>
  itemOf(sampleEntry(overrides), catalog, addressesOn('https://notes.example'))

/** A paragraph of that text. */
const block = (text: string, language = 'ko'): Block => ({
  source: text,
  line: 1,
  language,
  html: trustedHtml(`<p lang="${language}">${text}</p>`),
  text,
  wikiLinks: [],
})

/** The lines of an item's content, as a reader that strips the tags shows them. */
const linesOf = (item: Item): readonly string[] =>
  item.contentHtml
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .filter((line) => line !== '')

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `A${index + 1} B`)

describe('an item begins with the words of the notes; the facts stand behind them, and the abstract once', () => {
  const facts = ['저자: Ada Lovelace, 김연구', '논문: arXiv:2406.00001 (PDF)']
  const tags = '태그: #정렬 #RLHF'
  test.each<[string, Parameters<typeof sampleEntry>[0], readonly string[]]>([
    ['commentary and abstract', {}, ['논평', ...facts, '초록', 'What it is.', tags]],
    ['commentary alone', { abstract: [] }, ['논평', ...facts, tags]],
    ['an abstract alone', { commentary: [] }, ['초록', 'What it is.', ...facts, tags]],
    ['nothing but facts', { abstract: [], commentary: [] }, [...facts, tags]],
    ['nothing but a title', { abstract: [], commentary: [], authors: [], paper: null, tags: [] }, ['A Title']],
  ])('%s', (_, entry, lines) => {
    expect(linesOf(itemWith(entry))).toEqual(lines)
  })

  test('of more than five authors the first three stand there, all of them in the fields and in a last line', () => {
    const item = itemWith({ authors: names(88) })
    const lines = linesOf(item)
    expect(lines.slice(0, 2)).toEqual(['논평', '저자: A1 B, A2 B, A3 B +85'])
    expect(lines.at(-1)).toBe(`모든 저자: ${names(88).join(', ')}`)
    expect(item.authors).toEqual(names(88))
    expect(linesOf(itemWith({ authors: names(5) })).join('\n')).not.toContain('모든 저자')
  })
})

test.each([
  [0, ''],
  [1, 'A1 B'],
  [5, 'A1 B, A2 B, A3 B, A4 B, A5 B'],
  [6, 'A1 B, A2 B, A3 B +3'],
  [88, 'A1 B, A2 B, A3 B +85'],
])('%i authors on one line', (count, line) => {
  expect(authorsLine(names(count))).toBe(line)
})

describe('a summary is how the commentary begins; the abstract where there is none; the title where there is neither', () => {
  const long = '가'.repeat(300)
  test.each<[string, Parameters<typeof sampleEntry>[0], string, string]>([
    ['the commentary, not the abstract', {}, '논평', 'ko'],
    ['paragraphs as long as they are short together', { commentary: [block('하나'), block('둘')] }, '하나\n\n둘', 'ko'],
    ['up to 500 characters, in whole paragraphs', { commentary: [block(long), block(long), block('셋')] }, long, 'ko'],
    ['the first paragraph whole, however long', { commentary: [block(long + long), block('둘')] }, long + long, 'ko'],
    ['paragraphs of one language', { commentary: [block('하나'), block('Two.', 'en'), block('셋')] }, '하나', 'ko'],
    ['the whole abstract', { commentary: [], abstract: [block('One.', 'en'), block(long, 'en')] }, `One.\n\n${long}`, 'en'],
    ['the title', { commentary: [], abstract: [] }, 'A Title', 'en'],
  ])('%s', (_, entry, summary, language) => {
    expect(itemWith(entry)).toMatchObject({ summary, summaryLanguage: language })
  })
})
