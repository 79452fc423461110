import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import type { Group } from '../../src/site/group.ts'
import { KnownPacks } from '../../src/site/known-packs.ts'
import { keysOf, packKeys } from '../../src/site/pack-keys.ts'
import { packOfPath } from '../../src/site/pack-of-path.ts'
import { noPictures, type PicturesThere, picturesOf } from '../../src/site/pictures.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { nothingKept } from './site-of.ts'

/** An entry of generated notes. */
interface Model {
  readonly mark: number
  readonly day: string
  readonly title: string
  readonly authors: string
  readonly text: string
  readonly tags: string
}

const days = ['2024-06-10', '2024-06-11', '2024-06-20', '2023-06-10', '2024-07-01']
const authors = ['', '(Ada Lovelace)', '(Ada Lovelace, Grace Hopper)', '(Grace Hopper, Alan Turing, 김연구)']
const tags = ['#t', '#u', '#t #u', '#v #정렬', '#U-U']
const texts = [
  '글.',
  '[[Title 0]]을 보라.',
  '[[2024-06-10]]의 [[Title 1|글]].',
  '> An abstract.\n\n논평.',
  'https://arxiv.org/abs/2406.00001\n글 $x$.',
  '[그 논문](https://arxiv.org/abs/2406.00001)과 견주어 본다.',
]
const fields = [
  '',
  'feedSize: 2',
  'feedSize: 2\nauthorFeeds: 2',
  'aliases: { t: u }',
  'license: CC-BY-4.0',
  'language: ja',
  'authorFeeds: 0',
]

interface Step {
  readonly kind: 'add' | 'remove' | 'text' | 'title' | 'authors' | 'tags' | 'day' | 'site' | 'pictures' | 'nothing'
  readonly at: number
  readonly to: number
  readonly hours: number
  readonly isRecorded: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'add', 'remove', 'text', 'title', 'authors', 'tags', 'day', 'site', 'pictures', 'pictures', 'nothing'),
  at: fc.nat(30),
  to: fc.nat(30),
  hours: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(24 * 95)),
  isRecorded: fc.boolean(),
})

const pick = (some: readonly string[], at: number): string => some[at % some.length] as string

function stepped(models: readonly Model[], { kind, at, to }: Step, mark: number): readonly Model[] {
  const target = models[at % Math.max(1, models.length)]
  if (kind === 'add' || target === undefined) {
    const added = {
      mark,
      day: pick(days, at),
      title: `Title ${mark}`,
      authors: pick(authors, to),
      text: pick(texts, at),
      tags: pick(tags, to),
    }
    return [...models, added]
  }
  const change = (part: Partial<Model>): readonly Model[] => models.map((one) => (one === target ? { ...one, ...part } : one))
  switch (kind) {
    case 'remove':
      return models.filter((one) => one !== target)
    case 'text':
      return change({ text: `${pick(texts, to)} ${mark}` })
    case 'title':
      return change({ title: `Another ${mark}` })
    case 'authors':
      return change({ authors: pick(authors, to) })
    case 'tags':
      return change({ tags: pick(tags, to) })
    case 'day':
      return change({ day: pick(days, to) })
    default:
      return models
  }
}

const written = (models: readonly Model[]): string =>
  models
    .map(({ day, title, authors: by, text, tags: borne }) =>
      [day, title, by, text, borne, ''].filter((line, index) => index === 5 || line !== '').join('\n'),
    )
    .join('')

/** None of a site's pictures, all, or one half of them or another. */
function somePictures(catalog: Catalog, which: number): PicturesThere {
  const isThere = (name: string): boolean => (which < 2 ? which === 1 : Number.parseInt(name[which % 16] as string, 16) % 2 === 0)
  return { program: 'p', names: new Set([...picturesOf(catalog, 'p').keys()].filter(isThere)) }
}

const hashOf = ({ elsewhere, polled, make }: Group): string => {
  const documents = make().map(({ path, mediaType, body, modified }) => [path, mediaType, modified, Buffer.from(body).toString('base64')])
  return createHash('sha256')
    .update(JSON.stringify([elsewhere, polled, documents]))
    .digest('hex')
}

test('where the inputs of a pack are the same, so is the pack, whatever was edited, removed, recorded or has become time', () => {
  const asBefore = { made: 0, same: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 14, size: 'max' }), (steps) => {
      const known = new Map<string, string>()
      let [models, ledger, site, time]: [readonly Model[], Ledger | null, string, number] = [[], null, '', Date.UTC(2024, 5, 12)]
      let pictures = 1
      for (const [mark, one] of steps.entries()) {
        models = stepped(models, one, mark)
        if (one.kind === 'site') site = pick(fields, one.to)
        if (one.kind === 'pictures') pictures = one.to
        time += one.hours * 3_600_000
        const options = { ledger, now: new Date(time), accept: true }
        const { catalog, recorded } = catalogFrom(written(models), site, options)
        if (one.isRecorded) ledger = recorded
        for (const group of siteInGroups(catalog, nothingKept, somePictures(catalog, pictures)).groups) {
          const name = `${group.key} ${group.inputs}`
          const hash = hashOf(group)
          const before = known.get(name)
          asBefore.made += 1
          if (before !== undefined) {
            asBefore.same += 1
            expect([group.key, hash]).toEqual([group.key, before])
          }
          known.set(name, hash)
        }
      }
    }),
    { numRuns: 60 },
  )
  // Of packs that are made anew each time nothing would be shown.
  expect(asBefore.same / asBefore.made).toBeGreaterThan(0.3)
})

test('every document stands in the pack that its path leads to, and no pack is without a key in the manifest', () => {
  const notes = Array.from({ length: 9 }, (_, index) => ({
    mark: index,
    day: pick(days, index),
    title: index === 0 ? '제목' : `Title ${index}`,
    authors: pick(authors, index),
    text: '글.',
    tags: pick(tags, index),
  }))
  for (const site of fields) {
    const { recorded: ledger } = catalogFrom(written(notes), site, { now: new Date('2024-07-01T00:00:00Z'), accept: true })
    const { catalog } = catalogFrom(written(notes.slice(3)), site, { now: new Date('2024-07-02T00:00:00Z'), accept: true, ledger })
    const { manifest, groups } = siteInGroups(catalog, nothingKept, noPictures)
    const known = new KnownPacks(manifest)
    const made = [...groups]
    expect(made.map(({ key }) => key).toSorted()).toEqual([...keysOf(manifest)].toSorted())
    for (const { key, elsewhere, make } of made) {
      const paths = [
        ...make().map(({ path }) => path),
        ...Object.keys(elsewhere.moved),
        ...Object.keys(elsewhere.upcoming),
        ...elsewhere.gone,
      ]
      for (const path of paths) expect([path, packOfPath(path, known) ?? packKeys.missing]).toEqual([path, key])
    }
  }
})
