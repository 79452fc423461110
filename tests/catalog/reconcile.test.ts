import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerRecord } from '../../src/catalog/ledger.ts'
import { passes, type Recognisable, reconcile } from '../../src/catalog/reconcile.ts'

const entry: Recognisable = { file: 'n.md', line: 1, givenId: null, path: '2024-06-10/a', paper: 'p', text: 't', isLong: false }
const then = new Date('2024-06-10T12:00:00Z')
const record: LedgerRecord = {
  id: 'tag:x,2024:a',
  path: '2024-06-10/a',
  title: 'A',
  paper: 'p',
  recorded: then,
  published: then,
  updated: then,
  changed: then,
  content: 'c',
  text: 't',
  tags: [],
  authors: [],
  former: [],
  isGiven: false,
  isHeld: false,
  rank: 0,
  removed: null,
}
const otherwise = { path: '2020-01-01/z', paper: 'z', text: 'z' }
const gone = { removed: then }

/** What has each sign and no surer one. The last sign is never enough: it is only a doubt. */
const examples: readonly (readonly [sign: string, entry: Partial<Recognisable>, record: Partial<LedgerRecord>])[] = [
  ['the entry gives itself the id', { givenId: record.id }, otherwise],
  ['same place, paper and text', {}, {}],
  ['same title, paper and text', {}, { path: '2024-06-12/a' }],
  ['same place and paper', {}, { text: 'z' }],
  ['removed, and back in its place', {}, { ...gone, paper: 'z', text: 'z' }],
  ['removed, and back on another day', {}, { ...gone, path: '2024-06-12/a' }],
  ['same place, paper or text', {}, { ...otherwise, paper: 'p' }],
  ['same title', { paper: null }, { ...otherwise, path: '2024-06-12/a' }],
  ['same day and long text', { isLong: true }, { ...otherwise, path: '2024-06-10/z', text: 't' }],
  ['removed, and back with its long text', { isLong: true }, { ...gone, ...otherwise, path: '2024-06-10/z', text: 't' }],
  ['same day', { paper: null }, { ...otherwise, path: '2024-06-10/z' }],
]

describe('an entry is recognised by each sign, by the surest first', () => {
  test('each sign has an example', () => {
    expect(examples.map(([sign]) => sign)).toEqual(passes.map(({ sign }) => sign))
  })

  test.each(examples.slice(0, -1))('%s', (_, ofEntry, ofRecord) => {
    const one = { ...entry, ...ofEntry }
    const remembered = { ...record, ...ofRecord }
    expect(reconcile([one], [remembered], false)).toEqual({ recordOf: new Map([[one, remembered]]), problems: [] })
  })

  test('the same day alone is a doubt, unless the author accepts', () => {
    const [, ofEntry, ofRecord] = examples.at(-1) as (typeof examples)[number]
    const one = { ...entry, ...ofEntry }
    const remembered = { ...record, ...ofRecord }
    const { recordOf, problems } = reconcile([one], [remembered], false)
    expect([recordOf.size, problems]).toEqual([0, [expect.objectContaining({ severity: 'error', file: 'n.md', line: 1 })]])
    expect(reconcile([one], [remembered], true)).toEqual({ recordOf: new Map(), problems: [] })
  })

  const live = examples.slice(0, 4)
  test.each(
    live.flatMap(([surer, ofEntry, ofRecord], index) =>
      live.slice(index + 1).map(([weaker, , other]) => [surer, weaker, ofEntry, ofRecord, other] as const),
    ),
  )('“%s” before “%s”', (_surer, _weaker, ofEntry, ofRecord, other) => {
    const one = { ...entry, ...ofEntry }
    const right = { ...record, ...ofRecord }
    const wrong = { ...record, ...other, id: 'tag:x,2024:wrong' }
    for (const records of [
      [right, wrong],
      [wrong, right],
    ])
      expect(reconcile([one], records, false).recordOf.get(one)).toBe(right)
  })
})

describe('entries in doubt', () => {
  test('are told once, with the records of the surest sign', () => {
    const first = { ...entry, paper: null, text: 'one' }
    const second = { ...entry, paper: null, text: 'two', path: '2024-06-12/a', line: 5 }
    const records = [
      { ...record, paper: null, path: '2024-06-13/a', id: 'tag:x,2024:a-1' },
      { ...record, paper: null, path: '2024-06-12/z', id: 'tag:x,2024:z', text: 'z' },
    ]
    const { problems } = reconcile([first, second], records, false)
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [1, 'this may be an entry that was published before: “A”, id: tag:x,2024:a-1'],
      [5, 'this may be an entry that was published before: “A”, id: tag:x,2024:a-1'],
    ])
  })

  test('get a record by place, then by paper, in the notes’ order, once the author accepts', () => {
    const inPlace = { ...entry, paper: 'q', text: 'one' }
    const onPaper = { ...entry, path: '2024-06-11/b', text: 'two' }
    const another = { ...entry, path: '2024-06-11/c', text: 'three' }
    const ofPlace = { ...record, text: 'x' }
    const ofPaper = { ...record, id: 'tag:x,2024:p', path: '2024-06-20/p', text: 'y' }
    const { recordOf, problems } = reconcile([another, inPlace, onPaper], [ofPlace, ofPaper], true)
    expect(recordOf).toEqual(
      new Map([
        [inPlace, ofPlace],
        [another, ofPaper],
      ]),
    )
    expect(problems).toEqual([])
  })
})

const paths = ['10', '11', '12'].flatMap((day) => ['a', 'b', 'weekly'].map((name) => `2024-06-${day}/${name}`))
const clues = { paper: fc.constantFrom(null, 'p', 'q'), text: fc.constantFrom('', 's', 't') }
const entries = fc.uniqueArray(
  fc.record({
    file: fc.constant('n.md'),
    line: fc.nat(),
    givenId: fc.option(fc.constantFrom('i0', 'i1', 'i2'), { freq: 4 }),
    path: fc.constantFrom(...paths),
    isLong: fc.boolean(),
    ...clues,
  }),
  { selector: ({ path }) => path },
)
const records = fc
  .uniqueArray(fc.record({ path: fc.constantFrom(...paths), removed: fc.constantFrom(null, null, then), ...clues }), {
    selector: ({ path, removed }) => `${path} ${removed === null}`,
  })
  .map((all) => all.map((one, index) => ({ ...record, ...one, id: `i${index}` })))

test('no two entries have one record, and an accepted doubt is no problem', () => {
  fc.assert(
    fc.property(entries, records, (all, remembered) => {
      for (const accept of [false, true]) {
        const { recordOf, problems } = reconcile(all, remembered, accept)
        expect(new Set(recordOf.values()).size).toBe(recordOf.size)
        for (const { what } of problems) expect(what).toMatch(accept ? /^this entry was published as/ : /^this (?:entry was|may be)/)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('nothing edited, everything is recognised', () => {
  fc.assert(
    fc.property(records, (remembered) => {
      const live = remembered.filter(({ removed }) => removed === null)
      const all = live.map(({ path, paper, text }) => ({ ...entry, path, paper, text }))
      expect(reconcile(all, remembered, false)).toEqual({ recordOf: new Map(all.map((one, index) => [one, live[index]])), problems: [] })
    }),
  )
})
