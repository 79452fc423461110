import { describe, expect, test } from 'vitest'
import * as languages from '../../src/words/languages.ts'
import { hasWordsIn, languagesOfWords, type Words, wordsIn } from '../../src/words/words.ts'
import { read } from '../notes/read-site.ts'
import { siteOf } from '../site/site-of.ts'

const all: readonly Words[] = Object.values(languages)

/** Every sentence of a language, with the path of its name; a function is called with arguments that are no words. */
function sentencesOf(words: object, name = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const path = name === '' ? key : `${name}.${key}`
    if (path === 'language') return []
    if (typeof value === 'string') return [[path, value]]
    if (typeof value === 'function') {
      return [[path, String(value(/^day|^calendar\.(?!andMore)/.test(path) ? '2024-06-10' : 2, '~'))]]
    }
    return sentencesOf(value as object, path)
  })
}

/** The scripts that a language's own sentences are written in, beside digits, signs and the names below. */
const scripts: Readonly<Record<keyof typeof languages, RegExp>> = {
  ko: /^[\p{Script=Hangul}\P{L}]*$/u,
  en: /^[\p{Script=Latin}\P{L}]*$/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\P{L}]*$/u,
}

/** What is the same in every language: names, words of code, and the places of numbers. */
const names =
  /\{(?:n|typed|meant|tag|week)\}|paperwire-mark-\w+|\b(?:RSS|Atom|JSON Feed|OPML|PDF|BibTeX|RIS|CSL-JSON|HTML|JavaScript|Code injection|URL|CSP|DOI|arXiv|BCP|WordPress|Ghost|Astro|Eleventy|Hugo|Feedly|Inoreader|NewsBlur|Feedbin|The Old Reader|Thunderbird|newsboat|elfeed|Miniflux|FreshRSS|functions\.php|package\.json|_paperwire|about|en|T|CC-BY-4\.0|ascorbic\/feed-loader|11ty\/eleventy-fetch|Paperwire)\b/g

describe.each(all)('words in $language', (words) => {
  test('say everything, each in its own script', () => {
    for (const [name, sentence] of sentencesOf(words)) {
      expect(sentence, name).not.toBe('')
      expect(sentence.replace(names, '').replaceAll('name~', ''), name).toMatch(scripts[words.language as keyof typeof languages])
    }
  })

  test('are what a site in that language is given, whatever region its tag adds', () => {
    expect([wordsIn(words.language), wordsIn(`${words.language}-XX`), hasWordsIn(words.language)]).toEqual([words, words, true])
  })
})

test.each([
  ['ko', '2024-06-10', '2024년 6월 10일'],
  ['ko', '2024-12-01', '2024년 12월 1일'],
  ['en', '2024-06-10', '10 June 2024'],
  ['en', '1999-02-01', '1 February 1999'],
  ['ja', '2024-06-10', '2024年6月10日'],
])('a day in %s: %s is %s', (language, day, written) => {
  expect(wordsIn(language).day(day as never)).toBe(written)
})

test.each([
  ['ko', '2024년', '2024년 6월', '6월', '6월', '6월 1일', '토요일', '토', '해마다 6월 1일'],
  ['en', '2024', 'June 2024', 'June', 'Jun', '1 June', 'Saturday', 'Sa', '1 June through the years'],
  ['ja', '2024年', '2024年6月', '6月', '6月', '6月1日', '土曜日', '土', '毎年の6月1日'],
])('the parts of a day in %s', (language, ...parts) => {
  const { year, month, monthOfYear, shortMonth, dayOfYear, weekday, shortWeekday, everyYear } = wordsIn(language).calendar
  const written = [year, month, monthOfYear, shortMonth, dayOfYear, weekday, shortWeekday, everyYear]
  expect(written.map((write) => write('2024-06-01' as never))).toEqual(parts)
})

test('every language has the same sentences, none of them left out', () => {
  const [first, ...others] = all.map((words) => sentencesOf(words).map(([name]) => name))
  for (const other of others) expect(other).toEqual(first)
})

test('no two languages share a sentence: a copied file is no translation', () => {
  const sentencesIn = (words: Words): ReadonlySet<string> =>
    new Set(sentencesOf(words).flatMap(([, sentence]) => (sentence.replace(names, '').split(/\s+/).length > 3 ? [sentence] : [])))
  for (const [index, words] of all.entries())
    for (const other of all.slice(index + 1)) expect([...sentencesIn(words).intersection(sentencesIn(other))]).toEqual([])
})

test('a language without words of its own speaks English, and reading site.md says so', () => {
  expect([wordsIn('fr'), hasWordsIn('fr')]).toEqual([languages.en, false])
  expect(read('language: fr').problems).toEqual([
    `site.md:4: warning: Paperwire has no words of its own in fr: what it says around your notes is in English (take one of ${languagesOfWords.join(', ')}, or leave it so; your notes stay in the language they are in)`,
  ])
  for (const language of languagesOfWords) expect(read(`language: ${language}`).problems).toEqual([])
})

/** Notes whose own words are digits and signs, so that every letter of their site is Paperwire's. */
const entry = (number: number): string =>
  `${number}\nhttps://arxiv.org/abs/2406.0000${number}\nAuthors: 7\n> ${number}${number}\n\n${number}.\n#1\n`
const notes = ['2024-06-12', '2024-06-11', '2024-06-10'].map((day, index) => `${day}\n${entry(index + 1)}${entry(index + 4)}`).join('')

describe.each(all)('a site in $language', ({ language }) => {
  const { bodies, pages } = siteOf(notes, `language: ${language}\nfeedSize: 2\nlicense: CC-BY-4.0`)

  /** What a person reads of a document: a page's text and labels, a feed's names and descriptions. */
  const shown = (path: string, body: string): string => {
    if (!pages.has(path) && !/\.(?:xml|json)$/.test(path)) return ''
    const text = pages.has(path)
      ? body
          .replace(/<(script|pre|code|head)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
          .replace(/<[^>]*>/g, (tag) =>
            [...tag.matchAll(/ (?:title|aria-label|data-(?!places|code|copy|share|words)[\w-]+|placeholder|alt)="([^"]*)"/g)]
              .map(([, label]) => label)
              .join(' '),
          )
          .concat(
            ' ',
            /<title>[^<]*/.exec(body)?.[0].slice(7) ?? '',
            ' ',
            /<meta name="description" content="([^"]*)"/.exec(body)?.[1] ?? '',
          )
      : [...body.matchAll(/<(?:title|description|subtitle|content)\b[^>]*>([^<]*)<|"(?:title|description|summary)":"([^"]*)"/g)]
          .map(([, ofXml, ofJson]) => ofXml ?? ofJson)
          .join(' ')
    return text
      .replace(/&(?:lt|#x3C);[\s\S]*?&(?:gt|#x3E);/g, ' ')
      .replace(/&#?\w+;/g, ' ')
      .replace(/https?:\/\/\S+|arXiv:\S+/g, ' ')
      .replace(names, ' ')
  }

  test('has no letter of another language in its pages and feeds', () => {
    const script = scripts[language as keyof typeof languages]
    for (const [path, body] of bodies) {
      const foreign = shown(path, body)
        .split(/\s+/)
        .filter((word) => !script.test(word))
      expect(foreign, path).toEqual([])
    }
    expect([...pages.keys()]).toEqual(expect.arrayContaining(['/', '/tags/1/', '/archive/1/', '/authors/7/', '/embed/', '/404/', '/410/']))
  })
})
