import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

const token = fc.constantFrom(
  '2024-06-10',
  '2024-06-31',
  '## ',
  '# ',
  'A Title',
  '(Ada Lovelace, 김연구)',
  '(unbalanced',
  'https://arxiv.org/abs/2406.00001',
  '> ',
  '- ',
  '```',
  '---',
  '===',
  '#tag',
  '#정렬',
  '#!!!',
  '$x^2$',
  '$',
  '**',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '`',
  '|',
  '|---|',
  'English words.',
  '한국어 문장.',
  '$$',
  '~~',
  '<b>',
  '&',
  '\\',
  ' ',
  '[[x]]',
  '![i](x)',
)
const anyNotes = fc
  .array(fc.oneof({ weight: 6, arbitrary: token }, { weight: 2, arbitrary: fc.constant('\n') }, fc.string({ unit: 'binary' })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''))

test('whatever a file holds, reading it throws nothing and gives entries or a reason', () => {
  fc.assert(
    fc.property(anyNotes, (text) => {
      const { entries, problems } = read(text, 'content/notes.md')
      expect(entries.length + problems.length).toBeGreaterThan(0)
      for (const problem of problems) expect(problem).toMatch(/^content\/notes\.md:\d+: .+ \(.+\)$/su)
      for (const { title } of entries) expect(title.trim()).not.toBe('')
    }),
    { numRuns: 2_000 },
  )
})

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/)
const name = fc.tuple(word, word).map((words) => words.join(' '))
const label = fc.oneof(fc.stringMatching(/^[a-z]{2,6}$/), fc.constantFrom('정렬', '日本語', 'C', 'node.js'))
const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `${words.join(' ')}.`)
const korean = fc.constantFrom('재미있는 논문이다.', '다만 규모가 문제다.', '표 3을 보면 그렇지도 않다.')
const entry = fc.record({
  title: fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => words.join(' ')),
  authors: fc.array(name, { minLength: 1, maxLength: 4 }),
  abstract: fc.array(sentence, { maxLength: 3 }),
  commentary: fc.array(korean, { minLength: 1, maxLength: 3 }),
  tags: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
})

test('entries written in the raw form are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n\n'), (written, gap) => {
      const text = written.map((one) =>
        [one.title, `(${one.authors.join(', ')})`, ...one.abstract, ...one.commentary, one.tags.map((tag) => `#${tag}`).join(' ')].join(
          '\n',
        ),
      )
      const { entries, problems } = read(`2024년 6월 10일\n${text.join(gap)}\n`, 'content/notes.txt')
      expect(problems).toEqual([])
      expect(
        entries.map(({ title, authors, abstract, commentary, tags }) => ({
          title,
          authors,
          abstract: abstract.map(({ source }) => source),
          commentary: commentary.map(({ source }) => source),
          tags: tags.map((tag) => tag.label),
        })),
      ).toEqual(written)
    }),
    { numRuns: 200 },
  )
})

// Doubling the input may double the work, and noise may double it again; a quadratic reader takes four times as long at
// each step and would not end at this size at all.
describe('hostile lines are read in linear time', () => {
  const length = 100_000
  test.each([
    '*',
    '**',
    '_',
    '[',
    '](',
    '(',
    ')',
    '$',
    '$x',
    '`',
    '#',
    '# ',
    '> ',
    '- ',
    '|',
    '| - ',
    'https://',
    'https://a.b/ ',
    ' ',
    '~',
    '~~',
    '<',
    '&',
    '\\',
    '[[',
    ']]',
    '![',
    'a@',
    '가',
    '**가',
    'a*',
    ':',
    '. ',
    ', ',
    '　',
    "'",
    '$$',
    '[a](',
    '2024',
    '#a',
    '\u200b',
  ])('of %j', (unit) => {
    const line = unit.repeat(Math.ceil(length / unit.length))
    for (const text of [
      `2024-06-10\nTitle\n본문\n${line}\n#t`,
      `2024-06-10\n${line}\n본문\n#t`,
      `2024-06-10\nTitle\n(${line}\n본문\n#t`,
      `2024-06-10\nTitle\n> ${line}x\n#t`,
      `2024-06-10\nTitle\n본문\n# a${line}b\n#t`,
      `2024-06-10\nTitle\n| a |\n|-${line}-x\n#t`,
      `${line}`,
    ]) {
      expect(read(text, 'content/n.md')).toBeDefined()
    }
  })

  test('and a file of 5 MB, of many entries or of many lines of one kind', () => {
    const one =
      'A Title of a Paper\n(Ada Lovelace, 김연구)\nAn abstract of some length in English, about as long as one line.\n한국어로 된 논평도 한 줄 있다. (https://arxiv.org/abs/2406.00001)\n#llm #정렬\n'
    const count = Math.ceil(5_000_000 / new TextEncoder().encode(one).length)
    expect(read(`2024-06-10\n${one.repeat(count)}`, 'content/n.md').entries).toHaveLength(count)
    for (const line of [
      '\n',
      '```\n',
      '> quoted\n',
      '- item\n',
      '$$\n',
      '| a |\n',
      '2024-06-10\n',
      '(Ada Lovelace, Alan Turing)\n',
      'https://a.example/\n',
      '#a\n',
    ]) {
      expect(read(`2024-06-10\nTitle\n본문\n${line.repeat(Math.ceil(1_000_000 / line.length))}`, 'content/n.md')).toBeDefined()
    }
  })
})

const seed = new URL('../../../shared/seed/2024-06-10.txt', import.meta.url)
if (!existsSync(seed)) console.log('skipped: the notes of 2024-06-10 as their author wrote them are not on this machine')

describe.skipIf(!existsSync(seed))('the notes of 2024-06-10 as their author wrote them', () => {
  const { entries, problems } = existsSync(seed)
    ? read(readFileSync(seed, 'utf8'), 'content/2024-06-10.txt')
    : { entries: [], problems: [] }

  test('ten entries of that day, in order, and nothing wrong', () => {
    expect(problems).toEqual([])
    expect(entries.map(({ day }) => day)).toEqual(Array(10).fill('2024-06-10'))
    expect(entries.map(({ line }) => line)).toEqual(entries.map(({ line }) => line).toSorted((a, b) => a - b))
  })

  test('the first has one author, no abstract, ten paragraphs', () => {
    const first = entries[0]
    expect(first?.authors).toEqual(['Anthropic'])
    expect(first?.abstract).toEqual([])
    expect(first?.commentary).toHaveLength(10)
    expect(first?.commentary.filter(({ source }) => source.startsWith('('))).toHaveLength(1)
  })

  test('the others have an abstract in English and a commentary in Korean', () => {
    for (const { abstract, commentary } of entries.slice(1)) {
      expect(new Set(abstract.map(({ language }) => language))).toEqual(new Set(['en']))
      expect(new Set(commentary.map(({ language }) => language))).toEqual(new Set(['ko']))
    }
  })

  test('titles, names, tags and links are whole', () => {
    expect(entries[5]?.title).toBe('ReST-MCTS*: LLM Self-Training via Process Reward Guided Tree Search')
    expect(entries[4]?.authors).toEqual(expect.arrayContaining(['João G.M. Araújo', 'Petar Veličković']))
    const labels = entries.flatMap(({ tags }) => tags.map(({ label }) => label))
    expect(new Set(labels).size).toBe(9)
    expect(labels.filter((one) => one === 'benchmark')).toHaveLength(2)
    expect(entries[4]?.links).toEqual(['https://arxiv.org/abs/2202.06709'])
    expect(entries[4]?.commentary.map(({ html }) => html).join('')).toContain(
      '(<a href="https://arxiv.org/abs/2202.06709">https://arxiv.org/abs/2202.06709</a>)',
    )
  })
})
