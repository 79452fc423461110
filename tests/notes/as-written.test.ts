import { describe, expect, test } from 'vitest'
import { read, readOne } from './read.ts'

const sources = (blocks: readonly { readonly source: string }[]): readonly string[] => blocks.map(({ source }) => source)
const labels = (entry: { readonly tags: readonly { readonly label: string }[] }): readonly string[] => entry.tags.map(({ label }) => label)
const matter = (...fields: readonly string[]): string => `---\n${fields.join('\n')}\n---\n`

describe('a date heading with marks around it is a date heading', () => {
  test.each(['**2024년 6월 11일**', '[[2024-06-11]]', '2024-06-11:', '**2024-06-11:**', '## __2024. 6. 11.__', '2024-06-11 (화):'])(
    '%s',
    (heading) => {
      expect(read(`${heading}\nTitle\n본문\n#t`, 'n.md').entries.map(({ day }) => day)).toEqual(['2024-06-11'])
    },
  )

  test.each(['6월 11일', '6월 11일 (화)', '24.06.11', '24-06-11', '24년 6월 11일', '## 24/6/11', 'June 11', 'Jun 11th', '2024년 6월'])(
    '%s says not which year or day it means, and is refused rather than published as a title',
    (heading) => {
      expect(read(`2024-06-10\nA\n본문\n#t\n${heading}\nB\n본문\n#t`, 'n.md').problems).toEqual([
        expect.stringMatching(
          /^n\.md:5: “.+” is no whole date \(write the year in four digits, the month and the day, such as 2024-06-11;/,
        ),
      ])
    },
  )

  test.each(['Mathematics 24', '13월 1일', '99.99.99', 'GPT 4', '24.6', 'v24.06.11'])('%s is a title', (title) => {
    expect(readOne(`${title}\n본문\n#t`).title).toBe(title)
  })
})

describe('authors as people list them', () => {
  test.each([
    ['(김연구, 박하음)', ['김연구', '박하음']],
    ['(김철수, 남궁민수, 이믿음)', ['김철수', '남궁민수', '이믿음']],
    ['(Ada Lovelace, Alan Turing, etc.)', ['Ada Lovelace', 'Alan Turing, etc.']],
    ['(Ada Lovelace, Alan Turing…)', ['Ada Lovelace', 'Alan Turing, …']],
    ['(Ada Lovelace, Alan Turing, ...)', ['Ada Lovelace', 'Alan Turing, ...']],
    ['(Ada Lovelace et al.)', ['Ada Lovelace et al.']],
  ])('%s', (line, authors) => {
    expect(readOne(`Title\n${line}\n본문\n#t`).authors).toEqual(authors)
  })

  test.each([
    '(ICML 2024 Oral)',
    '(추후 정리 예정)',
    '(참고) 재미있네요 :)',
    '(1) We train it; 2) we test it',
    '(그런데 이 글은 (조금) 길다.)',
  ])('%s is text', (line) => {
    const entry = readOne(`Title\n${line}\n본문\n#t`)
    expect([entry.authors, sources([...entry.abstract, ...entry.commentary])]).toEqual([[], [line, '본문']])
  })

  test.each(['(Ada), Alan Turing)', '(Ada (MIT)), Alan)', '(Ada, Alan))'])('%s is unbalanced', (line) => {
    expect(read(`T\n${line}\n본문\n#t`).problems).toEqual([expect.stringMatching(/an authors line with a parenthesis too many or too few/)])
  })
})

describe('tag lines as people write them', () => {
  test.each([
    ['#a #b.', ['a', 'b']],
    ['#정렬 #평가。', ['정렬', '평가']],
    ['#a · #b', ['a', 'b']],
    ['#a / #b | #c', ['a', 'b', 'c']],
    ['#a; #b', ['a', 'b']],
    ['#node.js #v1.0', ['node.js', 'v1.0']],
    ['태그: #정렬'.normalize('NFD'), ['정렬']],
    ['\u200b#a #b\u200b', ['a', 'b']],
    ['\ufeff#a', ['a']],
  ])('%j', (line, tags) => {
    expect(labels(readOne(`Title\n본문\n${line}`))).toEqual(tags)
  })
})

describe('front matter as people write it', () => {
  test.each([
    ['tags: a, b', ['a', 'b']],
    ['tags: "#a #b"', ['a', 'b']],
    ['tags: [a, b]', ['a', 'b']],
    ['tags:', []],
    ['tags: # none yet', []],
  ])('%s', (field, tags) => {
    expect(labels(readOne(`${matter(field)}Title\n본문`))).toEqual(tags)
  })

  test.each([
    ['tags: #llm', 2, '#llm'],
    ['title: #1 Paper', 2, '#1'],
    ['tags:\n  - rl\n  - #llm', 4, '#llm'],
  ])('%j: what YAML takes for a comment is refused, not dropped', (field, line, comment) => {
    expect(read(`${matter(field)}Title\n본문`).problems[0]).toBe(
      `content/2024-06-10.md:${line}: to YAML “${comment}” is a comment (quote it: "${comment}")`,
    )
  })

  test.each([
    ['authors: ["Lovelace, Ada", Alan Turing]', ['Lovelace, Ada', 'Alan Turing']],
    ['authors: Ada Lovelace, Alan Turing and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
  ])('%s', (field, authors) => {
    expect(readOne(`${matter('title: T', field)}본문`).authors).toEqual(authors)
  })

  test('authors are those of the paper whose link stands beside them, or whose title is the file’s name', () => {
    const authors = ['Ada Lovelace']
    expect(readOne(`${matter('authors: Ada Lovelace', 'url: https://a.example/')}# T\n본문`).authors).toEqual(authors)
    expect(readOne(`${matter('authors: Ada Lovelace')}> Abstract.\n본문`, 'content/240606 T.md')).toMatchObject({ title: 'T', authors })
  })
})

describe('the note on one paper owns its headings', () => {
  const headings = '## 요약\n본문.\n## 방법\n더.'

  test.each([
    ['its title and link in front matter', `${matter('title: T', 'link: https://a.example/')}${headings}`, 'content/2024-06-10.md'],
    ['its title in front matter', `${matter('title: T')}${headings}`, 'content/2024-06-10.md'],
    ['text before its headings', `${matter('title: T')}앞.\n${headings}`, 'content/2024-06-10.md'],
    ['its title repeated', `${matter('title: T')}# T\n${headings}`, 'content/2024-06-10.md'],
    ['its title in the file’s name', headings, 'content/240610 T.md'],
    ['its title in the file’s name, behind a quote', `> Abstract.\n${headings}`, 'content/240610 T.md'],
  ])('%s', (_, text, file) => {
    const entry = readOne(text, file)
    expect(entry.title).toBe('T')
    expect(entry.commentary.slice(-4).map(({ html }) => html)).toEqual([
      '<h3 lang="ko">요약</h3>',
      '<p lang="ko">본문.</p>',
      '<h3 lang="ko">방법</h3>',
      '<p lang="ko">더.</p>',
    ])
  })

  test('a title alone above papers’ titles is that of the day’s notes, and no item', () => {
    const { entries, problems } = read(`${matter('title: 오늘의 논문')}## A\n본문.\n#t\n## B\n본문.\n#t`)
    expect(entries.map(({ title }) => title)).toEqual(['A', 'B'])
    expect(problems).toEqual([expect.stringMatching(/:2: warning: the title “오늘의 논문” is no entry's: the headings below it are \(/)])
  })

  test.each([
    ['title in front matter', `${matter('title: T')}#llm #rl\n본문.\n더.`, 'content/2024-06-10.md'],
    ['title in the name', 'https://a.example/\n#llm #rl\n> Abstract.\n본문.\n더.', 'content/240610 T.md'],
    ['title below', '#llm #rl\n# T\n본문.\n더.', 'content/240610 T.md'],
  ])('tags at its head end nothing: %s', (_, text, file) => {
    const entry = readOne(text, file)
    expect([entry.title, labels(entry), sources(entry.commentary)]).toEqual(['T', ['llm', 'rl'], ['본문.', '더.']])
  })

  test.each([
    ['T', 'https://a.example/\n이 논문은 재미있다.', 'T'],
    ['ReST-MCTS', '*ReST-MCTS*: LLM Self-Training* (Ada Lovelace)\n본문.', 'ReST-MCTS*: LLM Self-Training'],
    ['Attention', 'Attention is all you need.\n본문.', 'Attention is all you need.'],
  ])('named %s and beginning with %j it is titled %s', (name, text, title) => {
    expect(readOne(`${text}\n#t`, `content/240610 ${name}.md`).title).toBe(title)
  })
})

test.each([
  ['> [!abstract] Abstract\n> One.\n논평.', ['One.']],
  ['> [!quote]- From the paper\n> One.\n논평.', ['From the paper', 'One.']],
])('a callout’s mark is no text: %j', (body, abstract) => {
  expect(sources(readOne(`Title\n${body}\n#t`).abstract)).toEqual(abstract)
})

test.each([
  ['[[A Title]]', 'A Title', []],
  ['## [[folder/note|A Title]]', 'A Title', []],
  ['[[A Title]] (Ada Lovelace)', 'A Title', ['Ada Lovelace']],
])('a title linked as a vault links is the title: %s', (line, title, authors) => {
  expect(readOne(`${line}\n본문\n#t`)).toMatchObject({ title, authors })
})

test.each(['인데', '이고', '이나', '에서의', '에게', '랑', '하고', '이네요', '이에요', '예요', '에서는', '입니다'])(
  'a bare address ends where %s begins',
  (particle) => {
    expect(readOne(`Title\n본문.\n이것은 https://a.example/x${particle} 그렇다\n#t`).links).toEqual(['https://a.example/x'])
  },
)

describe('an entry may say its id and its instant', () => {
  const id = 'tag:notes.example,2024-06-10:mine'

  test('on lines of its head', () => {
    const entry = readOne(`Title\nid: ${id}\npublished: 2024-06-10T09:30:00+09:00\n(Ada Lovelace)\n본문\n#t`)
    expect(entry).toMatchObject({ givenId: id, givenPublished: new Date('2024-06-10T00:30:00Z'), authors: ['Ada Lovelace'] })
    expect(sources(entry.commentary)).toEqual(['본문'])
  })

  test('in the front matter of a note on one paper', () => {
    const text = `${matter('title: T', `id: ${id}`, 'published: 2024-06-10T09:30:00Z')}본문`
    expect(readOne(text)).toMatchObject({ givenId: id, givenPublished: new Date('2024-06-10T09:30:00Z') })
  })

  test('in front matter they are those of the title below it, where it is the note on one paper', () => {
    const text = `${matter('link: https://a.example/', `id: ${id}`)}# T\n본문`
    expect(readOne(text)).toMatchObject({ title: 'T', givenId: id })
    expect(read(`${matter(`id: ${id}`)}# T\n본문\n# U\n본문`).problems).toEqual([
      expect.stringMatching(/:2: an id without a title \(write it on a line below the title that it is the id of\)$/),
    ])
  })

  test.each([
    ['published: true', []],
    ['published: 2024-06-05', [expect.stringMatching(/:3: warning: “2024-06-05” is left out \(write an instant of one entry/)]],
  ])('%s is of another tool, and no instant', (field, problems) => {
    const reading = read(`${matter('title: T', field)}본문`)
    expect([reading.entries[0]?.givenPublished, reading.problems]).toEqual([null, problems])
  })

  test('a title of front matter with an id or tags of its own is an entry’s, whatever headings follow', () => {
    expect(readOne(`${matter('title: T', `id: ${id}`)}## Any heading\n본문`)).toMatchObject({ title: 'T', givenId: id })
    expect(labels(readOne(`${matter('title: T')}#llm\n## Any heading\n본문`))).toEqual(['llm'])
  })

  test.each([
    ['id: mine', /:3: “mine” is no id \(write a whole URI in ASCII/],
    ['id: tag:a.example,2024:정렬', /:3: “.+” is no id/],
    ['published: 2024-06-10', /:3: “2024-06-10” is no instant \(write day, time and offset/],
    ['published: 2024-06-10T09:00:00', /:3: .+ is no instant/],
    ['published: 2024-06-31T09:00:00Z', /:3: .+ is no instant/],
    ['published: 2024-06-10T25:00:00Z', /:3: .+ is no instant/],
    ['published: 2024-06-10T09:00:00+25:00', /:3: .+ is no instant/],
  ])('%s', (line, problem) => {
    expect(read(`2024-06-10\nTitle\n${line}\n본문\n#t`).problems).toEqual([expect.stringMatching(problem)])
  })

  test('deeper in an entry such a line is text', () => {
    expect(sources(readOne('Title\n본문.\nid: 무엇인가\n#t').commentary)).toEqual(['본문.', 'id: 무엇인가'])
  })
})

test('characters that turn the direction of text round are left out of titles and names, with a warning', () => {
  const { entries, problems } = read('A \u202eeltit\u202c\n(Ada \u2067Lovelace, 김연구)\n본문 \u2067속\u2069에는 남는다.\n#t')
  expect(entries[0]).toMatchObject({ title: 'A eltit', authors: ['Ada Lovelace', '김연구'] })
  expect(entries[0]?.commentary[0]?.text).toBe('본문 \u2067속\u2069에는 남는다.')
  expect(problems).toEqual([
    expect.stringMatching(/:1: warning: characters that turn the direction of text round are left out \(remove them\)$/),
    expect.stringMatching(/:1: warning: characters that turn/),
  ])
})
