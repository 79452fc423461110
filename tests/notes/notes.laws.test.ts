import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNotes } from '../../src/notes/ignored.ts'
import { readTagLine } from '../../src/notes/tag-line.ts'
import { readDate } from '../../src/text/day.ts'
import { anyCharacter } from '../any-character.ts'
import { bodyOf, labels, read } from './read.ts'

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
  .array(fc.oneof({ weight: 6, arbitrary: token }, { weight: 2, arbitrary: fc.constant('\n') }, fc.string({ unit: anyCharacter })), {
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

// `And` between two names is no name.
const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/).filter((text) => text !== 'And')
// No name ends as these do by chance in a small word such as `The`.
const nameWord = fc.stringMatching(/^[A-Z][a-z]{2,7}ov$/)
const name = fc.tuple(nameWord, nameWord).map((words) => words.join(' '))
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

test('entries written in the raw form are read back as they were written', () => {
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

/** Folders of notes that people keep: the project's own, and those of the author who first asked for it. */
const folders = [new URL('../../content/', import.meta.url), new URL('../../../shared/seed/', import.meta.url)].filter((folder) => {
  if (!existsSync(folder)) console.log(`skipped: there are no notes in ${folder.pathname}`)
  return existsSync(folder)
})
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => isNotes(name) && name !== 'site.md')
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
)

/** The letters and digits of a text, and nothing else of it. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

describe.each(files)('notes that somebody keeps: $name', ({ name, text }) => {
  const { entries, problems } = read(text, `content/${name}`)
  const lines = text.split('\n')

  test('have no problem', () => {
    expect(problems).toEqual([])
  })

  test('have an entry above each tag line, in the order of the lines', () => {
    expect(entries).toHaveLength(lines.filter((line) => readTagLine(line) !== null).length)
    expect(entries.map(({ line }) => line)).toEqual(entries.map(({ line }) => line).toSorted((a, b) => a - b))
  })

  test('are of the day in the file’s name', () => {
    for (const { day } of entries) expect(name.startsWith(day)).toBe(true)
  })

  test('have titles as they are written, authors, tags and text', () => {
    for (const entry of entries) {
      expect((lines[entry.line - 1] as string).replace(/^#+ /, '')).toBe(entry.title)
      expect([entry.authors, labels(entry), bodyOf(entry)].map(({ length }) => length > 0)).toEqual([true, true, true])
    }
  })

  test('have abstracts in English and commentary in Korean', () => {
    for (const { abstract, commentary } of entries) {
      for (const { language } of abstract) expect(language).toBe('en')
      for (const { language } of commentary) expect(language).toBe('ko')
    }
  })

  test('lose no letter of any line but its date', () => {
    const kept = entries.map((entry) =>
      lettersOf([entry.title, ...entry.authors, ...entry.links, ...labels(entry), ...bodyOf(entry).map((block) => block.text)].join('')),
    )
    const written = lines.filter((line) => readDate(line.replace(/^#+ /, '')) === null)
    // The letters of a formula may become signs.
    for (const passage of written.flatMap((line) => line.split(/\$[^$]*\$/))) {
      expect(
        kept.some((letters) => letters.includes(lettersOf(passage))),
        passage,
      ).toBe(true)
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
    const marks = entries.flatMap(({ tags }) => tags.map(({ label }) => label))
    expect(new Set(marks).size).toBe(9)
    expect(marks.filter((one) => one === 'benchmark')).toHaveLength(2)
    expect(entries[4]?.links).toEqual(['https://arxiv.org/abs/2202.06709'])
    expect(entries[4]?.commentary.map(({ html }) => html).join('')).toContain(
      '(<a href="https://arxiv.org/abs/2202.06709">https://arxiv.org/abs/2202.06709</a>)',
    )
  })
})
