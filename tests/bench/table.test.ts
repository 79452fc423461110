import { describe, expect, test } from 'vitest'
import type { Run } from './measure.ts'
import { topFunctions } from './profile.ts'
import { median, mergedSections, tableOf } from './table.ts'

const run: Run = { wallSeconds: 2, cpuSeconds: 1, peakBytes: 50e6, files: 1_000, bytes: 4e6 }

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 2, 4, 100], 7],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

describe('a table of measurements', () => {
  test('has medians, and beside them how many times the median of the one all are compared to they are', () => {
    const fast = { case: 'cold', generator: 'Fast', runs: [run, { ...run, wallSeconds: 20 }, run] }
    const slow = {
      case: 'cold',
      generator: 'Slow',
      runs: [{ wallSeconds: 5, cpuSeconds: 0.5, peakBytes: 75e6, files: 12_000, bytes: 40e6 }],
    }
    expect(tableOf([fast, slow], 'Fast').split('\n')).toEqual([
      '| case | generator | wall time | CPU | peak memory | files written | bytes written |',
      '| --- | --- | --: | --: | --: | --: | --: |',
      '| cold | Fast | 2.00 s | 1.00 s | 50 MB | 1,000 | 4.0 MB |',
      '| cold | Slow | 5.00 s (2.5×) | 0.50 s (0.50×) | 75 MB (1.5×) | 12,000 (12.0×) | 40 MB (10.0×) |',
    ])
  })

  test('compares within a case only, with nothing where there is nothing to compare to', () => {
    const table = tableOf(
      [
        { case: 'cold', generator: 'Fast', runs: [run] },
        { case: 'day', generator: 'Slow', runs: [run] },
        { case: 'same', generator: 'Slow', runs: [run] },
        { case: 'same', generator: 'Fast', runs: [{ ...run, files: 0 }] },
      ],
      'Fast',
    )
    expect(table).toContain('| day | Slow | 2.00 s | 1.00 s |')
    expect(table).toContain('| same | Slow | 2.00 s (1.0×) | 1.00 s (1.0×) | 50 MB (1.0×) | 1,000 | 4.0 MB (1.0×) |')
  })
})

test('sections measured again replace the former ones of their name, and others stay where they are', () => {
  const before = '# Results\n\nWhat they are.\n\n## 10 entries\n\nold\n\n## 20 entries\n\nkept\n'
  const after = mergedSections(
    before,
    new Map([
      ['10 entries', 'new'],
      ['30 entries', 'added'],
    ]),
  )
  expect(after).toBe('# Results\n\nWhat they are.\n\n## 10 entries\n\nnew\n\n## 20 entries\n\nkept\n\n## 30 entries\n\nadded\n')
})

test('a profile names the functions by the time spent in themselves, wherever they were called from', () => {
  const frame = (functionName: string, url: string): { functionName: string; url: string; lineNumber: number } => ({
    functionName,
    url,
    lineNumber: 6,
  })
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)', '') },
      { id: 2, callFrame: frame('slugOf', 'file:///home/ada/paperwire/src/text/slug.ts') },
      { id: 3, callFrame: frame('', 'file:///home/ada/paperwire/node_modules/feed/lib/feed.js') },
      { id: 4, callFrame: frame('slugOf', 'file:///home/ada/paperwire/src/text/slug.ts') },
    ],
    samples: [2, 3, 4, 1],
    timeDeltas: [1_000_000, 1_500_000, 1_000_000, 10],
  }
  expect(topFunctions(profile, 2).split('\n')).toEqual([
    '   2.000 s  slugOf src/text/slug.ts:7',
    '   1.500 s  (anonymous) node_modules/feed/lib/feed.js:7',
  ])
})
