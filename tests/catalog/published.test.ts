import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Catalog, catalogOf, type Entry } from '../../src/catalog/catalog.ts'
import { type Ledger, precedingRecording } from '../../src/catalog/ledger.ts'
import { isUpToDate } from '../../src/catalog/next-ledger.ts'
import { recordingInstants } from '../../src/catalog/published.ts'
import type { Note } from '../../src/notes/note.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import type { Day } from '../../src/text/day.ts'
import { dayIn } from '../../src/text/zone.ts'
import { catalogFrom, notesFrom } from './catalog-from.ts'
import { entry } from './recorded.ts'

const seoul = 'timezone: Asia/Seoul'
const publishedIn = ({ entries }: Catalog): readonly (readonly [string, string])[] =>
  entries.map(({ title, published }) => [title, published.toISOString().replace('.000Z', 'Z')])

/** The dates once the notes are recorded at each of these instants in turn. */
function datesAfter(steps: readonly (readonly [at: string, notes: string])[], fields = seoul): readonly (readonly [string, string])[] {
  let ledger: Ledger | null = null
  for (const [at, notes] of steps) ledger = catalogFrom(notes, fields, { ledger, now: new Date(at) }).recorded
  const [at, notes] = steps.at(-1) as readonly [string, string]
  return publishedIn(catalogFrom(notes, fields, { ledger, now: new Date(at) }).catalog)
}

const day = (date: string, ...titles: readonly string[]): string => `${date}\n${titles.map((title) => entry(title)).join('')}`

describe('an entry is published when it is first recorded, on its day or the next; else at noon of its day', () => {
  test.each<[what: string, fields: string, at: string, published: string]>([
    ['in the first second of its day', seoul, '2024-06-09T15:00:00Z', '2024-06-09T15:00:00Z'],
    ['during its day', seoul, '2024-06-10T01:02:03Z', '2024-06-10T01:02:03Z'],
    ['in the last second of the day behind it', seoul, '2024-06-11T14:59:59Z', '2024-06-11T14:59:59Z'],
    ['once that is over', seoul, '2024-06-11T15:00:00Z', '2024-06-10T12:00:00Z'],
    ['years later', seoul, '2026-01-01T00:00:00Z', '2024-06-10T12:00:00Z'],
    ['where days begin first, for a site without a zone', 'language: en', '2024-06-09T10:00:00Z', '2024-06-09T10:00:00Z'],
    [
      'in the last second of the next day in UTC, for a site without a zone',
      'language: en',
      '2024-06-11T23:59:59Z',
      '2024-06-11T23:59:59Z',
    ],
    ['once that day is over in UTC, for a site without a zone', 'language: en', '2024-06-12T00:00:00Z', '2024-06-10T12:00:00Z'],
  ])('recorded %s', (_, fields, at, published) => {
    expect(datesAfter([[at, day('2024-06-10', 'A')]], fields)).toEqual([['A', published]])
  })

  test('recorded together, the notes’ first is the latest, each a second before the one above it, none before its day begins', () => {
    expect(datesAfter([['2024-06-09T15:00:01Z', day('2024-06-10', 'A', 'B', 'C')]])).toEqual([
      ['A', '2024-06-09T15:00:01Z'],
      ['B', '2024-06-09T15:00:00Z'],
      ['C', '2024-06-09T15:00:00Z'],
    ])
  })

  test('later than whatever an earlier recording gave: those for whom no second is left share the last', () => {
    const steps = [
      ['2024-06-10T01:00:00Z', day('2024-06-10', 'A')],
      ['2024-06-10T01:00:02Z', day('2024-06-10', 'B', 'C', 'A', 'D')],
    ] as const
    expect(datesAfter(steps)).toEqual([
      ['B', '2024-06-10T01:00:02Z'],
      ['C', '2024-06-10T01:00:01Z'],
      ['A', '2024-06-10T01:00:00Z'],
      ['D', '2024-06-10T01:00:01Z'],
    ])
  })

  test('old notes stand at noon, in seconds that no other entry of the day has', () => {
    const steps = [
      ['2024-06-10T12:00:00Z', day('2024-06-10', 'A')],
      ['2024-07-01T00:00:00Z', day('2024-06-10', 'B', 'A', 'C')],
      ['2024-07-02T00:00:00Z', day('2024-06-10', 'D', 'B', 'A', 'C')],
    ] as const
    expect(datesAfter(steps)).toEqual([
      ['D', '2024-06-10T11:59:57Z'],
      ['B', '2024-06-10T11:59:59Z'],
      ['A', '2024-06-10T12:00:00Z'],
      ['C', '2024-06-10T11:59:58Z'],
    ])
  })
})

describe('a date that was given stays', () => {
  const first = ['2024-06-10T01:00:00Z', day('2024-06-10', 'A', 'B')] as const
  const dates = { A: '2024-06-10T01:00:00Z', B: '2024-06-10T00:59:59Z' }

  test.each([
    ['another order', day('2024-06-10', 'B', 'A'), seoul],
    ['one above', day('2024-06-10', 'C', 'A', 'B'), seoul],
    ['one removed', day('2024-06-10', 'B'), seoul],
    ['another zone', day('2024-06-10', 'A', 'B'), 'timezone: America/New_York'],
    ['no zone', day('2024-06-10', 'A', 'B'), 'language: en'],
  ])('whatever comes: %s', (_, notes, fields) => {
    const { recorded } = catalogFrom(first[1], seoul, { now: new Date(first[0]) })
    const now = new Date('2024-06-20T00:00:00Z')
    const next = catalogFrom(notes, fields, { ledger: recorded, now, accept: true }).recorded
    const { catalog } = catalogFrom(notes, fields, { ledger: next, now, accept: true })
    const kept = publishedIn(catalog).filter(([title]) => title in dates)
    expect(kept).toEqual(kept.map(([title]) => [title, dates[title as keyof typeof dates]]))
    expect(kept.length).toBeGreaterThan(0)
  })

  test.each([
    ['the day before, on whose morrow it was recorded', '2024-06-09', '2024-06-10T01:00:00Z'],
    ['an earlier day', '2024-06-08', '2024-06-08T12:00:00Z'],
    ['a later day, before which it was published', '2024-06-11', '2024-06-10T01:00:00Z'],
  ])('a changed day applies the rule to the same recording: %s', (_, date, published) => {
    expect(datesAfter([first, ['2024-06-12T00:00:00Z', `${day(date, 'A')}${day('2024-06-10', 'B')}`]])).toContainEqual(['A', published])
  })

  test.each([
    ['to come, which held the entry again', '2024-06-30T00:00:00Z'],
    ['that is over', '2024-06-09T20:00:00Z'],
  ])('an instant %s that its author wrote and took away leaves what the recording gave', (_, instant) => {
    const given = day('2024-06-10', 'A', 'B').replace('A\n', `A\npublished: ${instant}\n`)
    const steps = [first, ['2024-06-10T02:00:00Z', given], ['2024-06-10T03:00:00Z', first[1]]] as const
    expect(Object.fromEntries(datesAfter(steps))).toEqual(dates)
  })

  test('an entry that is held again is not updated in the future, and is updated once it comes back', () => {
    const held = first[1].replace('A\n', 'A\npublished: 2024-06-30T00:00:00Z\n')
    const [one, two, three] = ['2024-06-10T01:00:00Z', '2024-06-10T02:00:00Z', '2024-06-10T03:00:00Z'].map((at) => new Date(at)) as [
      Date,
      Date,
      Date,
    ]
    const before = catalogFrom(first[1], seoul, { now: one }).recorded
    const between = catalogFrom(held, seoul, { ledger: before, now: two }).recorded
    expect(between.records[0]).toMatchObject({ published: one, updated: one, changed: two, isHeld: true })
    const after = catalogFrom(first[1], seoul, { ledger: between, now: three }).recorded
    expect(after.records[0]).toMatchObject({ published: one, updated: three, changed: three, isHeld: false })
    // Until somebody records that its instant has come, nothing tells when that was.
    const come = catalogFrom(held, seoul, { ledger: between, now: new Date('2024-06-30T00:00:00Z') })
    expect(isUpToDate(between, come.recorded)).toBe(false)
    expect(come.catalog.lastModified.ofChannels.get('')).toBeNull()
  })

  test('an entry that is taken away and put back has it again', () => {
    const steps = [first, ['2024-06-10T02:00:00Z', day('2024-06-10', 'A')], ['2024-06-10T03:00:00Z', first[1]]] as const
    expect(Object.fromEntries(datesAfter(steps))).toEqual(dates)
  })
})

describe('what isn’t recorded has the same date all day', () => {
  const notes = `${day('2024-06-10', 'A', 'B')}${day('2024-06-09', 'C')}`
  const at = (now: string, fields = seoul): readonly (readonly [string, string])[] =>
    publishedIn(catalogFrom(notes, fields, { now: new Date(now) }).catalog)

  test.each(['2024-06-09T15:00:05Z', '2024-06-10T11:59:59Z', '2024-06-10T14:59:59Z'])('its own day’s first seconds, at %s', (now) => {
    expect(at(now)).toEqual([
      ['A', '2024-06-09T15:00:01Z'],
      ['B', '2024-06-09T15:00:00Z'],
      ['C', '2024-06-09T12:00:00Z'],
    ])
  })

  test('noon UTC from the day behind it on', () => {
    expect(at('2024-06-10T15:00:00Z')).toEqual([
      ['A', '2024-06-10T12:00:00Z'],
      ['B', '2024-06-10T11:59:59Z'],
      ['C', '2024-06-09T12:00:00Z'],
    ])
  })

  test('without a zone the day begins in UTC once it has, else where it begins first', () => {
    expect([at('2024-06-09T10:00:05Z', 'language: en')[0], at('2024-06-10T00:00:05Z', 'language: en')[0]]).toEqual([
      ['A', '2024-06-09T10:00:01Z'],
      ['A', '2024-06-10T00:00:01Z'],
    ])
  })
})

/** An entry of the model, which stays itself on whichever day. */
interface Model {
  readonly mark: number
  readonly day: Day
}

/** What its author does before a recording. */
interface Step {
  /** How many seconds after the recording before. */
  readonly after: number
  /** How many entries are added, where, and whether to yesterday's notes. */
  readonly count: number
  readonly where: 'above' | 'below' | 'between'
  readonly isLate: boolean
  /** Which entry is moved to a day so many days back; null for none. */
  readonly moved: number | null
  readonly daysBack: number
}

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 60, max: 90_000 })),
  count: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 300 })),
  where: fc.constantFrom('above', 'below', 'between'),
  isLate: fc.boolean(),
  moved: fc.option(fc.nat(1_000)),
  daysBack: fc.nat(3),
})

const { site } = notesFrom('', seoul)
const [sample] = notesFrom(`2024-06-10\n${entry('A')}`, seoul).entries as readonly [Note]

/** Notes of these entries: only what tells them apart differs. */
function notesOf(models: readonly Model[]): readonly Note[] {
  return models.map(({ mark, day: date }) => ({
    ...sample,
    title: `T${mark}`,
    givenId: `tag:x.example,2024:${mark}`,
    day: date,
    line: mark,
  }))
}

/** The entries and the ledger once the notes are recorded. */
function recordedAt(
  now: Date,
  models: readonly Model[],
  ledger: Ledger | null,
): { readonly entries: readonly Entry[]; readonly ledger: Ledger } {
  const { recorded, problems } = catalogOf(site, notesOf(models), { ledger, now, accept: false })
  if (recorded === null) throw new Error(problems.map(formatProblem).join('\n'))
  const { catalog } = catalogOf(site, notesOf(models), { ledger: recorded, now, accept: false })
  return { entries: catalog?.entries ?? [], ledger: recorded }
}

test('whoever selects by the date of the newest item seen, or by the time of the last run, sees each new entry exactly once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let [time, ledger, models]: [number, Ledger | null, readonly Model[]] = [Date.UTC(2024, 5, 10), null, []]
      // What n8n's trigger remembers between two runs, and what feediverse does.
      let [newestSeen, lastRun] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
      const [seenByNewest, seenByRun, fresh]: string[][] = [[], [], []]
      for (const { after, count, where, isLate, moved, daysBack } of steps) {
        time += after * 1000
        const dayBack = (days: number): Day => dayIn(site.timezone, new Date(time - days * 86_400_000))
        const target = moved === null ? undefined : models[moved % Math.max(1, models.length)]
        const kept = models.map((one) => (one === target ? { ...one, day: dayBack(daysBack) } : one))
        const added = Array.from({ length: count }, (_, index) => ({ mark: (fresh?.length ?? 0) + index, day: dayBack(isLate ? 1 : 0) }))
        const at = { above: 0, below: kept.length, between: Math.floor(kept.length / 2) }[where]
        models = [...kept.slice(0, at), ...added, ...kept.slice(at)]
        const next = recordedAt(new Date(time), models, ledger)
        // Whoever asks between two recordings may miss what the second dates back, a second for each of its entries.
        if (next.ledger === ledger) continue
        ledger = next.ledger
        fresh?.push(...added.map((one) => `T${one.mark}`))
        for (const { title, published, updated } of next.entries) {
          expect(published.getTime()).toBeLessThanOrEqual(time)
          expect(updated.getTime()).toBeGreaterThanOrEqual(published.getTime())
          if (published.getTime() > newestSeen) seenByNewest?.push(title)
          if (published.getTime() > lastRun) seenByRun?.push(title)
        }
        newestSeen = next.entries.reduce((newest, { published }) => Math.max(newest, published.getTime()), newestSeen)
        lastRun = time
      }
      expect(seenByNewest?.toSorted()).toEqual(fresh?.toSorted())
      expect(seenByRun?.toSorted()).toEqual(fresh?.toSorted())
    }),
    { numRuns: 40 },
  )
})

test('instants never lie ahead, behind the day’s beginning or before what was given, and never rise down the notes', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(400), fc.nat(86_399), (count, since, into) => {
      const now = new Date(Date.UTC(2024, 5, 10) - 9 * 3_600_000 + into * 1000)
      const before = new Date(now.getTime() - 1000 - since * 1000)
      const appearing = Array.from({ length: count }, (_, index) => ({
        id: `${index}`,
        day: (index < count / 2 ? '2024-06-10' : '2024-06-09') as Day,
      }))
      const instants = [...recordingInstants(appearing, { zone: 'Asia/Seoul', before, now }).values()]
      for (const [index, instant] of instants.entries()) {
        expect(instant.getTime()).toBeGreaterThan(before.getTime())
        expect(instant.getTime()).toBeLessThanOrEqual((instants[index - 1] ?? now).getTime())
        expect(dayIn('Asia/Seoul', instant) >= (appearing[index]?.day as Day)).toBe(true)
      }
    }),
  )
})

test('a recording that lies further ahead than clocks differ counts for nothing', () => {
  const ledger = catalogFrom(day('2024-06-10', 'A'), seoul, { now: new Date('2024-06-10T01:00:00Z') }).recorded
  const at = (now: string): string | undefined => precedingRecording(ledger, new Date(now))?.toISOString()
  expect([at('2024-06-10T00:56:00Z'), at('2024-06-10T00:54:00Z')]).toEqual(['2024-06-10T01:00:00.000Z', undefined])
})
