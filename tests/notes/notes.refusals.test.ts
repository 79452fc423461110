import { describe, expect, test } from 'vitest'
import { matter, read } from './read.ts'

const problemsOf = (text: string): readonly string[] => read(text, 'n.md').problems

describe('each refusal names the line and the cure', () => {
  test.each([
    [
      'an entry with no title: authors first',
      '2024-06-10\n(Ada Lovelace)\n본문\n#t',
      /^n\.md:2: an entry with no title: it begins with “\(Ada Lovelace\)” \(put a title above it\)$/,
    ],
    ['an entry with no title: a quote first', '2024-06-10\n> Quote\n본문\n#t', /^n\.md:2: an entry with no title/],
    [
      'an entry with no title: a tag line first',
      '2024-06-10\n#t',
      /^n\.md:2: a tag line without an entry above it \(put the entry above it; or remove it/,
    ],
    [
      'an entry with no title: an empty heading',
      '2024-06-10\n##\n본문\n#t',
      /^n\.md:2: a heading without a title \(put a title above it\)$/,
    ],
    ['an entry with no title: only a link', '2024-06-10\nhttps://a.example/', /^n\.md:2: a link without a title below it \(/],
    [
      'a tag of nothing but punctuation',
      '2024-06-10\nTitle\n본문\n#!!!',
      /^n\.md:4: the tag #!!! is nothing but punctuation \(give it a letter or a digit\)$/,
    ],
    ['authors without names', '2024-06-10\nTitle\n()\n본문\n#t', /^n\.md:3: an authors line without authors \(/],
    [
      'a code fence that never closes',
      '2024-06-10\nTitle\n본문\n```\n#t',
      /^n\.md:4: a block of code that is never closed \(close it with a line ```\)$/,
    ],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)])
  })

  test('what is wrong with front matter keeps the text below it from nothing', () => {
    expect(problemsOf('---\ndate: [\n---\nTitle\n(unbalanced\n본문\n#t')).toEqual([
      expect.stringMatching(/^n\.md:2: the front matter isn't YAML/),
      expect.stringMatching(/^n\.md:5: an authors line/),
    ])
  })
})

describe('a warning keeps no entry from being published', () => {
  test.each([
    [
      'authors deep in a body: a forgotten boundary',
      '2024-06-10\nA\n(Ada Lovelace)\n본문.\n다른 제목\n(Alan Turing, Grace Hopper)\n본문.\n#t',
      /^n\.md:6: warning: a line that looks like authors, deep in an entry \(if a new entry begins above it/,
    ],
    ['an entry that is nothing but a title', '2024-06-10\nA', /^n\.md:2: warning: an entry that is nothing but a title: “A” \(/],
    ['a relative link', '2024-06-10\nA\n[x](other.md)\n#t', /^n\.md:3: warning: “other\.md” leads nowhere outside this file \(/],
    [
      'a field of front matter that means nothing',
      `${matter('cssclass: x')}2024-06-10\nA\n본문\n#t`,
      /^n\.md:2: warning: the field cssclass means nothing here \(/,
    ],
    ['a title as long as a paragraph', `2024-06-10\n${'A '.repeat(300)}\n본문\n#t`, /^n\.md:2: warning: a title of 599 characters \(/],
  ])('%s', (_, text, warning) => {
    const { entries, problems } = read(text, 'n.md')
    expect([entries.length, problems]).toEqual([1, [expect.stringMatching(warning)]])
  })

  test('a file without entries', () => {
    expect(problemsOf('2024-06-10\n\n')).toEqual(['n.md:3: warning: no entry in this file (add one, or remove the file)'])
  })
})
