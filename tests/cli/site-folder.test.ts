import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Called, called, project } from './called.ts'
import { content, newFolder, readSite } from './folders.ts'

const note = '# 2024-06-10\n## A\n본문.\n#t\n'
const build = (from: string, out: string): Promise<Called> => called(['build', '--content', from, '--out', out])

describe('a site built into the folder of the one before', () => {
  test('of the same content writes nothing anew', async () => {
    const [from, out] = [content({ 'a.md': note }), newFolder()]
    await build(from, out)
    const first = readSite(out)
    expect((await build(from, out)).stdout).toMatch(/ 0 of them new/)
    expect(readSite(out).files).toEqual(first.files)
  })

  test('leaves that one where the content has become bad', async () => {
    const [from, out] = [content({ 'a.md': note }), newFolder()]
    await build(from, out)
    const good = readSite(out)
    writeFileSync(join(from, 'a.md'), '# 2024-06-31\n')
    expect((await build(from, out)).status).toBe(1)
    expect(readSite(out).files).toEqual(good.files)
  })

  test('sweeps out what is no longer served, and nothing else', async () => {
    const [from, out] = [content({ 'a.md': note }), newFolder()]
    await build(from, out)
    writeFileSync(join(out, 'bodies', 'mine.txt'), 'not a pack')
    cpSync(join(project, 'content', '2024-06-10.md'), join(from, 'a.md'))
    await build(from, out)
    expect(readdirSync(join(out, 'bodies')).toSorted()).toEqual([...readSite(out).packs, 'mine.txt'].toSorted())
  })
})

describe('a folder that can’t be built into is said in one line with a cure', () => {
  test.each([
    ['a file', 'file', 'file/bodies: a file stands where a folder must be'],
    ['below a file', 'file/x', 'file/x/bodies: a file stands where a folder must be'],
    ['a link that leads nowhere', 'link', 'link/bodies: not there, or a link that leads nowhere'],
    ['a folder with a folder for its manifest', 'taken', 'taken/manifest\\.json: a folder, not a file'],
  ])('%s', async (_, name, what) => {
    const to = newFolder()
    writeFileSync(join(to, 'file'), '')
    symlinkSync('nowhere', join(to, 'link'))
    mkdirSync(join(to, 'taken', 'manifest.json'), { recursive: true })
    const { status, stderr } = await build(content({ 'a.md': note }), join(to, name))
    expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^.*/${what} \\(.*\\)\\n$`))])
  })
})
