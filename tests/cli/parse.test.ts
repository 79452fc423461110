import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { called } from './called.ts'
import { content } from './folders.ts'

test('parse prints the entries as JSON in the documented shape', async () => {
  const from = content({
    'a.md': '2024-06-10\nTitle\n(Ada Lovelace)\nhttps://arxiv.org/abs/2406.00001\nAn abstract.\n**논평**은 길다.\n#tag\n',
  })
  const { status, stdout } = await called(['parse', join(from, 'a.md')])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    {
      file: join(from, 'a.md'),
      line: 2,
      kind: 'day',
      date: '2024-06-10',
      title: 'Title',
      authors: ['Ada Lovelace'],
      tags: ['tag'],
      links: ['https://arxiv.org/abs/2406.00001'],
      abstract: ['An abstract.'],
      commentary: ['**논평**은 길다.'],
    },
  ])
})

test('parse --explain prints what each line was taken for, and why', async () => {
  const from = content({ '240610 A Title.md': 'https://a.example/\n<!-- 나중에 -->\nA Title (Ada Lovelace)\n\n논평.\n#t\n' })
  const { status, stdout } = await called(['parse', '--explain', join(from, '240610 A Title.md')])
  expect([status, stdout.replace(from, '').trimEnd().split('\n')]).toEqual([
    0,
    [
      '/240610 A Title.md: paper, since its name holds a title, and there is one date',
      '1  link        https://a.example/  (an address alone on its line, in the head of the entry)',
      '2  comment     <!-- 나중에 -->  (it stands between the marks of a comment, and is left out)',
      '3  title       A Title (Ada Lovelace)  (authors stand behind it)',
      '5  commentary  논평.  (text of the entry)',
      '6  tags        #t  (nothing but words with a #)',
    ],
  ])
})

test('parse --site reads notes by the rules and in the language of a site.md', async () => {
  const from = content({
    'site.md': '\ufeff---\ntitle: T\nurl: https://a.example\nlanguage: en\nlabels: { authors: [Writers] }\n---\n',
    'a.md': '2024-06-10\nTitle\nWriters: Ada Lovelace\nA remark.\n#tag\n',
  })
  const { stdout } = await called(['parse', '--site', join(from, 'site.md'), join(from, 'a.md')])
  expect(JSON.parse(stdout)).toMatchObject([{ authors: ['Ada Lovelace'], abstract: [], commentary: ['A remark.'] }])
  writeFileSync(join(from, 'utf-16.md'), Buffer.from([0xff, 0xfe, 0x2d, 0x00]))
  expect((await called(['parse', '--site', join(from, 'utf-16.md'), join(from, 'a.md')])).stderr).toMatch(
    /utf-16\.md:1: the file is UTF-16/,
  )
  expect((await called(['parse', '--site', 'missing.md', join(from, 'a.md')])).stderr).toMatch(/^--site missing\.md: no such file \(/)
})

test('for a site in another language, paragraphs in its language are commentary', async () => {
  const from = content({ 'a.md': '2024-06-10\nTitle\nA remark.\n#tag\n' })
  const read = async (...options: readonly string[]): Promise<unknown> => {
    const [{ abstract, commentary }] = JSON.parse((await called(['parse', ...options, join(from, 'a.md')])).stdout)
    return { abstract, commentary }
  }
  expect(await read()).toEqual({ abstract: ['A remark.'], commentary: [] })
  expect(await read('--language', 'en')).toEqual({ abstract: [], commentary: ['A remark.'] })
})

/** The titles of the entries that were printed. */
const titlesOf = (stdout: string): readonly string[] => JSON.parse(stdout).map(({ title }: { title: string }) => title)

test('parse exits 1 with the problems on standard error, clashes among them, and prints what reads', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n본문.\n#c #c*\nA!\n본문.\n#t\n' })
  const { status, stdout, stderr } = await called(['parse', join(from, 'a.md')])
  expect([status, titlesOf(stdout)]).toEqual([1, ['A', 'A!']])
  expect(stderr.trim().split('\n')).toHaveLength(2)
})

test('one bad file hides no good one: its problems go to standard error, the entries of the others to standard output', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n본문.\n#t\n(unbalanced\n', 'b.md': '2024-06-11\nB\n본문.\n#t\n' })
  const { status, stdout, stderr } = await called(['parse', join(from, 'a.md'), join(from, 'b.md')])
  expect([status, titlesOf(stdout)]).toEqual([1, ['B']])
  expect(stderr).toMatch(/^.*\/a\.md:5: .*\n$/)
})

test.each([
  [['tests'], 1, 'tests: a folder, not a file'],
  [['missing.md'], 2, 'missing\\.md: no such file'],
  [[], 2, 'no file to parse'],
  [['--language', '한국어', 'README.md'], 2, '--language 한국어: not a language tag'],
])('%j is refused in one line with a cure', async (args, expected, what) => {
  const { status, stderr } = await called(['parse', ...args])
  expect([status, stderr]).toEqual([expected, expect.stringMatching(new RegExp(`^${what} \\(.*\\)\\n$`))])
})
