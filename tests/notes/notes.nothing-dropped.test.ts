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
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (written) => {
      const lines = written.map((text, index) => text.replaceAll('N', `${index}q`))
      const { entries, problems } = read(['2024-06-10', ...lines].join('\n'))
      if (problems.some((problem) => !problem.includes('warning: '))) return
      clean += 1
      const kept = entries.map(({ title, authors, links, tags, abstract, commentary }) =>
        [title, ...authors, ...links, ...tags.map(({ label }) => label), everything(abstract), everything(commentary)].join('\n'),
      )
      // A title of a day or a group is left out, and what stands right below it; the author is told so.
      const leftOut = problems.filter((problem) => /is no entry's|is left out/.test(problem)).join('\n')
      for (const [word] of lines.join('\n').matchAll(/Z\d+q/g)) expect(kept.join('\n') + leftOut).toContain(word)
    }),
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
