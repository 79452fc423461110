import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noticesOf } from '../../src/site/licence-notices.ts'

const folder = mkdtempSync(join(tmpdir(), 'licences-'))
const files = {
  'node_modules/plain/package.json': '{ "name": "plain", "version": "1.2.3" }',
  'node_modules/plain/LICENSE': 'Plain terms.\n',
  'node_modules/@scope/inner/package.json': '{ "name": "@scope/inner", "version": "4.5.6" }',
  'node_modules/@scope/inner/Licence.md': 'Terms with */ in them.',
  'node_modules/plain/node_modules/nested/package.json': '{ "name": "nested", "version": "7.8.9" }',
  'node_modules/plain/node_modules/nested/COPYING.txt': 'Nested terms.',
  'node_modules/bare/package.json': '{ "name": "bare", "version": "0.0.1" }',
}

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['files of the project have none', ['src/browser/search.ts'], ''],
  [
    'a package has one, however many of its files',
    ['node_modules/plain/a.js', 'node_modules/plain/b/c.js'],
    '/*!\nplain 1.2.3\nPlain terms.\n*/\n',
  ],
  [
    'a scope is part of a name, and no text ends the comment',
    ['node_modules/@scope/inner/a.js'],
    '/*!\n@scope/inner 4.5.6\nTerms with * / in them.\n*/\n',
  ],
  ['a package inside another is itself', ['node_modules/plain/node_modules/nested/a.js'], '/*!\nnested 7.8.9\nNested terms.\n*/\n'],
])('%s', (_, paths, notices) => {
  expect(noticesOf(folder, paths)).toBe(notices)
})

test('the order of the files doesn’t matter', () => {
  const paths = ['node_modules/plain/a.js', 'src/a.ts', 'node_modules/@scope/inner/a.js']
  expect(noticesOf(folder, paths)).toBe(noticesOf(folder, paths.toReversed()))
})

test('a package without a licence file is an error that names it', () => {
  expect(() => noticesOf(folder, ['node_modules/bare/a.js'])).toThrow('bare 0.0.1 has no licence file')
})
