import { describe, expect, test } from 'vitest'
import { catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import { readAuthors } from '../../src/notes/authors.ts'
import { openedFence, readBlocks } from '../../src/notes/blocks.ts'
import { readContent } from '../../src/notes/content.ts'
import { readFrontMatter } from '../../src/notes/front-matter.ts'
import { readTagLine } from '../../src/notes/tag-line.ts'
import { matter, read } from './read.ts'
import { stepsToRead } from './steps.ts'

// Two measures, and no clock. JavaScript's steps are counted: twice the input may take twice the steps, where a quadratic
// loop takes four times as many. What an expression does inside the engine can't be counted. So it is given lines of such
// a length that linear time is a few milliseconds and quadratic time many minutes.

const units = [
  '*',
  '**',
  '_',
  '[',
  '](',
  '(',
  ')',
  '$',
  '$x',
  '`',
  '#',
  '# ',
  '> ',
  '- ',
  '|',
  '| - ',
  'https://',
  'https://a.b/ ',
  ' ',
  '~',
  '~~',
  '<',
  '&',
  '\\',
  '[[',
  ']]',
  '![',
  'a@',
  '가',
  '**가',
  'a*',
  '![a](',
  '&#',
  ':',
  '. ',
  ', ',
  '　',
  "'",
  '$$',
  '[a](',
  '2024',
  '%%',
  '<!--a-->',
  '-->',
  '[!a]',
  'A B, ',
  '**a**: ',
  '#a',
  '\u200b',
]

const lines = [
  '',
  '본문',
  '```',
  '```x',
  '> quoted',
  '- item',
  '$$',
  '| a |',
  '### heading',
  '---',
  '2024-06-10',
  '(Ada Lovelace, Alan Turing)',
  'https://a.example/',
  '#a',
  'Title\n#a',
  'Authors: Ada Lovelace',
  '저자\n* 김연구',
  '**소속**: 대학\n- 항목',
  '> [!cite]\n> Authors:: Ada Lovelace',
  '[paper](https://a.example/)',
  '<!-- x -->',
  '%%\n%%',
  '<english>\n</english>',
  '# A\nhttps://a.example/',
  '# A\n## B\n#a',
  '## B\n# A',
  '## Paper',
  'Title (Ada Lovelace, Alan Turing)',
  '글 #a',
  '[a]: https://a.example/',
  'abstract: x',
]

/** Notes with a long line in every place that reads a line in its own way; last where it might open a fence. */
function withLongLine(line: string): string {
  return `2024-06-10\nTitle\n(${line}\n본문\n> ${line}x\n# a${line}b\n| a |\n|-${line}-x\n#t\n${line}\n본문\n#t`
}

describe('twice the notes take twice the steps to read', async () => {
  const cases = [
    ...units.map((unit) => ({
      name: `a line of ${JSON.stringify(unit)}`,
      textOf: (size: number) => withLongLine(unit.repeat(size / unit.length)),
    })),
    ...lines.map((line) => ({
      name: `lines of ${JSON.stringify(line)}`,
      textOf: (size: number) => `2024-06-10\nTitle\n본문\n${`${line}\n`.repeat(size / 4)}`,
    })),
  ]
  // Both are beyond any length at which a line begins to be read in another way.
  const steps = await stepsToRead(cases.flatMap(({ textOf }) => [textOf(1_100), textOf(2_200)]))

  test.each(cases.map(({ name }, index) => ({ name, once: steps[2 * index] as number, twice: steps[2 * index + 1] as number })))(
    '$name',
    ({ once, twice }) => {
      expect(twice / once).toBeGreaterThan(1.2)
      expect(twice / once).toBeLessThan(2.2)
    },
  )
})

describe('a line of 400,000 characters that some expression repeats is matched in linear time', () => {
  test.each([' ', '\u200b', '#', '# ', '#a', '`', '~', '-', ':', '(', ')', ', ', '. ', '… ', '*', '$', 'https://'])('%j', (unit) => {
    const line = unit.repeat(400_000 / unit.length)
    expect(read(`2024-06-10\n${line}x\n본문\n# a${line}b\n본문\n#t`, 'n.md')).toBeDefined()
    for (const text of [`(${line}`, `(Ada)${line}`, `${line})`]) readAuthors(text)
    for (const text of [`Tags:${line}x`, `#t${line}x`]) readTagLine(text)
    openedFence(`${line}\``)
    readFrontMatter('n.md', `---${line}x y`)
  })
})

describe('so is a block that begins with such a line', () => {
  test.each([' ', '#', '-', '- ', '|', ':', '. '])('%j', (unit) => {
    const line = unit.repeat(400_000 / unit.length)
    const texts = [`### ${line}x\u2028y`, `- ${line}x`, `> [!a]${line}x`, '| a |', `|-${line}-x`]
    expect(
      readBlocks(
        texts.map((text, index) => ({ text, number: index + 1 })),
        { site: 'ko', latin: 'en', origin: 'https://notes.example' },
      ),
    ).toHaveLength(texts.length)
  })
})

describe('lines that took quadratic time once', () => {
  const many = 500_000
  test.each([
    ['stars behind an author', `2024-06-10\nTitle\n(주의: ${'*'.repeat(60)} 참고)\n#t`],
    ['stars behind authors', `2024-06-10\nTitle\n(Ada, B${'*'.repeat(many / 10)} wow)\n#t`],
    ['labels deep in a text', `2024-06-10\n# T\nhttps://a.example/\n## x\n${'Keywords: a\n글.\n'.repeat(many / 20)}`],
    ['a labelled abstract', `2024-06-10\nT\n초록:\n${'a '.repeat(many / 4)}\n${'b c d.\n'.repeat(many / 20)}`],
    ['dates among sections', `2024-06-10\n# T\n${'\n'.repeat(many / 2)}글\n${'## 2024-06-10\n'.repeat(many / 20)}`],
    ['per cents behind spaces', `2024-06-10\nT\n${' '.repeat(many / 2)}${'x%%'.repeat(many / 8)}`],
    ['a heading of spaces with a line separator in it', `2024-06-10\n# ${' '.repeat(many)}x\u2028y\n본문\n#t`],
    ['a fence of tildes with a backtick behind them', `2024-06-10\nTitle\n본문\n${'~'.repeat(many)}\`\n#t`],
    ['spaces behind the hyphens that open front matter', `---${' '.repeat(many)}x y\n`],
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

describe('a file may hold more than a call may have arguments:', () => {
  const most = 20_000

  /** Does the work so deep in the stack that a call there can't have {@link most} arguments. */
  function withShortStack(work: () => void, ...padding: readonly null[]): void {
    try {
      Math.max(...Array<number>(most))
    } catch {
      return work()
    }
    withShortStack(work, ...Array<null>(Math.max(padding.length, 500)))
  }

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const site = { path: 'site.md', bytes: bytes(matter('title: T', 'url: https://notes.example')) }
  const readAll = (text: string): ReturnType<typeof readContent> =>
    readContent('content', [site, { path: 'n.md', bytes: bytes(`2024-06-10\n${text}`) }], { origin: null, drafts: false })

  /** A day may hold a thousand entries. */
  const dateAbove = (index: number): string => (index % 1_000 === 0 ? `2024-07-${10 + index / 1_000}\n` : '')

  test('entries', () => {
    const text = Array.from({ length: most }, (_, index) => `${dateAbove(index)}T${index}\n#t\n`).join('')
    withShortStack(() => {
      const { content } = readAll(text)
      expect(content?.entries).toHaveLength(most)
      if (content !== null) expect(catalogOf(content.site, content.entries, noLedger).catalog?.entries).toHaveLength(most)
    })
  })

  test('problems', () => {
    const text = Array.from({ length: most }, (_, index) => `${dateAbove(index)}T\n(A\n#t\n`).join('')
    withShortStack(() => expect(readAll(text).problems).toHaveLength(most))
  })

  test.each([' ', ''])('tags with %j between them', (separator) => {
    const tags = Array.from({ length: most }, (_, index) => `#t${index}`)
    withShortStack(() => expect(read(`2024-06-10\nTitle\n${tags.join(separator)}`).entries[0]?.tags).toHaveLength(most))
  })
})
