import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Catalog, type CatalogReading, catalogOf } from '../../src/catalog/catalog.ts'
import { formatLedger, type Ledger, parseLedger } from '../../src/catalog/ledger.ts'
import { readContent } from '../../src/notes/content.ts'
import { formatProblem } from '../../src/notes/problem.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const now = new Date('2026-01-02T03:04:05Z')
const later = new Date('2026-02-03T04:05:06Z')

interface Options {
  readonly ledger?: Ledger | null
  readonly now?: Date
  readonly accept?: boolean
  readonly site?: string
}

/** What notes in the raw form give beside a ledger. */
function read(notes: string, { ledger = null, now: at = now, accept = false, site = '' }: Options = {}): CatalogReading {
  const url = site.includes('url:') ? '' : 'url: https://notes.example\n'
  const files = [
    { path: 'site.md', bytes: bytes(`---\ntitle: 노트\n${url}${site}\n---\n`) },
    { path: 'n.md', bytes: bytes(notes) },
  ]
  const { content, problems } = readContent('content', files, null)
  if (content === null) throw new Error(problems.map(formatProblem).join('; '))
  return catalogOf(content.site, content.entries, { ledger, now: at, accept })
}

function catalogue(notes: string, options?: Options): Catalog {
  const { catalog, problems } = read(notes, options)
  if (catalog === null) throw new Error(problems.map(formatProblem).join('; '))
  return catalog
}

/** The ledger once these notes are recorded. */
function recorded(notes: string, options?: Options): Ledger {
  const { recorded: ledger, problems } = read(notes, options)
  if (ledger === null) throw new Error(problems.map(formatProblem).join('; '))
  return ledger
}

const problemsOf = (notes: string, options: Options): readonly string[] => read(notes, options).problems.map(formatProblem)
const idsByTitle = ({ entries }: Catalog): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.map(({ title, id }) => [title, id]))
const entry = (title: string, { link = '', text = `${title}에 대한 글이다.`, tags = '#t' } = {}): string =>
  `${title}\n${link === '' ? '' : `${link}\n`}${text}\n${tags}\n`

const [arxivA, arxivB] = ['https://arxiv.org/abs/2406.00001', 'https://arxiv.org/abs/2406.00002']
const day = '2024-06-10\n'
const [idA, idB] = ['tag:notes.example,2024-06-10:a', 'tag:notes.example,2024-06-10:b']
const both = `${day}${entry('A', { link: arxivA })}${entry('B', { link: arxivB })}`

describe('an id is minted once and survives every edit', () => {
  test.each([
    ['its title', `${day}${entry('Renamed', { link: arxivA, text: 'A에 대한 글이다.' })}${entry('B', { link: arxivB })}`],
    ['its title and its text', `${day}${entry('Renamed', { link: arxivA, text: '달라진 글.' })}${entry('B', { link: arxivB })}`],
    ['its tags', `${day}${entry('A', { link: arxivA, tags: '#u #v' })}${entry('B', { link: arxivB })}`],
    ['its day', `2024-06-12\n${entry('A', { link: arxivA })}${day}${entry('B', { link: arxivB })}`],
    ['its day and its title', `2024-06-12\n${entry('Renamed', { link: arxivA })}${day}${entry('B', { link: arxivB })}`],
    ['its link', `${day}${entry('A', { link: 'https://arxiv.org/abs/2406.77777' })}${entry('B', { link: arxivB })}`],
    ['the version in its link', `${day}${entry('A', { link: `${arxivA}v3` })}${entry('B', { link: arxivB })}`],
    ['its link to none', `${day}${entry('A')}${entry('B', { link: arxivB })}`],
    ['the order', `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`],
    ['its text', `${day}${entry('A', { link: arxivA, text: '달라진 글.' })}${entry('B', { link: arxivB })}`],
  ])('%s', (_, edited) => {
    const ledger = recorded(both)
    const { entries } = catalogue(edited, { ledger, now: later })
    expect(entries.map(({ id }) => id).toSorted()).toEqual([idA, idB])
    expect(entries.find(({ title }) => title === 'B')?.id).toBe(idB)
  })

  test('the site’s host: new entries are minted under the first one too', () => {
    const ledger = recorded(both)
    const { entries, site } = catalogue(`${both}${entry('C')}`, { ledger, site: 'url: https://elsewhere.example' })
    expect(entries.map(({ id }) => id)).toEqual([idA, idB, 'tag:notes.example,2024-06-10:c'])
    expect([site.authority, site.origin]).toEqual(['notes.example', 'https://elsewhere.example'])
  })

  test.each([
    ['its title', `${day}${entry('Renamed', { text: 'A에 대한 글이다.' })}${entry('B')}`],
    ['its day', `2024-06-12\n${entry('A')}${day}${entry('B')}`],
    ['its text', `${day}${entry('A', { text: '달라진 글.' })}${entry('B')}`],
  ])('without a paper’s link as well: %s', (_, edited) => {
    const ledger = recorded(`${day}${entry('A')}${entry('B')}`)
    const ids = catalogue(edited, { ledger, now: later }).entries.map(({ id }) => id)
    expect(ids.toSorted()).toEqual([idA, idB])
  })

  test('a name that is free again gives another id', () => {
    const ledger = recorded(`${day}${entry('Renamed', { link: arxivA })}`, { ledger: recorded(`${day}${entry('A', { link: arxivA })}`) })
    const { entries } = catalogue(`${day}${entry('Renamed', { link: arxivA })}${entry('A', { link: arxivB })}`, { ledger })
    expect(entries.map(({ title, id }) => [title, id])).toEqual([
      ['Renamed', idA],
      ['A', `${idA}-2`],
    ])
  })

  test('an entry that is put back is the one it was', () => {
    const removed = recorded(`${day}${entry('B', { link: arxivB })}`, { ledger: recorded(both), now: later })
    expect(idsByTitle(catalogue(both, { ledger: removed }))).toEqual({ A: idA, B: idB })
    const back = recorded(both, { ledger: removed, now: new Date('2026-03-03T03:03:03Z') })
    expect(back.records.find(({ id }) => id === idA)).toMatchObject({ removed: null, updated: new Date('2026-03-03T03:03:03Z') })
  })

  test('new notes on a paper whose first notes still stand are another entry', () => {
    const ledger = recorded(both)
    expect(idsByTitle(catalogue(`2024-07-01\n${entry('A again', { link: arxivA })}${both}`, { ledger }))).toEqual({
      'A again': 'tag:notes.example,2024-07-01:a-again',
      A: idA,
      B: idB,
    })
  })

  test('two notes on one paper, both renamed, are told apart by their days', () => {
    const ledger = recorded(`2024-06-11\n${entry('B', { link: arxivA })}${day}${entry('A', { link: arxivA })}`)
    const renamed = `2024-06-11\n${entry('B2', { link: arxivA })}${day}${entry('A2', { link: arxivA })}`
    expect(idsByTitle(catalogue(renamed, { ledger }))).toEqual({ B2: 'tag:notes.example,2024-06-11:b', A2: idA })
  })
})

describe('one paper has one key, however its address is written', () => {
  test.each([
    ['https://arxiv.org/abs/2406.00001', 'https://arxiv.org/pdf/2406.00001v2'],
    ['https://arxiv.org/abs/2406.00001', 'https://doi.org/10.48550/arXiv.2406.00001'],
    ['https://doi.org/10.1145/ABC.123', 'https://dl.acm.org/doi/10.1145/abc.123'],
    ['https://www.a.example/p/', 'https://a.example/p'],
  ])('%s and %s', (one, other) => {
    const ledger = recorded(`${day}${entry('A', { link: one })}`)
    const edited = `2024-06-20\n${entry('Renamed', { link: other, text: '다른 글.' })}`
    expect(catalogue(edited, { ledger }).entries[0]?.id).toBe(idA)
  })

  test('another page of a site is another paper', () => {
    const ledger = recorded(`${day}${entry('A', { link: 'https://a.example/p?id=1' })}`)
    const other = `2024-06-20\n${entry('B', { link: 'https://a.example/p?id=2', text: '다른 글.' })}`
    expect(catalogue(other, { ledger }).entries[0]?.id).toBe('tag:notes.example,2024-06-20:b')
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
      `content/n.md:2: this entry was published as ${idA} (write that id, or remove the line)`,
    ])
  })

  test('one that two give is refused', () => {
    expect(problemsOf(`${day}A\nid: ${idA}\n글.\n#t\nB\nid: ${idA}\n글.\n#t`, {})).toEqual([
      expect.stringMatching(/^content\/n\.md:6: this entry gives itself the id .*, as does the one at content\/n\.md:2 \(/),
    ])
  })
})

describe('a doubt is a problem with its cure, never a guess', () => {
  test.each([
    [
      'two candidates for one record: one has its date and title, one its paper',
      `${day}${entry('A', { link: arxivA })}`,
      `${day}${entry('A', { link: arxivB, text: '하나.' })}${entry('Other', { link: arxivA, text: '둘.' })}`,
      ['n.md:2', 'n.md:6'],
    ],
    [
      'two that have swapped their links',
      both,
      `${day}${entry('A', { link: arxivB })}${entry('B', { link: arxivA })}`,
      ['n.md:2', 'n.md:6'],
    ],
    [
      'a record that would be lost beside a new entry of its day',
      `${day}${entry('A')}`,
      `${day}${entry('Unlike', { text: '완전히 다른 글.' })}`,
      ['n.md:2'],
    ],
    [
      'one title on two new days',
      `${day}${entry('A')}`,
      `2024-06-11\n${entry('A', { text: '하나.' })}2024-06-12\n${entry('A', { text: '둘.' })}`,
      ['n.md:2', 'n.md:6'],
    ],
  ])('%s', (_, before, after, places) => {
    const ledger = recorded(before)
    const { catalog, recorded: next } = read(after, { ledger })
    expect([catalog, next]).toEqual([null, null])
    const problems = problemsOf(after, { ledger })
    expect(problems.map((problem) => problem.split(': ')[0]?.replace('content/', '')).toSorted()).toEqual(places)
    for (const problem of problems) {
      expect(problem).toContain(`id: ${idA}`)
      expect(problem).toMatch(
        /\(if it is, write that id on a line below its title; if none of them is, add --accept to the command, as in npm run build -- --accept\)$/,
      )
    }
  })

  test('an id line cures it', () => {
    const ledger = recorded(`${day}${entry('A')}`)
    expect(catalogue(`${day}Unlike\nid: ${idA}\n완전히 다른 글.\n#t`, { ledger }).entries[0]?.id).toBe(idA)
  })

  test('--accept takes date and title before papers, and what is left for new', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA })}`)
    const edited = `${day}${entry('A', { link: arxivB, text: '하나.' })}${entry('Other', { link: arxivA, text: '둘.' })}`
    expect(idsByTitle(catalogue(edited, { ledger, accept: true }))).toEqual({ A: idA, Other: 'tag:notes.example,2024-06-10:other' })
    const unlike = catalogue(`${day}${entry('Unlike', { text: '다른 글.' })}`, { ledger: recorded(`${day}${entry('A')}`), accept: true })
    expect([unlike.entries[0]?.id, unlike.removed.goneEntries]).toEqual(['tag:notes.example,2024-06-10:unlike', ['2024-06-10/a']])
  })

  test('nor does a day that lost more than it has got, unless two titles are alike', () => {
    const three = recorded(`${day}${entry('On the shape of things')}${entry('B')}${entry('C')}`)
    const one = (title: string): Catalog | null => read(`${day}${entry(title, { text: '다른 글.' })}`, { ledger: three }).catalog
    expect(one('Something new')?.entries[0]?.id).toBe('tag:notes.example,2024-06-10:something-new')
    expect(one('On the shape of everything')).toBeNull()
  })

  test('papers that differ leave no doubt', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA })}`)
    expect(catalogue(`${day}${entry('B', { link: arxivB })}`, { ledger }).removed.goneEntries).toEqual(['2024-06-10/a'])
  })
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

describe('`published:` with an instant', () => {
  const given = `${day}A\npublished: 2024-06-10T09:30:00+09:00\n글.\n#t\n${entry('B')}`

  test('is the entry’s, and decides the order', () => {
    expect(catalogue(given).entries.map(({ title, published }) => [title, published.toISOString()])).toEqual([
      ['B', '2024-06-10T11:59:59.000Z'],
      ['A', '2024-06-10T00:30:00.000Z'],
    ])
  })

  test('in the future keeps the entry out until then; its id is minted already, and its hour makes the ledger no older', () => {
    const before = new Date('2024-06-10T00:29:59Z')
    expect(catalogue(given, { now: before }).entries.map(({ title }) => title)).toEqual(['B'])
    const ledger = recorded(given, { now: before })
    expect(ledger.records.map(({ id }) => id)).toEqual([idA, idB])
    expect(recorded(given, { ledger, now: later })).toBe(ledger)
    expect(catalogue(given, { ledger, now: later }).lastModified.ofChannels.get('')).toEqual(new Date('2024-06-10T00:30:00Z'))
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

describe('Last-Modified never stays behind what is served', () => {
  const ledger = recorded(both)

  test.each([
    ['removing the newest', `${day}${entry('B', { link: arxivB })}`],
    ['adding one to an old day', `${both}2020-01-01\n${entry('C')}`],
    ['editing one', `${day}${entry('A', { link: arxivA, text: '다른 글.' })}${entry('B', { link: arxivB })}`],
    ['taking a tag from one', `${day}${entry('A', { link: arxivA, tags: '#u' })}${entry('B', { link: arxivB })}`],
    ['another order', `${day}${entry('B', { link: arxivB })}${entry('A', { link: arxivA })}`],
  ])('%s moves the site’s and the tag’s once it is recorded; until then neither has one', (_, notes) => {
    const next = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).lastModified
    expect([next.ofChannels.get(''), next.ofChannels.get('tags/t')]).toEqual([later, later])
    const unrecorded = catalogue(notes, { ledger }).lastModified
    expect([unrecorded.ofChannels.get(''), unrecorded.ofChannels.get('tags/t')]).toEqual([null, null])
  })

  test('removing one below the others moves it too', () => {
    const notes = `${day}${entry('A', { link: arxivA })}`
    const next = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later }).lastModified
    expect([next.ofChannels.get(''), next.ofChannels.get('tags/t'), next.ofEntries.get(idA)]).toEqual([later, later, now])
  })

  test.each(['description: 다른', 'feedSize: 7', 'license: CC0-1.0', 'hub: https://hub.example/', 'author: 다른 이', 'aliases: { x: t }'])(
    'what site.md says is on every feed: %s',
    (site) => {
      const next = catalogue(both, { ledger: recorded(both, { ledger, site, now: later }), site, now: later }).lastModified
      expect([next.ofChannels.get(''), next.ofChannels.get('tags/t'), next.ofEntries.get(idA)]).toEqual([later, later, later])
    },
  )

  test('another tag’s stays', () => {
    const notes = `${both}2020-01-01\n${entry('C', { tags: '#u' })}`
    const { lastModified } = catalogue(notes, { ledger: recorded(notes, { ledger, now: later }), now: later })
    expect([lastModified.ofChannels.get('tags/t'), lastModified.ofChannels.get('tags/u'), lastModified.ofEntries.get(idA)]).toEqual([
      now,
      later,
      now,
    ])
  })
})

describe('the file', () => {
  const ledger = recorded(both)
  const text = formatLedger(ledger)

  test('has one record a line, by id, and reads back the same', () => {
    expect(parseLedger('ledger.json', text)).toEqual({ ledger, problems: [] })
    expect(formatLedger({ ...ledger, records: ledger.records.toReversed() })).toBe(text)
    expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(2)
    expect(JSON.parse(text)).toHaveProperty('version', 2)
  })

  test('recording what is recorded changes nothing', () => {
    expect(recorded(both, { ledger, now: later })).toBe(ledger)
  })

  const lines = text.split('\n')
  const withLine = (index: number, line: string): string => lines.with(index, line).join('\n')
  test.each([
    ['nothing', '', /^l\.json:1: the ledger is empty, or cut off \(mend that line, or take the last good file/],
    ['another thing', '[]', /^l\.json:1: this line of the ledger can't be read/],
    ['a later version', text.replace('"version": 2', '"version": 3'), /^l\.json:2: the ledger is of version 3 \(update Paperwire/],
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
      .replace('"version": 2', '"version": 1')
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

describe('the surest sign decides first', () => {
  const ids = (before: readonly string[], after: string): Readonly<Record<string, string>> => {
    let ledger: Ledger | null = null
    for (const notes of before) ledger = recorded(notes, { ledger })
    return idsByTitle(catalogue(after, { ledger }))
  }

  test('an entry that takes the title of a removed one is still itself', () => {
    const [a, b] = [entry('A', { link: arxivB }), entry('B', { link: arxivA })]
    expect(ids([day + a + b, day + b], `${day}${entry('A', { link: arxivA, text: 'B에 대한 글이다.' })}`)).toEqual({ A: idB })
    expect(ids([`${day}${entry('A')}${entry('B')}`, `${day}${entry('B')}`], `${day}${entry('A', { text: 'B에 대한 글이다.' })}`)).toEqual({
      A: idB,
    })
  })

  test('a new entry that takes the title of a renamed one is a doubt, not the renamed one', () => {
    const before = recorded(`${day}${entry('A', { text: '하나.' })}${entry('B', { text: '둘.' })}`)
    const after = `${day}${entry('A revised', { text: '하나.' })}${entry('A', { text: '셋.' })}${entry('B', { text: '둘.' })}`
    expect(read(after, { ledger: before }).catalog).toBeNull()
  })

  test('notes of one title that all move by a day keep their ids with their texts', () => {
    const days = ['10', '11', '12', '13']
    const notes = (shift: number): string =>
      [0, 1, 2].map((index) => `2024-06-${days[index + shift]}\n${entry('Weekly', { text: `글 ${index}.` })}`).join('')
    const moved = catalogue(notes(1), { ledger: recorded(notes(0)) }).entries
    expect(moved.map(({ day: of, id }) => [of.slice(8), id.slice(0, 31)])).toEqual([
      ['13', 'tag:notes.example,2024-06-12:we'],
      ['12', 'tag:notes.example,2024-06-11:we'],
      ['11', 'tag:notes.example,2024-06-10:we'],
    ])
  })

  test('two notes on one paper whose days are swapped keep their ids with their titles', () => {
    const [first, second] = [entry('First', { link: arxivA }), entry('Second', { link: arxivA })]
    expect(ids([`2024-06-10\n${first}2024-06-11\n${second}`], `2024-06-11\n${first}2024-06-10\n${second}`)).toEqual({
      First: 'tag:notes.example,2024-06-10:first',
      Second: 'tag:notes.example,2024-06-11:second',
    })
  })

  test('a title alone, or the same words, on different papers are no sign', () => {
    const before = recorded(`${day}${entry('Attention', { link: arxivA, text: '읽어볼 것.' })}`)
    expect(read(`2026-01-01\n${entry('Attention', { link: arxivB, text: '다른 글.' })}`, { ledger: before }).catalog).toBeNull()
    expect(idsByTitle(catalogue(`2026-01-01\n${entry('Other', { link: arxivB, text: '읽어볼 것.' })}`, { ledger: before }))).toEqual({
      Other: 'tag:notes.example,2026-01-01:other',
    })
  })

  test('an entry that brings an id of its own is no removed one', () => {
    const removed = recorded(day, { ledger: recorded(`${day}${entry('A')}`) })
    expect(catalogue(`${day}A\nid: https://old.example/?p=1\n글.\n#t`, { ledger: removed }).entries[0]?.id).toBe('https://old.example/?p=1')
  })

  test('a removed entry put back on another day is the one it was', () => {
    const removed = recorded(day, { ledger: recorded(`${day}${entry('A', { link: arxivA })}`) })
    expect(catalogue(`2024-06-12\n${entry('A', { link: arxivA })}`, { ledger: removed }).entries[0]?.id).toBe(idA)
  })

  test('a problem names a few candidates, however many there are', () => {
    const titles = Array.from({ length: 300 }, (_, index) => index)
    const notes = (from: number): string =>
      titles
        .map(
          (index) =>
            `${new Date(Date.UTC(2000 + from, 0, 1 + index)).toISOString().slice(0, 10)}\n${entry('Weekly', { text: `글 ${from} ${index}.` })}`,
        )
        .join('')
    const problems = problemsOf(notes(10), { ledger: recorded(notes(0)) })
    expect(problems).toHaveLength(300)
    for (const problem of problems) expect(problem.length).toBeLessThan(1_000)
    expect(problems[0]).toContain('and 295 more')
  })

  test('a clock that was set back makes nothing older', () => {
    const ledger = recorded(`${day}${entry('A', { link: arxivA, text: '고친 글.' })}`, {
      ledger: recorded(`${day}${entry('A', { link: arxivA })}`),
      now: later,
    })
    const [record] = recorded(`${day}${entry('A', { link: arxivA, text: '또 고친 글.' })}`, { ledger, now }).records
    expect([record?.updated, record?.changed]).toEqual([later, later])
  })

  test('a tombstone that is told no more takes nothing back from when the feed changed', () => {
    const rest = `${day}${entry('B', { link: arxivB })}`
    const ledger = recorded(rest, { ledger: recorded(both), now: later })
    const { channels } = catalogue(rest, { ledger, now: new Date('2027-01-01T00:00:00Z') })
    expect(channels.map(({ tombstones, lastRemoval }) => [tombstones, lastRemoval])).toEqual([
      [[], later],
      [[], later],
    ])
  })
})

/** An entry of the model: what an author might change of it, and a mark that stays with it. */
interface Model {
  readonly mark: number
  readonly title: string
  readonly day: string
  readonly link: string
  readonly text: string
  readonly tags: string
  readonly id: string | null
}

test('whatever is edited, ids stay unique and each surviving entry keeps its own', () => {
  const days = ['2024-06-10', '2024-06-11', '2024-06-12']
  const links = ['', '', arxivA, arxivB, 'https://a.example/p', 'https://doi.org/10.1000/182']
  const edit = fc.record({
    kind: fc.constantFrom('add', 'remove', 'title', 'day', 'link', 'text', 'tags', 'order', 'two'),
    at: fc.nat(20),
    to: fc.nat(20),
  })
  const write = (entries: readonly Model[]): string =>
    days
      .map((one) => [one, entries.filter((model) => model.day === one)] as const)
      .filter(([, ofDay]) => ofDay.length > 0)
      .map(([one, ofDay]) => `${one}\n${ofDay.map(written).join('')}`)
      .join('')
  const written = ({ title, link, text, tags, id }: Model): string =>
    `${title}\n${id === null ? '' : `id: ${id}\n`}${link === '' ? '' : `${link}\n`}${text}\n${tags}\n`
  let [edits, doubts] = [0, 0]

  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25, size: 'max' }), (sequence) => {
      let entries: readonly Model[] = []
      let ledger: Ledger | null = null
      const idOf = new Map<number, string>()
      for (const [mark, { kind, at, to }] of sequence.entries()) {
        const target = entries[at % Math.max(1, entries.length)]
        const fresh: Model = {
          mark,
          title: `T${mark}`,
          day: days[at % 3] as string,
          link: links[to % 6] as string,
          text: `글 ${mark}.`,
          tags: '#t',
          id: null,
        }
        const change = (part: Partial<Model>): readonly Model[] => entries.map((one) => (one === target ? { ...one, ...part } : one))
        if (kind === 'add' || target === undefined) entries = [...entries, fresh]
        else if (kind === 'remove') entries = entries.filter((one) => one !== target)
        else if (kind === 'order') entries = [...entries.filter((one) => one !== target), target]
        // Notes on the same paper, whatever else is new of them, are the same notes: so of another paper.
        else if (kind === 'two')
          entries = [...entries.filter((one) => one !== target), target.link === fresh.link ? { ...fresh, link: '' } : fresh]
        else if (kind === 'title') entries = change({ title: `T${mark} renamed` })
        else if (kind === 'day') entries = change({ day: days[to % 3] as string })
        else if (kind === 'link') entries = change({ link: links[to % 6] as string })
        else if (kind === 'text') entries = change({ text: `글 ${mark} 다시.` })
        else entries = change({ tags: `#t${to}` })
        edits += 1
        let reading = read(write(entries), { ledger })
        if (reading.recorded === null) {
          // The cure that the problem names: the author says which one it is.
          doubts += 1
          expect(reading.problems.map(formatProblem).join('\n')).toContain('may be an entry that was published before')
          entries = entries.map((one) => ({ ...one, id: idOf.get(one.mark) ?? null }))
          reading = read(write(entries), { ledger })
          if (reading.recorded === null) reading = read(write(entries), { ledger, accept: true })
        }
        ledger = reading.recorded as Ledger
        const all = (reading.catalog as Catalog).entries
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        for (const { title, mark: one } of entries) {
          const id = all.find((found) => found.title === title)?.id as string
          expect(idOf.get(one) ?? id, `${kind} ${title}`).toBe(id)
          idOf.set(one, id)
        }
        expect(new Set(idOf.values()).size).toBe(idOf.size)
        expect(parseLedger('l.json', formatLedger(ledger)).ledger).toEqual(ledger)
      }
    }),
    { numRuns: 500 },
  )
  expect(edits).toBeGreaterThan(3_000)
  expect(doubts).toBeGreaterThan(0)
})
