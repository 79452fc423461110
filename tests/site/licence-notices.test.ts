import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { licencesOf, noticeOf, packagesOf } from '../../src/site/licence-notices.ts'

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
  ['files of the project belong to none', ['src/browser/search.ts'], []],
  [
    'a package counts once, however many of its files',
    ['node_modules/plain/a.js', 'node_modules/plain/b/c.js'],
    ['plain 1.2.3: Plain terms.'],
  ],
  ['a scope is part of a name', ['node_modules/@scope/inner/a.js'], ['@scope/inner 4.5.6: Terms with */ in them.']],
  ['a package inside another is itself', ['node_modules/plain/node_modules/nested/a.js'], ['nested 7.8.9: Nested terms.']],
])('%s', (_, paths, packages) => {
  expect(packagesOf(folder, paths).map(({ name, version, licence }) => `${name} ${version}: ${licence.trim()}`)).toEqual(packages)
})

test('the order of the files doesn’t matter', () => {
  const paths = ['node_modules/plain/a.js', 'src/a.ts', 'node_modules/@scope/inner/a.js']
  expect(packagesOf(folder, paths)).toEqual(packagesOf(folder, paths.toReversed()))
})

test('a package without a licence file is an error that names it', () => {
  expect(() => packagesOf(folder, ['node_modules/bare/a.js'])).toThrow('bare 0.0.1 has no licence file')
})

test('a script with packages names them and the file of their licences; one without says nothing', () => {
  const packages = packagesOf(folder, ['node_modules/plain/a.js', 'node_modules/@scope/inner/a.js'])
  expect(noticeOf(packages, 'licences.txt')).toBe('/*! @scope/inner 4.5.6, plain 1.2.3: ./licences.txt */\n')
  expect(noticeOf([], 'licences.txt')).toBe('')
  expect(licencesOf(packages)).toBe('@scope/inner 4.5.6\n\nTerms with */ in them.\n\n\nplain 1.2.3\n\nPlain terms.\n')
})
