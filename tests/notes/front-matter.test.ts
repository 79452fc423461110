import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../src/notes/front-matter.ts'
import { formatProblem } from '../../src/notes/problem.ts'

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
    ['---\na: 1\n----\n---\n', /^n\.md:3: a line that begins with --- but goes on/],
    ['---\n- a\n---\n', /^n\.md:2: the front matter isn't a list of fields/],
    ['---\ntags: #llm\n---\n', /^n\.md:2: to YAML “#llm” is a comment \(quote it: "#llm"\)/],
    ['---\ntitle: #1 Paper\n---\n', /^n\.md:2: to YAML “#1” is a comment \(quote it: "#1"\)/],
    ['---\ntags:\n  - rl\n  - #llm\n---\n', /^n\.md:4: to YAML “#llm” is a comment \(quote it: "#llm"\)/],
    ['---\na: &x [1]\nb: [*x, *y]\n---\n', /^n\.md:\d: .*alias/i],
  ])('%j', (text, problem) => {
    // gray-matter caches what it was given without options, the refused included.
    for (const time of ['first', 'second'])
      expect(matterOf(text).problems, time).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
  })

  test('where it is longer than any, since what reads it takes quadratic time', () => {
    expect(matterOf(`---\n${'\n'.repeat(25_000)}---\n`).problems).toEqual([
      expect.stringMatching(/^n\.md:1: front matter of 25003 characters \(keep it below 20000/),
    ])
  })

  test('where aliases of aliases would make too much of it', () => {
    const laughs = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
    ]
    expect(matterOf(`---\n${laughs.join('\n')}\n---\n`).problems).toEqual(
      expect.arrayContaining([expect.stringMatching(/too many aliases/)]),
    )
  })
})

describe('front matter that would cost more than its length is refused with its line and the number', () => {
  const deep = /^n\.md:\d+: front matter nested more than 20 levels deep \(/
  test.each([
    ['lists', `a: ${'['.repeat(21)}${']'.repeat(21)}`, deep],
    ['lists ten thousand deep', `a: ${'['.repeat(9_000)}${']'.repeat(9_000)}`, deep],
    ['lists never closed', `a: ${'['.repeat(10_000)}`, deep],
    ['tables ten thousand deep', `a: ${'{'.repeat(10_000)}`, deep],
    ['lists on lines', Array.from({ length: 30 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), deep],
    ['lists behind hyphens', `a:\n  ${'- '.repeat(9_000)}x`, deep],
    ['names in names', '? '.repeat(9_000), deep],
    ['fewer names in names', '? '.repeat(200), /^n\.md:2: a name that is a table of tables \(/],
    ['names in names below a field', `a: ${'{? '.repeat(5)}x${'}'.repeat(5)}`, /^n\.md:2: a name that is a table of tables \(/],
    [
      'aliases',
      `a: &a [x]\n${Array.from({ length: 21 }, (_, n) => `f${n}: *a\n`).join('')}`,
      /^n\.md:23: .*too many aliases, more than 20 \(/,
    ],
    ['an alias of nothing', 'a: *b', /^n\.md:2: the alias \*b is of nothing above it \(/],
    ['a number of many digits', `title: ${'9'.repeat(400)}`, /^n\.md:2: a number that is too large .* \(quote it/],
    ['a number that no one can keep', 'tags: [12345678901234567890]', /^n\.md:2: a number that is too large/],
    ['a number that is none', 'title: .nan', /^n\.md:2: a number that is too large/],
  ])('%s', (_, yaml, problem) => {
    const { problems } = matterOf(`---\n${yaml}\n---\nTitle`)
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]))
    for (const one of problems) expect(one).not.toMatch(/call stack|string length/)
  })

  test.each([
    ['lists of lists', `a: ${'['.repeat(19)}${']'.repeat(19)}`],
    ['a table for a name', '{ a: b }: c'],
    ['twenty aliases', `a: &a x\nb: [${'*a, '.repeat(20)}]`],
    ['a list that holds itself', 'a: &a [*a]'],
    ['the greatest number', `a: ${Number.MAX_SAFE_INTEGER}`],
  ])('but not %s', (_, yaml) => {
    expect(matterOf(`---\n${yaml}\n---\nTitle`).problems).toEqual([])
  })

  test('a mistake that a line makes a thousand times is said once', () => {
    expect(matterOf(`---\na: [${','.repeat(1_000)}]\n---\nTitle`).problems).toHaveLength(1)
  })
})

test.each(['js', 'javascript', 'JS', 'coffee', 'cson', 'toml', 'json', 'hjson'])('front matter in %s is not evaluated', (language) => {
  const code = '(globalThis.evaluated = true, { title: "x" })'
  readFrontMatter('n.md', `---${language}\n${code}\n---\n`)
  readFrontMatter('n.md', `--- ${language}\n${code}\n---\n`)
  expect(globalThis).not.toHaveProperty('evaluated')
})

test('tags of YAML make nothing but data', () => {
  const { problems } = matterOf('---\na: !!js/function "globalThis.evaluated = true"\n__proto__: { polluted: true }\n---\nTitle')
  expect(problems).toEqual([])
  expect(globalThis).not.toHaveProperty('evaluated')
  expect({}).not.toHaveProperty('polluted')
})

describe('blank lines above front matter are none of it', () => {
  test('and lines are counted from the first of the file', () => {
    const { fields, body, bodyLine } = readFrontMatter('n.md', '\n  \n---\ntitle: T\n---\n글')
    expect([fields.get('title'), body, bodyLine]).toEqual([{ value: 'T', line: 4 }, '글', 6])
    expect(readFrontMatter('n.md', '\n---\na: [\n---\n글').problems.map(({ line }) => line)).toEqual([3])
  })

  test('but a rule below a blank line opens none', () => {
    expect(readFrontMatter('n.md', '\n---\nA Title\n---\n글').body).toBe('\n---\nA Title\n---\n글')
  })
})
