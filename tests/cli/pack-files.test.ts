import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePack } from '../../src/cli/pack-files.ts'
import { newFolder } from './folders.ts'

const digestOf = (text: string): string => hash('sha256', text, 'hex')

/** Two texts whose digests begin with the same two bytes. */
function colliding(): readonly [string, string] {
  const seen = new Map<string, string>()
  for (let number = 0; ; number += 1) {
    const start = digestOf(String(number)).slice(0, 4)
    const other = seen.get(start)
    if (other !== undefined) return [other, String(number)]
    seen.set(start, String(number))
  }
}

test('a pack never replaces another, which the old manifest may name, even where their digests begin alike', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'bodies'))
  const write = (text: string, before: readonly string[]): ReturnType<typeof writePack> =>
    writePack(
      folder,
      { key: 'day 2024-06-10', bytes: Buffer.from(text), digest: digestOf(text) },
      { before: new Set(before), last: undefined },
      (name, content) => writeFileSync(join(folder, name), content),
    )
  const [one, other] = colliding()
  const first = write(one, [])
  const second = write(other, [first.name])
  expect(readFileSync(join(folder, 'bodies', first.name), 'utf8')).toBe(one)
  expect(readFileSync(join(folder, 'bodies', second.name), 'utf8')).toBe(other)
  expect(write(one, [first.name, second.name]).name).toBe(first.name)
})
