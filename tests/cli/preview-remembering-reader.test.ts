import { expect, test } from 'vitest'
import { rememberingReader } from '../../src/cli/preview/remembering-reader.ts'
import { readContent, readNotesFile } from '../../src/notes/content.ts'

const note = (title: string): string => `2024-06-10\n${title}\n본문.\n#tag\n`
const first = { 'site.md': '---\ntitle: 노트\nurl: https://notes.example\n---\n', 'a.md': note('First'), 'b.md': note('Second') }

test.each([
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
])('where %s, only what that concerns is read again, and all is as if it were', (_, files, expected) => {
  const read: string[] = []
  const reader = rememberingReader((file, ...others) => {
    read.push(file)
    return readNotesFile(file, ...others)
  })
  const reading = (of: Readonly<Record<string, string>>, by = readNotesFile): ReturnType<typeof readContent> => {
    const listed = Object.entries(of).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
    return readContent('content', listed, { origin: null, drafts: false }, by)
  }
  reading(first, reader)
  read.length = 0
  expect(reading(files, reader)).toEqual(reading(files))
  expect(read).toEqual(expected)
  read.length = 0
  reading(files, reader)
  expect(read).toEqual([])
})
