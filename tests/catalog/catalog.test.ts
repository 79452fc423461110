import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Catalog, catalogOf, channelsOfKind, noLedger } from '../../src/catalog/catalog.ts'
import { readContent } from '../../src/notes/content.ts'
import { formatProblem } from '../../src/notes/problem.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

type Files = Readonly<Record<string, string>>

/** The catalog of a folder, and what is wrong with it. */
function read(
  files: Files,
  site = '',
  origin: string | null = null,
): { readonly catalog: Catalog | null; readonly problems: readonly string[] } {
  const siteFile = { path: 'site.md', bytes: bytes(`---\ntitle: 노트\nurl: https://notes.example\n${site}\n---\n`) }
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) }))
  const { content, problems } = readContent('content', [...listed, siteFile], origin)
  if (content === null) throw new Error(problems.map(formatProblem).join('; '))
  const reading = catalogOf(content.site, content.entries, noLedger)
  return { catalog: reading.catalog, problems: reading.problems.map(formatProblem) }
}

function catalogue(files: Files, site?: string, origin?: string): Catalog {
  const { catalog, problems } = read(files, site, origin ?? null)
  if (catalog === null) throw new Error(problems.join('; '))
  return catalog
}

/** The channels of tags: label, slug, titles. */
const tagsOf = (made: Catalog): readonly unknown[][] =>
  channelsOfKind(made, 'tag').map(({ key, name, entries }) => [name, key.slug, titles(entries)])

const titles = (entries: readonly { readonly title: string }[]): readonly string[] => entries.map(({ title }) => title)
const entry = (title: string, tags = '#t'): string => `${title}\n본문\n${tags}\n`

describe('one order of all entries', () => {
  const files = {
    'b.md': `2024-06-10\n${entry('B1')}${entry('B2')}2024-06-12\n${entry('B3')}`,
    'a.md': `2024-06-10\n${entry('A1')}2024-06-11\n${entry('A2')}2024-06-10\n${entry('A3')}`,
    'Z.md': `2024-06-10\n${entry('Z1')}`,
  }

  test('newest day first; within a day as the notes have it, files by code unit', () => {
    const { entries, days } = catalogue(files)
    expect(titles(entries)).toEqual(['B3', 'A2', 'Z1', 'A1', 'A3', 'B1', 'B2'])
    expect(days.map(({ day, entries: ofDay }) => [day, titles(ofDay)])).toEqual([
      ['2024-06-12', ['B3']],
      ['2024-06-11', ['A2']],
      ['2024-06-10', ['Z1', 'A1', 'A3', 'B1', 'B2']],
    ])
  })

  test('is that of `published`, which is noon UTC less a second for each entry above it', () => {
    const { entries } = catalogue(files)
    expect(entries.map(({ published }) => published.toISOString())).toEqual([
      '2024-06-12T12:00:00.000Z',
      '2024-06-11T12:00:00.000Z',
      '2024-06-10T12:00:00.000Z',
      '2024-06-10T11:59:59.000Z',
      '2024-06-10T11:59:58.000Z',
      '2024-06-10T11:59:57.000Z',
      '2024-06-10T11:59:56.000Z',
    ])
    for (const { published, updated } of entries) expect(updated).toEqual(published)
  })

  test('does not depend on how the files are listed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(files), { minLength: 3 }), (order) => {
        expect(catalogue(Object.fromEntries(order.map((path) => [path, files[path as keyof typeof files]])))).toEqual(catalogue(files))
      }),
      { numRuns: 10 },
    )
  })
})

describe('RFC 4151 §2.1: ids are tag URIs', () => {
  test.each([
    ['A Title: with marks!', 'a-title-with-marks', 'tag:notes.example,2024-06-10:a-title-with-marks'],
    ['ReST-MCTS*: Search', 'rest-mcts-search', 'tag:notes.example,2024-06-10:rest-mcts-search'],
    ['snake_case', 'snake_case', 'tag:notes.example,2024-06-10:snake_case'],
    ['정렬', '정렬', /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
    ['Café', 'café', /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
    ['!!!', /^x[0-9a-f]{16}$/, /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
  ])('of %s', (title, name, id) => {
    const [first] = catalogue({ 'a.md': `2024-06-10\n${entry(title)}` }).entries
    for (const [value, expected] of [
      [first?.name, name],
      [first?.id, id],
    ] as const) {
      if (typeof expected === 'string') expect(value).toBe(expected)
      else expect(value).toMatch(expected)
    }
  })

  test('in ASCII, and no two alike, nor two permalinks, whatever the titles', () => {
    const title = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('A', 'a', 'B!', '정렬', '정렬'.normalize('NFD'), '!!', '??', 'x', 'Ａ'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(title, fc.constantFrom('2024-06-10', '2024-06-09')), { minLength: 1, maxLength: 8 }), (written) => {
        const text = written.map(([one, day]) => `${day}\n# T${one.replace(/[\s\p{C}]/gu, '')}\n본문\n#t\n`).join('')
        const { catalog } = read({ 'a.md': text })
        if (catalog === null) return
        const { entries } = catalog
        for (const { id } of entries) expect(id).toMatch(/^tag:notes\.example,2024-06-(?:10|09):[a-z0-9_-]+$/)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
        expect(new Set(entries.map(({ day, name }) => `${day}/${name}`)).size).toBe(entries.length)
      }),
      { numRuns: 500 },
    )
  })

  test('the same under another origin, in another file, in another order, with other tags', () => {
    const ids = (catalog: Catalog): readonly string[] => catalog.entries.map(({ id }) => id).toSorted()
    const one = catalogue({ 'a.md': `2024-06-10\n${entry('A')}${entry('B')}` })
    const other = catalogue({ 'z.md': `2024-06-10\n${entry('B', '#u')}${entry('A')}` }, '', 'http://localhost:1')
    expect(ids(other)).toEqual(ids(one))
  })

  test('one title on two days gives two', () => {
    const { entries } = catalogue({ 'a.md': `2024-06-10\n${entry('A')}2024-06-09\n${entry('A')}` })
    expect(entries.map(({ id }) => id)).toEqual(['tag:notes.example,2024-06-10:a', 'tag:notes.example,2024-06-09:a'])
  })
})

describe('two things never share an address', () => {
  test.each([
    [
      'two titles of a day',
      `${entry('A b')}${entry('A: B!')}`,
      /^content\/a\.md:5: .* \/2024-06-10\/a-b\/ .* content\/a\.md:2 \(give one of them another title/,
    ],
    ['the same title without letters', `${entry('\\#!')}${entry('\\#!')}`, /^content\/a\.md:5: .* would share the address/],
    [
      'two labels',
      `${entry('A', '#c')}${entry('B', '#c++')}`,
      /^content\/a\.md:7: #c\+\+ would share .* #c \(content\/a\.md:4\) \(.*aliases: \{ "c\+\+": "c" \}/,
    ],
    ['labels of one entry', entry('A', '#node.js #node-js'), /^content\/a\.md:4: #node-js would share .* #node\.js/],
    ['labels of two widths', entry('A', '#LLM #ＬＬＭ'), /^content\/a\.md:4: #ＬＬＭ would share .* #LLM/],
  ])('%s are refused with their lines and the cure', (_, text, problem) => {
    expect(read({ 'a.md': `2024-06-10\n${text}` })).toEqual({ catalog: null, problems: [expect.stringMatching(problem)] })
  })

  test('each clash is named once, all of them at once', () => {
    const { problems } = read({ 'a.md': `2024-06-10\n${entry('A', '#c')}${entry('A', '#c++')}${entry('A', '#c++ #c#')}` })
    expect(problems.map((problem) => problem.split(': ')[0])).toEqual([
      'content/a.md:7',
      'content/a.md:10',
      'content/a.md:5',
      'content/a.md:8',
    ])
  })

  test('the cure cures', () => {
    const tags = tagsOf(catalogue({ 'a.md': `2024-06-10\n${entry('A', '#c')}${entry('B', '#c++')}` }, 'aliases: { "c++": "c" }'))
    expect(tags).toEqual([['c', 'c', ['A', 'B']]])
  })
})

describe('tags', () => {
  test('compare without regard to case and form; the label is as first written', () => {
    const text = `2024-06-10\n${entry('A', '#LLM #정렬')}${entry('B', `#llm #${'정렬'.normalize('NFD')}`)}`
    expect(tagsOf(catalogue({ 'a.md': text }))).toEqual([
      ['LLM', 'llm', ['A', 'B']],
      ['정렬', '정렬', ['A', 'B']],
    ])
  })

  test('first is in the oldest entry, so that a new one renames nothing', () => {
    const tags = tagsOf(catalogue({ 'a.md': `2024-06-12\n${entry('B', '#llm')}`, 'b.md': `2024-06-10\n${entry('A', '#LLM')}` }))
    expect(tags).toEqual([['LLM', 'llm', ['B', 'A']]])
  })

  test('stand by slug, by code unit; in an entry as written', () => {
    const made = catalogue({ 'a.md': `2024-06-10\n${entry('A', '#zeta #Éclair #alpha #정렬 #10 #9')}` })
    expect(tagsOf(made).map(([, slug]) => slug)).toEqual(['10', '9', 'alpha', 'zeta', 'éclair', '정렬'])
    expect(made.entries[0]?.tags.map(({ label }) => label)).toEqual(['zeta', 'Éclair', 'alpha', '정렬', '10', '9'])
  })

  test('an alias is the tag it means, once an entry; its address leads there', () => {
    const site = 'aliases: { object_detection: Object Detection, "#LM": llm, unused: nowhere, llm2: llm }'
    const made = catalogue({ 'a.md': `2024-06-10\n${entry('A', '#Object_Detection #LM #llm #lm')}` }, site)
    expect(made.entries[0]?.tags).toEqual([
      { label: 'Object Detection', slug: 'object-detection' },
      { label: 'llm', slug: 'llm' },
    ])
    expect(tagsOf(made).map(([, slug]) => slug)).toEqual(['llm', 'object-detection'])
    expect([...made.aliases]).toEqual([
      ['object_detection', 'object-detection'],
      ['lm', 'llm'],
      ['llm2', 'llm'],
    ])
  })
})
