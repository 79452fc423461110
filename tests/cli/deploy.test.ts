import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { calledIn } from './called.ts'
import { newFolder } from './folders.ts'

test('content with an error is not written, recorded or deployed', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content', 'site.md'), '---\ntitle: 노트\nurl: https://notes.example\n---\n')
  writeFileSync(join(folder, 'content', 'a.md'), '# 2024-06-31\n')
  const { status, stdout, stderr } = await calledIn(folder, ['deploy', '--dry-run'])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^content\/a\.md:1: .* \(.*\)\n1 error: nothing was written, nothing deployed\.\n$/)
  expect([readdirSync(folder), readdirSync(join(folder, 'content'))]).toEqual([['content'], ['a.md', 'site.md']])
})

test('a folder without content is refused in one line with a cure', async () => {
  expect(await calledIn(newFolder(), ['deploy', '--dry-run'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^content: no such folder \(.*\)\n$/),
  })
})
