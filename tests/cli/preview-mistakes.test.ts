import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mistakesOf } from '../../src/cli/preview/mistakes.ts'
import { errorAt, warningAt } from '../../src/notes/problem.ts'
import { newFolder } from './folders.ts'

test('errors have the lines that they are about, as notes are read: an empty line is none, and a very long one is cut', () => {
  const folder = newFolder()
  const file = join(folder, 'a.md')
  writeFileSync(file, `\ufefffirst\r\n  \r\n${'가'.repeat(400)}\n`)
  writeFileSync(join(folder, 'b.md'), Buffer.from([0xff, 0xfe, 0x41]))
  const lineOf = (name: string, line: number): string | null | undefined =>
    mistakesOf([errorAt({ file: join(folder, name), line }, 'wrong', 'mend it')])[0]?.line
  expect(lineOf('a.md', 1)).toBe('first')
  expect(lineOf('a.md', 2)).toBeNull()
  expect(lineOf('a.md', 3)).toBe(`${'가'.repeat(299)}…`)
  expect(lineOf('a.md', 9)).toBeNull()
  expect(lineOf('b.md', 1)).toBeNull()
  expect(lineOf('gone.md', 1)).toBeNull()
})

test('a warning keeps nothing from being built, so it is no mistake', () => {
  expect(mistakesOf([warningAt({ file: 'a.md', line: 1 }, 'odd', 'look')])).toEqual([])
})
