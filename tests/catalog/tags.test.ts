import { describe, expect, test } from 'vitest'
import { type Catalog, channelsOfKind } from '../../src/catalog/catalog.ts'
import { catalogue, entry, problemsOf, read } from './recorded.ts'

/** The channels of tags: label, slug, titles. */
const tagsOf = (catalog: Catalog): readonly unknown[][] =>
  channelsOfKind(catalog, 'tag').map(({ key, name, entries }) => [name, key.slug, entries.map(({ title }) => title)])

describe('tags', () => {
  test('compare without regard to case and form; the label is as first written', () => {
    const text = `2024-06-10\n${entry('A', { tags: '#LLM #정렬' })}${entry('B', { tags: `#llm #${'정렬'.normalize('NFD')}` })}`
    expect(tagsOf(catalogue(text))).toEqual([
      ['LLM', 'llm', ['A', 'B']],
      ['정렬', '정렬', ['A', 'B']],
    ])
  })

  test('first is in the oldest entry, so that a new one renames nothing', () => {
    const tags = tagsOf(
      catalogue({ 'a.md': `2024-06-12\n${entry('B', { tags: '#llm' })}`, 'b.md': `2024-06-10\n${entry('A', { tags: '#LLM' })}` }),
    )
    expect(tags).toEqual([['LLM', 'llm', ['B', 'A']]])
  })

  test('stand by slug, by code unit; in an entry as written', () => {
    const made = catalogue(`2024-06-10\n${entry('A', { tags: '#zeta #Éclair #alpha #정렬 #10 #9' })}`)
    expect(tagsOf(made).map(([, slug]) => slug)).toEqual(['10', '9', 'alpha', 'zeta', 'éclair', '정렬'])
    expect(made.entries[0]?.tags.map(({ label }) => label)).toEqual(['zeta', 'Éclair', 'alpha', '정렬', '10', '9'])
  })

  test('an alias is the tag it means, once an entry; its address leads there', () => {
    const site = 'aliases: { object_detection: Object Detection, "#LM": llm, unused: nowhere, llm2: llm }'
    const made = catalogue(`2024-06-10\n${entry('A', { tags: '#Object_Detection #LM #llm #lm' })}`, { site })
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

test('languages that differ in signs alone have addresses of their own', () => {
  const tags = tagsOf(catalogue(`2024-06-10\n${entry('A', { tags: '#c #c++ #c# #.net' })}`))
  expect(tags).toEqual([
    ['c', 'c', ['A']],
    ['c++', 'cpp', ['A']],
    ['c#', 'csharp', ['A']],
    ['.net', 'dotnet', ['A']],
  ])
})

describe('site.md chooses the address of a tag', () => {
  test('whatever it is, and its own slug leads there', () => {
    const made = catalogue(`2024-06-10\n${entry('A', { tags: '#정렬 #C#' })}`, { site: 'slugs: { "#정렬": alignment, c#: c-sharp }' })
    expect(tagsOf(made)).toEqual([
      ['정렬', 'alignment', ['A']],
      ['C#', 'c-sharp', ['A']],
    ])
    expect([...made.aliases]).toEqual([
      ['정렬', 'alignment'],
      ['csharp', 'c-sharp'],
    ])
  })

  test('but not two tags’ the same', () => {
    const text = `2024-06-10\n${entry('A', { tags: '#a #b' })}`
    expect(problemsOf(text, { site: 'slugs: { a: b }' })).toEqual([expect.stringMatching(/#b would share the address \/tags\/b\/ with #a/)])
  })

  test('also where an alias leads to it', () => {
    const made = catalogue(`2024-06-10\n${entry('A', { tags: '#cc' })}`, { site: 'slugs: { c++: cxx }\naliases: { cc: c++ }' })
    expect(tagsOf(made)).toEqual([['c++', 'cxx', ['A']]])
    expect(made.aliases.get('cc')).toBe('cxx')
  })
})

describe('the cure cures', () => {
  const text = `2024-06-10\n${entry('A', { tags: '#node.js' })}${entry('B', { tags: '#node-js' })}`
  test.each([
    ['aliases: { "node-js": "node.js" }', [['node.js', 'node-js', ['A', 'B']]]],
    [
      'slugs: { "node-js": node-2 }',
      [
        ['node-js', 'node-2', ['B']],
        ['node.js', 'node-js', ['A']],
      ],
    ],
  ])('%s', (site, tags) => {
    expect(tagsOf(catalogue(text, { site }))).toEqual(tags)
  })
})

describe('two tags never share an address', () => {
  test.each([
    [
      'two labels',
      `${entry('A', { tags: '#c' })}${entry('B', { tags: '#c*' })}`,
      /^content\/a\.md:7: #c\* would share .* #c \(content\/a\.md:4\) \(.*aliases: \{ "c\*": "c" \}.*slugs: \{ "c\*": … \}/,
    ],
    ['labels of one entry', entry('A', { tags: '#node.js #node-js' }), /^content\/a\.md:4: #node-js would share .* #node\.js/],
    ['labels of two widths', entry('A', { tags: '#LLM #ＬＬＭ' }), /^content\/a\.md:4: #ＬＬＭ would share .* #LLM/],
  ])('%s are refused with their lines and the cure', (_, text, problem) => {
    expect(read(`2024-06-10\n${text}`).catalog).toBeNull()
    expect(problemsOf(`2024-06-10\n${text}`)).toEqual([expect.stringMatching(problem)])
  })
})
