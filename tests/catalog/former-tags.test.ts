import { describe, expect, test } from 'vitest'
import { type Catalog, channelsOfKind } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { isUpToDate } from '../../src/catalog/next-ledger.ts'
import { movedFolders } from '../../src/site/redirects.ts'
import { catalogue, entry, later, now, problemsOf, recorded } from './recorded.ts'

/** A ledger from when every sign was a hyphen: `#c++` was recorded as `c`. */
function withFormerSlugs(ledger: Ledger, formers: Readonly<Record<string, string>>): Ledger {
  return { ...ledger, records: ledger.records.map((record) => ({ ...record, tags: record.tags.map((slug) => formers[slug] ?? slug) })) }
}

const a = entry('A', { tags: '#c++' })
const b = entry('B', { tags: '#c++' })
const cpp = `2024-06-10\n${a}${b}`
const ledger = withFormerSlugs(recorded(cpp), { cpp: 'c' })
const withC = `2024-06-11\n${entry('C', { tags: '#c' })}${cpp}`
const chosen = 'slugs: { c: c-language }'
/** Of two items the second, since it is higher in the notes, was removed. */
const lost = [{ entry: { title: 'B' } }, { entry: null, changed: later }]

const tagSlugs = (catalog: Catalog): readonly string[] => channelsOfKind(catalog, 'tag').map(({ key }) => key.slug)
const channel = (catalog: Catalog, slug: string): unknown => channelsOfKind(catalog, 'tag').find(({ key }) => key.slug === slug)

describe('a tag that was recorded under another address', () => {
  test('has its own now, and the former one leads there for ever', () => {
    const first = catalogue(cpp, { ledger, now: later })
    expect([tagSlugs(first), [...first.aliases], first.removed.goneChannels]).toEqual([['cpp'], [['c', 'cpp']], []])
    expect(movedFolders(first)).toEqual({ '/tags/c/': '/tags/cpp/' })
    const next = recorded(`2024-06-10\n${b}`, { ledger: recorded(cpp, { ledger, now: later }), now: later })
    expect([...catalogue(`2024-06-10\n${b}`, { ledger: next }).aliases]).toEqual([['c', 'cpp']])
  })

  test('keeps its history: items, removals and dates', () => {
    const rest = `2024-06-10\n${b}`
    const told = (given: Ledger, notes: string): unknown => channel(catalogue(notes, { ledger: given, now: later }), 'cpp')
    const removal = recorded(rest, { ledger, now: later })
    expect(told(ledger, cpp)).toMatchObject({ sequence: [{ changed: now }, { changed: now }], changed: now })
    expect(told(removal, rest)).toMatchObject({ sequence: lost, changed: later, tombstones: [{ removed: later }] })
  })

  test('keeps the removals from before, whose records know the former address alone', () => {
    const rest = `2024-06-10\n${b}`
    const removed = withFormerSlugs(recorded(rest, { ledger: recorded(cpp), now: later }), { cpp: 'c' })
    expect(channel(catalogue(rest, { ledger: removed, now: later }), 'cpp')).toMatchObject({ sequence: lost })
  })

  test('revises no entry, and is no change that waits to be recorded; its record learns the address all the same', () => {
    const next = recorded(cpp, { ledger, now: later })
    expect(isUpToDate(ledger, next)).toBe(true)
    expect(next.records).toEqual(ledger.records.map((record) => ({ ...record, tags: ['c', 'cpp'] })))
    expect(recorded(cpp, { ledger: next, now: later })).toBe(next)
    expect(catalogue(cpp, { ledger, now: later }).entries.map(({ id, updated }) => [id, updated])).toEqual(
      ledger.records.map(({ id, updated }) => [id, updated]),
    )
  })

  test('is found by its aliases too: the tag of that name may be called otherwise since', () => {
    const site = 'aliases: { "c++": cplusplus }'
    const made = catalogue(cpp, { ledger, site, now: later })
    expect([tagSlugs(made), [...made.aliases]]).toEqual([
      ['cplusplus'],
      [
        ['c', 'cplusplus'],
        ['cpp', 'cplusplus'],
      ],
    ])
  })

  test.each([
    ['c#', 'csharp', 'c'],
    ['.net', 'dotnet', 'net'],
    ['g++', 'gpp', 'g'],
  ])('%s: %s, formerly %s', (label, slug, former) => {
    const notes = `2024-06-10\n${entry('A', { tags: `#${label}` })}`
    const made = catalogue(notes, { ledger: withFormerSlugs(recorded(notes), { [slug]: former }) })
    expect([...made.aliases]).toEqual([[former, slug]])
  })
})

describe('a former address that another tag asks for', () => {
  const refusal =
    /^content\/a\.md:4: #c asks for the address \/tags\/c\/, .* #c\+\+ \(content\/a\.md:8\) .* \(.*slugs: \{ c: c-language \}\)$/

  test.each([
    ['from before', ledger],
    ['once the present one is recorded', recorded(cpp, { ledger, now: later })],
  ])('is refused with both and the cure: %s', (_, given) => {
    expect(problemsOf(withC, { ledger: given, now: later })).toEqual([expect.stringMatching(refusal)])
  })

  test('is refused for a tag of the very entries, too', () => {
    const both = `2024-06-10\n${entry('A', { tags: '#c++ #c' })}${b}`
    expect(problemsOf(both, { ledger, now: later })).toEqual([expect.stringMatching(/^content\/a\.md:4: #c asks for/)])
  })

  test('the cure cures: the tag has the chosen one, and the former one still leads to the tag that had it', () => {
    const states = [ledger, recorded(withC, { ledger, site: chosen, now: later })]
    for (const given of states) {
      const made = catalogue(withC, { ledger: given, site: chosen, now: later })
      expect([tagSlugs(made), [...made.aliases]]).toEqual([['c-language', 'cpp'], [['c', 'cpp']]])
    }
  })

  test('is the other tag’s where both were recorded apart, though an entry goes from one to the other', () => {
    const apart = recorded(withC + entry('D', { tags: '#c' }))
    const changed = `2024-06-11\n${entry('C', { tags: '#c' })}${cpp}${entry('D', { tags: '#c++' })}`
    const made = catalogue(changed, { ledger: apart, now: later })
    expect([tagSlugs(made), [...made.aliases]]).toEqual([['c', 'cpp'], []])
    const next = recorded(changed, { ledger: apart, now: later })
    expect(next.records.find(({ title }) => title === 'D')).toMatchObject({ tags: ['c', 'cpp'], changed: later, updated: expect.any(Date) })
    expect(problemsOf(changed, { ledger: next, now: later })).toEqual([])
  })
})

describe('a chosen address', () => {
  test('takes over from the tag’s own once recorded, with its history', () => {
    const notes = `2024-06-10\n${entry('A', { tags: '#정렬' })}`
    const site = 'slugs: { 정렬: alignment }'
    const before = recorded(notes)
    const made = catalogue(notes, { ledger: before, site, now: later })
    expect([...made.aliases]).toEqual([['정렬', 'alignment']])
    expect(channel(made, 'alignment')).toMatchObject({ sequence: [{ entry: { title: 'A' } }] })
    expect(made.removed.goneChannels).toEqual([])
  })

  test('is part of what subscribers see of the site', () => {
    expect(recorded(cpp, { ledger, site: 'slugs: { c++: cxx }', now: later }).site.changed).toEqual(later)
  })
})
