import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { called } from './called.ts'
import { content } from './folders.ts'

test('check says what is there, and what is wrong', async () => {
  expect((await called(['check'])).stdout).toBe('content: 10 entries, 9 tags, 1 day; nothing that keeps it from being published\n')
  const from = content({ 'a.md': 'A\n' })
  const { status, stdout, stderr } = await called(['check', '--content', from])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^.*\/a\.md:1: .* \(.*\)\n1 error: this content would not be published\.\n$/)
})

test('check --ci fails until what has changed is recorded', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n' })
  const stale = `${join(from, 'ledger.json')}:1: the content has changed since it was recorded (npm run record, then commit the file)\n`
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 1, stderr: stale })
  await called(['record', '--content', from])
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 0, stderr: '' })
  writeFileSync(join(from, 'a.md'), '2024-06-10\nA\n고친 글.\n#t\n')
  expect(await called(['check', '--content', from])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(stale) })
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 1, stderr: stale })
})
