import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCharacter } from '../any-character.ts'
import { labels, matter, read, readOne } from './read.ts'

describe('a field of the wrong kind is refused with its line and a cure', () => {
  const problemsOf = (fields: string): readonly string[] => read(`${matter(fields)}2024-06-10\nTitle\n본문\n#t`, 'n.md').problems

  test.each([
    ['language: 한국어', /^n\.md:2: “한국어” isn't a language tag \(write one of BCP 47/],
    ['tags: { a: b }', /^n\.md:2: tags isn't text \(write it as tags: \[llm, alignment\]\)/],
    ['tags: ["!!!"]', /^n\.md:2: the tag #!!! is nothing but punctuation/],
    ['\ntags: ["!\\n!"]', /^n\.md:3: the tag #! ! is nothing but punctuation/],
    ['tags: [[a]]', /^n\.md:2: tags holds something that isn't text/],
    ['\nurl: not-an-address', /^n\.md:3: “not-an-address” isn't a web address/],
    ['date: 2024-02-30', /^n\.md:2: “2024-02-30” isn't a date/],
    ['date: [2024-06-10]', /^n\.md:2: date isn't text/],
    ['"what\\nis this": 1', /^n\.md:2: warning: the field what is this means nothing here/],
    ['title: a\nTitle: b', /^n\.md:3: warning: the field Title means nothing here/],
    ['title: "a\\u0007b"', /^n\.md:2: title holds a control character/],
    ['kind: week', /^n\.md:2: “week” is no kind of file \(write kind: day or kind: paper\)/],
    ['draft: maybe', /^n\.md:2: “maybe” is neither true nor false/],
    ['doi: none', /^n\.md:2: “none” is no DOI/],
    ['arxiv: 2024', /^n\.md:2: “2024” is no identifier of arXiv/],
    ['source: Nature', /^n\.md:2: warning: the source “Nature” is left out/],
  ])('%j', (fields, problem) => {
    expect(problemsOf(fields)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
    for (const one of problemsOf(fields)) expect(one).toMatch(/^n\.md:\d+: .+ \(.+\)$/)
  })

  test('whatever the fields hold, reading them throws nothing, and each problem is one line with a cure', () => {
    const part = fc.constantFrom(
      'title',
      'date',
      'tags',
      'authors',
      'url',
      'language',
      ': ',
      ':',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '\n',
      '  ',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '#',
      '%',
      '2024-06-10',
      '한국어',
      '\\u0007',
      '?',
      '~',
      '<<: ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: part }, fc.string({ unit: anyCharacter, maxLength: 3 })), { maxLength: 20 }),
        (parts) => {
          for (const problem of problemsOf(parts.join(''))) expect(problem).toMatch(/^n\.md:\d+: .+ \(.+\)$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('the fields of notes as people write them', () => {
  test.each([
    ['tags: a, b', ['a', 'b']],
    ['tags: "#a #b"', ['a', 'b']],
    ['tags: [a, b]', ['a', 'b']],
    ['tags:', []],
    ['tags: # none yet', []],
  ])('%s', (field, tags) => {
    expect(labels(readOne(`${matter(field)}Title\n본문`))).toEqual(tags)
  })

  test.each([
    ['authors: ["Lovelace, Ada", Alan Turing]', ['Ada Lovelace', 'Alan Turing']],
    ['authors: Ada Lovelace, Alan Turing and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
    ['author: Ada Lovelace', ['Ada Lovelace']],
  ])('%s', (field, authors) => {
    expect(readOne(`${matter('title: T', field)}본문`).authors).toEqual(authors)
  })

  test('the tags of front matter are every entry’s, behind its own', () => {
    const { entries } = read(`${matter('tags: [llm, "#정렬"]')}A\n본문\n#x\nB\n본문\n#LLM`)
    expect(entries.map(labels)).toEqual([
      ['x', 'llm', '정렬'],
      ['LLM', '정렬'],
    ])
  })
})
