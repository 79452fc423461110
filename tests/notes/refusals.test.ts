import { describe, expect, test } from 'vitest'
import { catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { read } from './read.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const site = { path: 'site.md', bytes: bytes('---\ntitle: 노트\nurl: https://notes.example\n---\n') }

/** Every problem of a folder of content, as its author reads them. */
function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): readonly string[] {
  const listed = Object.entries(files).map(([path, content]) => ({ path, bytes: typeof content === 'string' ? bytes(content) : content }))
  const { content, problems } = readContent('content', [site, ...listed.filter(({ path }) => path !== 'none')], null)
  const clashes = content === null ? [] : catalogOf(content.site, content.entries, noLedger).problems
  return [...problems, ...clashes].map(formatProblem)
}

describe('each refusal names the line and the cure', () => {
  test.each([
    ['text before any date', 'Title\n본문\n#t', /^content\/n\.md:1: text before any date: “Title” \(put the day above it/],
    ['a date that does not exist', '2024-06-31\nTitle\n본문\n#t', /^content\/n\.md:1: 2024-06-31 is no day of the calendar \(/],
    [
      'an entry with no title: authors first',
      '2024-06-10\n(Ada Lovelace)\n본문\n#t',
      /^content\/n\.md:2: an entry with no title: it begins with “\(Ada Lovelace\)” \(put a title above it\)/,
    ],
    ['an entry with no title: a quote first', '2024-06-10\n> Quote\n본문\n#t', /^content\/n\.md:2: an entry with no title/],
    [
      'an entry with no title: a tag line first',
      '2024-06-10\n#t',
      /^content\/n\.md:2: a tag line without an entry above it \(put a title above it\)/,
    ],
    ['an entry with no title: an empty heading', '2024-06-10\n##\n본문\n#t', /^content\/n\.md:2: a heading without a title/],
    ['an entry with no title: only a link', '2024-06-10\nhttps://a.example/', /^content\/n\.md:2: a link without a title below it/],
    ['malformed YAML', '---\ndate: [\n---\nTitle\n본문\n#t', /^content\/n\.md:2: the front matter isn't YAML: /],
    [
      'front matter in JavaScript',
      '---js\n{ date: globalThis.evaluated = true }\n---\nTitle',
      /^content\/n\.md:1: front matter in js isn't read \(write it in YAML/,
    ],
    [
      'front matter that never closes',
      '---\ndate: 2024-06-10\nTitle',
      /^content\/n\.md:1: the front matter opened here is never closed \(add a line ---/,
    ],
    [
      'front matter closed by more than ---',
      '---\ndate: 2024-06-10\n----\n---\nTitle',
      /^content\/n\.md:3: a line that begins with --- but goes on/,
    ],
    [
      'front matter that is no list of fields',
      '---\n- a\n---\n2024-06-10\nTitle\n본문\n#t',
      /^content\/n\.md:2: the front matter isn't a list of fields/,
    ],
    [
      'a date of front matter that does not exist',
      '---\ndate: 2024-06-31\n---\nTitle\n본문\n#t',
      /^content\/n\.md:2: “2024-06-31” isn't a date/,
    ],
    [
      'a tag of nothing but punctuation',
      '2024-06-10\nTitle\n본문\n#!!!',
      /^content\/n\.md:4: the tag #!!! is nothing but punctuation \(give it a letter or a digit\)/,
    ],
    [
      'an unbalanced authors line',
      '2024-06-10\nTitle\n(Ada Lovelace\n본문\n#t',
      /^content\/n\.md:3: an authors line with a parenthesis too many or too few/,
    ],
    ['authors without names', '2024-06-10\nTitle\n()\n본문\n#t', /^content\/n\.md:3: an authors line without authors/],
    [
      'a code fence that never closes',
      '2024-06-10\nTitle\n본문\n```\n#t',
      /^content\/n\.md:4: a block of code that is never closed \(close it with a line ```\)/,
    ],
    [
      'two tags of one address',
      '2024-06-10\nA\n본문\n#c\nB\n본문\n#c++',
      /^content\/n\.md:7: #c\+\+ would share the address \/tags\/c\/ with #c \(content\/n\.md:4\) \(.*aliases: \{ "c\+\+": "c" \}/,
    ],
    [
      'two entries of one address',
      '2024-06-10\nA b\n본문\n#t\nA: B\n본문\n#t',
      /^content\/n\.md:5: this entry would share the address \/2024-06-10\/a-b\/ with the one at content\/n\.md:2 \(/,
    ],
  ])('%s', (_, text, problem) => {
    expect(problemsOf({ 'n.md': text })).toEqual([expect.stringMatching(problem)])
  })

  test('a file that is not UTF-8: the line of its first bad byte', () => {
    const cp949 = Uint8Array.from([...bytes('2024-06-10\nTitle\n'), 0xb0, 0xa1, 0x0a, ...bytes('#t\n')])
    expect(problemsOf({ 'n.md': cp949 })).toEqual([
      expect.stringMatching(/^content\/n\.md:3: the file isn't UTF-8: .* \(save it as UTF-8\)$/),
    ])
    expect(problemsOf({ 'n.md': Uint8Array.from([0xff, 0xfe, 0x41, 0x00]) })).toEqual([expect.stringMatching(/UTF-16/)])
  })

  test('a name that begins with a date that is none', () => {
    expect(problemsOf({ '241399 Title.md': 'Title\n본문\n#t' })).toEqual([
      expect.stringMatching(/^content\/241399 Title\.md:1: the file's name begins with 241399/),
    ])
  })
})

test('gray-matter evaluates nothing', () => {
  problemsOf({
    'n.md': '---js\n{ a: globalThis.evaluated = true }\n---\n',
    'm.md': '---javascript\n(globalThis.evaluated = true, {})\n---\n',
  })
  expect(globalThis).not.toHaveProperty('evaluated')
})

test('malformed YAML is refused the second time too', () => {
  const text = '---\ndate: [\n---\nTitle\n본문\n#t'
  expect(read(text).problems).toHaveLength(1)
  expect(read(text)).toEqual(read(text))
})

test('all problems are reported at once, in the order of files and lines', () => {
  const text = '2024-06-31\nA\n본문\n#t\n2024-06-10\n(B)\n본문\n#!!!\nC\n(D\n본문\n#t'
  const problems = problemsOf({ 'b.md': text, 'a.md': 'Title\n본문' })
  expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
    'content/a.md:1',
    'content/b.md:1',
    'content/b.md:6',
    'content/b.md:8',
    'content/b.md:10',
  ])
})

describe('a warning does not keep an entry from being published', () => {
  test.each([
    [
      'authors deep in a body: a forgotten boundary',
      '2024-06-10\nA\n(Ada Lovelace)\n본문.\n다른 제목\n(Alan Turing, Grace Hopper)\n본문.\n#t',
      /n\.md:6: warning: a line that looks like authors, deep in an entry \(if a new entry begins above it/,
    ],
    ['an entry that is nothing but a title', '2024-06-10\nA', /n\.md:2: warning: an entry that is nothing but a title/],
    ['a relative link', '2024-06-10\nA\n[x](other.md)\n#t', /n\.md:3: warning: “other\.md” leads nowhere/],
    [
      'a field of front matter that means nothing',
      '---\ncssclass: x\n---\n2024-06-10\nA\n본문\n#t',
      /n\.md:2: warning: the field cssclass means nothing here/,
    ],
    ['a control character', '2024-06-10\nA\u0007\n본문\n#t', /n\.md:2: warning: a control character/],
  ])('%s', (_, text, warning) => {
    expect(problemsOf({ 'n.md': text })).toEqual([expect.stringMatching(warning)])
  })
})

describe('site.md', () => {
  const siteProblems = (text: string): readonly string[] =>
    readContent('content', [{ path: 'site.md', bytes: bytes(text) }], null).problems.map(formatProblem)

  test.each([
    ['no title', '---\nurl: https://notes.example\n---\n', /^content\/site\.md:1: the site has no title \(add a field/],
    ['no address', '---\ntitle: T\n---\n', /^content\/site\.md:1: the site has no address/],
    [
      'an address with a path',
      '---\ntitle: T\nurl: https://notes.example/blog\n---\n',
      /^content\/site\.md:3: “https:\/\/notes\.example\/blog” isn't the address of a site/,
    ],
    [
      'a feed size of nothing',
      '---\ntitle: T\nurl: https://notes.example\nfeedSize: 0\n---\n',
      /^content\/site\.md:4: “0” isn't a number of items/,
    ],
    [
      'a language that is none',
      '---\ntitle: T\nurl: https://notes.example\nlanguage: "한국어"\n---\n',
      /^content\/site\.md:4: “한국어” isn't a language tag/,
    ],
    [
      'a hub that is no address',
      '---\ntitle: T\nurl: https://notes.example\nhub: hub\n---\n',
      /^content\/site\.md:4: “hub” isn't a web address/,
    ],
    [
      'an alias of an alias',
      '---\ntitle: T\nurl: https://notes.example\naliases: { a: b, b: c }\n---\n',
      /^content\/site\.md:4: the alias “a” leads to another alias/,
    ],
  ])('%s', (_, text, problem) => {
    expect(siteProblems(text)).toEqual([expect.stringMatching(problem)])
  })

  test('without it there is no site', () => {
    expect(readContent('content', [], null).problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^content\/site\.md:1: there is no such file/),
    ])
  })
})
