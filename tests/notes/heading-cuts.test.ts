import { describe, expect, test } from 'vitest'
import { labels, read, sources } from './read.ts'

/** The titles of a day's entries, and what was warned of. */
function titlesOf(text: string): readonly [readonly string[], readonly string[]] {
  const { entries, problems } = read(text, 'content/2024-06-10.md')
  return [entries.map(({ title }) => title), problems.map((problem) => problem.replace(/^content\/2024-06-10\.md/, ''))]
}

describe('a day whose first line is a heading: the titles are the headings of one level', () => {
  test.each([
    ['the first heading’s, where it has signs', '## A\n(Ada Lovelace, Alan Turing)\n글.\n### 자세히\n더.\n## B\n글.', ['A', 'B']],
    ['the first heading’s, where text stands below it', '# A\n글.\n## 방법\n더.\n## 결과\n더.\n#t', ['A']],
    ['whatever the sections are called', '# A\nhttps://a.example/\n글.\n## Attention\n더.\n## Memory\n더.', ['A']],
    ['also shallower ones behind it, with text', '## A\n글.\n# B\n글.', ['A', 'B']],
  ])('%s', (_, text, titles) => {
    expect(titlesOf(text)).toEqual([titles, []])
  })

  test.each([
    [
      'deeper ones with signs below nothing but headings',
      '# 오늘\n## A\nhttps://a.example/\n글.\n## B\n글.',
      ['A', 'B'],
      [/^:1: warning: the title “오늘” is no entry's: the deeper headings are \(/],
    ],
    ['deeper ones with tag lines', '# 오늘\n## A\n글.\n#t\n## B\n글.\n#t', ['A', 'B'], [/^:1: warning: the title “오늘”/]],
    [
      'groups in between',
      '# NLP\n## A\n(Ada Lovelace, Alan Turing)\n글.\n# Vision\n## B\n(Ada Lovelace, Alan Turing)\n글.',
      ['A', 'B'],
      [/^:1: warning: the title “NLP”/, /^:5: warning: the title “Vision”/],
    ],
    [
      'deeper ones with signs below text, which is left out',
      '# 오늘\n소개하는 글.\n## A\nhttps://a.example/\n글.\n## B\nhttps://b.example/\n글.',
      ['A', 'B'],
      [/^:1: warning: the title “오늘”/, /^:2: warning: text that belongs to no paper is left out: “소개하는 글\.” \(/],
    ],
    [
      'sections, where nothing has signs',
      '# A\n## 요약\n글.\n## 방법\n글.',
      ['A'],
      [/^:1: warning: the headings below “A” are taken for its sections \(if they are papers, write/],
    ],
  ])('%s', (_, text, titles, warnings) => {
    expect(titlesOf(text)).toEqual([titles, warnings.map((warning) => expect.stringMatching(warning))])
  })
})

describe('inside an entry that a heading opened', () => {
  test('--- is a rule in its text, and text behind tags stays', () => {
    const { entries, problems } = read('## A\nhttps://a.example/\n---\n글.\n---\n더.\n#t\n또.\n## B\nhttps://b.example/\n글.\n---')
    expect(problems).toEqual([])
    expect(entries.map(({ commentary }) => sources(commentary))).toEqual([['글.', '---', '더.', '또.'], ['글.']])
    expect(entries[0]?.commentary[1]?.html).toBe('<hr>')
    expect(entries.map(labels)).toEqual([['t'], []])
  })

  test('a date deeper than its title is a section, with a warning, where the day is known', () => {
    expect(titlesOf('# A\nhttps://a.example/\n글.\n## 2024-06-12\n다시 읽음.')).toEqual([
      ['A'],
      [expect.stringMatching(/^:4: warning: a date deeper than the headings above it is taken for text: “## 2024-06-12” \(/)],
    ])
  })
})

test('the links above the first title are its paper’s', () => {
  const { entries } = read('https://arxiv.org/abs/2406.00001\n## A\n글.\n## B\n글.')
  expect(entries.map(({ paper }) => paper?.arxivId)).toEqual(['2406.00001', undefined])
})

test('a title of the whole file, above its first date, is no entry’s', () => {
  const { entries, problems } = read('# 논문 노트\n\n## 2024-06-10\n### A\n글.\n#t', 'content/notes.md')
  expect(entries.map(({ title }) => title)).toEqual(['A'])
  expect(problems).toEqual([
    expect.stringMatching(/notes\.md:1: warning: the title “논문 노트” is no entry's: it stands above the first date/),
  ])
})
