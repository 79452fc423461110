import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import { chosenPictures, picturesOf } from '../../src/site/pictures.ts'
import { pictureAt } from '../../src/site/urls.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { nothingKept } from './site-of.ts'

/** The 300 days before this, each with so many entries of one tag. */
const dayOf = (index: number): string => new Date(Date.UTC(2024, 5, 10 - index)).toISOString().slice(0, 10)

function notesOf(days: number, perDay: number, textOf: (number: number) => string = (number) => `${number}번째 글.`): string {
  return Array.from({ length: days }, (_, day) => {
    const entries = Array.from({ length: perDay }, (__, index) => {
      const number = day * perDay + index
      return `## Title ${number}\n${textOf(number)}\n#t #u\n`
    })
    return `# ${dayOf(day)}\n${entries.join('')}`
  }).join('\n')
}

const catalogOf = (notes: string, fields = ''): Catalog => catalogFrom(notes, fields).catalog
const namesOf = (catalog: Catalog, program = 'p'): readonly string[] => [...picturesOf(catalog, program).keys()]

/** How many pictures the second catalog needs that the first doesn't. */
function newBetween(before: Catalog, after: Catalog): number {
  const known = new Set(namesOf(before))
  return namesOf(after).filter((name) => !known.has(name)).length
}

test('the site, every tag, the latest 30 days and the latest 100 entries have pictures', () => {
  expect(namesOf(catalogOf(notesOf(2, 2)))).toHaveLength(1 + 2 + 2 + 4)
  expect(namesOf(catalogOf(notesOf(40, 3)))).toHaveLength(1 + 2 + 30 + 100)
})

test('a name hangs on what is drawn and on what draws it, and on nothing else', () => {
  const notes = notesOf(3, 4)
  const names = namesOf(catalogOf(notes))
  expect(namesOf(catalogOf(notes))).toEqual(names)
  expect(namesOf(catalogOf(notes, 'feedSize: 9\ntimezone: Asia/Tokyo'))).toEqual(names)
  expect(namesOf(catalogOf(notes), 'q').filter((name) => names.includes(name))).toEqual([])
  for (const name of names) expect(pictureAt(`/pictures/${name}.png`)).toBe(name)
})

test.each([
  ['an entry more: its own, its day’s', notesOf(3, 4), `${notesOf(3, 4)}## One more\n글.\n#t\n`, 2],
  ['a tenth entry of a tag: the tag’s besides', notesOf(3, 3), `${notesOf(3, 3)}## One more\n글.\n#t\n`, 3],
  ['a word of a commentary: its entry’s', notesOf(3, 4), notesOf(3, 4).replace('1번째', '첫 번째'), 1],
  ['a word behind all that has room: none', ...tails('끝'), 0],
  ['a title: its own, its day’s', notesOf(3, 4), notesOf(3, 4).replace('Title 5', 'Another'), 2],
])('what an edit draws anew is little: %s', (_, before, after, count) => {
  expect(newBetween(catalogOf(before), catalogOf(after))).toBe(count)
})

function tails(word: string): readonly [string, string] {
  const of = (end: string): string => notesOf(1, 1, () => `${'긴 글. '.repeat(100)}${end}`)
  return [of('다음'), of(word)]
}

test('however many entries a tag gains, its picture changes at 10, 20, 50, 100, 200 and so on alone', () => {
  const seen: number[] = []
  let before = ''
  for (let count = 1; count <= 210; count += 1) {
    const tag = picturesOf(catalogOf(notesOf(1, count)), 'p')
    const [name] = [...tag].find(([, { title }]) => title.text === '#t') as [string, object]
    if (name !== before) seen.push(count)
    before = name
  }
  expect(seen).toEqual([1, 10, 20, 50, 100, 200])
})

test('a page names its own picture where that is there; else an entry its first tag’s, and each the site’s; else none', () => {
  const catalog = catalogOf(notesOf(110, 1))
  const all = [...picturesOf(catalog, 'p')]
  const nameOf = (title: string, isEntry = false): string =>
    (all.find(([, picture]) => picture.title.text === title && picture.tags.length > 0 === isEntry) as [string, object])[0]
  const [newest, oldest] = [catalog.entries[0], catalog.entries.at(-1)] as [Catalog['entries'][0], Catalog['entries'][0]]
  const [site, tag, own] = [nameOf('T'), nameOf('#t'), nameOf(newest.title, true)]
  const [day] = catalog.days
  const ofDay = nameOf(catalog.words.day((day as (typeof catalog.days)[0]).day))
  const path = (name: string): string => `/pictures/${name}.png`
  const chosen = (...names: readonly string[]): readonly (string | undefined)[] => {
    const pictures = chosenPictures(catalog, { program: 'p', names: new Set(names) })
    return [
      pictures.site,
      pictures.ofTag('t'),
      pictures.ofDay(newest.day),
      pictures.ofDay(oldest.day),
      pictures.ofEntry(newest),
      pictures.ofEntry(oldest),
    ].map((picture) => picture?.path)
  }
  const none = undefined
  expect(chosen()).toEqual([none, none, none, none, none, none])
  expect(chosen(site)).toEqual([site, site, site, site, site, site].map(path))
  expect(chosen(tag)).toEqual([none, path(tag), none, none, path(tag), path(tag)])
  expect(chosen(own)).toEqual([none, none, none, none, path(own), none])
  expect(chosen(ofDay)).toEqual([none, none, path(ofDay), none, none, none])
  expect(chosen(site, tag, own, ofDay)).toEqual([site, tag, ofDay, site, own, tag].map(path))
})

test('whichever pictures are there, pages name these and no others', () => {
  const catalog = catalogOf(notesOf(4, 3))
  const all = namesOf(catalog)
  for (const names of [[], all.slice(0, 1), all.slice(1), all.filter((_, index) => index % 3 === 0), all]) {
    const { groups } = siteInGroups(catalog, nothingKept, { program: 'p', names: new Set(names) })
    const pages = [...groups].flatMap(({ make }) => make()).filter(({ mediaType }) => mediaType.startsWith('text/html'))
    const named = pages.flatMap(({ body }) => {
      const [, path] = /<meta property="og:image" content="https:\/\/notes\.example([^"]+)">/.exec(Buffer.from(body).toString()) ?? []
      return path === '/icon.png' ? [] : [pictureAt(path as string)]
    })
    expect(new Set(named)).toEqual(new Set(names))
  }
})
