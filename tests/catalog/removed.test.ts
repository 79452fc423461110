import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { arxivA, arxivB, both, catalogue, day, entry, idA, later, now, problemsOf, recorded } from './recorded.ts'

describe('what was served is served, redirected or gone, for ever', () => {
  test('every former place leads to where the entry is now', () => {
    const first = recorded(`${day}${entry('A', { link: arxivA })}`)
    const second = recorded(`${day}${entry('B', { link: arxivA })}`, { ledger: first })
    const third = recorded(`2024-06-12\n${entry('C', { link: arxivA })}`, { ledger: second })
    const { removed } = catalogue(`2024-06-12\n${entry('C', { link: arxivA })}`, { ledger: third })
    expect([...removed.moved]).toEqual([
      ['2024-06-10/a', '2024-06-12/c'],
      ['2024-06-10/b', '2024-06-12/c'],
    ])
    expect(removed.goneDays).toEqual(['2024-06-10'])
  })

  test('of a removed entry every place is gone, its former ones too', () => {
    const second = recorded(`${day}${entry('B', { link: arxivA })}`, { ledger: recorded(`${day}${entry('A', { link: arxivA })}`) })
    const { removed } = catalogue(day, { ledger: recorded(day, { ledger: second }) })
    expect(removed.goneEntries).toEqual(['2024-06-10/b', '2024-06-10/a'])
  })

  test('an entry that is called as it was before has no former place of that name', () => {
    const [a, b] = ['A', 'B'].map((title) => `${day}${entry(title, { link: arxivA })}`) as [string, string]
    const back = recorded(a, { ledger: recorded(b, { ledger: recorded(a) }) })
    expect(back.records[0]?.former).toEqual(['2024-06-10/b'])
    expect([...catalogue(a, { ledger: back }).removed.moved]).toEqual([['2024-06-10/b', '2024-06-10/a']])
  })

  test('a place that another entry has taken is that entry’s', () => {
    const first = recorded(`${day}${entry('A', { link: arxivA })}`)
    const notes = `${day}${entry('B', { link: arxivA })}${entry('A', { link: arxivB })}`
    const { removed } = catalogue(notes, { ledger: recorded(`${day}${entry('B', { link: arxivA })}`, { ledger: first }) })
    expect([...removed.moved.keys()]).toEqual([])
  })

  test('a removed entry leaves a tombstone for 90 days, and its place is gone for good', () => {
    const rest = `${day}${entry('B', { link: arxivB })}`
    const ledger = recorded(rest, { ledger: recorded(both), now: later })
    const daysLater = (days: number): Catalog => catalogue(rest, { ledger, now: new Date(later.getTime() + days * 86_400_000) })
    const told = [{ id: idA, removed: later }]
    expect([...daysLater(0).removed.tombstones]).toEqual([
      ['', told],
      ['tags/t', told],
    ])
    expect([daysLater(90), daysLater(91)].map(({ channels }) => channels.map(({ tombstones }) => tombstones.length))).toEqual([
      [1, 1],
      [0, 0],
    ])
    expect(daysLater(1_000).removed.goneEntries).toEqual(['2024-06-10/a'])
  })

  test('a tag that no entry has any more is gone, which is said once; an alias keeps its subscribers', () => {
    const before = recorded(`${day}${entry('A', { tags: '#old' })}`)
    const notes = `${day}${entry('A', { tags: '#new' })}`
    expect(problemsOf(notes, { ledger: before })).toEqual([
      expect.stringMatching(/^content\/site\.md:1: warning: no entry has the tag old any more: .* \(.*aliases: \{ old: new-tag \}\)$/),
    ])
    const after = recorded(notes, { ledger: before })
    expect([problemsOf(notes, { ledger: after }), catalogue(notes, { ledger: after }).removed.goneChannels]).toEqual([
      [],
      [{ kind: 'tag', slug: 'old' }],
    ])
    expect(catalogue(notes, { ledger: after, site: 'aliases: { old: new }' }).removed.goneChannels).toEqual([])
  })
})

test('a tombstone that is told no more leaves the instant of the removal behind', () => {
  const rest = `${day}${entry('B', { link: arxivB })}`
  const ledger = recorded(rest, { ledger: recorded(both), now: later })
  const { channels } = catalogue(rest, { ledger, now: new Date('2027-01-01T00:00:00Z') })
  expect(channels.map(({ tombstones, sequence }) => [tombstones, sequence.map(({ changed }) => changed)])).toEqual([
    [[], [now, later]],
    [[], [now, later]],
  ])
})
