import { describe, expect, test } from 'vitest'
import { read, readOne } from './read.ts'

const labels = (entry: { readonly tags: readonly { readonly label: string }[] }): readonly string[] => entry.tags.map(({ label }) => label)
const sources = (blocks: readonly { readonly source: string }[]): readonly string[] => blocks.map(({ source }) => source)
const html = (body: string): string =>
  readOne(`Title\n${body}\n#tag`)
    .commentary.map((block) => block.html)
    .join('\n')

describe('the raw form: no front matter, no markup', () => {
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

  test('a date heading, then entries that tag lines end', () => {
    const { entries, problems } = read(text, 'content/notes.txt')
    expect(problems).toEqual([])
    expect(entries.map(({ day, title, line }) => [day, title, line])).toEqual([
      ['2024-06-10', 'First Title', 2],
      ['2024-06-10', 'Second Title', 8],
    ])
    const [first, second] = entries as [(typeof entries)[0], (typeof entries)[0]]
    expect(first?.authors).toEqual(['Ada Lovelace', 'Alan Turing'])
    expect(sources(first?.abstract ?? [])).toEqual(['An abstract in English.'])
    expect(sources(first?.commentary ?? [])).toEqual(['한국어 논평.', '둘째 문단.'])
    expect(labels(first as never)).toEqual(['tag-one', 'tag-two'])
    expect(second?.authors).toEqual([])
  })

  test.each(['.md', '.txt'])('reads alike in a file that ends in %s', (ending) => {
    expect(read(text, `content/notes${ending}`).entries).toHaveLength(2)
  })
})

describe('date headings', () => {
  test.each([
    ['2024년 6월 10일', '2024-06-10'],
    ['2024년 6월 10일 월요일', '2024-06-10'],
    ['2024년 6월 10일 (월)', '2024-06-10'],
    ['2024-06-10', '2024-06-10'],
    ['2024-6-1', '2024-06-01'],
    ['2024. 6. 10.', '2024-06-10'],
    ['2024.06.10 (Mon)', '2024-06-10'],
    ['June 10, 2024', '2024-06-10'],
    ['Monday, June 10, 2024', '2024-06-10'],
    ['10 June 2024', '2024-06-10'],
    ['# 2024-02-29', '2024-02-29'],
    ['### 2024년 6월 10일 ###', '2024-06-10'],
  ])('%s', (heading, day) => {
    expect(read(`${heading}\nTitle\n본문\n#tag`, 'notes.md').entries.map((entry) => entry.day)).toEqual([day])
  })

  test.each(['2024-06-31', '2023년 2월 29일', '2024. 13. 1.', 'June 31, 2024', '# 2024-06-00'])(
    '%s is no day of the calendar',
    (heading) => {
      const { entries, problems } = read(`${heading}\nTitle\n본문\n#tag`, 'notes.md')
      expect(entries).toEqual([])
      expect(problems).toEqual([expect.stringMatching(/^notes\.md:1: .* is no day of the calendar \(write the day that was meant\)$/)])
    },
  )

  test('several days in one file', () => {
    const { entries } = read('2024-06-10\nA\n본문\n#t\n\n2024-06-09\nB\n본문\n#t', 'notes.md')
    expect(entries.map(({ title, day }) => [title, day])).toEqual([
      ['A', '2024-06-10'],
      ['B', '2024-06-09'],
    ])
  })

  test('with more than a date on its line it is refused, not taken for a title', () => {
    expect(read('# 2024-06-10 오늘의 논문\nA\n본문\n#t', 'n.md').problems).toEqual([
      expect.stringMatching(/^n\.md:1: a date heading with more than a date/),
    ])
  })
})

describe('the day of a file without date headings', () => {
  test.each([
    ['content/2024-06-10.md', '2024-06-10'],
    ['content/240606 A Title.md', '2024-06-06'],
    ['content/sub/20240610.txt', '2024-06-10'],
    ['content/2024년 6월 10일.txt'.normalize('NFD'), '2024-06-10'],
  ])('from its name: %s', (file, day) => {
    expect(readOne('Title\n본문\n#t', file).day).toBe(day)
  })

  test.each([
    '2024-06-11',
    '"2024-06-11"',
    '2024-06-11T01:00:00+09:00',
    '2024-06-11 23:59:59 -11:00',
    '2024년 6월 11일',
    '20240611',
    'June 11, 2024',
  ])('front matter beats the name, and stays the day that was written: %s', (date) => {
    expect(readOne(`---\ndate: ${date}\n---\nTitle\n본문\n#t`).day).toBe('2024-06-11')
  })

  test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Seoul', 'America/St_Johns'])('in the time zone %s as well', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(readOne('---\ndate: 2024-06-11T01:00:00+09:00\n---\nTitle\n본문\n#t').day).toBe('2024-06-11')
      expect(read('2011-12-30\nTitle\n본문\n#t', 'n.md').entries[0]?.day).toBe('2011-12-30')
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })
})

describe('titles stand as they are', () => {
  test.each([
    ['ReST-MCTS*: LLM Self-Training', 'ReST-MCTS*: LLM Self-Training'],
    ['## ReST-MCTS*: LLM', 'ReST-MCTS*: LLM'],
    ['*ReST-MCTS*: LLM*', 'ReST-MCTS*: LLM'],
    ['## Title ##', 'Title'],
    ['# C#', 'C#'],
    ['**Title**', 'Title'],
    ['_Title_', 'Title'],
    ['[Re] Reproducing', '[Re] Reproducing'],
    ['*A* search and *B*', '*A* search and *B*'],
    ['snake_case and __init__', 'snake_case and __init__'],
    ['H$_2$O', 'H₂O'],
    ['A$\\unicode{x2014}$B', 'A—B'],
    ['ReST$^\\text{EM}$', 'ReSTᴱᴹ'],
    ['$100K Budget', '$100K Budget'],
    ['From $20,000 to $30,000', 'From $20,000 to $30,000'],
    ['$\\mathcal{O}(n^2)$ Sorting', '𝒪(n²) Sorting'],
    ['$\\nosuchmacro{x}$ stays', '$\\nosuchmacro{x}$ stays'],
    ['\\#Tag wars', '#Tag wars'],
    ['<b>Bold</b> & Co', '<b>Bold</b> & Co'],
    ['(Un)certainty', '(Un)certainty'],
  ])('%s', (line, title) => {
    expect(readOne(`${line}\n본문\n#t`).title).toBe(title)
  })

  test.each([
    ['[Title](https://arxiv.org/abs/2406.00001)', ['https://arxiv.org/abs/2406.00001'], []],
    ['## [Title](https://a.example/b_(c))', ['https://a.example/b_(c)'], []],
    ['*Title* (Ada Lovelace, 김연구)', [], ['Ada Lovelace', '김연구']],
    ['[Title](https://a.example/b) (Ada Lovelace)', ['https://a.example/b'], ['Ada Lovelace']],
    ['Title https://a.example/b', ['https://a.example/b'], []],
    ['Title (https://a.example/b)', ['https://a.example/b'], []],
  ])('%s gives its links and authors', (line, links, authors) => {
    expect(readOne(`${line}\n본문\n#t`)).toMatchObject({ title: 'Title', links, authors })
  })
})

describe('link lines: a bare address before or after the title is the paper’s', () => {
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

  test.each([
    ['https://arxiv.org/pdf/2406.00001.pdf', '2406.00001', '10.48550/arXiv.2406.00001'],
    ['http://export.arxiv.org/abs/hep-th/9901001', 'hep-th/9901001', '10.48550/arXiv.hep-th/9901001'],
    ['https://doi.org/10.1145/3597503.3639187', null, '10.1145/3597503.3639187'],
    ['https://dl.acm.org/doi/abs/10.1145/3597503', null, '10.1145/3597503'],
    ['https://doi.org/10.48550/arXiv.2406.00001', '2406.00001', '10.48550/arXiv.2406.00001'],
    ['https://example.org/paper', null, null],
  ])('%s', (url, arxivId, doi) => {
    expect(readOne(`Title\n${url}\n본문\n#t`).paper).toMatchObject({ url, arxivId, doi })
  })

  test('an address deep in a body is body, and among the links', () => {
    const entry = readOne('Title\n본문.\nhttps://a.example/x\n더.\n#t')
    expect(sources(entry.commentary)).toEqual(['본문.', 'https://a.example/x', '더.'])
    expect(entry).toMatchObject({ paper: null, links: ['https://a.example/x'] })
  })
})

describe('authors: one balanced parenthesis below the title', () => {
  test.each([
    ['(Anthropic)', ['Anthropic']],
    ['(A, B and C & D; E)', ['A', 'B', 'C', 'D', 'E']],
    ['(Kim, Park, and Lee)', ['Kim', 'Park', 'Lee']],
    ['(Sammy Davis, Jr., John Smith III, Ed Doe Jr.)', ['Sammy Davis, Jr.', 'John Smith III', 'Ed Doe Jr.']],
    ['(João G.M. Araújo, Petar Veličković)', ['João G.M. Araújo', 'Petar Veličković']],
    ['(Ada Lovelace (MIT), Alan Turing (Princeton, NPL))', ['Ada Lovelace (MIT)', 'Alan Turing (Princeton, NPL)']],
    ['(National Institute of Standards and Technology)', ['National Institute of Standards and Technology']],
    ['(AT&T)', ['AT&T']],
    ['（김철수, 이영희）', ['김철수', '이영희']],
    ['(Smith, John; Doe, Jane Q.)', ['John Smith', 'Jane Q. Doe']],
    ['(Jane Doe, et al.)', ['Jane Doe, et al.']],
  ])('%s', (line, authors) => {
    expect(readOne(`Title\n${line}\n본문\n#t`).authors).toEqual(authors)
  })

  test.each(['(이 글은 정말로 흥미롭습니다.)', '(see the appendix for details.)', '(1) We propose a thing', '(A) and (B)'])(
    '%s is body',
    (line) => {
      expect(readOne(`Title\n${line}\n본문\n#t`)).toMatchObject({ authors: [] })
    },
  )

  test('a parenthesised sentence further down is body', () => {
    expect(sources(readOne('Title\n(Anthropic)\n본문.\n(괄호로 된 문단입니다.)\n#t').commentary)).toEqual([
      '본문.',
      '(괄호로 된 문단입니다.)',
    ])
  })

  test.each(['(Ada Lovelace, Alan Turing', '(Ada (MIT, Alan)', '(Ada))', 'Ada Lovelace, Alan Turing)', '*T* (Ada Lovelace'])(
    '%s is refused with its line',
    (line) => {
      const text = line.startsWith('*') ? `${line}\n본문\n#t` : `T\n${line}\n본문\n#t`
      expect(read(text, 'n/2024-06-10.md').problems).toEqual([
        expect.stringMatching(/^n\/2024-06-10\.md:[12]: an authors line with a parenthesis too many or too few: .+ \(write \(First/),
      ])
    },
  )
})

describe('bodies: inline Markdown, every line a paragraph', () => {
  test.each([
    ['<b>가</b> & 나', '<p lang="ko">&lt;b&gt;가&lt;/b&gt; &amp; 나</p>'],
    ['**강조**는 된다', '<p lang="ko"><strong>강조</strong>는 된다</p>'],
    ['**강조(emphasis)**는 된다', '<p lang="ko"><strong>강조(emphasis)</strong>는 된다</p>'],
    ['~30%에서 ~15%로', '<p lang="ko">~30%에서 ~15%로</p>'],
    ['[Makhzani and Frey, 2013]의 방법을 쓴다', '<p lang="ko">[Makhzani and Frey, 2013]의 방법을 쓴다</p>'],
    ['MCTS*와 ReST-MCTS* 둘 다', '<p lang="ko">MCTS*와 ReST-MCTS* 둘 다</p>'],
    ['*강조 MCTS*와 본문', '<p lang="ko"><em>강조 MCTS</em>와 본문</p>'],
    ['$5면 된다', '<p lang="ko">$5면 된다</p>'],
    ['1. 번호가 아니라 목록', '<ol lang="ko">\n<li>번호가 아니라 목록</li>\n</ol>'],
    ['[[Wiki Note|다른 노트]]도 본다', '<p lang="ko">다른 노트도 본다</p>'],
    ['README.md와 a@b.example는 링크가 아니다', '<p lang="ko">README.md와 a@b.example는 링크가 아니다</p>'],
    ['[상대](/tags/llm/) 링크', '<p lang="ko"><a href="https://notes.example/tags/llm/">상대</a> 링크</p>'],
    ['[나쁜](javascript:alert(1)) 링크', '<p lang="ko">[나쁜](javascript:alert(1)) 링크</p>'],
  ])('%s', (line, rendered) => {
    expect(html(line)).toBe(rendered)
  })

  test.each([
    ['(https://arxiv.org/abs/2202.06709) 라는', 'https://arxiv.org/abs/2202.06709'],
    ['논문(https://arxiv.org/abs/2202.06709)을', 'https://arxiv.org/abs/2202.06709'],
    ['https://arxiv.org/abs/2202.06709에서 보듯', 'https://arxiv.org/abs/2202.06709'],
    ['https://en.wikipedia.org/wiki/A_(b) 참고', 'https://en.wikipedia.org/wiki/A_(b)'],
    ['https://ko.wikipedia.org/wiki/정렬 참고', 'https://ko.wikipedia.org/wiki/%EC%A0%95%EB%A0%AC'],
  ])('an address ends where a person would end it: %s', (line, url) => {
    expect(readOne(`Title\n본문.\n${line}\n#t`).links).toEqual([url])
  })

  test('lists, quotes, code and tables are blocks', () => {
    expect(
      html('앞.\n- 하나\n- 둘\n  - 셋\n\n> 인용문이다.\n\n```\n#not-a-tag\n## not a title\n---\n```\n| a | b |\n|---|:-:|\n| 가 | 나 |'),
    ).toBe(
      [
        '<p lang="ko">앞.</p>',
        '<ul lang="ko">\n<li>하나</li>\n<li>둘\n<ul>\n<li>셋</li>\n</ul>\n</li>\n</ul>',
        '<blockquote lang="ko"><p lang="ko">인용문이다.</p></blockquote>',
        '<pre><code>#not-a-tag\n## not a title\n---\n</code></pre>',
        '<table lang="ko">\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>가</td>\n<td>나</td>\n</tr>\n</tbody>\n</table>',
      ].join('\n'),
    )
  })

  test.each([
    ['$x^2$이다', 'x²이다'],
    ['$x^{q}$이다', 'x^q이다'],
    ['$\\frac{a+1}{2}$이다', '(a+1)/2이다'],
    ['$\\mathbb{R}^{n\\times m}$이다', 'ℝ^(n×m)이다'],
    ['$\\sum_{i=1}^n x_i$이다', '∑ᵢ₌₁ⁿxᵢ이다'],
    ['`$x$`는 코드', '$x$는 코드'],
  ])('a formula still reads right when a reader strips the tags: %s', (line, text) => {
    expect(html(line).replace(/<[^>]*>/g, '')).toBe(text)
  })
})

describe('abstract and commentary', () => {
  test.each([
    ['quoted lines', '> One.\n> Two.\n\n논평.', ['One.', 'Two.'], ['논평.']],
    [
      'leading paragraphs in another language',
      'One.\nTwo.\n논평.\nAn English afterthought.',
      ['One.', 'Two.'],
      ['논평.', 'An English afterthought.'],
    ],
    ['none', '논평.\nEnglish afterwards.', [], ['논평.', 'English afterwards.']],
    ['nothing else', 'Only English here.', ['Only English here.'], []],
    ['a quoted abstract in the site’s own language', '> 번역한 초록.\n논평.', ['번역한 초록.'], ['논평.']],
    ['a callout’s mark is no text', '> [!abstract]\n> One.\n논평.', ['One.'], ['논평.']],
    [
      'Korean full of English terms is Korean',
      'An abstract.\nSelf-Rewarding Language Models (Yuan et al., 2024)와 비슷하다.',
      ['An abstract.'],
      ['Self-Rewarding Language Models (Yuan et al., 2024)와 비슷하다.'],
    ],
  ])('%s', (_, body, abstract, commentary) => {
    const entry = readOne(`Title\n${body}\n#t`)
    expect([sources(entry.abstract), sources(entry.commentary)]).toEqual([abstract, commentary])
  })

  test.each([
    ['本文は日本語で書かれている。', 'ja'],
    ['这是一篇中文摘要', 'zh'],
    ['This is English.', 'en'],
    ['Это по-русски.', 'ru'],
  ])('%s is in %s', (line, language) => {
    expect(readOne(`Title\n${line}\n논평.\n#t`).abstract[0]?.language).toBe(language)
  })

  test('Latin text is English unless front matter says else', () => {
    expect(readOne('---\nlanguage: de\n---\nTitel\nEin Abstract.\n논평.\n#t').abstract[0]?.language).toBe('de')
  })
})

describe('tags', () => {
  test.each([
    ['#llm #정렬 #日本語', ['llm', '정렬', '日本語']],
    ['#LLM #llm #Llm', ['LLM']],
    ['#정렬'.normalize('NFD'), ['정렬']],
    ['#c++ #node.js #c# #RL/HF #_private #🔥', ['c++', 'node.js', 'c#', 'RL/HF', '_private', '🔥']],
    ['#a, #b', ['a', 'b']],
    ['#a#b', ['a', 'b']],
    ['＃태그', ['태그']],
    ['Tags: #a #b', ['a', 'b']],
    ['#a\n#b', ['a', 'b']],
  ])('%s', (line, tags) => {
    expect(labels(readOne(`Title\n본문\n${line}`))).toEqual(tags)
  })

  test('a line with other words is body', () => {
    expect(sources(readOne('Title\n본문.\n#1 문제는 이것이다\n#t').commentary)).toEqual(['본문.', '#1 문제는 이것이다'])
  })

  test('front matter’s tags are every entry’s', () => {
    expect(labels(readOne('---\ntags: [llm, "#정렬"]\n---\nTitle\n본문\n#x'))).toEqual(['x', 'llm', '정렬'])
  })
})

describe('an entry without a tag line ends', () => {
  test.each([
    ['at a heading title', '## A\n본문.\n## B\n본문.', ['A', 'B']],
    ['at a date heading', 'A\n본문.\n2024-06-09\nB\n본문.', ['A', 'B']],
    ['at a rule', 'A\n본문.\n---\nB\n본문.', ['A', 'B']],
    ['at the end', 'A\n본문.', ['A']],
  ])('%s', (_, text, titles) => {
    const { entries, problems } = read(text)
    expect([entries.map(({ title }) => title), problems]).toEqual([titles, []])
  })

  test('a heading below its title’s own level is part of its text', () => {
    expect(readOne('## A\n본문.\n### 자세히\n더.').commentary.map((block) => block.html)).toContain('<h3 lang="ko">자세히</h3>')
  })

  test('a rule right below a title underlines it', () => {
    expect(readOne('A Title\n=======\n본문.\n#t').title).toBe('A Title')
  })
})

describe('one-paper notes', () => {
  test('address, title with authors, quoted abstract, commentary, tags; the date from the name', () => {
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

  test('front matter’s link is that of the title below it', () => {
    expect(readOne('---\nurl: https://arxiv.org/abs/2406.00001\n---\n# A Title\n논평.\n#llm')).toMatchObject({
      title: 'A Title',
      paper: { arxivId: '2406.00001' },
    })
    expect(read('---\nauthors: [Ada Lovelace]\n---\nA Title\n논평.\n#llm').problems).toEqual([
      expect.stringMatching(/:2: authors without a title \(/),
    ])
  })

  test('the title from the name, or from front matter', () => {
    expect(readOne('https://arxiv.org/abs/2406.00001\n> An abstract.\n논평.\n#llm', 'content/240606 A Title.md').title).toBe('A Title')
    expect(
      readOne('---\ntitle: "Q: A Title"\nauthors: [Ada Lovelace, 김연구]\nlink: https://arxiv.org/abs/2406.00001\n---\n논평.'),
    ).toMatchObject({
      title: 'Q: A Title',
      authors: ['Ada Lovelace', '김연구'],
      links: ['https://arxiv.org/abs/2406.00001'],
    })
  })
})

test.each(['2024년 6월 10일'.normalize('NFD'), '2024-06-10\u200b', '\u200e2024-06-10'])(
  'a date as it is pasted is a date: %j',
  (heading) => {
    expect(read(`${heading}\nTitle\n본문\n#t`, 'n.md').entries.map(({ day }) => day)).toEqual(['2024-06-10'])
  },
)

test('a rule behind a blank line ends the entry; it underlines nothing', () => {
  expect(read('A\n\n---\nB\n본문\n#t').entries.map(({ title }) => title)).toEqual(['A', 'B'])
})

test('a line of very many tags is read', () => {
  expect(readOne(`Title\n본문\n${'#a'.repeat(200_000)}`).tags).toHaveLength(1)
})
