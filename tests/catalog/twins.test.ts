import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/notes/problem.ts'
import { readingOf } from './catalog-from.ts'

/** Notes with an entry for each label. */
function notesOf(...labels: readonly string[]): string {
  return `2024-06-10\n${labels.map((label, index) => `T${index}\n글.\n#${label}\n`).join('')}`
}

const warningsOf = (labels: readonly string[], fields = ''): readonly string[] =>
  readingOf(notesOf(...labels), fields)
    .problems.map(formatProblem)
    .filter((problem) => problem.includes('may be'))

describe('a tag that is likely another one written otherwise is said, with the alias to copy', () => {
  test.each([
    ['image_generation', 'image-generation'],
    ['imagegeneration', 'image-generation'],
    ['transformers', 'transformer'],
    ['gans', 'gan'],
    ['studies', 'study'],
    ['allignment', 'alignment'],
    ['alignmnet', 'alignment'],
    ['interpretibility', 'interpretability'],
    ['강화학숩기초', '강화학습기초'],
  ])('#%s beside #%s', (twin, label) => {
    expect(warningsOf([label, label, twin])).toEqual([
      `content/a.md:10: warning: #${twin} (1) may be #${label} (2) written otherwise (if they are one, say so in site.md: aliases: { "${twin}": "${label}" }; if not: aliases: { "${twin}": "${twin}" })`,
    ])
  })

  test('each once, whatever it is like', () => {
    expect(warningsOf(['alignment', 'alignment', 'alignments', 'allignment'])).toHaveLength(2)
  })
})

test.each([
  [['cnn', 'rnn']],
  [['llm', 'lm']],
  [['gpt-3', 'gpt-4']],
  [['llama2-7b', 'llama3-7b']],
  [['model1', 'model11']],
  [['loss', 'los']],
  [['vision', 'fusion']],
  [['정렬', '정열']],
])('%j are no twins', (labels) => {
  expect(warningsOf(labels)).toEqual([])
})

test.each(['aliases: { transformers: transformer }', 'aliases: { transformers: transformers }', 'aliases: { transformer: transformer }'])(
  'nobody is asked again where site.md has %s',
  (fields) => {
    expect(warningsOf(['transformer', 'transformer', 'transformers'], fields)).toEqual([])
  },
)
