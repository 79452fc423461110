import { expect, test } from 'vitest'
import { wikiLinksOf } from '../../src/catalog/wiki.ts'
import { sampleEntry } from '../site/entries.ts'
import { catalogFrom } from './catalog-from.ts'

const paperNote = (title: string, text = '글.'): string => `---\ntitle: ${title}\nkind: paper\n---\n${text}\n`
const files = {
  'papers/240606 Other Note.md': paperNote('What the Paper Is Called'),
  'papers/240607 Twice.md': paperNote('Twice One'),
  'more/240607 Twice.md': paperNote('Twice Two'),
  [`papers/${'240608 이름'.normalize('NFD')}.md`]: paperNote('Named in Hangul'),
  'papers/240609 Same.md': paperNote('One of Two'),
  'papers/240601 Other.md': paperNote('Same'),
  '2024-06-10.md': '2024-06-10\nFirst of the Day\n글.\n#t\nSecond of the Day\n글.\n#t\n',
  'papers/240605 Day.md': paperNote('First of Another'),
  'papers/240604 Tomorrow.md': `---\ntitle: Tomorrow\nkind: paper\npublished: 2030-01-01T00:00:00Z\n---\n글.\n`,
}

/** The title of the entry that a target means, or the day; null where it means none. */
function meaningOf(target: string): string | null {
  const notes = { ...files, '240101 Linking.md': paperNote('Linking', `[[${target}|글]]`) }
  const { catalog } = catalogFrom(notes, '', { now: new Date('2024-07-01T00:00:00Z') })
  const meaning = catalog.wikiLinks.meanings.get(target) ?? null
  return typeof meaning === 'object' ? (meaning?.title ?? null) : meaning
}

test.each([
  ['the name of a file', '240606 Other Note', 'What the Paper Is Called'],
  ['in another case', '240606 OTHER note', 'What the Paper Is Called'],
  ['in another Unicode form', '240608 이름', 'Named in Hangul'],
  ['with its ending', '240606 Other Note.md', 'What the Paper Is Called'],
  ['in a folder', 'papers/240606 Other Note', 'What the Paper Is Called'],
  ['in a folder that is called otherwise in the vault', 'vault/240606 Other Note', 'What the Paper Is Called'],
  ['a section of it', '240606 Other Note#Section', 'What the Paper Is Called'],
  ['a section below another', '240606 Other Note#Section#Part', 'What the Paper Is Called'],
  ['a block of it', '240606 Other Note^1a2b3c', 'What the Paper Is Called'],
  ['the name without its date', 'Other Note', 'What the Paper Is Called'],
  ['the title', 'What the paper is called', 'What the Paper Is Called'],
  ['the title, with other punctuation', 'first-of the day', 'First of the Day'],
  ['a name of two files', '240607 Twice', null],
  ['a name of two files, and a folder that tells them apart', 'more/240607 Twice', 'Twice Two'],
  ['a name of two files without its date', 'Twice', null],
  ['the name of one entry and the title of another', 'Same', null],
  ['a day, which is the name of a file of two entries', '2024-06-10', '2024-06-10'],
  ['a day in a folder', 'daily/2024-06-10', '2024-06-10'],
  ['a day of one entry', '2024-06-05', '2024-06-05'],
  ['a day without entries', '2024-06-11', null],
  ['an entry to come', 'Tomorrow', null],
  ['nothing', 'Nothing', null],
  ['a section of the note itself', '#Section', null],
  ['signs without a letter', '!!', null],
])('a wiki link may give %s: [[%s]] means %s', (_, target, meaning) => {
  expect(meaningOf(target)).toBe(meaning)
})

test('the entries that link to one are newest first, each once, the entry itself never', () => {
  const { catalog } = catalogFrom({
    '240601 A.md': paperNote('A Title', '[[240601 A]]와 [[A Title]], [[B Title]].'),
    '240602 B.md': paperNote('B Title', '[[A Title]].\n\n> [[240601 A|인용]].'),
    '240603 C.md': paperNote('C Title', '> [[A Title]], [[2024-06-02]].'),
  })
  const linkedFrom = [...catalog.wikiLinks.linkedFrom].map(([to, from]) => [to.title, from.map(({ title }) => title)])
  expect(new Map(linkedFrom as [])).toEqual(
    new Map([
      ['A Title', ['C Title', 'B Title']],
      ['B Title', ['A Title']],
    ]),
  )
})

test('the file of each of 10,000 entries is looked at equally often, however many links there are', () => {
  const readsWith = (entries: number): number => {
    let reads = 0
    wikiLinksOf(
      Array.from({ length: entries }, (_, number) => {
        const target = `Title ${(number * 7) % entries}`
        const [block] = sampleEntry().commentary
        const commentary = block === undefined ? [] : [{ ...block, wikiLinks: [{ target, start: 0, end: 1 }] }]
        const note = {
          get file(): string {
            reads += 1
            return `240606 Title ${number}.md`
          },
        }
        return { entry: sampleEntry({ title: `Title ${number}`, commentary }), note }
      }),
    )
    return reads / entries
  }
  expect(readsWith(10_000)).toBe(readsWith(100))
})
