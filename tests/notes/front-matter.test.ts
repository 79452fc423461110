import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../src/notes/front-matter.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { read } from './read.ts'

const matterOf = (text: string): { fields: unknown; body: string; bodyLine: number; problems: readonly string[] } => {
  const { fields, body, bodyLine, problems } = readFrontMatter('n.md', text)
  return {
    fields: Object.fromEntries([...fields].map(([name, { value, line }]) => [name, [value, line]])),
    body,
    bodyLine,
    problems: problems.map(formatProblem),
  }
}

describe('a file is front matter, if it begins with ---, and text', () => {
  test.each([
    ['Title\n---\n', {}, 'Title\n---\n', 1],
    ['---\na: 1\n---\nTitle', { a: [1, 2] }, 'Title', 4],
    ['---\n\n# remark\na: x\n---\n\nTitle', { a: ['x', 4] }, '\nTitle', 6],
    ['--- yaml \na: x\n--- \nTitle', { a: ['x', 2] }, ' \nTitle', 3],
    ['---YAML\na: x\n---\nTitle', { a: ['x', 2] }, 'Title', 4],
    ['---\n---\nTitle', {}, 'Title', 3],
    ['---\n# remark\n---\nTitle', {}, 'Title', 4],
    ['---\na: 1\n---', { a: [1, 2] }, '', 3],
    ['----\na: 1\n----\n', {}, '----\na: 1\n----\n', 1],
    [' ---\na: 1\n---\n', {}, ' ---\na: 1\n---\n', 1],
    ['', {}, '', 1],
  ])('%j', (text, fields, body, bodyLine) => {
    expect(matterOf(text)).toMatchObject({ fields, body, problems: [] })
    if (body !== '') expect(matterOf(text).bodyLine).toBe(bodyLine)
  })

  test('YAML 1.2 §10.2: a date is text, `no` is a word, and a number is a number', () => {
    expect(matterOf('---\ndate: 2024-06-11\nlanguage: no\nn: 010\n---\n').fields).toEqual({
      date: ['2024-06-11', 2],
      language: ['no', 3],
      n: [10, 4],
    })
  })
})

describe('front matter is refused with its line', () => {
  test.each([
    ['---\na: [\n---\n', /^n\.md:[23]: the front matter isn't YAML: /],
    ['---\nok: 1\na: b: c\n---\n', /^n\.md:3: the front matter isn't YAML: /],
    ['---\na: 1\na: 2\n---\n', /^n\.md:3: the front matter isn't YAML: /],
    ['---\nok: 1\n\ttab: 2\n---\n', /^n\.md:[23]: the front matter isn't YAML: /],
    ['---\njust words\n---\n', /^n\.md:2: the front matter isn't a list of fields/],
    ['---js\nmodule.exports = {}\n---\n', /^n\.md:1: front matter in js isn't read \(write it in YAML/],
    ['---json\n{}\n---\n', /^n\.md:1: front matter in json isn't read/],
    ['---coffee\n{}\n---\n', /^n\.md:1: front matter in coffee isn't read/],
    ['---\na: 1\n', /^n\.md:1: the front matter opened here is never closed/],
    ['---\na: 1\n---x\n---\n', /^n\.md:3: a line that begins with --- but goes on/],
    ['---\na: &x [1]\nb: [*x, *y]\n---\n', /^n\.md:\d: .*alias/i],
  ])('%j', (text, problem) => {
    for (const time of ['first', 'second'])
      expect(matterOf(text).problems, time).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })

  test('where it is longer than any: what reads it takes time by the square of its length', () => {
    expect(matterOf(`---\n${'\n'.repeat(25_000)}---\n`).problems).toEqual([
      expect.stringMatching(/^n\.md:1: front matter of 25003 characters \(keep it below 20000/),
    ])
  })

  test('aliases of aliases are not followed for ever', () => {
    const laughs = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
    ]
    expect(matterOf(`---\n${laughs.join('\n')}\n---\n`).problems).toEqual(
      expect.arrayContaining([expect.stringMatching(/too many aliases/)]),
    )
  })

  test('and the text below it is read all the same, so that every fault is named at once', () => {
    expect(read('---\ndate: [\n---\nTitle\n(unbalanced\n본문\n#t', 'content/n.md').problems).toEqual([
      expect.stringMatching(/^content\/n\.md:2: the front matter isn't YAML/),
      expect.stringMatching(/^content\/n\.md:5: an authors line/),
    ])
  })
})

test.each(['js', 'javascript', 'JS', 'coffee', 'cson', 'toml', 'json', 'hjson'])('front matter in %s is not evaluated', (language) => {
  const code = '(globalThis.evaluated = true, { title: "x" })'
  readFrontMatter('n.md', `---${language}\n${code}\n---\n`)
  readFrontMatter('n.md', `--- ${language}\n${code}\n---\n`)
  expect(globalThis).not.toHaveProperty('evaluated')
})

test('YAML’s own tags make nothing but data', () => {
  const { problems } = matterOf('---\na: !!js/function "globalThis.evaluated = true"\n__proto__: { polluted: true }\n---\nTitle')
  expect(problems).toEqual([])
  expect(globalThis).not.toHaveProperty('evaluated')
  expect({}).not.toHaveProperty('polluted')
})

describe('fields of notes', () => {
  const problemsOf = (fields: string): readonly string[] => read(`---\n${fields}\n---\n2024-06-10\nTitle\n본문\n#t`, 'n.md').problems

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
    ['title: "a\\u0007b"', /^n\.md:2: title holds a control character/],
    ['authors: [Ada]', /^n\.md:2: authors without a title/],
  ])('%j', (fields, problem) => {
    expect(problemsOf(fields)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
    for (const one of problemsOf(fields)) expect(one).toMatch(/^n\.md:\d+: .+ \(.+\)$/)
  })

  test('reading whatever stands there throws nothing, and each problem is one line with a cure', () => {
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
        fc.array(fc.oneof({ weight: 5, arbitrary: part }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 20 }),
        (parts) => {
          for (const problem of problemsOf(parts.join(''))) expect(problem).toMatch(/^n\.md:\d+: .+ \(.+\)$/)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})
