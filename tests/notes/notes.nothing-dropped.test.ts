import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../src/notes/note.ts'
import { read } from './read.ts'

/** What people write. Each `ZN` becomes a word that stands nowhere else in its file; no formula turns a Z into another sign. */
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
  'Authors: Ada ZN',
  '저자: ZN',
  '- **Authors**: Ada Lovelace, Alan ZN',
  'Code: https://a.example/ZN',
  'Paper: https://a.example/ZN (기술 보고서)',
  'Venue: ZN 2024',
  'Tags: ZN, b',
  'Tags: ZN 태그가 아닌 것이 이렇게 길게 있다',
  'Date: ZN',
  'Title: ZN',
  '**소속**: ZN',
  '- ZN: 값',
  '저자',
  '초록: ZN',
  '**Abstract**',
  'abstract: none',
  'draft: ZN',
  '> [!cite] ZN',
  '> [!note]',
  '> Authors:: Ada ZN',
  '> Link:: https://a.example/ZN',
  '[code](https://a.example/ZN) | [paper](https://a.example/x)',
  '- [ZN](https://a.example/)',
  '- https://a.example/ZN',
  '본문 ZN (Ada Lovelace, Alan Turing)',
  '글 #ZN',
  '1. ZN 항목',
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

test('every line of a file without errors gets into an entry: into its title, authors, links, tags or text', () => {
  let clean = 0
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('content/2024-06-10.md', 'content/240610 A Title.md'),
      (written, file) => {
        const lines = written.map((text, index) => text.replaceAll('N', `${index}q`))
        const { entries, problems, roles } = read(['2024-06-10', ...lines].join('\n'), file)
        if (problems.some((problem) => !problem.includes('warning: '))) return
        clean += 1
        const kept = entries.map(({ title, authors, venue, links, tags, abstract, commentary }) =>
          [title, ...authors, venue ?? '', ...links, ...tags.map(({ label }) => label), everything(abstract), everything(commentary)].join(
            '\n',
          ),
        )
        // A title of a day or a group is left out, and what stands right below it; the author is told so.
        const leftOut = ['2024-06-10', ...lines.join('\n').split('\n')].filter((_, index) =>
          /^(?:left out|title of)/.test(roles.get(index + 1)?.as ?? ''),
        )
        if (leftOut.length > 0) expect(problems.join('\n')).toMatch(/is no entry's/)
        for (const [word] of lines.join('\n').matchAll(/Z\d+q/g)) expect([...kept, ...leftOut].join('\n')).toContain(word)
      },
    ),
    { numRuns: 2_000 },
  )
  expect(clean).toBeGreaterThan(200)
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
    { numRuns: 1_500 },
  )
})
