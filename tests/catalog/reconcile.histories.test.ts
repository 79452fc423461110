import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CatalogReading, catalogOf } from '../../src/catalog/catalog.ts'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { formatLedger, parseLedger } from '../../src/catalog/ledger-text.ts'
import type { Note } from '../../src/notes/note.ts'
import { formatProblem } from '../../src/notes/problem.ts'
import { notesFrom } from './catalog-from.ts'
import { arxivA, arxivB, now } from './recorded.ts'

/** An entry of the model: what an author might change in it, and a mark that stays with it. */
interface Model {
  readonly mark: number
  readonly title: string
  readonly day: string
  readonly link: string
  readonly text: string
  readonly tags: string
  readonly id: string | null
}

const days = ['2024-06-10', '2024-06-11', '2024-06-12']
const links = ['', '', arxivA, arxivB, 'https://a.example/p', 'https://doi.org/10.1000/182']

function written({ day, title, link, text, tags, id }: Model): string {
  return `${day}\n${title}\n${id === null ? '' : `id: ${id}\n`}${link === '' ? '' : `${link}\n`}${text}\n${tags}\n`
}

/** Every note that was ever written, so that an edit of one entry has only that one read again. */
const noteOf = new Map<string, Note>()

const { site } = notesFrom('')

/** What these entries come to, the entries of a day in this order. */
function read(entries: readonly Model[], ledger: Ledger | null, accept = false): CatalogReading {
  const notes = entries.map((entry) => {
    const text = written(entry)
    const note = noteOf.get(text) ?? (notesFrom(text).entries[0] as Note)
    noteOf.set(text, note)
    return note
  })
  return catalogOf(site, notes, { ledger, now, accept })
}

/** What is done to the list of entries, to the one at a place, with another value from a list. */
interface Edit {
  readonly kind: string
  readonly at: number
  readonly to: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('add', 'remove', 'title', 'day', 'link', 'text', 'tags', 'order', 'replace'),
  at: fc.nat(20),
  to: fc.nat(20),
})

/** The entries once one of them is edited, or another comes; `mark` is in whatever is written anew. */
function edited(entries: readonly Model[], { kind, at, to }: Edit, mark: number): readonly Model[] {
  const target = entries[at % Math.max(1, entries.length)]
  const day = days[at % 3] as string
  const link = links[to % 6] as string
  const fresh: Model = { mark, title: `T${mark}`, day, link, text: `글 ${mark}.`, tags: '#t', id: null }
  if (kind === 'add' || target === undefined) return [...entries, fresh]
  const change = (part: Partial<Model>): readonly Model[] => entries.map((one) => (one === target ? { ...one, ...part } : one))
  const others = entries.filter((one) => one !== target)
  switch (kind) {
    case 'remove':
      return others
    case 'order':
      return [...others, target]
    case 'replace':
      // New notes on the removed one's paper would be the removed one.
      return [...others, target.link === link ? { ...fresh, link: '' } : fresh]
    case 'title':
      return change({ title: `T${mark} renamed` })
    case 'day':
      return change({ day: days[to % 3] as string })
    case 'link':
      return change({ link })
    case 'text':
      return change({ text: `글 ${mark} 다시.` })
    default:
      return change({ tags: `#t${to}` })
  }
}

test('whatever is edited, ids stay unique and each surviving entry keeps its own', () => {
  let [edits, doubts] = [0, 0]
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25, size: 'max' }), (sequence) => {
      let entries: readonly Model[] = []
      let ledger: Ledger | null = null
      const idOf = new Map<number, string>()
      for (const [mark, one] of sequence.entries()) {
        entries = edited(entries, one, mark)
        edits += 1
        let reading = read(entries, ledger)
        if (reading.recorded === null) {
          // The cure that the problem names: the author says which one it is.
          doubts += 1
          expect(reading.problems.map(formatProblem).join('\n')).toContain('may be an entry that was published before')
          entries = entries.map((entry) => ({ ...entry, id: idOf.get(entry.mark) ?? null }))
          reading = read(entries, ledger)
          if (reading.recorded === null) reading = read(entries, ledger, true)
        }
        ledger = reading.recorded as Ledger
        const ids = new Map(reading.catalog?.entries.map(({ title, id }) => [title, id]))
        expect(new Set(ids.values()).size).toBe(entries.length)
        for (const { title, mark: known } of entries) {
          const id = ids.get(title) as string
          if ((idOf.get(known) ?? id) !== id) expect(id, `${one.kind} ${title}`).toBe(idOf.get(known))
          idOf.set(known, id)
        }
        expect(new Set(idOf.values()).size).toBe(idOf.size)
      }
      if (ledger !== null) expect(parseLedger('l.json', formatLedger(ledger)).ledger).toEqual(ledger)
    }),
    { numRuns: 200 },
  )
  expect(edits).toBeGreaterThan(1_500)
  expect(doubts).toBeGreaterThan(0)
})
