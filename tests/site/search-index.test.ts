import { readFileSync } from 'node:fs'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import { expect, test } from 'vitest'
import { unpacked } from '../../src/browser/finder.ts'
import { searchedFields, termsOf } from '../../src/browser/tokens.ts'
import { searchedTogether, searchIndexOf } from '../../src/site/search-index.ts'
import { ko } from '../../src/words/ko.ts'
import { entriesOf, entryWith } from '../browser/searched-entries.ts'

const entries = entriesOf(readFileSync(new URL('../../content/2024-06-10.md', import.meta.url), 'utf8'))

test('an index is what MiniSearch itself makes of the entries', () => {
  const index = searchIndexOf(ko, entries)
  const own = new MiniSearch({ fields: [...searchedFields], tokenize: termsOf, processTerm: (term) => term })
  for (const [id, { title, authors, tags, abstract, commentary }] of entries.entries()) {
    const text = [...abstract, ...commentary].map((block) => block.text).join('\n')
    own.add({ id, title, authors: authors.map(({ name }) => name).join('\n'), tags: tags.map(({ label }) => label).join('\n'), text })
  }
  const json = (value: AsPlainObject): AsPlainObject => JSON.parse(JSON.stringify(value))
  const byTerm = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1)
  const comparable = (value: AsPlainObject): object => ({
    ...value,
    index: value.index.toSorted(byTerm),
    averageFieldLength: value.averageFieldLength.map((average) => Math.round(average * 1e6)),
    storedFields: {},
  })
  expect(comparable(json(unpacked(index)))).toEqual(comparable(json(own.toJSON())))
})

test('the same entries have the same index', () => {
  expect(JSON.stringify(searchIndexOf(ko, entries))).toBe(JSON.stringify(searchIndexOf(ko, entries)))
})

test('an index holds 500 entries; a full one stays as it is when entries are added', () => {
  const many = Array.from({ length: 1210 }, (_, index) => entryWith(1210 - index, `글 ${index % 7}`))
  const [before, after] = [searchedTogether(many.slice(150)), searchedTogether(many)]
  expect(before.map(({ length }) => length)).toEqual([500, 500, 60])
  expect(after.map(({ length }) => length)).toEqual([500, 500, 210])
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
  expect(after.toReversed().flat()).toEqual(many)
  expect(searchedTogether([])).toEqual([])
})
