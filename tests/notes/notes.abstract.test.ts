import { describe, expect, test } from 'vitest'
import type { Note } from '../../src/notes/note.ts'
import { readNotes } from '../../src/notes/notes.ts'
import { standardRules } from '../../src/notes/rules.ts'
import { matter, readOne, sources } from './read.ts'

/** The one entry of notes on a site in a language. */
function readOn(language: string, body: string, fields = ''): Note {
  const { entries, problems } = readNotes('2024-06-10.md', `${matter(fields)}Title\n${body}\n#t`, {
    language,
    origin: 'https://notes.example',
    folder: '',
    rules: standardRules,
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

  test('front matter may say which language Latin letters are taken for', () => {
    expect(parts(readOn('de', 'One.\n둘.', 'language: en'))).toEqual([['en: One.', 'ko: 둘.'], []])
    expect(parts(readOn('ko', 'Un.\n둘.', 'language: FR-ca'))).toEqual([['fr-CA: Un.'], ['ko: 둘.']])
    expect(parts(readOn('ko', 'Ein Abstract.\n둘.', 'language: de'))).toEqual([['de: Ein Abstract.'], ['ko: 둘.']])
    expect(parts(readOn('ko', 'One.\n둘.', 'language: ko'))).toEqual([['en: One.'], ['ko: 둘.']])
  })

  test('a block without letters takes the language above it; alone it is no abstract', () => {
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

describe('abstract and commentary on a Korean site', () => {
  test.each([
    ['quoted lines', '> One.\n> Two.\n\n논평.', ['One.', 'Two.'], ['논평.']],
    [
      'leading paragraphs in another language',
      'One.\nTwo.\n논평.\nAn English afterthought.',
      ['One.', 'Two.'],
      ['논평.', 'An English afterthought.'],
    ],
    ['no abstract', '논평.\nEnglish afterwards.', [], ['논평.', 'English afterwards.']],
    ['no commentary', 'Only English here.', ['Only English here.'], []],
    ['a quoted abstract in Korean', '> 번역한 초록.\n논평.', ['번역한 초록.'], ['논평.']],
    ['the mark of a callout, which is no text', '> [!abstract]\n> One.\n논평.', ['One.'], ['논평.']],
    ['a callout’s title that says what its mark says', '> [!abstract] Abstract\n> One.\n논평.', ['One.'], ['논평.']],
    ['a callout’s own title', '> [!quote]- From the paper\n> One.\n논평.', ['From the paper', 'One.'], ['논평.']],
    [
      'Korean full of English terms',
      'An abstract.\nSelf-Rewarding Language Models (Yuan et al., 2024)와 비슷하다.',
      ['An abstract.'],
      ['Self-Rewarding Language Models (Yuan et al., 2024)와 비슷하다.'],
    ],
  ])('%s', (_, body, abstract, commentary) => {
    const entry = readOne(`Title\n${body}\n#t`)
    expect([sources(entry.abstract), sources(entry.commentary)]).toEqual([abstract, commentary])
  })

  test.each([
    ['本文は日本語で書かれている。', 'ja'],
    ['这是一篇中文摘要', 'zh'],
    ['This is English.', 'en'],
    ['Это по-русски.', 'ru'],
  ])('%s is in %s', (line, language) => {
    expect(readOne(`Title\n${line}\n논평.\n#t`).abstract[0]?.language).toBe(language)
  })
})
