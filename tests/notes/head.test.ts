import { describe, expect, test } from 'vitest'
import { bodyOf, labels, matter, read, readOne, sources } from './read.ts'

const file = 'content/240610 A Title.md'
const one = (text: string): ReturnType<typeof readOne> => readOne(text, file)

describe('labelled lines of a head, in any order and whatever their marks', () => {
  test.each([
    ['plain', 'Link: https://arxiv.org/abs/2406.00001\nAuthors: Ada Lovelace, 김연구\nVenue: ICML 2024\nTags: llm, deep learning\n글.'],
    [
      'bold',
      '**Tags**: #llm, #deep learning\n**저자**: Ada Lovelace, 김연구\n**학회:** ICML 2024\n**논문**: https://arxiv.org/abs/2406.00001\n글.',
    ],
    [
      'a list',
      '- Venue: ICML 2024\n- Paper: [arXiv:2406.00001](https://arxiv.org/abs/2406.00001)\n- Authors:\n  - Ada Lovelace\n  - 김연구\n- Tags: [llm, deep learning]\n\n글.',
    ],
    [
      'a callout',
      '> [!cite] A Title\n> Authors:: Ada Lovelace; 김연구\n> Link:: https://arxiv.org/abs/2406.00001\n> Venue:: ICML 2024\n> Tags:: llm, deep learning\n글.',
    ],
    [
      'a list below a word',
      '저자\n* Ada Lovelace\n* 김연구\n\n논문: https://arxiv.org/abs/2406.00001\n会议：ICML 2024\n标签：llm、deep learning\n글.',
    ],
  ])('%s', (_, text) => {
    const entry = one(`# A Title\n${text}`)
    expect(entry).toMatchObject({ authors: ['Ada Lovelace', '김연구'], paper: { arxivId: '2406.00001' }, venue: 'ICML 2024' })
    expect([labels(entry), sources(bodyOf(entry))]).toEqual([['llm', 'deep learning'], ['글.']])
  })

  test('a label that the table doesn’t know is text, and ends no head', () => {
    const entry = one('# A Title\n**소속**: 어느 대학\n**저자**: 김연구\n글.')
    expect([entry.authors, sources(entry.commentary)]).toEqual([['김연구'], ['**소속**: 어느 대학', '글.']])
  })

  test('a label without a value says nothing', () => {
    const entry = one('# A Title\n[paper]()\n[code]()\nAuthors:\n글.')
    expect([entry.paper, entry.authors, sources(bodyOf(entry))]).toEqual([null, [], ['글.']])
  })

  test('authors need no label where a line is two names or more and nothing else', () => {
    expect(one('# A Title\nAda Lovelace, Alan Turing, Grace Hopper, **ICML 2024**\n글.').authors).toEqual([
      'Ada Lovelace',
      'Alan Turing',
      'Grace Hopper',
    ])
    expect(one('# A Title\nPlanning, Search and Memory\n글.').authors).toEqual([])
  })
})

describe('the paper’s link beats others', () => {
  const [paper, code, page] = ['https://arxiv.org/abs/2406.00001', 'https://github.com/a/b', 'https://a.example/']

  test.each([
    ['code above it', `Code: ${code}\nPaper: ${paper}\n글.`, paper],
    ['another link above it', `${page}\n${paper}\n글.`, paper],
    ['links on one line', `[code](${code}) | [paper](${paper}) | [page](${page})\n글.`, paper],
    ['deep in the text, with a label', `${page}\n글.\n## 참고\n- [Link to the paper](${paper})`, paper],
    ['alone on a line of the text, the only one of a paper', `글.\n## 참고\n${paper}`, paper],
    ['above the first heading', `누가 정리함\n${paper}\n## 참고\n${paper.replace('1', '2')}`, paper],
    ['at the head of a line of the preamble', `${paper} 에서\n## 참고\n글.`, paper],
    ['code alone is none', `Code: ${code}\n글.`, null],
  ])('%s', (_, text, link) => {
    const entry = read(`# A Title\n${text}`, file).entries[0]
    expect(entry?.paper?.url ?? null).toBe(link)
  })

  test('every link of the head stays one of the links', () => {
    expect(one(`# A Title\nCode: ${code}\nPaper: ${paper}\n${page}\n글.`).links).toEqual([paper, page, code])
  })

  test('a search engine’s redirect is the address it leads to', () => {
    expect(one(`# A Title\nhttps://www.google.com/url?sa=t&url=${encodeURIComponent(paper)}\n글.`).paper?.arxivId).toBe('2406.00001')
  })

  test.each([
    [
      `글.\n## 참고\n글 [하나](${paper}).`,
      /:1: warning: a paper's link stands in the text, but nothing says that it is this paper's \(write Paper:/,
    ],
    [
      `글.\n## 참고\n[하나](${paper}), [둘](${paper.replace('1', '2')}) 글`,
      /:1: warning: 2 links to papers stand in the text, and none is said to be this paper's/,
    ],
  ])('what may be it and isn’t said to be is a warning: %j', (text, problem) => {
    expect(read(`# A Title\n${text}`, file).problems).toEqual([expect.stringMatching(problem)])
  })
})

describe('front matter as vaults and tools write it', () => {
  test.each([
    [['title: A', 'doi: 10.1000/182', 'authors: ["Lovelace, Ada"]'], { links: ['https://doi.org/10.1000/182'], authors: ['Ada Lovelace'] }],
    [['title: A', 'arxiv: "2406.00001"'], { paper: { arxivId: '2406.00001' } }],
    [
      ['title: A', 'source: https://a.example/', 'author: ["[[People/Ada Lovelace|Ada]]"]', 'created: 2024-06-09'],
      { links: ['https://a.example/'], authors: ['Ada'], day: '2024-06-09' },
    ],
    [['title: A', 'added: 2024-06-08', 'doi: ""'], { day: '2024-06-08', links: [] }],
    [['title: A', 'venue: ICML 2024', 'draft: true', 'published: 2024-05'], { venue: 'ICML 2024', isDraft: true, givenPublished: null }],
  ])('%j', (fields, read) => {
    expect(readOne(`${matter(...fields)}글.`)).toMatchObject(read)
  })
})
