import { describe, expect, test } from 'vitest'
import { formatLedger, parseLedger } from '../../src/catalog/ledger.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { arxivA, arxivB, both, day, entry, later, recorded } from './recorded.ts'

describe('the file', () => {
  const ledger = recorded(both)
  const text = formatLedger(ledger)

  test('has one record a line, by id, and reads back the same', () => {
    expect(parseLedger('ledger.json', text)).toEqual({ ledger, problems: [] })
    expect(formatLedger({ ...ledger, records: ledger.records.toReversed() })).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(2)
    expect(JSON.parse(text)).toHaveProperty('version', 3)
  })

  const lines = text.split('\n')
  const withLine = (index: number, line: string): string => lines.with(index, line).join('\n')
  test.each([
    ['nothing', '', /^l\.json:1: the ledger is empty, or cut off \(mend that line, or take the last good file/],
    ['another thing', '[]', /^l\.json:1: this line of the ledger can't be read/],
    ['a later version', text.replace('"version": 3', '"version": 4'), /^l\.json:2: the ledger is of version 4 \(update Paperwire/],
    ['half of it', text.slice(0, text.length - 60), /^l\.json:9: this line of the ledger can't be read/],
    ['a merge that is not finished', withLine(7, `<<<<<<< HEAD\n${lines[7]}`), /^l\.json:8: this line of the ledger can't be read/],
    ['a record without a part', withLine(7, '{"id":"x"},'), /^l\.json:8: this line of the ledger can't be read/],
    ['a place that is none', withLine(7, (lines[7] as string).replace('2024-06-10/a', '../a')), /^l\.json:8: this line of the ledger/],
    ['a date that is none', text.replace('2024-06-10T12', '2024-06-31T99'), /^l\.json:8: this line of the ledger can't be read/],
    ['no site', withLine(3, ''), /^l\.json:1: the ledger lacks a part/],
    ['no authority', withLine(2, ''), /^l\.json:1: the ledger lacks a part/],
    [
      'two entries in one place',
      withLine(8, (lines[8] as string).replace('2024-06-10/b', '2024-06-10/a')),
      /^l\.json:9: this record has the place of the one on line 8 \(keep the one that was published first\)/,
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
    const theirs = formatLedger(edited).split('\n')[7] as string
    expect(parseLedger('l.json', withLine(7, merged(lines[7] as string, theirs))).ledger).toEqual(edited)
    expect(parseLedger('l.json', withLine(7, merged(theirs, lines[7] as string))).ledger).toEqual(edited)
  })

  test('version 1, from before authors had feeds, is read; recording adds the authors and moves no date', () => {
    const withAuthors = recorded(`${day}A\n(Ada Lovelace)\n글.\n#t\n`)
    const older = formatLedger(withAuthors)
      .replace('"version": 3', '"version": 1')
      .replace(/^"authors": .*\n/m, '')
      .replace(/"authors":\[[^\]]*\],/, '')
    const { ledger: read, problems } = parseLedger('l.json', older)
    expect([problems, read?.version, read?.records[0]?.authors]).toEqual([[], 1, []])
    expect(recorded(`${day}A\n(Ada Lovelace)\n글.\n#t\n`, { ledger: read, now: later })).toEqual(withAuthors)
  })

  test('reads with a byte order mark, and lines that end as elsewhere', () => {
    expect(parseLedger('l.json', `\ufeff${text.replaceAll('\n', '\r\n')}`).ledger).toEqual(ledger)
  })
})
