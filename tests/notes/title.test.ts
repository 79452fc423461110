import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webAddress } from '../../src/notes/paper.ts'
import { readTitle } from '../../src/notes/title.ts'

describe('a title stands as it is written', () => {
  test.each([
    'ReST-MCTS*: LLM Self-Training',
    '[Re] Reproducing',
    '*A* search and *B*',
    '*One* and *two*',
    '* Star',
    'snake_case and __init__',
    '####### Seven',
    '#Tag-like',
    'C #',
    '(Un)certainty',
    '<b>Bold</b> & Co',
    '$100K Budget',
    'From $20,000 to $30,000',
    '$\\nosuchmacro{x}$ stays',
    '[Title](relative)',
    '[Title](javascript:alert(1))',
    '[Title](https://a.example/) continues',
    '[[Title]] continues',
    '',
  ])('%j', (line) => {
    expect(readTitle(line)).toEqual({ title: line, links: [], authors: null })
  })
})

describe('a title without the marks around it', () => {
  test.each([
    ['## Title ##', 'Title'],
    ['###### Title ######', 'Title'],
    ['# C#', 'C#'],
    ['#', ''],
    ['**Title**', 'Title'],
    ['***All***', 'All'],
    ['_Title_', 'Title'],
    ['__init__', 'init'],
    ['## ReST-MCTS*: LLM', 'ReST-MCTS*: LLM'],
    ['*ReST-MCTS*: LLM*', 'ReST-MCTS*: LLM'],
    ['\\#Tag wars', '#Tag wars'],
    ['\\- dashed', '- dashed'],
    ['[A [nested] title](https://a.example/)', 'A [nested] title'],
    ['[[A Title]]', 'A Title'],
    ['## [[folder/note|A Title]]', 'A Title'],
    ['A\u00a0B  C', 'A B C'],
  ])('%j is %j', (line, title) => {
    expect(readTitle(line).title).toBe(title)
  })
})

describe('formulas of a title are Unicode', () => {
  test.each([
    ['H$_2$O', 'H₂O'],
    ['A$\\unicode{x2014}$B', 'A—B'],
    ['ReST$^\\text{EM}$', 'ReSTᴱᴹ'],
    ['$\\mathcal{O}(n^2)$ Sorting', '𝒪(n²) Sorting'],
    ['$\\alpha$-$\\beta$', 'α-β'],
    ['Cost: \\$5 or $x^2$', 'Cost: $5 or x²'],
  ])('%j is %j', (line, title) => {
    expect(readTitle(line).title).toBe(title)
  })
})

test.each([
  ['[Title](https://arxiv.org/abs/2406.00001)', ['https://arxiv.org/abs/2406.00001'], null],
  ['## [Title](https://a.example/b_(c))', ['https://a.example/b_(c)'], null],
  ['**[Title](https://a.example/b)**', ['https://a.example/b'], null],
  ['[**Title**](https://a.example/b)', ['https://a.example/b'], null],
  ['[Title](https://a.example/b) (Ada Lovelace)', ['https://a.example/b'], ['Ada Lovelace']],
  ['*Title* (Ada Lovelace, 김연구)', [], ['Ada Lovelace', '김연구']],
  ['[[Title]] (Ada Lovelace)', [], ['Ada Lovelace']],
  ['Title https://a.example/b', ['https://a.example/b'], null],
  ['Title (https://a.example/b)', ['https://a.example/b'], null],
  ['Title - https://a.example/b', ['https://a.example/b'], null],
])('%s gives a title with its links and authors', (line, links, authors) => {
  expect(readTitle(line)).toEqual({ title: 'Title', links, authors: authors === null ? null : { authors } })
})

test('a title is one line of text and its links are web addresses, whatever the line holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('*', '_', '[', ']', '(', ')', '#', '$', '\\', ' ', 'a', '가', 'https://a.example/') }),
      (line) => {
        const { title, links } = readTitle(line)
        expect(title).toBe(title.trim())
        expect(title).not.toMatch(/\s{2}|\n/)
        for (const link of links) expect(webAddress(link)).toBe(link)
      },
    ),
    { numRuns: 1_000 },
  )
})
