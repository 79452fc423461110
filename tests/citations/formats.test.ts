import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/catalog/catalog.ts'
import { type CitationFormat, citationFormats } from '../../src/citations/citation-formats.ts'
import { paperAt } from '../../src/notes/paper.ts'
import { sampleEntry } from '../site/entries.ts'
import { names } from './names.ts'
import { citationsOf, papersOf } from './papers.ts'

const permalinkUrlOf = ({ day, name }: Entry): string => `https://notes.example/${day}/${name}/`
const cited = (format: CitationFormat, entries: readonly Entry[]): string => citationsOf(format, papersOf(entries, permalinkUrlOf))
/** What the library makes of a document that it is given to read. */
const readBack = (format: CitationFormat, entries: readonly Entry[]): readonly Readonly<Record<string, unknown>>[] =>
  plugins.input.chain(cited(format, entries))
const whole = (name: Record<string, string>): string =>
  ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix', 'literal'].flatMap((part) => name[part] ?? []).join(' ')

describe('names', () => {
  test.each(citationFormats.flatMap((format) => names.map(([written, name]) => [format, written, name] as const)))(
    'in %s: %s',
    (format, written, name) => {
      const [item] = readBack(format, [sampleEntry({ authors: [written] })])
      const read = (item?.['author'] ?? []) as readonly Record<string, string>[]
      const expected = name === null ? [] : [whole(name as Record<string, string>)]
      expect(read.map(whole)).toEqual(format === 'ris' ? expected.map((text) => text.replaceAll(',', '')) : expected)
    },
  )

  test('BibTeX: a name that isn’t taken apart stands in braces of its own, with its commas and its `and`', () => {
    const authors = ['Ada Lovelace', '김연구', 'OpenAI, Inc.', 'Institute of Standards and Technology']
    expect(cited('bib', [sampleEntry({ authors })])).toContain(
      'author = {Lovelace, Ada and {김연구} and {OpenAI, Inc.} and {Institute of Standards and Technology}},',
    )
  })
})

describe('what an entry tells of its paper', () => {
  test('without a link to the paper, it is cited at the address of the notes, with their year; nothing else stands for what is missing', () => {
    const bare = sampleEntry({ authors: [], paper: null, abstract: [], tags: [] })
    const url = 'https://notes.example/2024-06-10/a-title/'
    expect(cited('bib', [bare])).toBe(
      `@misc{paper2024title,\n  year = {2024},\n  title = {A {Title}},\n  url = {${url}},\n  key = {A Title},\n}\n`,
    )
    expect(cited('ris', [bare])).toBe(
      `TY  - JOUR\r\nDA  - 2024///\r\nPY  - 2024\r\nLA  - en\r\nLB  - paper2024title\r\nTI  - A Title\r\nUR  - ${url}\r\nER  - \r\n`,
    )
  })

  test('BibTeX: all that biblatex and its kin read of a preprint', () => {
    expect(cited('bib', [sampleEntry()])).toBe(`@misc{lovelace2024title,
  author = {Lovelace, Ada and {김연구}},
  doi = {10.48550/arXiv.2406.00001},
  year = {2024},
  title = {A {Title}},
  url = {https://arxiv.org/abs/2406.00001},
  eprint = {2406.00001},
  archiveprefix = {arXiv},
  keywords = {정렬, RLHF},
  abstract = {What it is.},
  month = jun,
}
`)
  })

  test('RIS: every value is one line, whatever an abstract holds, and every line ends with CR LF', () => {
    const text = 'One.\n\nER  - \nTY  - JOUR\nTI  - Another'
    const abstract = sampleEntry().abstract.map((block) => ({ ...block, text }))
    const document = cited('ris', [sampleEntry({ abstract, title: `${'긴 제목 🦙'.repeat(30)}` })])
    expect(document.split('\r\n').filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([''])
    expect(document.match(/^TY {2}- /gm)).toHaveLength(1)
    expect(document).not.toMatch(/[^\r]\n/)
  })

  test('CSL-JSON: an array of items', () => {
    const entries = [sampleEntry(), sampleEntry({ title: 'Another' })]
    expect(JSON.parse(cited('json', entries))).toEqual(papersOf(entries, permalinkUrlOf))
    expect(JSON.parse(cited('json', []))).toEqual([])
  })
})

test('a paper is written alike in every document that lists it', () => {
  const papers = papersOf([sampleEntry(), sampleEntry()], permalinkUrlOf)
  for (const format of citationFormats) {
    const both = citationsOf(format, papers)
    for (const paper of papers) expect(both).toContain(citationsOf(format, [paper]).replace(/^\[\n|\n\]\n$/g, ''))
  }
})

describe('text comes back as it was', () => {
  const characters = fc.constantFrom(
    ...'abz AZ09 :.,;-–—\'"`&%$#_{}\\~^<>()[]/=@+*?!|'.split(''),
    ...[
      'é',
      'Ö',
      'É',
      '연',
      '구',
      '漢',
      '₂',
      '𝒪',
      'ᴱᴹ',
      '→',
      '🦙',
      '\u00a0',
      '<i>',
      '</i>',
      '<span class="nocase">',
      '--',
      '``',
      "''",
      ' - ',
    ],
  )
  const text = fc
    .array(characters, { minLength: 1, maxLength: 40 })
    .map((parts) =>
      parts
        .join('')
        .replace(/[^\S\u00a0]+/g, ' ')
        .replace(/^\s+|\s+$/g, ''),
    )
    .filter((one) => one !== '')

  test.each(citationFormats)('titles: %s', (format) => {
    fc.assert(
      fc.property(text, (title) => {
        const spaced = format === 'ris' ? title.replace(/\s+/g, ' ') : title
        expect(readBack(format, [sampleEntry({ title })]).map((item) => item['title'])).toEqual([spaced])
      }),
      { numRuns: 200 },
    )
  })

  test.each(citationFormats)('many entries: %s', (format) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (titles) => {
        const back = readBack(
          format,
          titles.map((title) => sampleEntry({ title })),
        )
        expect(back).toHaveLength(titles.length)
      }),
    )
  })

  test.each([
    ['BERT: Pre-training of Deep Things', '{{BERT}}: Pre-training of {Deep} {Things}'],
    ['ReST-MCTS*: LLM Self-Training', '{{ReST}-{MCTS}*}: {{LLM}} {Self}-{Training}'],
    ['a study of Éclairs', 'a study of {Éclairs}'],
    ['100% of x_1 & $5 <i>', '100\\% of x\\_1 \\& \\$5 \\textless{}i\\textgreater{}'],
    ['{a} \\b ~ ^', '\\{a\\} \\textbackslash{}b \\textasciitilde{} \\textasciicircum{}'],
    ['}a{ {b', '{\\textbraceright}a{\\textbraceleft} {\\textbraceleft}b'],
  ])('BibTeX: capitals are protected, and what TeX would obey is named: %s', (title, written) => {
    expect(cited('bib', [sampleEntry({ title })])).toContain(`  title = {${written}},\n`)
  })

  test('BibTeX: no line of an abstract looks like a field, of which biber would warn', () => {
    const abstract = sampleEntry().abstract.map((block) => ({ ...block, text: 'x = 1\n\ny = 2\n@z\nw' }))
    expect(cited('bib', [sampleEntry({ abstract })])).toContain('  abstract = {x = 1\n\n{}y = 2\n{}@z\nw},\n')
  })

  test('BibTeX: no address unbalances a brace', () => {
    const paper = paperAt('https://a.example/x?q={%7B\\_&c')
    expect(cited('bib', [sampleEntry({ paper })])).toContain('  url = {https://a.example/x?q=%7B%7B%5C_&c},\n')
  })

  test.each(['{', '}', '\\input', '^^5cinput', '$'])(
    'BibTeX: nothing that TeX obeys stands in an address, or in a DOI, which is left out: %s',
    (text) => {
      const paper = paperAt(`https://a.example/x?${text}#${text}`)
      const document = cited('bib', [sampleEntry({ paper: { ...paper, doi: `10.1000/${text}` } })])
      expect(document).not.toContain('doi =')
      expect(/ {2}url = \{(.*)\},\n/.exec(document)?.[1]).toMatch(/^[^\\{}^$]+$/)
    },
  )
})
