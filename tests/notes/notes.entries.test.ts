import { describe, expect, test } from 'vitest'
import { bodyOf, labels, read, readOne, sources } from './read.ts'

describe('the raw form has no front matter and no marks: a date, then entries that tag lines end', () => {
  const text = [
    '2024년 6월 10일',
    'First Title',
    '(Ada Lovelace, Alan Turing)',
    'An abstract in English.',
    '한국어 논평.',
    '둘째 문단.',
    '#tag-one #tag-two',
    'Second Title',
    '본문.',
    '#정렬',
  ].join('\n')

  test.each(['content/notes.md', 'content/notes.txt'])('in %s', (file) => {
    const { entries, problems } = read(text, file)
    expect(problems).toEqual([])
    expect(entries.map(({ day, title, line, authors }) => [day, title, line, authors])).toEqual([
      ['2024-06-10', 'First Title', 2, ['Ada Lovelace', 'Alan Turing']],
      ['2024-06-10', 'Second Title', 8, []],
    ])
    expect(entries.map(({ abstract, commentary }) => [sources(abstract), sources(commentary)])).toEqual([
      [['An abstract in English.'], ['한국어 논평.', '둘째 문단.']],
      [[], ['본문.']],
    ])
    expect(entries.map(labels)).toEqual([['tag-one', 'tag-two'], ['정렬']])
  })
})

describe('a title line', () => {
  test.each([
    '(Un)certainty',
    '[Re] Reproducing',
    '*A* search and *B*',
    'snake_case and __init__',
    'ReST-MCTS*: LLM Self-Training',
    '$100K Budget',
    'From $20,000 to $30,000',
    '$\\nosuchmacro{x}$ stays',
    '<b>Bold</b> & Co',
    'Learning C #',
  ])('stands as it is, whatever else it looks like: %s', (title) => {
    expect(readOne(`${title}\n본문\n#t`).title).toBe(title)
  })

  test.each([
    ['[Title](https://a.example/b) (Ada Lovelace)', ['https://a.example/b'], ['Ada Lovelace']],
    ['*Title* (Ada Lovelace, 김연구)', [], ['Ada Lovelace', '김연구']],
    ['Title https://a.example/b', ['https://a.example/b'], []],
    ['\\#Title', [], []],
  ])('may give links and authors: %s', (line, links, authors) => {
    expect(readOne(`${line}\n본문\n#t`)).toMatchObject({ links, authors })
  })

  test('may be underlined', () => {
    expect(readOne('A Title\n=======\n본문.\n#t').title).toBe('A Title')
  })

  test('loses characters that steer the direction of text, as authors do, with a warning; the body keeps them', () => {
    const { entries, problems } = read('A \u202eeltit\u202c\n(Ada \u2067Lovelace, 김연구)\n본문 \u2067속\u2069에는 남는다.\n#t')
    expect(entries[0]).toMatchObject({ title: 'A eltit', authors: ['Ada Lovelace', '김연구'] })
    expect(read('A\n글.\n#ab\u202ec').entries[0]?.tags.map(({ label }) => label)).toEqual(['abc'])
    expect(entries[0]?.commentary[0]?.text).toBe('본문 \u2067속\u2069에는 남는다.')
    expect(problems).toEqual([
      expect.stringMatching(/:1: warning: characters that steer the direction of text are left out \(remove them\)$/),
      expect.stringMatching(/:1: warning: characters that steer/),
    ])
  })
})

describe('a link line above or below the title gives the paper', () => {
  test.each([
    'https://arxiv.org/abs/2406.00001v2\nTitle',
    'Title\nhttps://arxiv.org/abs/2406.00001v2',
    'Title\n\n<https://arxiv.org/abs/2406.00001v2>',
  ])('%j', (head) => {
    expect(readOne(`${head}\n(Ada Lovelace)\n본문\n#t`)).toMatchObject({
      title: 'Title',
      authors: ['Ada Lovelace'],
      links: ['https://arxiv.org/abs/2406.00001v2'],
      paper: { arxivId: '2406.00001', doi: '10.48550/arXiv.2406.00001', pdfUrl: 'https://arxiv.org/pdf/2406.00001' },
    })
  })

  test('but deep in a body it is body, and its address only one of the links', () => {
    const entry = readOne('Title\n본문.\nhttps://a.example/x\n더.\n#t')
    expect(sources(entry.commentary)).toEqual(['본문.', 'https://a.example/x', '더.'])
    expect(entry).toMatchObject({ paper: null, links: ['https://a.example/x'] })
  })
})

describe('a parenthesis below the title', () => {
  test.each([
    ['(Ada Lovelace and 김연구)', ['Ada Lovelace', '김연구']],
    ['（김철수, 이영희）', ['김철수', '이영희']],
    ['(Anthropic)', ['Anthropic']],
  ])('gives the authors: %s', (line, authors) => {
    expect(readOne(`Title\n${line}\n본문\n#t`)).toMatchObject({ authors, commentary: [{ source: '본문' }] })
  })

  test.each(['(ICML 2024 Oral)', '(추후 정리 예정)', '(참고) 재미있네요 :)', '(1) We train it; 2) we test it', '(A) and (B)'])(
    'is body where it is something else: %s',
    (line) => {
      const entry = readOne(`Title\n${line}\n본문\n#t`)
      expect([entry.authors, sources(bodyOf(entry))]).toEqual([[], [line, '본문']])
    },
  )

  test('is body below the first line of text', () => {
    expect(readOne('Title\n(Anthropic)\n본문.\n(Ada Lovelace)\n#t')).toMatchObject({
      authors: ['Anthropic'],
      commentary: [{ source: '본문.' }, { source: '(Ada Lovelace)' }],
    })
  })

  test.each(['T\n(Ada Lovelace, Alan Turing', 'T\n(Ada (MIT, Alan)', 'T\nAda Lovelace, Alan Turing)', '*T* (Ada Lovelace'])(
    'is refused where it doesn’t balance: %j',
    (head) => {
      const line = head.split('\n').length
      expect(read(`${head}\n본문\n#t`, 'n/2024-06-10.md').problems).toEqual([
        expect.stringMatching(
          new RegExp(`^n/2024-06-10\\.md:${line}: an authors line with a parenthesis too many or too few: .+ \\(write \\(First`),
        ),
      ])
    },
  )
})

describe('the tags of an entry', () => {
  test.each([
    ['#LLM #llm #Llm', ['LLM']],
    ['#a\n#b', ['a', 'b']],
    ['#정렬'.normalize('NFD'), ['정렬']],
    ['태그: #정렬'.normalize('NFD'), ['정렬']],
    ['\u200b#a #b\u200b', ['a', 'b']],
    ['\ufeff#a', ['a']],
  ])('%j', (lines, tags) => {
    expect(labels(readOne(`Title\n본문\n${lines}`))).toEqual(tags)
  })

  test('end at other words: such a line is body', () => {
    expect(sources(readOne('Title\n본문.\n#1 문제는 이것이다\n#t').commentary)).toEqual(['본문.', '#1 문제는 이것이다'])
  })
})

describe('an entry ends', () => {
  test.each([
    ['at a tag line', 'A\n본문.\n#t\nB\n본문.'],
    ['at a heading title', '## A\n본문.\n## B\n본문.'],
    ['at a date heading', 'A\n본문.\n2024-06-09\nB\n본문.'],
    ['at a rule', 'A\n본문.\n---\nB\n본문.'],
  ])('%s', (_, text) => {
    const { entries, problems } = read(text)
    expect([entries.map(({ title }) => title), problems]).toEqual([['A', 'B'], []])
  })

  test('at a rule behind a blank line, which underlines no title', () => {
    expect(read('A\n\n---\nB\n본문\n#t').entries.map(({ title }) => title)).toEqual(['A', 'B'])
  })

  test('not at a heading below the level of its title', () => {
    expect(readOne('## A\n본문.\n### 자세히\n더.').commentary.map((block) => block.html)).toContain('<h3 lang="ko">자세히</h3>')
  })

  test('not at what stands between the fences of code: tag lines, headings, rules, dates', () => {
    const code = '```text\n#tag\n# Heading\n---\n2024-06-09\n(Ada, Bob\n~~~\n``\n```'
    expect(readOne(`Title\n본문.\n${code}\n#t`)).toMatchObject({ commentary: [{}, { source: code }], tags: [{ label: 't' }] })
    expect(readOne('Title\n본문.\n~~~\n```\n#tag\n~~~~\n끝.\n#t').commentary.map(({ text }) => text)).toEqual(['본문.', '```\n#tag', '끝.'])
  })

  test('at a tag line behind what only looks like a fence (CommonMark §4.5)', () => {
    expect(readOne('Title\n```a` 코드가 아니다.\n#t').tags).toHaveLength(1)
  })
})

describe('an entry may say its id and its instant on lines of its head', () => {
  const id = 'tag:notes.example,2024-06-10:mine'

  test('which are no text', () => {
    const entry = readOne(`Title\nid: ${id}\npublished: 2024-06-10T09:30:00+09:00\n(Ada Lovelace)\n본문\n#t`)
    expect(entry).toMatchObject({ givenId: id, givenPublished: new Date('2024-06-10T00:30:00Z'), authors: ['Ada Lovelace'] })
    expect(sources(entry.commentary)).toEqual(['본문'])
  })

  test.each([
    ['id: mine', /:3: “mine” is no id \(write a whole URI in ASCII/],
    ['id: tag:a.example,2024:정렬', /:3: “.+” is no id/],
    ['published: 2024-06-10', /:3: “2024-06-10” is no instant \(write day, time and offset/],
    ['published: 2024-06-10T09:00:00', /:3: .+ is no instant/],
    ['published: 2024-06-31T09:00:00Z', /:3: .+ is no instant/],
    ['published: 2024-06-10T25:00:00Z', /:3: .+ is no instant/],
    ['published: 2024-06-10T09:00:00+25:00', /:3: .+ is no instant/],
  ])('and are refused where they say something else: %s', (line, problem) => {
    expect(read(`2024-06-10\nTitle\n${line}\n본문\n#t`).problems).toEqual([expect.stringMatching(problem)])
  })

  test('but deeper in the entry such a line is text', () => {
    expect(sources(readOne('Title\n본문.\nid: 무엇인가\n#t').commentary)).toEqual(['본문.', 'id: 무엇인가'])
  })
})
