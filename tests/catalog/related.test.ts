import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Catalog, catalogOf, noLedger } from '../../src/catalog/catalog.ts'
import type { Entry } from '../../src/catalog/entries.ts'
import { type Related, RelatedNotes } from '../../src/catalog/related.ts'
import type { Note } from '../../src/notes/note.ts'
import { type CorpusEntry, corpusEntries, corpusEntry, entriesOfDay } from '../bench/corpus/entry.ts'
import { noteFiles } from '../bench/corpus/notes.ts'
import { sampleEntry } from '../site/entries.ts'
import { catalogFrom, type Notes, notesFrom } from './catalog-from.ts'

/** What each entry is related to. */
type RelatedEntries = ReadonlyMap<Entry, readonly Related[]>

function relatedOfAll({ entries, related }: Pick<Catalog, 'entries' | 'related'>): RelatedEntries {
  return new Map(entries.map((entry) => [entry, related.of(entry)]))
}

/** What stands on each entry's page of others: titles and addresses too, by the entry's own address. */
function shown(related: RelatedEntries): ReadonlyMap<string, string> {
  const placeOf = ({ day, name }: Entry): string => `${day}/${name}`
  const listed = ({ entry, reasons }: Related): unknown => [placeOf(entry), entry.title, reasons]
  return new Map([...related].map(([entry, others]) => [placeOf(entry), JSON.stringify(others.map(listed))]))
}

/** How many pages that are there before and after name other notes, or name them otherwise, but for the edited entries' own. */
function changedPages(before: RelatedEntries, after: RelatedEntries, edited: ReadonlySet<string>): number {
  const earlier = shown(before)
  return [...shown(after)].filter(([place, text]) => !edited.has(place) && earlier.has(place) && earlier.get(place) !== text).length
}

function relatedIn(notes: Notes, fields = ''): Readonly<Record<string, readonly string[]>> {
  const { catalog } = catalogFrom(notes, fields)
  const told = ({ entry, reasons }: Related): string => [entry.title, ...reasons.map(({ kind }) => kind)].join(' ')
  return Object.fromEntries([...relatedOfAll(catalog)].map(([entry, others]) => [entry.title, others.map(told)]))
}

describe('links', () => {
  test.each([
    ['another version on arXiv', 'https://arxiv.org/abs/2406.00001', 'https://arxiv.org/abs/2406.00001v3'],
    ['the PDF on arXiv', 'https://arxiv.org/abs/2406.00001v1', 'https://www.arxiv.org/pdf/2406.00001v2.pdf'],
    ['the DOI of arXiv', 'https://arxiv.org/abs/2406.00001', 'https://doi.org/10.48550/ARXIV.2406.00001'],
    ['a DOI in another case', 'https://doi.org/10.1000/AbC', 'https://dx.doi.org/10.1000/aBc'],
    ['a DOI on a publisher’s site', 'https://doi.org/10.1000/abc', 'https://journal.example/doi/full/10.1000/abc'],
    ['an address', 'https://lab.example/paper', 'http://www.lab.example/paper/'],
    ['the note’s page', 'https://arxiv.org/abs/2406.00001', 'https://notes.example/2024-06-10/%EC%A0%95%EB%A0%AC-one/'],
    ['a section of the note’s page', 'https://arxiv.org/abs/2406.00001', 'https://notes.example/2024-06-10/%EC%A0%95%EB%A0%AC-one#x'],
  ])('that lead to %s relate two notes', (_, paper, link) => {
    const notes = `2024-06-10\n\n## 정렬 One\n${paper}\n\n글.\n\n## Two\nhttps://arxiv.org/abs/2406.00002\n\n글 [이것](${link}) 글.\n`
    expect(relatedIn(notes)).toEqual({ '정렬 One': ['Two citing'], Two: ['정렬 One cited'] })
  })

  test.each([
    ['another paper', 'https://arxiv.org/abs/2406.00003'],
    ['its own paper', 'https://arxiv.org/pdf/2406.00002v2'],
    ['its own page', 'https://notes.example/2024-06-10/two/'],
    ['a page of another site', 'https://other.example/2024-06-10/one/'],
    ['a broken address', 'https://notes.example/2024-06-10/%E0%A4%A/'],
  ])('that lead to %s relate none', (_, link) => {
    const notes = `2024-06-10\n\n## One\nhttps://arxiv.org/abs/2406.00001\n\n글.\n\n## Two\nhttps://arxiv.org/abs/2406.00002\n\n글 [이것](${link}) 글.\n`
    expect(relatedIn(notes)).toEqual({ One: [], Two: [] })
  })

  test('of two notes on a paper the latest is linked to', () => {
    const note = (title: string, link: string, text: string): string => `## ${title}\n${link}\n\n${text}\n\n`
    const paper = 'https://arxiv.org/abs/2406.00001'
    const notes = `2024-06-11\n\n${note('Later', paper, '글.')}\n2024-06-10\n\n${note('Earlier', paper, '글.')}${note('Linking', 'https://arxiv.org/abs/2406.00002', `[이것](${paper})`)}`
    expect(relatedIn(notes)['Linking']).toEqual(['Later cited'])
  })
})

test('notes that share a rare tag, or telling words, say so; a tag of all and common words relate none', () => {
  const note = (title: string, text: string, tags: string): string => `## ${title}\n${text}\n\n${tags}\n\n`
  const common = Array.from({ length: 24 }, (_, number) => note(`C${number}`, '이 논문의 방법과 결과.', '#llm')).join('')
  const notes = `2024-06-10\n\n${note('A', '글.', '#llm #rare')}${note('B', '글.', '#rare #llm')}${note('D', 'speculative decoding을 MTP로 한다.', '#llm')}${note('E', 'MTP는 speculative decoding이다.', '#llm')}${common}`
  const related = relatedIn(notes)
  expect(related['A']).toEqual(['B tags'])
  expect(related['D']).toEqual(['E words'])
  expect(related['C0']).toEqual([])
})

test('five notes are related to one at most, those with links first, none twice, and none to itself', () => {
  const linked = Array.from(
    { length: 8 },
    (_, n) => `## L${n}\nhttps://arxiv.org/abs/2406.1000${n}\n\n[이것](https://arxiv.org/abs/2406.00001)\n\n#rare\n\n`,
  )
  const { catalog } = catalogFrom(`2024-06-10\n\n## One\nhttps://arxiv.org/abs/2406.00001\n\n글.\n\n#rare\n\n${linked.join('')}`)
  for (const [entry, others] of relatedOfAll(catalog)) {
    expect(others.length).toBeLessThanOrEqual(5)
    expect(new Set([entry, ...others.map((other) => other.entry)]).size).toBe(others.length + 1)
  }
  const ofOne = catalog.related.of(catalog.entries[0] as Entry)
  expect(ofOne.map(({ entry }) => entry.title)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4'])
})

/** The most pages of others that an edit of one entry may change. */
const bound = 50

describe('an edit of one entry changes the related notes of 50 others at most', () => {
  const size = 1_000
  const files = (entries: readonly CorpusEntry[]): Notes => Object.fromEntries(noteFiles(entries))
  /** All with one tag, many with a popular paper in their text, which real notes have too. */
  const skewed = (entry: CorpusEntry): CorpusEntry => ({
    ...entry,
    tags: ['everywhere', ...entry.tags],
    commentary: [`${entry.commentary[0]} [유명한 논문](${corpusEntry(5).link})을 잇는다.`, ...entry.commentary.slice(1)],
  })
  const corpus = corpusEntries(0, size).map(skewed)
  const { site, entries: notes } = notesFrom(files(corpus), 'language: ko')
  const catalogWith = (some: readonly Note[]): Catalog => catalogOf(site, some, noLedger).catalog as Catalog
  const before = catalogWith(notes)
  const changedBy = (edited: readonly Note[]): number => {
    const after = catalogWith([
      ...notes.filter((note) => !edited.some(({ file, line }) => file === note.file && line === note.line)),
      ...edited,
    ])
    return changedPages(relatedOfAll(before), relatedOfAll(after), new Set(edited.map((note) => placeOfNote(after, note))))
  }
  const placeOfNote = (catalog: Catalog, { title }: Note): string => {
    const { day, name } = catalog.entries.find((entry) => entry.title === title) as Entry
    return `${day}/${name}`
  }

  test('where it is about something else from then on', () => {
    const others = notesFrom(files(corpusEntries(20_000, 20_000 + 10).map(skewed)), 'language: ko').entries
    for (const [index, other] of others.entries()) {
      const one = notes[index * 96 + 5] as Note
      expect(changedBy([{ ...other, file: one.file, line: one.line, day: one.day }])).toBeLessThanOrEqual(bound)
    }
  })

  test('where only its title is another, each page that names it', () => {
    const changed = notes.filter((_, index) => index % 80 === 5).map((one) => changedBy([{ ...one, title: `${one.title} 2` }]))
    expect(Math.max(...changed)).toBeLessThanOrEqual(bound)
    expect(Math.max(...changed)).toBeGreaterThan(0)
  })

  test('and the digests that tell which pages those are', () => {
    for (const [index, one] of notes.filter((_, at) => at % 100 === 7).entries()) {
      const after = catalogWith(notes.map((note) => (note === one ? { ...note, title: `${index} ${note.title}` } : note)))
      const edited = placeOfNote(before, one)
      const [earlier, later] = [before, after].map((catalog) => shown(relatedOfAll(catalog))) as [
        ReadonlyMap<string, string>,
        ReadonlyMap<string, string>,
      ]
      const digests = new Map(before.entries.map((entry) => [`${entry.day}/${entry.name}`, before.related.digestOf(entry)]))
      for (const entry of after.entries) {
        const place = `${entry.day}/${entry.name}`
        if (!earlier.has(place) || place === edited) continue
        expect(after.related.digestOf(entry) === digests.get(place)).toBe(later.get(place) === earlier.get(place))
      }
    }
  })

  test('where ten are added, ten times as many', () => {
    const day = notesFrom(files(corpusEntries(size, size + entriesOfDay).map(skewed)), 'language: ko').entries
    const changed = changedPages(relatedOfAll(before), relatedOfAll(catalogWith([...notes, ...day])), new Set())
    expect(changed).toBeGreaterThan(0)
    expect(changed).toBeLessThanOrEqual(entriesOfDay * (bound / 2))
  })
})

/** What an entry is made of, from so few values that every thread is full. */
interface Model {
  readonly day: number
  readonly paper: number
  readonly links: readonly number[]
  readonly tags: readonly number[]
  readonly words: readonly number[]
}

const model: fc.Arbitrary<Model> = fc.record({
  day: fc.nat(20),
  paper: fc.nat(12),
  links: fc.array(fc.nat(12), { maxLength: 12 }),
  tags: fc.array(fc.nat(8), { maxLength: 4 }),
  words: fc.array(fc.nat(30), { maxLength: 12 }),
})

test('whatever entries share, and whatever becomes of one, 50 others change at most', () => {
  const { site } = notesFrom('2024-06-10\nA\n글.\n')
  const wordOf = (number: number): string => `Zq${String.fromCharCode(97 + number)}x`
  const paperOf = (number: number): string => `https://arxiv.org/abs/2406.${10_000 + number}`
  const visibleOf = (models: readonly Model[]): ConstructorParameters<typeof RelatedNotes>[1] =>
    models
      .map((one, number) => ({ ...one, number }))
      .toSorted((one, other) => other.day - one.day)
      .map(({ day, number, paper, links, tags, words }) => {
        const date = `2024-06-${String(day + 1).padStart(2, '0')}` as Entry['day']
        const text = words.map(wordOf).join('. ')
        const commentary = sampleEntry().commentary.map((block) => ({ ...block, text }))
        const ofTags = [...new Set(tags)].map((tag) => ({ label: `t${tag}`, slug: `t${tag}` }))
        const entry = sampleEntry({ name: `n${number}`, day: date, title: '글', abstract: [], commentary, tags: ofTags })
        const note = { title: entry.title, abstract: [], commentary, links: [paper, ...links].map(paperOf) }
        return { entry, note, path: `${date}/n${number}`, paper: `arxiv:2406.${10_000 + paper}` }
      })
  fc.assert(
    fc.property(fc.array(model, { minLength: 60, maxLength: 160 }), model, fc.nat(), (models, other, at) => {
      const index = at % models.length
      const [before, after] = [models, models.with(index, other)].map((some): RelatedEntries => {
        const visible = visibleOf(some)
        return relatedOfAll({ entries: visible.map(({ entry }) => entry), related: new RelatedNotes(site, visible) })
      }) as [RelatedEntries, RelatedEntries]
      const places = (related: RelatedEntries): readonly string[] =>
        [...related.keys()].filter(({ name }) => name === `n${index}`).map(({ day, name }) => `${day}/${name}`)
      expect(changedPages(before, after, new Set([...places(before), ...places(after)]))).toBeLessThanOrEqual(bound)
    }),
    { numRuns: 60 },
  )
})
