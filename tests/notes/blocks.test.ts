import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closesFence, type Line, openedFence, readBlocks } from '../../src/notes/blocks.ts'

const context = { site: 'ko', latin: 'en', origin: 'https://notes.example' }
const linesOf = (body: string): readonly Line[] => body.split('\n').map((text, index) => ({ text, number: index + 1 }))
const blocksOf = (body: string): ReturnType<typeof readBlocks> => readBlocks(linesOf(body), context)
const outline = (body: string): readonly string[] =>
  blocksOf(body).map(({ html, line, source }) => `${line} ${/^<([a-z0-9]+)/.exec(html)?.[1]} ${JSON.stringify(source)}`)

describe('every line is a paragraph, but for', () => {
  test.each([
    ['nothing', '', []],
    ['lines of text', ' 하나\n둘 \n\n셋', ['1 p "하나"', '2 p "둘"', '4 p "셋"']],
    ['a list, with blank lines in it', '- a\n\n- b\n\n\n글', ['1 ul "- a\\n\\n- b"', '6 p "글"']],
    ['a list with indented lines', '1. a\n   b\n\n   c\n글', ['1 ol "1. a\\n   b\\n\\n   c"', '5 p "글"']],
    ['an indented list', '  - a\n    - b', ['1 ul "- a\\n  - b"']],
    ['a list whose next line stands less far in', '   - a\n - b', ['1 ul "- a\\n- b"']],
    ['a hyphen or number without a space', '-a\n1.a\n1234. a', ['1 p "-a"', '2 p "1.a"', '3 p "1234. a"']],
    ['a quote, and a list in it', '> - a\n>- b\n글', ['1 blockquote "- a\\n- b"', '3 p "글"']],
    ['a callout’s mark', '> [!note]-\n> 글', ['1 blockquote "글"']],
    ['a formula between two lines of dollars', '$$\nx^2\n+1\n$$\n글', ['1 p "$$\\nx^2\\n+1\\n$$"', '5 p "글"']],
    ['a line of dollars that no other closes', '$$\nx^2', ['1 p "$$"', '2 p "x^2"']],
    ['a heading', '### 제목 ###\n글', ['1 h3 "### 제목 ###"', '2 p "글"']],
    ['a bar without a rule below it', 'a | b\n글', ['1 p "a | b"', '2 p "글"']],
    ['code', '```\n- a\n\n# b\n```\n글', ['1 pre "```\\n- a\\n\\n# b\\n```"', '6 p "글"']],
    ['code between tildes', '~~~\n```\n~~~~\n글', ['1 pre "~~~\\n```\\n~~~~"', '4 p "글"']],
  ])('%s', (_, body, blocks) => {
    expect(outline(body)).toEqual(blocks)
  })
})

test.each([
  ['# 제목', '<h3 lang="ko">제목</h3>'],
  ['##### 제목', '<h5 lang="ko">제목</h5>'],
  ['> 가\n> > 나', '<blockquote lang="ko"><p lang="ko">가</p>\n<blockquote lang="ko"><p lang="ko">나</p></blockquote></blockquote>'],
  ['> > > > > 깊다', `${'<blockquote lang="ko">'.repeat(4)}<p lang="ko">&gt; 깊다</p>${'</blockquote>'.repeat(4)}`],
  ['  ```\n    a\n   b\n  ```', '<pre><code>  a\n b\n</code></pre>'],
  ['$$\nx^2\n$$', '<p lang="ko">x²</p>'],
  ['- 하나\n- 둘\n  - 셋', '<ul lang="ko">\n<li>하나</li>\n<li>둘\n<ul>\n<li>셋</li>\n</ul>\n</li>\n</ul>'],
  ['1. 번호가 아니라 목록', '<ol lang="ko">\n<li>번호가 아니라 목록</li>\n</ol>'],
  [
    '| a | b |\n|---|:-:|\n| 가 | 나 |',
    '<table lang="ko">\n<thead>\n<tr>\n<th>a</th>\n<th align="center">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>가</td>\n<td align="center">나</td>\n</tr>\n</tbody>\n</table>',
  ],
])('%j is rendered without classes, styles and ids', (body, html) => {
  expect(
    blocksOf(body)
      .map((block) => block.html)
      .join('\n'),
  ).toBe(html)
})

test('code and formulas take the language of the text above them, whatever their letters', () => {
  expect(blocksOf('English.\n```\n코드\n```\n$$\n\\text{식}\n$$\n글').map(({ language }) => language)).toEqual(['en', 'en', 'en', 'ko'])
})

describe('CommonMark §4.5: fences', () => {
  test.each([
    ['```', '```'],
    ['  `````ts title="x"', '`````'],
    ['~~~', '~~~'],
    ['~~~~ a`b', '~~~~'],
    ['``', null],
    ['```a`', null],
    ['x```', null],
    ['', null],
  ])('%j opens %j', (line, fence) => {
    expect(openedFence(line)).toBe(fence)
  })

  test.each([
    ['```', '```', true],
    [' ````` ', '```', true],
    ['``', '```', false],
    ['``` x', '```', false],
    ['~~~', '```', false],
    ['', '```', false],
  ])('%j closes %j: %s', (line, opened, closes) => {
    expect(closesFence(line, opened)).toBe(closes)
  })
})

describe('a passage in a language that is written from right to left says so (HTML, “the dir attribute”)', () => {
  const arabic = 'هذا نص عربي'
  test.each([
    [arabic, `<p lang="ar" dir="rtl">${arabic}</p>`],
    [`- ${arabic}`, `<ul lang="ar" dir="rtl">\n<li>${arabic}</li>\n</ul>`],
    [`> ${arabic}`, `<blockquote lang="ar" dir="rtl"><p lang="ar" dir="rtl">${arabic}</p></blockquote>`],
    ['이 글은 아니다', '<p lang="ko">이 글은 아니다</p>'],
  ])('%s', (source, html) => {
    const lines = source.split('\n').map((text, index) => ({ text, number: index + 1 }))
    expect(readBlocks(lines, { site: 'ko', latin: 'en', origin: 'https://notes.example' })[0]?.html).toBe(html)
  })
})

describe('GFM §4.10: a table keeps every cell', () => {
  test.each([
    ['| a | b |\n|---|---|\n| c | d |', ['table']],
    ['a | b\n--|:-:\nc | d', ['table']],
    ['| a |\n|---|\n| b | more |', ['table', 'p']],
    ['| a | b |\n|---|\n| c |', ['p', 'p', 'p']],
    ['| a \\| b |\n|---|\n| c \\| d |', ['table']],
  ])('%j', (body, elements) => {
    expect(blocksOf(body).map(({ html }) => /^<([a-z]+)/.exec(html)?.[1])).toEqual(elements)
  })
})

test.each([
  ['---', ''],
  [':--', ' align="left"'],
  [':-:', ' align="center"'],
  ['--:', ' align="right"'],
])('GFM §4.10: a column below %s is aligned in its head and its body, without a style', (dashes, aligned) => {
  const [block] = blocksOf(`| a | b |\n|---|${dashes}|\n| 가 | 나 |`)
  expect(block?.html.match(/<t[hd]\b[^>]*>[^<]*/g)).toEqual(['<th>a', `<th${aligned}>b`, '<td>가', `<td${aligned}>나`])
  expect(block?.html).not.toContain('style')
})

test('code that a list indents is in the list’s plain text', () => {
  expect(blocksOf('- 가\n\n      let x')[0]?.text).toBe('가\nlet x')
})

test('each line is looked at a bounded number of times, whatever stands around it', () => {
  const kinds = [
    '',
    '글',
    '  글',
    '- a',
    '  - a',
    '1. a',
    '> a',
    '> - a',
    '> > a',
    '>',
    '```',
    '```x',
    '~~~',
    '$$',
    '| a |',
    'a | b',
    '|---|',
    '# a',
    '> ```',
    '> $$',
  ]
  const looks = (lines: readonly Line[]): number => {
    let count = 0
    const counted = lines.map(({ text, number }) => ({
      number,
      get text() {
        count += 1
        return text
      },
    }))
    readBlocks(counted, context)
    return count
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }), (part) => {
      const lines = Array<readonly string[]>(100).fill(part).flat()
      expect(looks(linesOf(lines.join('\n')))).toBeLessThan(20 * lines.length)
    }),
  )
})

describe('a block knows where the words of its wiki links stand in its HTML:', () => {
  test.each([
    ['a paragraph', '[[a|가]]와 [[b|나]]', ['a: 가', 'b: 나']],
    ['a heading', '## 글 [[a|가]]', ['a: 가']],
    ['a list', '- [[a|가]]\n  - [[b|나]]', ['a: 가', 'b: 나']],
    ['a table', '| x | [[a\\|가]] |\n|---|---|\n| [[b]] | y |', ['a: 가', 'b: b']],
    ['a quote in a quote', '> 글 [[a|가]]\n> > [[b|나]]\n> > - [[c|다]]\n> [[d|라]]', ['a: 가', 'b: 나', 'c: 다', 'd: 라']],
    ['code', '```\n[[a]]\n```', []],
  ])('%s', (_, body, links) => {
    const [block, ...others] = blocksOf(body)
    expect(others).toEqual([])
    expect(block?.wikiLinks.map(({ target, start, end }) => `${target}: ${block.html.slice(start, end)}`)).toEqual(links)
  })
})
