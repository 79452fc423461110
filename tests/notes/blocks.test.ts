import { describe, expect, test } from 'vitest'
import { closesFence, openedFence, readBlocks } from '../../src/notes/blocks.ts'

const context = { site: 'ko', latin: 'en', origin: 'https://notes.example' }
const blocksOf = (body: string): ReturnType<typeof readBlocks> =>
  readBlocks(
    body.split('\n').map((text, index) => ({ text, number: index + 1 })),
    context,
  )
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
])('%j is rendered as it is meant', (body, html) => {
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
