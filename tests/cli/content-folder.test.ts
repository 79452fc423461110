import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { called } from './called.ts'
import { content, newFolder } from './folders.ts'

const note = (day = '2024-06-10'): string => `# ${day}\n## A\n본문.\n#t\n`

describe('links in the content', () => {
  test('lead to notes in the folder, and those that lead back are not followed without end', async () => {
    const from = content({ 'a.md': note(), 'sub/b.md': note('2024-06-11'), '.vault/c.md': note('2024-06-12') })
    symlinkSync('.vault', join(from, 'vault.md'))
    symlinkSync('.', join(from, 'self'))
    symlinkSync('..', join(from, 'sub', 'up'))
    expect((await called(['check', '--content', from])).stdout).toContain(': 3 entries, 1 tag, 3 days;')
  })

  test('that lead out of the folder are refused, be it to a file or to a folder: a stranger’s notes publish nothing of the machine', async () => {
    const vault = newFolder()
    writeFileSync(join(vault, 'c.md'), note('2024-06-12'))
    for (const [target, name] of [
      [vault, 'vault'],
      [join(vault, 'c.md'), 'c.md'],
      ['/proc/self/environ', 'environ.txt'],
    ] as const) {
      const from = content({ 'a.md': note() })
      symlinkSync(target, join(from, name))
      const { status, stderr } = await called(['check', '--content', from])
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^[^\n]*: a link that leads out of the folder \(copy what it leads to[^\n]*\)\n$/),
      ])
    }
  })

  test('nor are files read that are larger than 16 MB, or names printed that could pass for lines', async () => {
    const from = content({ 'a.md': note(), 'b\n::error::.md': '가'.repeat(5_400_000) })
    const { status, stderr } = await called(['check', '--content', from])
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^[^\n]*\/b\\u\{a\}::error::\.md: larger than 16 MB \(part it, as by year\)\n$/),
    ])
  })

  test('that are hidden, as editors leave them beside an open file, are not followed', async () => {
    const from = content({ 'a.md': note() })
    symlinkSync('someone@somewhere.1234', join(from, '.#a.md'))
    expect(await called(['check', '--content', from])).toMatchObject({ status: 0, stderr: '' })
  })
})

test('a pipe is no file: reading it might never end', async () => {
  const from = content({ 'a.md': note() })
  execFileSync('mkfifo', [join(from, 'b.md')])
  expect((await called(['check', '--content', from])).stderr).toMatch(/b\.md: a device or a pipe, not a file \(remove it\)\n$/)
})

describe('what can’t be read is said in one line with a cure', () => {
  const line = (text: string): unknown => expect.stringMatching(new RegExp(`^${text} \\(.*\\)\\n$`))

  test.each([
    ['a link that leads nowhere', 'nowhere.md', 'not there, or a link that leads nowhere'],
    ['a link to a folder that isn’t there, which could hold notes', 'nowhere', 'not there, or a link that leads nowhere'],
    ['a link to itself', 'b.md', 'a link that leads back to itself'],
  ])('%s', async (_, target, what) => {
    const from = content({ 'a.md': note() })
    symlinkSync(target, join(from, 'b.md'))
    for (const command of ['check', 'build']) {
      const { status, stderr } = await called([command, '--content', from])
      expect([status, stderr]).toEqual([1, line(`.*/b\\.md: ${what}`)])
    }
  })

  // Nothing is closed to the super-user.
  if (process.getuid?.() === 0) console.log('skipped: to root, a file that may not be read is open')
  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const from = content({ 'a.md': note() })
    chmodSync(join(from, 'a.md'), 0)
    const { status, stderr } = await called(['check', '--content', from])
    expect([status, stderr]).toEqual([1, line('.*/a\\.md: not open to you')])
  })
})
