import { describe, expect, test } from 'vitest'
import { labels, matter, read, readOne, sources } from './read.ts'

test('a note on one paper: address, title with authors, quoted abstract, commentary, tags; the date in the file’s name', () => {
  const text =
    'https://arxiv.org/abs/2406.00001\n\n*A Title* (Ada Lovelace, 김연구)\n\n> An abstract.\n\n논평. [[다른 노트]]도 보라.\n\n#llm'
  expect(readOne(text, 'content/240606 A Title.md')).toMatchObject({
    day: '2024-06-06',
    title: 'A Title',
    authors: ['Ada Lovelace', '김연구'],
    paper: { arxivId: '2406.00001' },
    abstract: [{ source: 'An abstract.' }],
    commentary: [{ text: '논평. 다른 노트도 보라.' }],
  })
})

describe('the title of a note on one paper', () => {
  test.each([
    ['T', 'https://a.example/\n이 논문은 재미있다.', 'T'],
    ['A Title', 'https://arxiv.org/abs/2406.00001\n> An abstract.\n논평.', 'A Title'],
    ['ReST-MCTS', '*ReST-MCTS*: LLM Self-Training* (Ada Lovelace)\n본문.', 'ReST-MCTS*: LLM Self-Training'],
    ['Attention', 'Attention is all you need.\n본문.', 'Attention is all you need.'],
  ])('in a file named %s that begins with %j is %s', (name, text, title) => {
    expect(readOne(`${text}\n#t`, `content/240610 ${name}.md`).title).toBe(title)
  })

  test('in front matter is read as a title line: with its link, authors and formulas', () => {
    expect(readOne(`${matter('title: "[H$_2$O](https://a.example/x) (Ada Lovelace)"')}본문.`)).toMatchObject({
      title: 'H₂O',
      links: ['https://a.example/x'],
      authors: ['Ada Lovelace'],
    })
  })
})

describe('fields of front matter belong to the file’s one paper', () => {
  const id = 'tag:notes.example,2024-06-10:mine'

  test('whose title stands beside them', () => {
    const fields = ['title: "Q: A Title"', 'authors: [Ada Lovelace, 김연구]', 'link: https://arxiv.org/abs/2406.00001']
    expect(readOne(`${matter(...fields, `id: ${id}`, 'published: 2024-06-10T09:30:00Z')}논평.`)).toMatchObject({
      title: 'Q: A Title',
      authors: ['Ada Lovelace', '김연구'],
      links: ['https://arxiv.org/abs/2406.00001'],
      givenId: id,
      givenPublished: new Date('2024-06-10T09:30:00Z'),
    })
  })

  test('whose title stands below them, where a link stands beside them', () => {
    expect(readOne(`${matter('authors: Ada Lovelace', 'url: https://arxiv.org/abs/2406.00001', `id: ${id}`)}# T\n본문`)).toMatchObject({
      title: 'T',
      authors: ['Ada Lovelace'],
      paper: { arxivId: '2406.00001' },
      givenId: id,
    })
  })

  test('whose title is in the file’s name', () => {
    expect(readOne(`${matter('authors: Ada Lovelace')}> Abstract.\n본문`, 'content/240606 T.md')).toMatchObject({
      title: 'T',
      authors: ['Ada Lovelace'],
    })
  })

  test.each([
    [['kind: day', 'authors: [Ada Lovelace]'], /:1: front matter gives authors, but the file holds the papers of a day \(/],
    [[`id: ${id}`], /:2: an id without a title \(write it on a line below the title that it is the id of\)$/],
    [['published: 2024-06-10T09:00:00Z'], /:2: an instant without a title \(/],
  ])('and are refused in the notes of a day: %j', (fields, problem) => {
    expect(read(`${matter(...fields)}# T\n본문\n# U\n본문`).problems).toEqual([expect.stringMatching(problem)])
  })

  test.each(['published: true', 'published: 2024-06-05', 'published: 2024'])('%s is another tool’s, and no instant', (field) => {
    expect(readOne(`${matter('title: T', field)}본문`).givenPublished).toBeNull()
  })
})

describe('a note on one paper owns its headings', () => {
  const headings = '## 요약\n본문.\n## 방법\n더.'

  test.each([
    ['its title and link in front matter', `${matter('title: T', 'link: https://a.example/')}${headings}`, 'content/2024-06-10.md'],
    ['its title in front matter', `${matter('title: T')}${headings}`, 'content/2024-06-10.md'],
    ['text before its headings', `${matter('title: T')}앞.\n${headings}`, 'content/2024-06-10.md'],
    ['its title repeated', `${matter('title: T')}# T\n${headings}`, 'content/2024-06-10.md'],
    ['its title in the file’s name', headings, 'content/240610 T.md'],
    ['its title in the file’s name, and a quote', `> Abstract.\n${headings}`, 'content/240610 T.md'],
  ])('with %s', (_, text, file) => {
    const entry = readOne(text, file)
    expect(entry.title).toBe('T')
    expect(entry.commentary.slice(-4).map(({ html }) => html)).toEqual([
      '<h3 lang="ko">요약</h3>',
      '<p lang="ko">본문.</p>',
      '<h3 lang="ko">방법</h3>',
      '<p lang="ko">더.</p>',
    ])
  })

  test('also with a heading that repeats the title and adds a link and authors', () => {
    const entry = readOne(`${matter('title: A')}# [A](https://a.example/x) (Ada Lovelace)\n본문.\n## 요약\n더.`)
    expect(entry).toMatchObject({ title: 'A', links: ['https://a.example/x'], authors: ['Ada Lovelace'] })
    expect(entry.commentary.map(({ text }) => text)).toEqual(['본문.', '요약', '더.'])
  })

  test('of any name, where front matter says more than a title', () => {
    expect(readOne(`${matter('title: T', 'id: tag:notes.example,2024:t')}## Any heading\n본문`).title).toBe('T')
    expect(labels(readOne(`${matter('title: T')}#llm\n## Any heading\n본문`))).toEqual(['llm'])
  })

  test('of any name, with a warning where two tag lines below text suggest the papers of a day', () => {
    const { entries, problems } = read(`${matter('title: 오늘의 논문')}## A\n본문.\n#t\n## B\n본문.\n#t`)
    expect(entries.map(({ title }) => title)).toEqual(['오늘의 논문'])
    expect(problems).toEqual([
      expect.stringMatching(/:9: warning: its front matter gives a title, but this is the second tag line below text \(/),
    ])
  })

  test('but where papers begin by sign, the file holds a day, whose title is no item', () => {
    const { entries, problems } = read(
      `${matter('title: 오늘의 논문')}## A\n(Ada Lovelace, Alan Turing)\n본문.\n## B\nhttps://a.example/b\n본문.`,
    )
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B'])
    expect(problems).toEqual([
      expect.stringMatching(
        /:7: warning: its front matter gives a title, but a second paper begins here \(the file is read as the papers of a day; /,
      ),
      expect.stringMatching(/:2: warning: the title “오늘의 논문” is no entry's: the file holds the papers of a day \(/),
    ])
  })
})

describe('tags at the head of a note on one paper end nothing', () => {
  test.each([
    ['title in front matter', `${matter('title: T')}#llm #rl\n본문.\n더.`, 'content/2024-06-10.md'],
    ['title in the file’s name', 'https://a.example/\n#llm #rl\n> Abstract.\n본문.\n더.', 'content/240610 T.md'],
    ['title below', '#llm #rl\n# T\n본문.\n더.', 'content/240610 T.md'],
  ])('%s', (_, text, file) => {
    const entry = readOne(text, file)
    expect([entry.title, labels(entry), sources(entry.commentary)]).toEqual(['T', ['llm', 'rl'], ['본문.', '더.']])
  })
})
