import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { isUpToDate } from '../../src/catalog/next-ledger.ts'
import { arxivA, arxivB, both, catalogue, day, entry, later, now, recorded } from './recorded.ts'

test('recording what is recorded changes nothing', () => {
  const ledger = recorded(both)
  expect(recorded(both, { ledger, now: later })).toBe(ledger)
})

describe('published stays; updated moves when the content does', () => {
  const dates = (notes: string, ledger: Ledger): readonly (string | undefined)[] => {
    const [first] = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).entries
    return [first?.published.toISOString(), first?.updated.toISOString()]
  }
  const one = `${day}${entry('A', { link: arxivA })}`
  const ledger = recorded(one)

  test.each([
    ['nothing', one, '2024-06-10T12:00:00.000Z', now.toISOString()],
    ['the text', `${day}${entry('A', { link: arxivA, text: '다른 글.' })}`, '2024-06-10T12:00:00.000Z', later.toISOString()],
    ['a tag', `${day}${entry('A', { link: arxivA, tags: '#u' })}`, '2024-06-10T12:00:00.000Z', later.toISOString()],
    ['the case of a tag', `${day}${entry('A', { link: arxivA, tags: '#T' })}`, '2024-06-10T12:00:00.000Z', now.toISOString()],
    ['the day', `2024-06-11\n${entry('A', { link: arxivA })}`, '2024-06-11T12:00:00.000Z', later.toISOString()],
    ['the file’s blank lines', `${day}\n\n${entry('A', { link: arxivA })}\n\n`, '2024-06-10T12:00:00.000Z', now.toISOString()],
  ])('when %s has changed', (_, notes, published, updated) => {
    expect(dates(notes, ledger)).toEqual([published, updated])
  })

  describe('where the ledger is from before version 3, whose digests came from other rules of reading', () => {
    const older: Ledger = {
      ...ledger,
      version: 2,
      records: ledger.records.map((record) => ({ ...record, content: 'made by other rules' })),
    }

    test.each([
      ['nothing', one, false],
      ['the authors that are found', one.replace('\nA에', '\n(Ada Lovelace, Alan Turing)\nA에'), false],
      ['the paper that is found', `${day}${entry('A', { link: arxivB })}`, false],
      ['the title', `${day}${entry('A!!', { link: arxivA, text: 'A에 대한 글이다.' })}`, true],
      ['the text', `${day}${entry('A', { link: arxivA, text: '다른 글.' })}`, true],
    ])('when %s has changed', (_, notes, moves) => {
      expect(dates(notes, older)[1]).toBe(moves ? later.toISOString() : now.toISOString())
    })

    test('writing it in the form of today is no news', () => {
      expect(isUpToDate(older, recorded(one, { ledger: older, now: later }))).toBe(true)
      expect(recorded(one, { ledger: older, now: later })).toEqual({ ...ledger, recording: later })
    })
  })

  test('neither moves when an entry comes above it', () => {
    const two = `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`
    const { entries } = catalogue(two, { ledger: recorded(two, { ledger, now: later }), now: later })
    expect(entries.map(({ title, published, updated }) => [title, published.toISOString(), updated])).toEqual([
      ['B', '2024-06-10T11:59:59.000Z', later],
      ['A', '2024-06-10T12:00:00.000Z', now],
    ])
  })

  test('no instant is in the future of the recording', () => {
    const morning = new Date('2024-06-10T01:00:00Z')
    const [record] = recorded(one, { now: morning }).records
    expect(record).toMatchObject({ recorded: morning, published: morning, updated: morning, changed: morning })
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

describe('a ledger of version 3, which told held entries from others by nothing', () => {
  const notes = `2026-01-05\n${entry('Later', { link: arxivB })}${day}${entry('A', { link: arxivA })}`
  const today = recorded(notes)
  const older: Ledger = {
    ...today,
    version: 3,
    feeds: null,
    records: today.records.map((record) => ({ ...record, recorded: record.recorded ?? record.changed, rank: null })),
  }

  test('is no news, and is written with held entries as held', () => {
    const next = recorded(notes, { ledger: older, now: new Date('2026-01-03T00:00:00Z') })
    expect(isUpToDate(older, next)).toBe(true)
    expect(next.records.map((record) => [record.title, record.recorded])).toEqual([
      ['A', now],
      ['Later', null],
    ])
  })

  test.each([
    ['of version 3', older],
    ['of today', today],
  ])('a ledger %s keeps no place for a held entry among those that archives are cut from', (_, given) => {
    const [site] = catalogue(notes, { ledger: given, now: new Date('2026-01-03T00:00:00Z') }).channels
    expect(site?.sequence.map((slot) => slot.entry?.title)).toEqual(['A'])
  })
})
