import { expect, test } from 'vitest'
import { isUnread } from '../../src/cli/preview/content-watch.ts'

const file = { isFile: () => true }
const otherThanFile = { isFile: () => false }

test.each([
  ['the folder itself', '', otherThanFile, false],
  ['a note', '2024/a.md', file, false],
  ['site.md', 'site.md', file, false],
  ['the ledger', 'ledger.json', file, false],
  ['a folder', 'daily.notes', otherThanFile, false],
  ['a path of which nothing is known yet', 'image.png', undefined, false],
  ['a link, which may lead out of the folder', 'image.png', otherThanFile, false],
  ['a file that is no note', 'image.png', file, true],
  ['a ledger in some folder', 'old/ledger.json', file, true],
  ['a hidden file', '.a.md.swp', file, true],
  ['what lies in a hidden folder', '.obsidian/notes/a.md', file, true],
])('%s', (_, path, stats, expected) => {
  expect(isUnread(path, stats)).toBe(expected)
})
