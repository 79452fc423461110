import { describe, expect, test } from 'vitest'
import { labels, read, sources } from './read.ts'

const titlesOf = (text: string): readonly string[] => read(`2024-06-10\n${text}`, 'content/notes.md').entries.map(({ title }) => title)
const problemsOf = (text: string): readonly string[] => read(`2024-06-10\n${text}`, 'content/notes.md').problems

describe('an entry of the raw form', () => {
  test.each([
    ['ends at a line Tags: below its text, with or without #', 'A\n글.\nTags: llm, deep learning\nB\n글.\nTags: #rl', ['A', 'B']],
    ['not at such a line in its head', 'A\nTags: llm\n글.\nB\n글.\n#t', ['A']],
    ['may have labelled lines above its title', 'Authors: Ada Lovelace\nTitle: A\n글.\n#t', ['A']],
    ['may be underlined, as its first title is', 'A\n---\n글.\n\nB\n---\n글.\n또.', ['A', 'B']],
    ['ends at ---, where no title is underlined', 'A\n글.\n\n더.\n---\nB\n글.', ['A', 'B']],
    ['begins at a heading with a link below it', 'A\n글.\n## B\nhttps://b.example/\n글.', ['A', 'B']],
    ['has deeper headings as sections, where a heading opened it', 'A\n글.\n---\n## B\n글.\n### 방법\n더.', ['A', 'B']],
  ])('%s', (_, text, titles) => {
    expect(titlesOf(text)).toEqual(titles)
  })

  test('keeps what labels above its title say', () => {
    const [entry] = read('2024-06-10\nAuthors: Ada Lovelace\nTags: llm\nhttps://a.example/\nA\n글.\n#t', 'content/notes.md').entries
    expect(entry).toMatchObject({ title: 'A', authors: ['Ada Lovelace'], links: ['https://a.example/'] })
    expect(entry === undefined ? [] : labels(entry)).toEqual(['llm', 't'])
  })

  test('has authors below a remark, a venue or a label that the table doesn’t know', () => {
    for (const remark of ['(ICML 2024)', '★★★★☆', 'ICML 2024', 'Year: 2024', 'Date: 2015-01-01']) {
      const [entry] = read(`2024-06-10\nA\n${remark}\n(Ada Lovelace, Alan Turing)\n글.\n#t`, 'content/notes.md').entries
      expect([entry?.authors, sources(entry?.commentary ?? [])]).toEqual([
        ['Ada Lovelace', 'Alan Turing'],
        [remark, '글.'],
      ])
    }
  })
})

describe('what may be meant otherwise is said', () => {
  test.each([
    [
      'A\n글.\n## 방법\n더.\n#t',
      /:4: warning: a heading inside an entry is taken for text: “## 방법” \(if a paper begins here, put --- above it/,
    ],
    ['A\n글.\n---\n## B\n글.\n## 방법\n더.', /:7: warning: a heading inside an entry is taken for text/],
    ['A\n글.\n#llm, #machine learning\nB\n글.\n#t', /:4: warning: a line of text that begins with tags: “#llm, #machine learning” \(/],
    ['A\n글.\n#llm (필독)\n#t', /:4: warning: a line of text that begins with tags/],
    [
      'A\n글.\n더.\nB Model (Ada Lovelace, Alan Turing)\n글.\n#t',
      /:5: warning: a line that looks like a title with its authors, deep in an entry/,
    ],
    [
      'A\n(김연구)\n글.\n#t',
      /:3: warning: a line of text that may be authors: “\(김연구\)” \(if these are the authors, write Authors: in front/,
    ],
    ['A\n(山田太郎、鈴木花子)\n글.\n#t', /:3: warning: a line of text that may be authors/],
    ['Authors: Ada Lovelace', /:2: a labelled line without a title: “Authors: Ada Lovelace” \(put a title above it\)/],
    ['#t', /:2: a tag line without an entry above it \(put the entry above it; or remove it, and write tags: in front matter/],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })

  test.each(['A\n(재미있다)\n글.\n#t', 'A\n글.\n#1 문제는 이것이다\n#t', 'A\n(ICML 2024)\n글.\n#t'])('%j needs no word', (text) => {
    expect(problemsOf(text)).toEqual([])
  })
})

describe('draft: true keeps an entry back, wherever it stands and however it is marked', () => {
  test.each(['draft: true', 'Draft: True', '- draft: true', '**draft**: true', 'draft:: true', '> draft: true'])('%s', (line) => {
    const { entries, problems } = read(`A\n(ICML 2024)\n글.\n${line}\n더.\n#t\nB\n글.\n#t`)
    expect([entries.map(({ isDraft }) => isDraft), problems]).toEqual([[true, false], []])
    expect(sources(entries[0]?.commentary ?? [])).toEqual(['(ICML 2024)', '글.', '더.'])
  })

  test('but not in code, nor where the line goes on', () => {
    expect(read('A\n글.\n```\ndraft: true\n```\ndraft: true 라고 쓴다.\n#t').entries.map(({ isDraft }) => isDraft)).toEqual([false])
  })
})
