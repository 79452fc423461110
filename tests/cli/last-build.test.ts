import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { type Called, called } from './called.ts'
import { content, newFolder, readSite } from './folders.ts'

afterEach(() => void vi.useRealTimers())

const notes = '2024-06-10\nA\n글.\n#t\n2024-06-09\nB\n(김연구)\n더.\n#u\n'
const build = (from: string, out: string, ...args: readonly string[]): Promise<Called> =>
  called(['build', '--content', from, '--out', out, ...args])
const pack = (out: string): string => join(out, 'bodies', readdirSync(join(out, 'bodies'))[0] as string)
/** When the manifest was written: a build that stops early writes none. */
const written = (out: string): number => statSync(join(out, 'manifest.json')).mtimeMs

test('a build of what was built says the same once more, and writes nothing', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  const first = await build(from, out)
  const at = written(out)
  const second = await build(from, out)
  expect(second).toEqual({ ...first, stdout: first.stdout.replace(/\d+ of them new/, '0 of them new') })
  expect([first.stderr, written(out)]).toEqual([expect.stringMatching(/warning: .*김연구/), at])
})

test('a folder that was copied is read, and found to be as it was left', async () => {
  const [from, out, copy] = [content({ 'a.md': notes }), newFolder(), newFolder()]
  await build(from, out)
  cpSync(out, copy, { recursive: true })
  for (const name of readdirSync(join(copy, 'bodies'))) utimesSync(join(copy, 'bodies', name), 7, 7)
  utimesSync(join(copy, 'manifest.json'), 1, 1)
  expect((await build(from, copy)).stdout).toContain('0 of them new')
  expect(written(copy)).toBe(1_000)
})

test('of a build during which a note was saved nothing is kept: it may hold the one or the other', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  const file = join(from, 'a.md')
  // What is complained of has been read by then.
  const saving = { say: () => {}, complain: () => writeFileSync(file, `${notes}2024-06-08\nC\n글.\n#t\n`), ask: null, onEnd: () => {} }
  expect(await run(['build', '--content', from, '--out', out], saving)).toBe(0)
  writeFileSync(file, notes)
  utimesSync(join(out, 'manifest.json'), 1, 1)
  await build(from, out)
  expect(written(out)).not.toBe(1_000)
})

describe('anything else makes a build', () => {
  const changes: readonly (readonly [what: string, change: (from: string, out: string) => void, ...args: string[]])[] = [
    ['a letter in a note', (from) => appendFileSync(join(from, 'a.md'), '글')],
    ['another note', (from) => writeFileSync(join(from, 'b.md'), '2024-06-11\nC\n글.\n#t\n')],
    ['a note that is gone', (from) => rmSync(join(from, 'z.md'))],
    ['site.md', (from) => appendFileSync(join(from, 'site.md'), '더.\n')],
    ['a ledger', (from) => writeFileSync(join(from, 'ledger.json'), readFileSync(join(from, 'other.json')))],
    ['another address', () => {}, '--url', 'https://elsewhere.example'],
    ['what is accepted', () => {}, '--accept', 'new'],
    ['a pack that is cut', (_, out) => truncateSync(pack(out), 5)],
    ['a pack that is altered, of the same size', (_, out) => writeFileSync(pack(out), readFileSync(pack(out)).fill(0))],
    ['a pack that is missing', (_, out) => rmSync(pack(out))],
    ['a pack too many', (_, out) => writeFileSync(join(out, 'bodies', '0'.repeat(32)), '')],
    ['a manifest that is altered', (_, out) => appendFileSync(join(out, 'manifest.json'), ' ')],
    ['a manifest that is missing', (_, out) => rmSync(join(out, 'manifest.json'))],
    ['what was kept, damaged', (_, out) => writeFileSync(join(out, 'last-build.json'), '{')],
  ]

  test.each(changes.map(([what, change, ...args]) => ({ what, change, args })))('$what', async ({ change, args }) => {
    const [from, out] = [content({ 'a.md': notes, 'z.md': '2024-06-08\nZ\n끝.\n#t\n' }), newFolder()]
    await called(['record', '--content', from])
    writeFileSync(join(from, 'other.json'), readFileSync(join(from, 'ledger.json')).toString().replace('"rank":0', '"rank":7'))
    await build(from, out)
    utimesSync(join(out, 'manifest.json'), 1, 1)
    change(from, out)
    await build(from, out, ...args)
    expect(written(out)).not.toBe(1_000)
  })

  test.each([
    ['an entry that was held', '2024-06-10T05:00:00Z', '2024-06-10T09:00:00Z'],
    ['the noon after which what is not recorded stands at noon', '2024-06-10T10:00:00Z', '2024-06-10T12:00:00Z'],
    ['a new day', '2024-06-10T14:59:59Z', '2024-06-10T15:00:00Z'],
  ])('the instant of %s, and none before it', async (_, before, at) => {
    const [from, out] = [content({ 'a.md': `${notes}2024-06-10\nD\npublished: 2024-06-10T09:00:00Z\n글 셋.\n#t\n` }), newFolder()]
    const builtAt = async (instant: string): Promise<number> => {
      vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'] })
      await build(from, out)
      return written(out)
    }
    await builtAt(before)
    utimesSync(join(out, 'manifest.json'), 1, 1)
    expect(await builtAt(new Date(new Date(at).getTime() - 1000).toISOString())).toBe(1_000)
    expect(await builtAt(at)).not.toBe(1_000)
  })
})

test('whatever is edited, the folder holds byte for byte what a build into an empty one makes', async () => {
  const edit = fc.record({
    file: fc.constantFrom('a.md', 'b.md', 'c.md'),
    text: fc.constantFrom(notes, '', '2024-06-11\nC\n글.\n#t\n', '2024-06-12\nD\n글 넷.\n#v\n'),
    records: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 5 }), async (edits) => {
      const [from, out] = [content({}), newFolder()]
      for (const { file, text, records } of edits) {
        writeFileSync(join(from, file), text)
        if (records) await called(['record', '--content', from, '--accept', 'new,tags,removals'])
        if ((await build(from, out)).status !== 0) continue
        const fresh = newFolder()
        await build(from, fresh)
        expect(readSite(out).bodies).toEqual(readSite(fresh).bodies)
        expect(readSite(out).manifest).toEqual(readSite(fresh).manifest)
      }
    }),
    { numRuns: 8 },
  )
})
