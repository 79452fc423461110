import { appendFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Kept, keptIn } from '../../src/cli/kept.ts'
import { KeptFile } from '../../src/cli/kept-file.ts'
import { readContent, readNotesFile } from '../../src/notes/content.ts'
import { newFolder } from './folders.ts'

const note = (title: string): string => `2024-06-10\n${title}\nhttps://arxiv.org/abs/2406.00001\n본문 $x^2$.\n#tag\n`
const first = { 'site.md': '---\ntitle: 노트\nurl: https://notes.example\n---\n', 'a.md': note('First'), 'b.md': note('Second') }

function reading(of: Readonly<Record<string, string>>, by = readNotesFile): ReturnType<typeof readContent> {
  const listed = Object.entries(of).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  return readContent('content', listed, { origin: null, drafts: false }, by)
}

/** What is kept in a folder, and the files that are read since it isn't. */
function keptAndRead(folder: string, program = 'this program'): { readonly kept: Kept; readonly read: string[] } {
  const read: string[] = []
  const kept = keptIn(folder, program, (file, ...others) => {
    read.push(file)
    return readNotesFile(file, ...others)
  })
  return { kept, read }
}

const changes = [
  ['nothing has changed', first, []],
  ['one file has changed', { ...first, 'a.md': note('Third') }, ['content/a.md']],
  ['a file is new', { ...first, 'c.md': note('Third') }, ['content/c.md']],
  ['a file has another name', { 'site.md': first['site.md'], 'a.md': first['a.md'], 'c.md': first['b.md'] }, ['content/c.md']],
  ['site.md has another title', { ...first, 'site.md': first['site.md'].replace('노트', '글') }, []],
  [
    'site.md says how notes are read',
    { ...first, 'site.md': first['site.md'].replace('---\n', '---\nlabels: { authors: [글쓴이] }\n') },
    ['content/a.md', 'content/b.md'],
  ],
] as const

describe.each([
  ['the same process', (kept: ReturnType<typeof keptAndRead>) => kept],
  ['another process', (_: ReturnType<typeof keptAndRead>, folder: string) => keptAndRead(folder)],
])('in %s', (_, next) => {
  test.each(changes)('where %s, only what that concerns is read again, and all is as if it were', (__, files, expected) => {
    const folder = newFolder()
    const before = keptAndRead(folder)
    reading(first, before.kept.readFile)
    before.kept.save()
    before.read.length = 0
    const { kept, read } = next(before, folder)
    expect(reading(files, kept.readFile)).toEqual(reading(files))
    expect(read).toEqual(expected)
    kept.save()
    read.length = 0
    reading(files, kept.readFile)
    expect(read).toEqual([])
  })
})

test('what another program kept is read again', () => {
  const folder = newFolder()
  const before = keptAndRead(folder)
  reading(first, before.kept.readFile)
  before.kept.save()
  const { kept, read } = keptAndRead(folder, 'that program')
  reading(first, kept.readFile)
  expect(read).toEqual(['content/a.md', 'content/b.md'])
})

describe('a file of what is kept', () => {
  const open = (file: string): KeptFile => new KeptFile(file, 'this program')

  test('gives back what was kept, however it was cut, altered or added to, or nothing', () => {
    const values = fc.dictionary(fc.string({ maxLength: 5 }), fc.uint8Array({ maxLength: 40 }), { maxKeys: 5 })
    fc.assert(
      fc.property(values, values, fc.nat(), fc.constantFrom('cut', 'alter', 'add', 'leave'), (some, others, at, spoiling) => {
        const file = join(newFolder(), 'kept')
        const kept = open(file)
        for (const [key, value] of Object.entries(some)) kept.keep(key, value)
        kept.save(() => true)
        const bytes = readFileSync(file)
        const place = at % bytes.length
        if (spoiling === 'cut') truncateSync(file, place)
        if (spoiling === 'add') appendFileSync(file, Buffer.alloc(place, 7))
        if (spoiling === 'alter') writeFileSync(file, bytes.fill((bytes[place] as number) ^ 1, place, place + 1))
        const again = open(file)
        for (const [key, value] of Object.entries(some)) {
          expect([undefined, Buffer.from(value)]).toContainEqual(again.get(key))
          // What is spoiled is kept again by whoever asks whether it is.
          expect(again.has(key)).toBe(again.get(key) !== undefined)
        }
        if (spoiling === 'leave') for (const key of Object.keys(some)) expect(again.get(key)).toBeDefined()
        for (const [key, value] of Object.entries(others)) again.keep(key, value)
        again.save(() => true)
        for (const [key, value] of Object.entries(others)) expect(open(file).get(key)).toEqual(Buffer.from(value))
      }),
      { numRuns: 200 },
    )
  })

  test('forgets what isn’t needed any more once that is half of it', () => {
    const file = join(newFolder(), 'kept')
    for (let round = 0; round < 20; round += 1) {
      const kept = open(file)
      kept.keep(`key ${round}`, new Uint8Array(1_000))
      kept.save((key) => key === `key ${round}`)
    }
    expect(readFileSync(file).length).toBeLessThan(4_000)
    expect(open(file).get('key 19')).toEqual(Buffer.alloc(1_000))
  })

  test('forgets what isn’t needed any more in memory too: a preview saves all day', () => {
    const kept = open(join(newFolder(), 'kept'))
    kept.keep('old', new Uint8Array(10))
    kept.save((key) => key === 'new')
    expect(kept.has('old')).toBe(false)
  })

  test('that can’t be written is left as it is, with nothing beside it, and stops no build', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'kept', 'taken'), { recursive: true })
    const kept = open(join(folder, 'kept'))
    kept.keep('key', new Uint8Array(10))
    kept.save(() => true)
    expect(readdirSync(folder)).toEqual(['kept'])
  })
})

test('what hasn’t changed isn’t read again while another file has a mistake, so that no build succeeds', () => {
  const { kept, read } = keptAndRead(newFolder())
  reading(first, kept.readFile)
  read.length = 0
  for (const text of ['2024-06-31\n', '2024-06-32\n']) reading({ ...first, 'b.md': text }, kept.readFile)
  expect(read).toEqual(['content/b.md', 'content/b.md'])
})
