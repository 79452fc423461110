import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { arxivA, arxivB, both, catalogue, day, entry, later, now, recorded } from './recorded.ts'

test('recording what is recorded changes nothing', () => {
  const ledger = recorded(both)
  expect(recorded(both, { ledger, now: later })).toBe(ledger)
})

describe('published follows the notes; updated moves when the content does', () => {
  const dates = (notes: string, ledger: Ledger): readonly (string | undefined)[] => {
    const [first] = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).entries
    return [first?.published.toISOString(), first?.updated.toISOString()]
  }
  const one = `${day}${entry('A', { link: arxivA })}`
  const ledger = recorded(one)

  test.each([
    ['nothing', one, '2024-06-10T12:00:00.000Z', '2024-06-10T12:00:00.000Z'],
    ['the text', `${day}${entry('A', { link: arxivA, text: '다른 글.' })}`, '2024-06-10T12:00:00.000Z', later.toISOString()],
    ['a tag', `${day}${entry('A', { link: arxivA, tags: '#u' })}`, '2024-06-10T12:00:00.000Z', later.toISOString()],
    ['the case of a tag', `${day}${entry('A', { link: arxivA, tags: '#T' })}`, '2024-06-10T12:00:00.000Z', '2024-06-10T12:00:00.000Z'],
    ['the day', `2024-06-11\n${entry('A', { link: arxivA })}`, '2024-06-11T12:00:00.000Z', later.toISOString()],
    ['the file’s blank lines', `${day}\n\n${entry('A', { link: arxivA })}\n\n`, '2024-06-10T12:00:00.000Z', '2024-06-10T12:00:00.000Z'],
  ])('when %s has changed', (_, notes, published, updated) => {
    expect(dates(notes, ledger)).toEqual([published, updated])
  })

  test('not when an entry above it moves it down by a second', () => {
    const two = `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`
    const found = catalogue(two, { ledger: recorded(two, { ledger, now: later }), now: later }).entries.find(({ title }) => title === 'A')
    expect([found?.published.toISOString(), found?.updated.toISOString()]).toEqual(['2024-06-10T11:59:59.000Z', '2024-06-10T12:00:00.000Z'])
  })

  test('no instant is in the future of the recording', () => {
    const morning = new Date('2024-06-10T01:00:00Z')
    const [record] = recorded(one, { now: morning }).records
    expect([record?.published.toISOString(), record?.updated, record?.changed]).toEqual(['2024-06-10T12:00:00.000Z', morning, morning])
  })

  test('building alone moves nothing', () => {
    const edited = `${day}${entry('A', { link: arxivA, text: '다른 글.' })}`
    expect(catalogue(edited, { ledger, now: later }).entries[0]?.updated).toEqual(catalogue(one, { ledger }).entries[0]?.updated)
  })
})

test('a clock that was set back makes nothing older', () => {
  const ledger = recorded(`${day}${entry('A', { link: arxivA, text: '고친 글.' })}`, {
    ledger: recorded(`${day}${entry('A', { link: arxivA })}`),
    now: later,
  })
  const [record] = recorded(`${day}${entry('A', { link: arxivA, text: '또 고친 글.' })}`, { ledger, now }).records
  expect([record?.updated, record?.changed]).toEqual([later, later])
})
