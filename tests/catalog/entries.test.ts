import { describe, expect, test } from 'vitest'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import { arxivA, arxivB, both, catalogue, day, entry, idA, idB, idsByTitle, later, problemsOf, read, recorded } from './recorded.ts'

describe('two entries never share an address', () => {
  test.each([
    [
      'two titles of a day',
      `${entry('A b')}${entry('A: B!')}`,
      /^content\/a\.md:5: .* \/2024-06-10\/a-b\/ .* content\/a\.md:2 \(remove one of them; if both are meant, give one another title/,
    ],
    ['the same title without letters', `${entry('\\#!')}${entry('\\#!')}`, /^content\/a\.md:5: .* would share the address/],
  ])('%s are refused with their lines and the cure', (_, text, problem) => {
    expect(read(`2024-06-10\n${text}`).catalog).toBeNull()
    expect(problemsOf(`2024-06-10\n${text}`)).toEqual([expect.stringMatching(problem)])
  })
})

describe('what an entry says of its id holds', () => {
  test('a new one is minted as it says', () => {
    const id = 'https://old.example/?p=17'
    expect(catalogue(`${day}A\nid: ${id}\n글.\n#t`).entries[0]?.id).toBe(id)
    expect(recorded(`${day}A\nid: ${id}\n글.\n#t`).records[0]?.id).toBe(id)
  })

  test('an old one is found whatever else has changed', () => {
    const ledger = recorded(both)
    const edited = `2025-01-01\nEverything\nid: ${idA}\nhttps://arxiv.org/abs/2501.00001\n다른 글.\n#t\n${day}${entry('B', { link: arxivB })}`
    expect(idsByTitle(catalogue(edited, { ledger }))).toEqual({ Everything: idA, B: idB })
  })

  test('one that contradicts what was published is refused', () => {
    expect(problemsOf(`${day}A\nid: tag:x.example,2024:y\n${arxivA}\n글.\n#t`, { ledger: recorded(`${day}${entry('A')}`) })).toEqual([
      `content/a.md:2: this entry was published as ${idA} (write that id, or remove the line)`,
    ])
  })

  test('one that two give is refused', () => {
    expect(problemsOf(`${day}A\nid: ${idA}\n글.\n#t\nB\nid: ${idA}\n글.\n#t`, {})).toEqual([
      expect.stringMatching(/^content\/a\.md:6: this entry gives itself the id .*, as does the one at content\/a\.md:2 \(/),
    ])
  })
})

describe('`published:` with an instant', () => {
  const given = `${day}A\npublished: 2024-06-10T09:30:00+09:00\n글.\n#t\n${entry('B')}`

  test('is the entry’s; its place is by day and notes all the same', () => {
    expect(catalogue(given).entries.map(({ title, published }) => [title, published.toISOString()])).toEqual([
      ['A', '2024-06-10T00:30:00.000Z'],
      ['B', '2024-06-10T11:59:59.000Z'],
    ])
  })

  test('in the future keeps the entry out until then; its id is minted already, and the first recording behind its hour finds it', () => {
    const before = new Date('2024-06-10T00:29:59Z')
    expect(catalogue(given, { now: before }).entries.map(({ title }) => title)).toEqual(['B'])
    const ledger = recorded(given, { now: before })
    expect(ledger.records.map(({ id }) => id)).toEqual([idA, idB])
    expect(ledger.records.map((record) => record.recorded)).toEqual([null, before])
    expect(catalogue(given, { ledger, now: later }).lastModified.ofChannels.get('')).toBeNull()
    const next = recorded(given, { ledger, now: later })
    expect(next.records[0]).toMatchObject({ recorded: later, published: new Date('2024-06-10T00:30:00Z'), updated: later, changed: later })
    expect(catalogue(given, { ledger: next, now: later }).lastModified.ofChannels.get('')).toEqual(later)
    expect(catalogue(given, { now: new Date('2024-06-10T00:30:00Z') }).entries).toHaveLength(2)
  })

  test('an entry that was published and is put off keeps its id, whatever else is edited and whoever takes its place', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA })}`)
    const off = recorded(`${day}A2\nid: ${idA}\npublished: 2027-01-01T00:00:00Z\n${arxivA}\n글.\n#t\n${entry('A', { link: arxivB })}`, {
      ledger,
    })
    expect(off.records.map(({ id, path, removed }) => [id, path, removed])).toEqual([
      [idA, '2024-06-10/a2', null],
      [`${idA}-2`, '2024-06-10/a', null],
    ])
    expect(parseLedger('l.json', formatLedger(off)).problems).toEqual([])
  })
})
