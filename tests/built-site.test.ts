import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildOrThrow } from './built-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'paperwire-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a site to test over that can’t be built is an error with what the build says, not the site of before', () => {
  writeFileSync(join(folder, 'site.md'), '---\ntitle: 노트\nurl: https://notes.example\n---\n')
  writeFileSync(join(folder, 'a.md'), '# 2024-06-10\n## A\n본문.\n#t\n')
  buildOrThrow(folder, join(folder, 'out'))
  writeFileSync(join(folder, 'a.md'), '# 2024-06-31\n')
  expect(() => buildOrThrow(folder, join(folder, 'out'))).toThrow(/a\.md:1: 2024-06-31 is no day of the calendar/)
})
