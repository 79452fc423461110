import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeAuthors, readAuthors, splitAuthors } from '../../src/notes/authors.ts'
import { paperAt, readLinkLine, webAddress } from '../../src/notes/paper.ts'
import { readTagLine, tagKey } from '../../src/notes/tag-line.ts'
import { readTitle } from '../../src/notes/title.ts'
import { readOne } from './read.ts'

describe('a list of authors is split at commas, semicolons, `and` and `&` outside parentheses', () => {
  test.each([
    ['Ada Lovelace', ['Ada Lovelace']],
    ['Ada Lovelace and Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['Ada Lovelace & Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    ['A, B, & C', ['A', 'B', 'C']],
    ['A, B, and C', ['A', 'B', 'C']],
    ['A; B; C', ['A', 'B', 'C']],
    ['A，B、C；D', ['A', 'B', 'C', 'D']],
    [' A ,  B  C ,', ['A', 'B C']],
    ['Anderson Andrews, Sandy Brand', ['Anderson Andrews', 'Sandy Brand']],
    ['Sammy Davis, Jr., Ed Doe, Sr., John Smith, III', ['Sammy Davis, Jr.', 'Ed Doe, Sr.', 'John Smith, III']],
    ['Jane Doe, Ph.D., Acme, Inc.', ['Jane Doe, Ph.D.', 'Acme, Inc.']],
    ['Jane Doe (MIT, CSAIL), John Roe [ETH; EPFL]', ['Jane Doe (MIT, CSAIL)', 'John Roe [ETH; EPFL]']],
    [
      'Department of Computer Science and Engineering, Jane Doe and John Roe',
      ['Department of Computer Science and Engineering', 'Jane Doe', 'John Roe'],
    ],
    ['AT&T, Johnson&Johnson', ['AT&T', 'Johnson&Johnson']],
    ['김철수, 이영희 외 3명', ['김철수', '이영희 외 3명']],
    ['김철수, 이영희, 외 3명', ['김철수', '이영희, 외 3명']],
    ['María José García-López, Þór Ægisson', ['María José García-López', 'Þór Ægisson']],
    ['João G.M. Araújo'.normalize('NFD'), ['João G.M. Araújo']],
    ['Smith, John; Doe, Jane Q.', ['John Smith', 'Jane Q. Doe']],
    ['O’Neil, Pat; García-López, María', ['Pat O’Neil', 'María García-López']],
    ['Jane Doe, MIT; John Roe, ETH', ['Jane Doe', 'MIT', 'John Roe', 'ETH']],
    ['', []],
  ])('%s', (list, names) => {
    expect(splitAuthors(list)).toEqual(names)
  })

  test('whatever separates them, names stay whole and in order', () => {
    const word = fc.stringMatching(/^[A-ZÀ-ÖŠŽ][a-zß-öø-ÿčćšž]{1,8}$/)
    const name = fc.oneof(
      fc.tuple(word, word).map((words) => words.join(' ')),
      fc.stringMatching(/^[가-힣]{2,4}$/),
    )
    const separator = fc.constantFrom(', ', ',', '; ', ' and ', ' & ', ', and ', ', & ', '，', '、')
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), separator, (names, between) => {
        expect(splitAuthors(names.join(between))).toEqual(names.map((one) => one.normalize('NFC')))
      }),
    )
  })
})

describe('the line below a title: authors, or body, or refused', () => {
  test.each([
    ['(김철수, 이믿음)', ['김철수', '이믿음']],
    ['(윤다, Ada Lovelace, 김바다)', ['윤다', 'Ada Lovelace', '김바다']],
    ['(OpenAI: Josh Doe, Steven Roe)', ['OpenAI: Josh Doe', 'Steven Roe']],
    ['( Anthropic )', ['Anthropic']],
    ['(A. B. C.)', ['A. B. C.']],
  ])('%s is authors', (line, authors) => {
    expect(readAuthors(line)).toEqual({ authors })
  })

  test.each([
    'Anthropic',
    '(논문이 짧다)',
    '(짧지만, 읽을 만하다)',
    '(see the appendix for details.)',
    '(Is this enough?)',
    '(1) We propose',
    '(A) (B)',
    '본문 끝에 괄호가 있다 :)',
    'Results improve (by a lot)',
    '1) first',
    'Ada)',
    'see a, and b)',
    'Ada Lovelace, Alan Turing',
    'Ada (MIT), Alan (NPL)',
    '(Yes, This is enough.)',
  ])('%s is body', (line) => {
    expect(readAuthors(line)).toBeNull()
  })

  test.each(['(Ada', '(Ada))', '((Ada)', '（Ada', 'Ada Lovelace, Alan Turing)'])('%s is unbalanced', (line) => {
    expect(readAuthors(line)).toBe('unbalanced')
  })

  test.each(['()', '( )', '（）'])('%s is empty', (line) => {
    expect(readAuthors(line)).toBe('empty')
  })

  test('a collaboration of four thousand is read whole', () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `Author Number${index}`)
    expect(readOne(`Title\n(${names.join(', ')})\n본문\n#t`).authors).toEqual(names)
  })

  test.each([
    ['(Ada Lovelace, Alan Turing)', true],
    ['(Ada Lovelace)', false],
    ['(ResNet: a, b)', false],
    ['(see a, and b)', false],
    ['Ada Lovelace, Alan Turing', false],
  ])('%s deep in a body looks like authors: %s', (line, looks) => {
    expect(looksLikeAuthors(line)).toBe(looks)
  })
})

describe('a link line holds addresses and nothing else', () => {
  test.each([
    ['https://a.example/x', ['https://a.example/x']],
    ['<https://a.example/x>', ['https://a.example/x']],
    ['Paper: https://a.example/x | Code: https://b.example/', null],
    ['paper: https://a.example/x', ['https://a.example/x']],
    ['논문： https://a.example/x', ['https://a.example/x']],
    ['https://a.example/x, https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x,https://b.example/y,', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x | https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/1,2', ['https://a.example/1,2']],
    ['arXiv:2406.00001v3', ['https://arxiv.org/abs/2406.00001v3']],
    ['arxiv:hep-th/9901001', ['https://arxiv.org/abs/hep-th/9901001']],
    ['doi:10.1000/182', ['https://doi.org/10.1000/182']],
    ['https://a.example/x 참고', null],
    ['a.example/x', null],
    ['ftp://a.example/x', null],
    ['https://', null],
    ['', null],
    [`https://a.example/${'x'.repeat(3_000)}`, null],
  ])('%s', (line, urls) => {
    expect(readLinkLine(line, false)).toEqual(urls)
  })

  test('a Markdown link is one below a title, and a title above it', () => {
    expect(readLinkLine('[arXiv](https://a.example/x)', true)).toEqual(['https://a.example/x'])
    expect(readLinkLine('[arXiv](https://a.example/x)', false)).toBeNull()
  })

  test.each([
    ['https://a.example', 'https://a.example'],
    ['HTTPS://A.example/B', 'https://a.example/B'],
    ['https://ko.example/정렬', 'https://ko.example/%EC%A0%95%EB%A0%AC'],
    ['https://정렬.example/', 'https://xn--pn2bz40a.example/'],
    ['javascript:alert(1)', null],
    ['https://a b', null],
    ['http://[', null],
  ])('%s as a web address is %s', (text, url) => {
    expect(webAddress(text)).toBe(url)
  })
})

describe('what an address says of a paper', () => {
  test.each([
    ['https://arxiv.org/abs/2406.00001', '2406.00001'],
    ['https://arxiv.org/abs/2406.00001v2', '2406.00001'],
    ['https://arxiv.org/pdf/2406.00001v2.pdf', '2406.00001'],
    ['https://arxiv.org/html/2406.00001v1/', '2406.00001'],
    ['https://www.arxiv.org/abs/math.GT/0309136', 'math.GT/0309136'],
    ['https://doi.org/10.48550/arXiv.2406.00001', '2406.00001'],
    ['https://arxiv.org/list/cs.CL/recent', null],
    ['https://arxiv.org.evil.example/abs/2406.00001', null],
    ['https://example.org/abs/2406.00001', null],
  ])('%s is arXiv’s %s', (url, arxivId) => {
    const paper = paperAt(url)
    expect([paper.arxivId, paper.url]).toEqual([arxivId, url])
    if (arxivId !== null) expect(paper.pdfUrl).toBe(`https://arxiv.org/pdf/${arxivId}`)
  })

  test.each([
    ['https://doi.org/10.1145/3597503.3639187', '10.1145/3597503.3639187'],
    ['https://dx.doi.org/10.1000/a%3Cb%3E', '10.1000/a<b>'],
    ['https://dl.acm.org/doi/pdf/10.1145/3597503', '10.1145/3597503'],
    ['https://www.biorxiv.org/content/10.1101/2024.01.01.573000v1.full.pdf', '10.1101/2024.01.01.573000v1'],
    ['https://example.org/a10.1/b', null],
    ['https://example.org/%zz', null],
  ])('%s has the DOI %s', (url, doi) => {
    expect(paperAt(url).doi).toBe(doi)
  })

  test('a file that ends in .pdf is the PDF', () => {
    expect(paperAt('https://example.org/Paper.PDF').pdfUrl).toBe('https://example.org/Paper.PDF')
    expect(paperAt('https://example.org/paper').pdfUrl).toBeNull()
  })
})

describe('a tag line holds tags and nothing else', () => {
  test.each([
    ['#llm', ['llm']],
    ['  #a   #b ', ['a', 'b']],
    ['#a,#b，#c、#d', ['a', 'b', 'c', 'd']],
    ['#a#b', ['a', 'b']],
    ['#C# #F#', ['C#', 'F#']],
    ['#c++ #.net #l’été', ['c++', '.net', 'l’été']],
    ['＃정렬 #日本語 #हिन्दी #🔥', ['정렬', '日本語', 'हिन्दी', '🔥']],
    ['#정렬'.normalize('NFD'), ['정렬']],
    ['Tags: #a', ['a']],
    ['태그： #a', ['a']],
    ['#!', ['!']],
  ])('%s', (line, labels) => {
    expect(readTagLine(line)).toEqual(labels)
  })

  test.each(['', '#', '# a', '##', '##a', '#a b', 'a #b', '#1 문제는', 'Tags: a', '- #a', '> #a', '#a # #b', '#a ##b'])(
    '%j is none',
    (line) => {
      expect(readTagLine(line)).toBeNull()
    },
  )

  test.each([
    ['LLM', 'llm'],
    ['정렬'.normalize('NFD'), '정렬'],
    ['ÉTÉ', 'e\u0301te\u0301'],
  ])('%s and %s are one tag', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other))
  })

  test('c++ and c are two', () => {
    expect(tagKey('c++')).not.toBe(tagKey('c'))
  })
})

describe('a title line', () => {
  test.each([
    ['ReST-MCTS*: LLM Self-Training', 'ReST-MCTS*: LLM Self-Training'],
    ['***All***', 'All'],
    ['__init__', 'init'],
    ['*One* and *two*', '*One* and *two*'],
    ['* Star', '* Star'],
    ['[A [nested] title](https://a.example/)', 'A [nested] title'],
    ['[Title](relative)', '[Title](relative)'],
    ['[Title](javascript:alert(1))', '[Title](javascript:alert(1))'],
    ['[Title](https://a.example/) continues', '[Title](https://a.example/) continues'],
    ['**[Title](https://a.example/)**', 'Title'],
    ['[**Title**](https://a.example/)', 'Title'],
    ['Title - https://a.example/', 'Title'],
    ['###### Title ######', 'Title'],
    ['####### Seven', '####### Seven'],
    ['#Tag-like', '#Tag-like'],
    ['\\- dashed', '- dashed'],
    ['C #', 'C #'],
    ['A\u00a0B  C', 'A B C'],
    ['Cost: \\$5 or $x^2$', 'Cost: $5 or x²'],
    ['$\\alpha$-$\\beta$', 'α-β'],
    ['#', ''],
    ['', ''],
  ])('%j is %j', (line, title) => {
    expect(readTitle(line).title).toBe(title)
  })

  test('is one line of text, whatever it holds', () => {
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
})
