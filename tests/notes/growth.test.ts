import { describe, expect, test } from 'vitest'
import { catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { read } from './read.ts'

// Each of these took time by the square of its length once, or by a power of two. At these lengths that is hours, so
// that no clock has to tell it from linear time.

describe('lines that were quadratic', () => {
  const many = 1_000_000
  test.each([
    ['a heading of spaces with a line separator in it', `2024-06-10\n# ${' '.repeat(many)}x\u2028y\n본문\n#t`],
    ['a fence of tildes with a backtick behind them', `2024-06-10\nTitle\n본문\n${'~'.repeat(many)}\`\n#t`],
    ['blank lines in front matter', `---\n${'\n'.repeat(many)}---\nTitle`],
    ['fields of front matter', `---\n${Array.from({ length: many / 10 }, (_, index) => `f${index}: 1\n`).join('')}---\nTitle`],
    ['marks on one letter of a tag', `2024-06-10\nTitle\n본문\n#a${'\u0301\u0323'.repeat(many)}`],
    ['marks on one letter of an author', `2024-06-10\nTitle\n(Ada, B${'\u0301\u0323'.repeat(many)})\n본문\n#t`],
    ['authors', `2024-06-10\nTitle\n(${'Ada Lovelace, '.repeat(many / 10)})\n본문\n#t`],
    ['suffixes of one author', `2024-06-10\nTitle\n(Ada${', Jr.'.repeat(many / 10)})\n본문\n#t`],
    ['cells of a table’s header', `2024-06-10\nTitle\n본문\n${'|a'.repeat(many / 10)}|\n${'|-'.repeat(many / 10)}|\n|b|\n#t`],
    ['addresses on one line', `2024-06-10\nTitle\n본문\n${'https://a.example/,'.repeat(many / 20)}\n#t`],
  ])('%s', (_, text) => {
    expect(read(text, 'content/n.md')).toBeDefined()
  })
})

test.each(['\\hat{', '\\stackrel{a}{', '\\begin{matrix}', '{1+'])('a formula nested a hundred times: %s', (open) => {
  const close = open.startsWith('\\begin') ? '\\end{matrix}' : open === '{1+' ? '}^2' : '}'
  const formula = `$${open.repeat(70)}x${close.repeat(70)}$`
  expect(read(`2024-06-10\n${formula}\n본문\n${formula}\n#t`, 'content/n.md').entries).toHaveLength(1)
})

test('a file may hold more entries, problems and tags than a call may have arguments', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const readAll = (text: string): ReturnType<typeof readContent> =>
    readContent(
      'content',
      [
        { path: 'site.md', bytes: bytes('---\ntitle: T\nurl: https://notes.example\n---\n') },
        { path: 'n.md', bytes: bytes(`2024-06-10\n${text}`) },
      ],
      null,
    )
  const count = 200_000
  const { content } = readAll(Array.from({ length: count }, (_, index) => `T${index}\n#t\n`).join(''))
  expect(content?.entries).toHaveLength(count)
  if (content !== null) expect(catalogOf(content.site, content.entries, noLedger).catalog?.entries).toHaveLength(count)
  expect(readAll('T\n(A\n#t\n'.repeat(count)).problems).toHaveLength(count)
  const tags = Array.from({ length: count }, (_, index) => `#t${index}`)
  expect(read(`2024-06-10\nTitle\n${tags.join(' ')}`).entries[0]?.tags).toHaveLength(count)
  expect(read(`2024-06-10\nTitle\n${tags.join('')}`).entries[0]?.tags).toHaveLength(count)
})
