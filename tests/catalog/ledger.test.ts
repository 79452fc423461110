import { describe, expect, test } from 'vitest'
import type { Ledger, LedgerRecord } from '../../src/catalog/ledger.ts'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import { isUpToDate } from '../../src/catalog/next-ledger.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { arxivA, arxivB, both, catalogue, day, entry, later, now, recorded } from './recorded.ts'

describe('the file', () => {
  const ledger = recorded(both)
  const text = formatLedger(ledger)

  test('has one record a line, by id, and reads back the same', () => {
    const read = parseLedger('ledger.json', text)
    expect(read).toEqual({ ledger, problems: [] })
    expect(formatLedger(read.ledger as Ledger)).toBe(text)
    expect(formatLedger({ ...ledger, records: ledger.records.toReversed() })).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(2)
    expect(JSON.parse(text)).toHaveProperty('version', 4)
  })

  const lines = text.split('\n')
  const withLine = (index: number, line: string): string => lines.with(index, line).join('\n')
  test.each([
    ['nothing', '', /^l\.json:1: the ledger is empty \(mend that line, or take the last good file/],
    ['another thing', '[]', /^l\.json:1: the ledger is no JSON, or cut short/],
    ['a later version', text.replace('"version": 4', '"version": 5'), /^l\.json:2: the ledger is of version 5 \(update Paperwire/],
    ['half of it', text.slice(0, text.length - 60), /^l\.json:13: this line of the ledger can't be read/],
    ['a merge that is not finished', withLine(11, `<<<<<<< HEAD\n${lines[11]}`), /^l\.json:12: this line of the ledger can't be read/],
    ['a record without a part', withLine(11, '{"id":"x"},'), /^l\.json:12: this line of the ledger can't be read/],
    ['a place that is none', withLine(11, (lines[11] as string).replace('2024-06-10/a', '../a')), /^l\.json:12: this line of the ledger/],
    ['a date that is none', text.replace('2024-06-10T12', '2024-06-31T99'), /^l\.json:12: this line of the ledger can't be read/],
    ['no site', withLine(6, ''), /^l\.json:1: the ledger lacks a part/],
    ['no authority', withLine(5, ''), /^l\.json:1: the ledger lacks a part/],
    [
      'two entries in one place',
      withLine(12, (lines[12] as string).replace('2024-06-10/b', '2024-06-10/a')),
      /^l\.json:13: this record has the place of the one on line 12 \(keep the one that was published first\)/,
    ],
  ])('%s is refused with its line', (_, damaged, problem) => {
    const { ledger: none, problems } = parseLedger('l.json', damaged)
    expect(none).toBeNull()
    expect(problems.map(formatProblem)).toEqual([expect.stringMatching(problem)])
  })

  test.each([
    ['the lines of both sides kept, a comma missing', (ours: string, theirs: string): string => `${ours.replace(/,$/, '')}\n${theirs}`],
    ['with commas everywhere', (ours: string, theirs: string): string => `${ours.replace(/,$/, '')},\n${theirs.replace(/,$/, '')},`],
  ])('reads what a merge leaves: %s', (_, merged) => {
    const edited = recorded(`${day}${entry('A', { link: arxivA, text: '다른 글.' })}${entry('B', { link: arxivB })}`, {
      ledger,
      now: later,
    })
    const whole = { ...edited, recording: ledger.recording }
    const theirs = formatLedger(edited).split('\n')[11] as string
    expect(parseLedger('l.json', withLine(11, merged(lines[11] as string, theirs))).ledger).toEqual(whole)
    expect(parseLedger('l.json', withLine(11, merged(theirs, lines[11] as string))).ledger).toEqual(whole)
  })

  /** A ledger in an older form, without the parts that it had not. */
  const inForm = (version: 1 | 3, written: string): string => {
    const third = written
      .replace('"version": 4', `"version": ${version}`)
      .replace(/^"(?:feeds|recording|begun|archiveSize)": .*\n/gm, '')
      .replaceAll(/"(?:recorded|rank|isGiven|isHeld)":[^,]*,/g, '')
    return version === 3 ? third : third.replace(/^"authors": .*\n/m, '').replaceAll(/"authors":\[[^\]]*\],/g, '')
  }

  test('version 1, from before authors had feeds, is read; recording adds the authors and moves no date', () => {
    const notes = `${day}A\n(Ada Lovelace)\n글.\n#t\n`
    const withAuthors = recorded(notes)
    const { ledger: read, problems } = parseLedger('l.json', inForm(1, formatLedger(withAuthors)))
    expect([problems, read?.version, read?.records[0]?.authors]).toEqual([[], 1, []])
    const then = withAuthors.records.map((record) => ({ ...record, recorded: record.published }))
    expect(recorded(notes, { ledger: read, now: later })).toEqual({ ...withAuthors, recording: later, records: then })
  })

  test.each([
    ['long ago', '2024-06-10T12:00:00.000Z', '2024-06-10T12:00:00.000Z', '2026-01-02T03:04:05.000Z', '2024-06-10T12:00:00.000Z'],
    [
      'before the day’s noon',
      '2026-01-02T12:00:00.000Z',
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:04:05.000Z',
    ],
  ])(
    'version 3 knew no recordings: an entry from %s takes its date for one, and is never updated before it',
    (_, published, updated, changed, then) => {
      const [record] = ledger.records
      const old = formatLedger({
        ...ledger,
        records: [{ ...record, published, updated, changed } as unknown as (typeof ledger.records)[0]],
      })
      const { ledger: read } = parseLedger('l.json', inForm(3, old))
      expect(read?.records[0]).toMatchObject({
        recorded: new Date(then),
        published: new Date(published),
        updated: new Date(published),
        rank: null,
      })
    },
  )

  test.each([
    ['a formatter', (): string => JSON.stringify(JSON.parse(text), null, 2)],
    ['a minifier', (): string => JSON.stringify(JSON.parse(text))],
    ['one that sorts keys', (): string => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).toSorted()), null, '\t')],
  ])('as %s writes it, it reads the same; cut short anywhere it never does', (_, format) => {
    const written = format()
    expect(parseLedger('l.json', written)).toEqual({ ledger, problems: [] })
    for (const whole of [written, text])
      for (let end = 0; end < whole.trimEnd().length; end += 1) expect(parseLedger('l.json', whole.slice(0, end)).ledger).toBeNull()
  })

  test('as a formatter writes it, a damaged record is named by its line', () => {
    const written = JSON.stringify(JSON.parse(text), null, 2).replace('"2024-06-10/b"', '"../b"')
    const line = written.split('\n').findIndex((one) => one.includes('10:b"')) + 1
    expect(parseLedger('l.json', written).problems.map(formatProblem)).toEqual([expect.stringMatching(`^l\\.json:${line}: `)])
  })

  test('two recordings that a merge leaves make it a merged one, to be recorded anew: nobody knows what its documents were last', () => {
    const other = text.replace(/^"recording": .*$/m, (line) => `${line}\n"recording": "${later.toISOString()}",`)
    const { ledger: read } = parseLedger('l.json', other)
    expect(read).toMatchObject({ isMerged: true, recording: later, begun: now })
    const then = new Date('2026-03-03T00:00:00Z')
    const next = recorded(both, { ledger: read, now: then })
    expect(isUpToDate(read as Ledger, next)).toBe(false)
    expect(next).toMatchObject({ isMerged: false, recording: then, feeds: { changed: then } })
    expect(catalogue(both, { ledger: read, now: then }).lastModified.ofChannels.get('tags/t')).toBeNull()
    expect(catalogue(both, { ledger: next, now: then }).lastModified.ofChannels.get('tags/t')).toEqual(then)
    expect(recorded(both, { ledger: next, now: then })).toBe(next)
  })

  describe('of two records of one entry that a merge leaves', () => {
    const [record] = ledger.records as [LedgerRecord]
    const at = (hour: number): Date => new Date(Date.UTC(2024, 5, 10, hour))
    const read = (...records: readonly LedgerRecord[]): LedgerRecord | undefined => {
      const lines = records.map((one) => JSON.stringify(one)).join('\n')
      return parseLedger(
        'l.json',
        formatLedger({ ...ledger, records: [] }).replace(/^"records": \[\n/m, (start) => `${start}${lines}\n`),
      ).ledger?.records[0]
    }
    const early = { ...record, recorded: at(1), published: at(1), changed: at(1) }
    const late = { ...record, recorded: at(2), published: at(2), changed: at(3), title: 'Later' }

    test.each([
      ['the earlier recording holds, with its date', early, late, { recorded: at(1), published: at(1), title: 'Later' }],
      [
        'where the day is another, the date is that of the line that changed later',
        early,
        { ...late, path: '2024-06-11/a' },
        { recorded: at(1), published: at(2), path: '2024-06-11/a' },
      ],
      ['a recording holds against none', { ...early, recorded: null }, late, { recorded: at(2), published: at(2) }],
      ['none stays none', { ...early, recorded: null }, { ...late, recorded: null }, { recorded: null, published: at(2) }],
    ])('%s', (_, one, other, expected) => {
      expect(read(one, other)).toMatchObject(expected)
      expect(read(other, one)).toMatchObject(expected)
    })
  })

  test('reads with a byte order mark, and lines that end as elsewhere', () => {
    expect(parseLedger('l.json', `\ufeff${text.replaceAll('\n', '\r\n')}`).ledger).toEqual(ledger)
  })
})
