import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/notes/note.ts'
import { read, readOne } from './read.ts'

/** What people write, each with a word that stands nowhere else in its file: no formula turns a Z into another sign. */
const line = fc.constantFrom(
  'ZN',
  '가 ZN 나.',
  '## ZN',
  '### ZN',
  '# ZN #',
  '  ZN',
  '\tZN',
  '**ZN**',
  '*ZN',
  'MCTS* ZN',
  '_ZN_',
  '`ZN`',
  '~~ZN~~',
  '<b>ZN</b>',
  '<!-- ZN -->',
  '&amp; ZN',
  '\\* ZN',
  '$ZN',
  '$\\text{ZN}$ 값',
  '$\\nosuch{ZN}$',
  '> ZN',
  '>ZN',
  '> > ZN',
  '>>>>>> ZN',
  '> - ZN',
  '- ZN',
  '  - ZN',
  '      ZN',
  '* ZN',
  '1. ZN',
  '12) ZN',
  '-ZN',
  '| ZN |',
  '|---|',
  '[ZN]',
  '[[ZN]]',
  '[[ZN]](https://a.example/)',
  '[^ZN]: 각주',
  '[ZN]: https://a.example/',
  '[1]: https://a.example/ZN',
  '- [1]: https://a.example/ZN',
  '[라벨](https://a.example/ZN)',
  '[ZN](relative.md)',
  '![ZN](https://a.example/x.png)',
  '![그림](https://a.example/ZN.png)',
  'https://a.example/ZN',
  '<https://a.example/ZN>',
  'https://a.example/a,ZN',
  '(https://a.example/ZN)을 보라.',
  'Paper: https://a.example/ZN',
  'doi:10.1000/ZN',
  'ZN https://a.example/',
  '(Ada Lovelace, Alan ZN)',
  '*ZN* (Ada Lovelace)',
  '*Ada* (Alan ZN)',
  '(ZN 괄호로 된 문장이다.)',
  '#ZN',
  '#a #ZN',
  '#a#ZN',
  'Tags: #ZN',
  '#ZN 태그가 아니다',
  '\u2028ZN',
  'a\u2028# ZN',
)
const block = fc.oneof(
  { weight: 20, arbitrary: line },
  {
    weight: 2,
    arbitrary: fc.constantFrom('```\nZN\n#tag\n## no\n---\n```', '~~~ info\nZN\n~~~', '- a\n  ```\n  ZN\n  ```', '$$\n\\text{ZN}\n$$'),
  },
  { weight: 1, arbitrary: fc.constantFrom('| a | ZN |\n|---|---|\n| b | c |', '| a |\n|---|\n| b | ZN |', '| a | b |\n|---|\nZN |') },
  { weight: 3, arbitrary: fc.constantFrom('', '   ') },
  { weight: 1, arbitrary: fc.constantFrom('---', '***', '===', '2024-06-09', '#end', '$$') },
)

const everything = (blocks: readonly Block[]): string => blocks.map(({ html, text }) => `${html}\n${text}`).join('\n')

test('every line of a file without errors ends up in an entry: title, authors, links, tags or text', () => {
  let clean = 0
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (written) => {
      const lines = written.map((text, index) => text.replaceAll('N', `${index}q`))
      const { entries, problems } = read(['2024-06-10', ...lines].join('\n'))
      if (problems.some((problem) => !problem.includes('warning: '))) return
      clean += 1
      const kept = entries.map(({ title, authors, links, tags, abstract, commentary }) =>
        [title, ...authors, ...links, ...tags.map(({ label }) => label), everything(abstract), everything(commentary)].join('\n'),
      )
      for (const [word] of lines.join('\n').matchAll(/Z\d+q/g)) expect(kept.join('\n')).toContain(word)
    }),
    { numRuns: 5_000 },
  )
  expect(clean).toBeGreaterThan(500)
})

test('what a block says in HTML it says in plain text', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (written) => {
      const lines = written.map((text, index) => text.replaceAll('N', `${index}q`))
      for (const { abstract, commentary } of read(`제목\n본문.\n${lines.join('\n')}`).entries) {
        for (const { html, text } of [...abstract, ...commentary]) {
          const seen = html.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '')
          for (const [word] of seen.matchAll(/Z\d+q/g)) expect(text).toContain(word)
        }
      }
    }),
    { numRuns: 3_000 },
  )
})

describe('things that Markdown or a second mention of something could swallow', () => {
  const body = (text: string): string =>
    readOne(`Title\n본문.\n${text}\n#t`)
      .commentary.map(({ html }) => html)
      .join('')

  test.each([
    ['- [1]: https://a.example/x', '[1]: <a href="https://a.example/x">'],
    ['[[1]](https://a.example/x)', '<a href="https://a.example/x">[1]</a>'],
    ['[^1]: 각주다', '[^1]: 각주다'],
    ['<!-- 주석 -->', '&lt;!-- 주석 --&gt;'],
  ])('%s', (text, html) => {
    expect(body(text)).toContain(html)
  })

  test('code that a list indents is in its plain text too', () => {
    expect(readOne('Title\n본문.\n- 가\n\n      let x\n#t').commentary[1]?.text).toBe('가\nlet x')
  })

  test('a heading that repeats front matter’s title gives its link and authors, and takes the headings below it in', () => {
    const entry = readOne('---\ntitle: A\n---\n# [A](https://a.example/x) (Ada Lovelace)\n본문.\n## 요약\n더.')
    expect(entry).toMatchObject({ title: 'A', links: ['https://a.example/x'], authors: ['Ada Lovelace'] })
    expect(entry.commentary.map(({ text }) => text)).toEqual(['본문.', '요약', '더.'])
  })

  test('front matter’s title is a title line: its link, authors and formulas are read', () => {
    expect(readOne('---\ntitle: "[H$_2$O](https://a.example/x) (Ada Lovelace)"\n---\n본문.')).toMatchObject({
      title: 'H₂O',
      links: ['https://a.example/x'],
      authors: ['Ada Lovelace'],
    })
  })

  test('a plain title keeps the hash at its end', () => {
    expect(readOne('Learning C #\n본문\n#t').title).toBe('Learning C #')
  })
})
