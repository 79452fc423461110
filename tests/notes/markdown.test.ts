import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderInline, renderMarked } from '../../src/notes/markdown.ts'

const context = { origin: 'https://notes.example' }
const part = fc.oneof(
  fc.constantFrom(
    '*',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '!',
    '<',
    '>',
    '&',
    '$',
    '\\',
    'http',
    'https',
    '://',
    ':',
    '/',
    '//',
    '@',
    '.',
    '"',
    "'",
    '#',
    '|',
    '-',
    '1.',
    ' ',
    '  ',
    '\t',
  ),
  fc.constantFrom('가', '나다', '漢', 'word', 'x', '2', '한국어는', 'www.example.org', 'mailto:a@b.example', '&amp;', '&#60;'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const line = fc.array(part, { maxLength: 12 }).map((parts) =>
  parts
    .join('')
    .replace(/[\n\r]/g, '')
    .trim(),
)

test('a line without marks is rendered without the parser as the parser would have rendered it', () => {
  fc.assert(
    fc.property(line, (source) => {
      expect(renderInline(source, context)).toEqual(renderMarked(source, context))
    }),
    { numRuns: 3_000 },
  )
})

test('no markup of the source gets into the HTML', () => {
  fc.assert(
    fc.property(line, (source) => {
      const { html } = renderInline(source, context)
      expect(html.replace(/<\/?(?:em|strong|s|code|a|img|br|m[a-z]+)\b[^<>]*>/g, '')).not.toMatch(/[<>]/)
      expect(html).not.toMatch(/\s(?:on\w+|style|class)=|(?:href|src)="\s*(?:javascript|vbscript):/i)
    }),
    { numRuns: 3_000 },
  )
})

describe('inline Markdown', () => {
  test.each([
    ['<b>가</b> & 나', '&lt;b&gt;가&lt;/b&gt; &amp; 나'],
    ['<!-- 주석 -->', '&lt;!-- 주석 --&gt;'],
    ['**강조**는 된다', '<strong>강조</strong>는 된다'],
    ['**강조(emphasis)**는 된다', '<strong>강조(emphasis)</strong>는 된다'],
    ['~30%에서 ~15%로', '~30%에서 ~15%로'],
    ['[Makhzani and Frey, 2013]의 방법을 쓴다', '[Makhzani and Frey, 2013]의 방법을 쓴다'],
    ['MCTS*와 ReST-MCTS* 둘 다', 'MCTS*와 ReST-MCTS* 둘 다'],
    ['*강조 MCTS*와 본문', '<em>강조 MCTS</em>와 본문'],
    ['$5면 된다', '$5면 된다'],
    ['1. x', '1. x'],
    ['# x', '# x'],
    ['[^1]: 각주다', '[^1]: 각주다'],
    ['[1]: https://a.example/x', '[1]: <a href="https://a.example/x">https://a.example/x</a>'],
    ['[[1]](https://a.example/x)', '<a href="https://a.example/x">[1]</a>'],
    ['[[Wiki Note|다른 노트]]도 본다', '다른 노트도 본다'],
    ['README.md와 a@b.example는 링크가 아니다', 'README.md와 a@b.example는 링크가 아니다'],
    ['[상대](/tags/llm/) 링크', '<a href="https://notes.example/tags/llm/">상대</a> 링크'],
    ['[나쁜](javascript:alert(1)) 링크', '[나쁜](javascript:alert(1)) 링크'],
    [
      '[책장](zotero://select/items/1)과 [파일](file:///etc/passwd), [메일](mailto:a@b.example)',
      '책장과 [파일](file:///etc/passwd), <a href="mailto:a@b.example">메일</a>',
    ],
    ['<obsidian://open?vault=x>', 'obsidian://open?vault=x'],
    ['![그림](ftp://a.example/x.png)', '그림'],
    ['[틀린](http://a:99999/) 주소', '틀린 주소'],
    ['[같은](//a.example/x) 규약', '<a href="https://a.example/x">같은</a> 규약'],
  ])('%s', (source, html) => {
    expect(renderInline(source, context).html).toBe(html)
  })
})

describe('a wiki link is its words, beside which its target is kept', () => {
  test.each([
    ['[[Note]]도 본다', 'Note도 본다', ['Note: Note']],
    ['본다: [[ Note | 다른 노트 ]]', '본다: 다른 노트', ['Note: 다른 노트']],
    ['[[folder/Note#Section^block|A|B]]', 'A|B', ['folder/Note#Section^block: A|B']],
    ['**[[a|A & B]]**, [[b]]', '<strong>A &amp; B</strong>, b', ['a: A &amp; B', 'b: b']],
    ['![[Note]]', 'Note', ['Note: Note']],
    ['<wiki>x</wiki> [[a|<wiki>]]', '&lt;wiki&gt;x&lt;/wiki&gt; &lt;wiki&gt;', ['a: &lt;wiki&gt;']],
    ['$x$ [[a|$x$]]', 'x $x$', ['a: $x$']],
  ])('%s', (source, html, links) => {
    const rendered = renderInline(source, context)
    expect(rendered.html).toBe(html)
    expect(rendered.wikiLinks.map(({ target, start, end }) => `${target}: ${html.slice(start, end)}`)).toEqual(links)
  })

  test.each([
    'words',
    '`[[Note]]`',
    '\\[[Note]]',
    '$[[Note]]$',
    '[[Note',
    '[[Note|]]',
    '[[]]',
    '[[1]](https://a.example/x)',
    '![see [[Note]]](https://a.example/x.png)',
    '[[Note|https://a.example/x]]',
  ])('but there is none in %s', (source) => {
    expect(renderInline(source, context).wikiLinks).toEqual([])
  })
})

describe('a bare address ends where a person would end it', () => {
  test.each([
    ['(https://arxiv.org/abs/2202.06709) 라는', 'https://arxiv.org/abs/2202.06709'],
    ['논문(https://arxiv.org/abs/2202.06709)을', 'https://arxiv.org/abs/2202.06709'],
    ['https://arxiv.org/abs/2202.06709에서 보듯', 'https://arxiv.org/abs/2202.06709'],
    ['https://en.wikipedia.org/wiki/A_(b) 참고', 'https://en.wikipedia.org/wiki/A_(b)'],
    ['https://ko.wikipedia.org/wiki/정렬 참고', 'https://ko.wikipedia.org/wiki/%EC%A0%95%EB%A0%AC'],
  ])('%s', (source, url) => {
    expect(renderInline(source, context).links).toEqual([url])
  })

  test.each(['인데', '이고', '이나', '에서의', '에게', '랑', '하고', '이네요', '이에요', '예요', '에서는', '입니다'])(
    'before the particle %s',
    (particle) => {
      const { links, text } = renderInline(`이것은 https://a.example/x${particle} 그렇다`, context)
      expect([links, text]).toEqual([['https://a.example/x'], `이것은 https://a.example/x${particle} 그렇다`])
    },
  )
})

test.each([
  ['$x^2$이다', 'x²이다'],
  ['$x^{q}$이다', 'x^q이다'],
  ['$\\frac{a+1}{2}$이다', '(a+1)/2이다'],
  ['$\\mathbb{R}^{n\\times m}$이다', 'ℝ^(n×m)이다'],
  ['$\\sum_{i=1}^n x_i$이다', '∑ᵢ₌₁ⁿxᵢ이다'],
  ['`$x$`는 코드', '$x$는 코드'],
])('a formula still reads right when a reader strips the tags: %s', (source, text) => {
  const rendered = renderInline(source, context)
  expect(rendered.html.replace(/<[^>]*>/g, '')).toBe(text)
  expect(rendered.text).toBe(text)
})
