import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { documentsOf } from './site-of.ts'

interface Model {
  readonly mark: number
  readonly day: string
  readonly text: string
  readonly tags: string
}

const days = ['2024-06-10', '2024-06-11', '2024-06-12', '2024-06-13']
const tags = ['#t', '#u', '#t #u', '#v']

interface Edit {
  readonly kind: 'add' | 'remove' | 'text' | 'tags' | 'day' | 'order' | 'site' | 'nothing'
  readonly at: number
  readonly to: number
  /** How many hours after the recording before. */
  readonly after: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('add', 'remove', 'text', 'tags', 'day', 'order', 'site', 'nothing'),
  at: fc.nat(30),
  to: fc.nat(30),
  after: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 400 })),
})

function edited(models: readonly Model[], { kind, at, to }: Edit, mark: number, day: string): readonly Model[] {
  const target = models[at % Math.max(1, models.length)]
  const borne = tags[to % tags.length] as string
  if (kind === 'add' || target === undefined)
    return [...models.slice(0, at), { mark, day, text: `글 ${mark}.`, tags: borne }, ...models.slice(at)]
  const change = (part: Partial<Model>): readonly Model[] => models.map((one) => (one === target ? { ...one, ...part } : one))
  const others = models.filter((one) => one !== target)
  switch (kind) {
    case 'remove':
      return others
    case 'order':
      return [...others.slice(0, to), target, ...others.slice(to)]
    case 'text':
      return change({ text: `고친 글 ${mark}.` })
    case 'tags':
      return change({ tags: borne })
    case 'day':
      return change({ day })
    default:
      return models
  }
}

const written = (models: readonly Model[]): string =>
  models.map(({ mark, day, text, tags: borne }) => `${day}\nT${mark}\nid: tag:x.example,2024:${mark}\n${text}\n${borne}\n`).join('')

/** What a feed says of itself: when it was updated and last modified, and all its items. */
interface Said {
  readonly updated: string
  readonly modified: Date | null
  readonly items: string
}

const heads: readonly (readonly [file: string, updated: RegExp, items: string])[] = [
  ['atom.xml', /<updated>([^<]+)<\/updated>/, '<entry'],
  ['rss.xml', /<lastBuildDate>([^<]+)<\/lastBuildDate>/, '<item>'],
]

test('RFC 4287 §4.2.15: a document’s updated moves whenever its items do, whether one is edited, added, lost or moved; so does its Last-Modified', () => {
  let [moves, rests] = [0, 0]
  fc.assert(
    fc.property(fc.array(edit, { minLength: 5, maxLength: 12, size: 'max' }), (edits) => {
      let [ledger, models, title]: [Ledger | null, readonly Model[], string] = [null, [], 'T']
      let before: ReadonlyMap<string, Said> = new Map()
      let time = Date.UTC(2024, 5, 13)
      for (const [index, one] of edits.entries()) {
        if (one.kind === 'site') title = `T${index}`
        time += one.after * 3_600_000
        const now = new Date(time)
        // Half of the new entries are of the day on which they are recorded.
        const today = one.to % 2 === 0 ? new Date(time).toISOString().slice(0, 10) : (days[one.to % days.length] as string)
        models = edited(models, one, index, today)
        const options = { now, accept: true }
        const { recorded } = catalogFrom(written(models), 'feedSize: 3', { ...options, ledger }, title)
        ledger = recorded
        const { catalog } = catalogFrom(written(models), 'feedSize: 3', { ...options, ledger }, title)
        const after = new Map<string, Said>()
        for (const { path, body, modified } of documentsOf(catalog)) {
          const head = heads.find(([file]) => path.endsWith(`/${file}`))
          if (head === undefined) continue
          const text = new TextDecoder().decode(body)
          const start = text.indexOf(head[2])
          const [, updated = ''] = head[1].exec(start === -1 ? text : text.slice(0, start)) ?? []
          after.set(path, { updated, modified, items: start === -1 ? '' : text.slice(start) })
        }
        for (const [path, is] of after) {
          const was = before.get(path)
          if (was === undefined) continue
          if (is.items === was.items) {
            rests += 1
            continue
          }
          moves += 1
          expect(new Date(is.updated).getTime(), `${one.kind} ${path} updated`).toBeGreaterThan(new Date(was.updated).getTime())
          expect(Number(is.modified), `${one.kind} ${path} modified`).toBeGreaterThan(Number(was.modified))
        }
        before = after
      }
    }),
    { numRuns: 40 },
  )
  expect(moves).toBeGreaterThan(100)
  expect(rests).toBeGreaterThan(100)
})
