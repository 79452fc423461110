import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { catalogFrom } from './catalog-from.ts'
import { catalogue, day, entry, idA, read, recorded } from './recorded.ts'

describe('RFC 4151 §2.1: ids are tag URIs', () => {
  test.each([
    ['A Title: with marks!', 'a-title-with-marks', 'tag:notes.example,2024-06-10:a-title-with-marks'],
    ['ReST-MCTS*: Search', 'rest-mcts-search', 'tag:notes.example,2024-06-10:rest-mcts-search'],
    ['snake_case', 'snake_case', 'tag:notes.example,2024-06-10:snake_case'],
    ['정렬', '정렬', /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
    ['Café', 'café', /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
    ['!!!', /^x[0-9a-f]{16}$/, /^tag:notes\.example,2024-06-10:x[0-9a-f]{16}$/],
  ])('the title %s', (title, name, id) => {
    const [first] = catalogue(`2024-06-10\n${entry(title)}`).entries
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
        const { catalog } = read(text)
        if (catalog === null) return
        const { entries } = catalog
        for (const { id } of entries) expect(id).toMatch(/^tag:notes\.example,2024-06-(?:10|09):[a-z0-9_-]+$/)
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
        expect(new Set(entries.map(({ day, name }) => `${day}/${name}`)).size).toBe(entries.length)
      }),
      { numRuns: 200 },
    )
  })

  test('the same under another origin, in another file, in another order, with other tags', () => {
    const ids = (catalog: Catalog): readonly string[] => catalog.entries.map(({ id }) => id).toSorted()
    const one = catalogue(`2024-06-10\n${entry('A')}${entry('B')}`)
    const other = catalogFrom({ 'z.md': `2024-06-10\n${entry('B', { tags: '#u' })}${entry('A')}` }, '', {
      origin: 'http://localhost:1',
    }).catalog
    expect(ids(other)).toEqual(ids(one))
  })

  test('one title on two days gives two', () => {
    const { entries } = catalogue(`2024-06-10\n${entry('A')}2024-06-09\n${entry('A')}`)
    expect(entries.map(({ id }) => id)).toEqual(['tag:notes.example,2024-06-10:a', 'tag:notes.example,2024-06-09:a'])
  })
})

describe('one paper has one key, however its address is written', () => {
  test.each([
    ['https://arxiv.org/abs/2406.00001', 'https://arxiv.org/pdf/2406.00001v2'],
    ['https://arxiv.org/abs/2406.00001', 'https://doi.org/10.48550/arXiv.2406.00001'],
    ['https://doi.org/10.1145/ABC.123', 'https://dl.acm.org/doi/10.1145/abc.123'],
    ['https://www.a.example/p/', 'https://a.example/p'],
  ])('%s and %s', (one, other) => {
    const ledger = recorded(`${day}${entry('A', { link: one })}`)
    const edited = `2024-06-20\n${entry('Renamed', { link: other, text: '다른 글.' })}`
    expect(catalogue(edited, { ledger }).entries[0]?.id).toBe(idA)
  })

  test('another page of a site is another paper', () => {
    const ledger = recorded(`${day}${entry('A', { link: 'https://a.example/p?id=1' })}`)
    const other = `2024-06-20\n${entry('B', { link: 'https://a.example/p?id=2', text: '다른 글.' })}`
    expect(catalogue(other, { ledger }).entries[0]?.id).toBe('tag:notes.example,2024-06-20:b')
  })
})
