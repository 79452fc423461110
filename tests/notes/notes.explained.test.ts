import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNotes } from '../../src/notes/notes.ts'
import { standardRules } from '../../src/notes/rules.ts'

const line = fc.constantFrom(
  '',
  'A Title',
  'A Title (Ada Lovelace, Alan Turing)',
  '# A Title',
  '## [B](https://b.example/)',
  '### 방법',
  '## Abstract',
  '(Ada Lovelace, 김연구)',
  'https://arxiv.org/abs/2406.00001',
  '[paper](https://a.example/) | [code](https://b.example/)',
  '[A page](https://a.example/)',
  'Authors: Ada Lovelace',
  '- **Paper**: https://a.example/',
  'Tags: a, b',
  '저자',
  '* 김연구',
  '**소속**: 대학',
  '> [!cite]',
  '> Authors:: Ada Lovelace',
  '> 인용.',
  '초록: 짧다.',
  'abstract: none',
  'draft: true',
  'id: tag:a.example,2024:a',
  '글.',
  'English text of eight words and no fewer here.',
  '글. #a #b',
  '#t',
  '---',
  '===',
  '```',
  '<!-- x -->',
  '%% x %%',
  '<english>',
  '</english>',
  '2024-06-11',
  '| a |',
  '|---|',
  '- [ ] 할 일',
)

test('without an error every line that isn’t blank has one role, and a reason', () => {
  let clean = 0
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 14 }),
      fc.constantFrom('2024-06-10.md', '240610 A Title.md', 'notes.txt'),
      fc.constantFrom('', '---\ntitle: A Title\n---\n', '---\nkind: day\n---\n', '---\ndoi: 10.1000/182\n---\n'),
      (lines, file, matter) => {
        const text = `${matter}2024-06-10\n${lines.join('\n')}`
        const context = { language: 'ko', origin: 'https://notes.example', folder: '', rules: standardRules }
        const { problems, roles } = readNotes(file, text, context)
        if (problems.some(({ severity }) => severity === 'error')) return
        clean += 1
        for (const [index, written] of text.split('\n').entries()) {
          if (written.trim() === '') continue
          expect(roles.get(index + 1), `line ${index + 1}: ${written}`).toMatchObject({
            as: expect.stringMatching(/./),
            why: expect.stringMatching(/./),
          })
        }
      },
    ),
    { numRuns: 3_000 },
  )
  expect(clean).toBeGreaterThan(300)
})
