import { describe, expect, test } from 'vitest'
import type { Note } from '../../src/notes/note.ts'
import { readNotes } from '../../src/notes/notes.ts'
import { read, readOne } from './read.ts'

/** The one entry of notes on a site in that language. */
function readOn(language: string, body: string, fields = ''): Note {
  const { entries, problems } = readNotes('2024-06-10.md', `---\n${fields}\n---\nTitle\n${body}\n#t`, {
    language,
    origin: 'https://notes.example',
  })
  expect(problems).toEqual([])
  return entries[0] as Note
}

const parts = ({ abstract, commentary }: Note): readonly (readonly string[])[] =>
  [abstract, commentary].map((blocks) => blocks.map(({ source, language }) => `${language}: ${source}`))

describe('the leading paragraphs that are not in the site’s language are the abstract', () => {
  test.each([
    ['ko', 'One.\n둘.', ['en: One.'], ['ko: 둘.']],
    ['ko-KR', 'One.\n둘.', ['en: One.'], ['ko-KR: 둘.']],
    ['en', '하나.\nTwo.', ['ko: 하나.'], ['en: Two.']],
    ['en-GB', 'One.\n둘.', [], ['en-GB: One.', 'ko: 둘.']],
    ['ja', '这是中文的摘要。\nこれは日本語です。', [], ['ja: 这是中文的摘要。', 'ja: これは日本語です。']],
    ['ja', 'One.\nこれは日本語です。', ['en: One.'], ['ja: これは日本語です。']],
    ['zh-Hant', 'One.\n這是中文。', ['en: One.'], ['zh-Hant: 這是中文。']],
    ['de', 'Auf Deutsch.', [], ['de: Auf Deutsch.']],
  ])('on a site in %s: %j', (language, body, abstract, commentary) => {
    expect(parts(readOn(language, body))).toEqual([abstract, commentary])
  })

  test('front matter may say what Latin letters stand for', () => {
    expect(parts(readOn('de', 'One.\n둘.', 'language: en'))).toEqual([['en: One.', 'ko: 둘.'], []])
    expect(parts(readOn('ko', 'Un.\n둘.', 'language: FR-ca'))).toEqual([['fr-CA: Un.'], ['ko: 둘.']])
    expect(parts(readOn('ko', 'One.\n둘.', 'language: ko'))).toEqual([['en: One.'], ['ko: 둘.']])
  })

  test('what has no letters takes the language above it; alone it is no abstract', () => {
    expect(parts(readOn('ko', 'One.\n$x^2$\n둘.\n42%'))).toEqual([
      ['en: One.', 'en: $x^2$'],
      ['ko: 둘.', 'ko: 42%'],
    ])
    expect(parts(readOn('ko', '42%\n둘.'))).toEqual([[], ['ko: 42%', 'ko: 둘.']])
    expect(parts(readOn('ko', '```\ncode\n```'))).toEqual([[], ['ko: ```\ncode\n```']])
  })
})

describe('quoted lines are the abstract, whatever their language', () => {
  test.each([
    ['> One.\n논평.', ['en: One.'], ['ko: 논평.']],
    ['>One.\n>\n> 둘.\n\n> Three.\nEnglish commentary.', ['en: One.', 'ko: 둘.', 'en: Three.'], ['en: English commentary.']],
    ['> - a\n> - b\n논평.', ['en: - a\n- b'], ['ko: 논평.']],
    ['> > Deep.\n논평.', ['en: Deep.'], ['ko: 논평.']],
    ['> Only.', ['en: Only.'], []],
    ['논평.\n> 인용.', [], ['ko: 논평.', 'ko: 인용.']],
  ])('%j', (body, abstract, commentary) => {
    expect(parts(readOn('ko', body))).toEqual([abstract, commentary])
  })
})

test('code between fences hides tag lines, headings, rules and dates', () => {
  const code = '```text\n#tag\n# Heading\n---\n2024-06-09\n(Ada, Bob\n~~~\n``\n```'
  expect(readOne(`Title\n본문.\n${code}\n#t`)).toMatchObject({ commentary: [{}, { source: code }], tags: [{ label: 't' }] })
  expect(readOne(`Title\n본문.\n~~~\n\`\`\`\n#tag\n~~~~\n끝.\n#t`).commentary.map(({ text }) => text)).toEqual([
    '본문.',
    '```\n#tag',
    '끝.',
  ])
})

test('CommonMark §4.5: behind a fence of backticks stands no further one; behind one of tildes it may', () => {
  expect(read('Title\n```a` 코드가 아니다.\n#t').problems).toEqual([])
  expect(read('Title\n~~~a`\n#t').problems).toEqual([expect.stringMatching(/:2: a block of code that is never closed/)])
})

describe('a table keeps every cell (GFM §4.10)', () => {
  test.each([
    ['| a | b |\n|---|---|\n| c | d |', ['table']],
    ['a | b\n--|:-:\nc | d', ['table']],
    ['| a |\n|---|\n| b | more |', ['table', 'p']],
    ['| a | b |\n|---|\n| c |', ['p', 'p', 'p']],
    ['| a \\| b |\n|---|\n| c \\| d |', ['table']],
  ])('%j', (body, elements) => {
    const { commentary } = readOn('ko', `본문.\n${body}`)
    expect(commentary.slice(1).map(({ html }) => /^<([a-z]+)/.exec(html)?.[1])).toEqual(elements)
  })
})
