import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContentReading, decode, readContent } from '../../src/notes/content.ts'
import { isNotes } from '../../src/notes/ignored.ts'
import { formatProblem } from '../../src/notes/problem.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const siteText = '---\ntitle: 노트\nurl: https://notes.example\n---\n'

function contentOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  order: (paths: string[]) => string[] = (paths) => paths,
): ContentReading {
  const all: Readonly<Record<string, string | Uint8Array>> = { 'site.md': siteText, ...files }
  const listed = order(Object.keys(all)).map((path) => {
    const content = all[path] as string | Uint8Array
    return { path, bytes: typeof content === 'string' ? bytes(content) : content }
  })
  return readContent('content', listed, { origin: null, drafts: false })
}

describe('the files of a content folder', () => {
  test.each([
    ['a.md', true],
    ['a.txt', true],
    ['A.MD', true],
    ['2024/06/10.md', true],
    ['.hidden.md', false],
    ['.obsidian/a.md', false],
    ['a.markdown', false],
    ['md', false],
    ['a.md.bak', false],
  ])('%s is read: %s', (path, is) => {
    expect(isNotes(path)).toBe(is)
  })

  const names = ['Z.md', 'a.md', 'a/b.md', 'a0.md', 'é.md', 'é.md'.normalize('NFD'), '가.md', '～.md', '😀.txt', '10.md', '9.md']

  test('are read by code unit, however they are listed and whatever the locale', () => {
    const files = Object.fromEntries(names.map((name, index) => [name, `2024-06-10\nTitle ${index}\n본문\n#t`]))
    // UTF-16: 😀 begins with a surrogate, which comes before U+FF5E.
    const byUnit = names.map((name) => `content/${name}`).toSorted((a, b) => (a < b ? -1 : 1))
    expect(byUnit.indexOf('content/😀.txt')).toBeLessThan(byUnit.indexOf('content/～.md'))
    fc.assert(
      fc.property(fc.shuffledSubarray([...names, 'site.md'], { minLength: names.length + 1 }), (order) => {
        const { content, problems } = contentOf(files, () => order)
        expect(problems).toEqual([])
        expect(content?.entries.map(({ file }) => file)).toEqual(byUnit)
      }),
      { numRuns: 20 },
    )
  })

  test('bear the name of the folder in messages, where it has one', () => {
    const { problems } = readContent('', [{ path: 'a.md', bytes: bytes('Title\n본문') }], { origin: null, drafts: false })
    expect(problems.map(formatProblem).map((problem) => problem.split(': ')[0])).toEqual(['a.md:1', 'site.md:1'])
  })
})

describe('a file is UTF-8 text', () => {
  test.each([
    ['a byte order mark', '\ufeffTitle', 'Title'],
    ['carriage returns with line feeds', 'a\r\nb\r\n', 'a\nb\n'],
    ['carriage returns alone', 'a\rb', 'a\nb'],
  ])('%s is no part of it', (_, written, text) => {
    expect(decode('n.md', bytes(written))).toEqual({ text, problems: [] })
  })

  test.each([
    [1, [0xc3, 0x28, 0x0a, 0x41]],
    [2, [0x41, 0x0a, 0xff]],
    [3, [0xea, 0xb0, 0x80, 0x0a, 0x0a, 0xea, 0xb0, 0x0a, 0x41]],
    [2, [0x41, 0x0a, 0xb0, 0xa1, 0x0a, 0x42, 0x0a]],
    [1, [0xed, 0xa0, 0x80]],
    [1, [0xc0, 0xaf]],
  ])('bytes of no character are refused on line %i', (line, content) => {
    const { text, problems } = decode('n.md', Uint8Array.from(content))
    expect(text).toBeNull()
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(new RegExp(`^n\\.md:${line}: the file isn't UTF-8: .* \\(save it as UTF-8\\)$`)),
    ])
  })

  test('bytes of UTF-16 are refused as such', () => {
    expect(decode('n.md', Uint8Array.of(0xff, 0xfe, 0x41, 0x00)).problems.map(formatProblem)).toEqual([expect.stringMatching(/UTF-16/)])
  })

  test('a file that isn’t keeps no other file from being read', () => {
    const { content, problems } = contentOf({
      'a.md': Uint8Array.of(0xff),
      'b.md': '2024-06-31\nTitle\n본문',
      'c.md': '2024-06-10\nTitle\n(A\n본문',
      'd.md': '2024-06-10\nTitle\n본문',
    })
    expect(content?.entries.map(({ file }) => file)).toEqual(['content/d.md'])
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['content/a.md:1', 'content/b.md:1', 'content/c.md:3'])
  })

  test('characters that no feed may hold are left out, with a warning for each line', () => {
    const { text, problems } = decode('n.md', bytes('a\u0000b\nc\n\u001b[31m\ufffe'))
    expect(text).toBe('ab\nc\n[31m')
    expect(problems.map(({ severity, line }) => [severity, line])).toEqual([
      ['warning', 1],
      ['warning', 3],
    ])
  })
})

test('ignore in site.md takes the place of what is left out by default, and the number of such files is told', () => {
  const files = { 'README.md': '2024-06-10\nA\n본문', 'drafts/b.md': '2024-06-10\nB\n본문', 'drafts/x.png': '' }
  const site = (ignore: string): string => `---\ntitle: T\nurl: https://notes.example\n${ignore}---\n`
  const read = (ignore: string): readonly unknown[] => {
    const listed = Object.entries({ ...files, 'site.md': site(ignore) }).map(([path, text]) => ({ path, bytes: bytes(text) }))
    const { content, ignored } = readContent('content', listed, { origin: null, drafts: false })
    return [content?.entries.map(({ title }) => title), ignored]
  }
  expect(read('')).toEqual([['B'], 1])
  expect(read('ignore: drafts\n')).toEqual([['A'], 1])
  expect(read('ignore: []\n')).toEqual([['A', 'B'], 0])
})

test('a site without notes is a site', () => {
  expect(contentOf({})).toMatchObject({ content: { entries: [] }, problems: [] })
})

test('without site.md there is no site', () => {
  const { content, problems } = readContent('content', [], { origin: null, drafts: false })
  expect([content, problems.map(formatProblem)]).toEqual([null, [expect.stringMatching(/^content\/site\.md:1: there is no such file/)]])
})

test('all problems are reported at once, in the order of files and lines', () => {
  const { problems } = contentOf({
    'b.md': '2024-06-31\nA\n본문\n#t\n2024-06-10\n(B)\n본문\n#!!!\nC\n(D\n본문\n#t',
    'a.md': 'Title\n본문',
  })
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'content/a.md:1',
    'content/b.md:1',
    'content/b.md:6',
    'content/b.md:8',
    'content/b.md:10',
  ])
})

test('drafts stand apart, unless they are asked for', () => {
  const files = [
    { path: 'site.md', bytes: bytes(siteText) },
    { path: '240610 A.md', bytes: bytes('---\ndraft: true\nlink: https://a.example/\n---\n글.') },
    { path: 'b.md', bytes: bytes('2024-06-10\nB\ndraft: true\n글.\n#t\nC\ndraft: false\n글.\n#t') },
  ]
  const titles = (drafts: boolean): unknown => {
    const { content } = readContent('content', files, { origin: null, drafts })
    return [content?.entries, content?.drafts].map((notes) => notes?.map(({ title }) => title))
  }
  expect(titles(false)).toEqual([['C'], ['A', 'B']])
  expect(titles(true)).toEqual([['A', 'B', 'C'], []])
})

test('a field that many files have and nobody reads is said once', () => {
  const files = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`24061${number} T.md`, '---\ncitekey: x\n---\n글.\n#t']))
  expect(contentOf(files).problems.map(({ what }) => what)).toEqual(['the field citekey means nothing here, here and at 4 other places'])
})
