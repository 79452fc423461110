import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/catalog/ledger.ts'
import { writeLedgerFile } from '../../src/cli/ledger-file.ts'
import { publishedContent, readCatalog } from '../../src/cli/site-build.ts'
import { called } from './called.ts'
import { built, content, newFolder } from './folders.ts'
import { spawned } from './spawned.ts'

const notes = { 'a.md': '2024-06-10\nA\nhttps://arxiv.org/abs/2406.00001\n글.\n#t\nB\n둘째 글.\n#t\n' }
const ledgerOf = (from: string): string | null =>
  existsSync(join(from, 'ledger.json')) ? readFileSync(join(from, 'ledger.json'), 'utf8') : null
const edit = (from: string): void => writeFileSync(join(from, 'a.md'), '2024-06-10\nRenamed\nhttps://arxiv.org/abs/2406.00001\n글.\n#t\n')

describe('the ledger', () => {
  test('is written by record, and by nothing else', async () => {
    const from = content(notes)
    await built(from)
    await called(['check', '--content', from])
    expect(ledgerOf(from)).toBeNull()
    expect(await called(['record', '--content', from])).toMatchObject({
      status: 0,
      stdout: `${join(from, 'ledger.json')}: 2 entries new, 0 changed, 0 removed. Commit it with the notes.\n`,
    })
    const first = ledgerOf(from)
    expect((await called(['record', '--content', from])).stdout).toBe(`${join(from, 'ledger.json')}: nothing new\n`)
    edit(from)
    await built(from)
    expect(ledgerOf(from)).toBe(first)
    expect((await called(['record', '--content', from])).stdout).toContain('0 entries new, 1 changed, 1 removed')
    expect(readdirSync(from).toSorted()).toEqual(['a.md', 'ledger.json', 'site.md'])
  })

  test('leads former places on, and tells Atom’s readers what was removed (RFC 6721 §3)', async () => {
    const from = content(notes)
    await called(['record', '--content', from])
    edit(from)
    await called(['record', '--content', from])
    const { bodies, moved, gone } = await built(from)
    expect(moved).toEqual({ '/2024-06-10/a/': '/2024-06-10/renamed/' })
    expect(gone).toEqual(['', 'citation.bib', 'citation.ris', 'citation.json', 'oembed.json'].map((file) => `/2024-06-10/b/${file}`))
    const atom = bodies.get('/atom.xml') as string
    const [, removed] = /<at:deleted-entry ref="tag:notes\.example,2024-06-10:b" when="([^"]+)"\/>/.exec(atom) ?? []
    expect(atom).toContain(`<updated>${removed}</updated>`)
    expect(bodies.get('/tags/t/atom.xml')).toContain('at:deleted-entry')
    expect(atom).toContain('<id>tag:notes.example,2024-06-10:a</id>')
  })

  test('that is damaged stops the build, with nothing written', async () => {
    const [from, out] = [content({ ...notes, 'ledger.json': '{"version": 1' }), newFolder()]
    const { status, stderr } = await called(['build', '--content', from, '--out', out])
    expect([status, readdirSync(out)]).toEqual([1, []])
    expect(stderr).toMatch(/ledger\.json:1: the ledger is no JSON, or cut short \(mend that line/)
    expect(await called(['record', '--content', from])).toMatchObject({ status: 1 })
    expect(ledgerOf(from)).toBe('{"version": 1')
  })

  test('that leads nowhere, or is a folder, is refused: every id would be made anew as if nothing had been recorded', async () => {
    const note = '# 2024-06-10\n## A\n본문.\n#t\n'
    const [nowhere, aFolder] = [content({ 'a.md': note }), content({ 'a.md': note, 'ledger.json/x': '' })]
    symlinkSync('nowhere', join(nowhere, 'ledger.json'))
    for (const [from, what] of [
      [nowhere, 'not there, or a link that leads nowhere'],
      [aFolder, 'a folder, not a file'],
    ] as const) {
      const { status, stderr } = await called(['record', '--content', from])
      expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^.*/ledger\\.json: ${what} \\(.*\\)\\n$`))])
    }
  })
})

test('a doubt stops every command; --accept settles it', async () => {
  const [from, out] = [content({ 'a.md': '2024-06-10\nA\n글.\n#t\n' }), newFolder()]
  await called(['record', '--content', from])
  writeFileSync(join(from, 'a.md'), '2024-06-10\nOther\n다른 글.\n#t\n')
  for (const command of ['record', 'check']) expect(await called([command, '--content', from])).toMatchObject({ status: 1 })
  expect((await called(['build', '--content', from, '--out', out])).stderr).toContain(
    'add --accept new to the command, as in npm run build -- --accept new)',
  )
  expect(await called(['build', '--content', from, '--out', out, '--accept', 'new'])).toMatchObject({ status: 0 })
  expect(await called(['check', '--content', from, '--accept', 'new'])).toMatchObject({ status: 0 })
  expect((await called(['record', '--content', from, '--accept', 'new'])).stdout).toContain('1 entry new, 0 changed, 1 removed')
})

test('a published entry that is a draft now stops recording; --accept removals lets it go', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\nB\n더.\n#t\n' })
  await called(['record', '--content', from])
  writeFileSync(join(from, 'a.md'), '2024-06-10\nA\ndraft: true\n글.\n#t\nB\n더.\n#t\n')
  const { status, stderr } = await called(['record', '--content', from])
  expect([status, stderr]).toEqual([1, expect.stringMatching(/a\.md:2: this draft is published: .*\n1 error: nothing was recorded\.\n$/)])
  expect(await called(['check', '--content', from])).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/a\.md:2: warning: this draft/),
  })
  expect((await called(['record', '--content', from, '--accept', 'removals'])).stdout).toContain(', 1 removed')
})

test('a third of all entries gone at once stops recording; --accept removals lets them go', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `P${index}\n글 ${index}.\n#t\n`).join('')
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n', 'folder/b.md': `2024-06-11\n${many}` })
  await called(['record', '--content', from])
  const before = ledgerOf(from)
  rmSync(join(from, 'folder'), { recursive: true })
  const { status, stderr } = await called(['record', '--content', from])
  expect([status, stderr, ledgerOf(from)]).toEqual([
    1,
    expect.stringMatching(
      /^.*ledger\.json:1: 12 of 13 entries would be gone: “P0”, “P1”, “P10” and 9 more \(put their notes back, .*; or, if .* --accept removals\)\n1 error: nothing was recorded\.\n$/,
    ),
    before,
  ])
  expect(await called(['build', '--content', from, '--out', newFolder()])).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('ledger.json:1: warning: 12 of 13 entries would be gone'),
  })
  expect((await called(['record', '--content', from, '--accept', 'removals'])).stdout).toContain(', 12 removed')
})

describe('of two recordings', () => {
  test('the one that read the ledger before the other wrote it is refused', async () => {
    const from = content(notes)
    const options = { ...publishedContent(from, null), records: true, now: new Date() }
    const { ledger, recorded } = readCatalog(options)
    writeFileSync(join(from, 'b.md'), '2024-06-11\nC\n셋째 글.\n#t\n')
    await called(['record', '--content', from])
    const written = ledgerOf(from)
    expect(() => writeLedgerFile(from, ledger, recorded as Ledger)).toThrow(
      `${join(from, 'ledger.json')}: another recording has changed it since it was read (run the command again)`,
    )
    expect(ledgerOf(from)).toBe(written)
  })

  test('at once each records all or is refused in one line', async () => {
    const from = content(notes)
    const said = await Promise.all(Array.from({ length: 3 }, () => spawned('src/cli/main.ts', 'record', '--content', from).said))
    expect(said.filter((text) => text.includes('2 entries new'))).toHaveLength(1)
    for (const text of said) expect(text).toMatch(/^.*(: 2 entries new, .*|: nothing new|: another recording .* \(.*\))\n$/)
    expect((ledgerOf(from) as string).match(/"id":/g)).toHaveLength(2)
    expect(readdirSync(from).toSorted()).toEqual(['a.md', 'ledger.json', 'site.md'])
  })
})

test('a tag that its last entry has lost stops recording; an alias or --accept tags lets it go; one that went with its entry goes', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#old\nB\n더.\n#gone\n' })
  await called(['record', '--content', from])
  writeFileSync(join(from, 'a.md'), '2024-06-10\nA\n글.\n#other\n')
  const { status, stderr } = await called(['record', '--content', from])
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(
      /site\.md:1: no entry has the tag old any more: its feeds will be gone \(if it is called otherwise now, .*aliases: \{ old: new-tag \}; or, if it is to go, add --accept tags to the command, as in npm run record -- --accept tags\)\n/,
    ),
  ])
  expect(stderr).toMatch(/site\.md:1: warning: no entry has the tag gone any more/)
  expect(stderr).toMatch(/\n1 error: nothing was recorded\.\n$/)
  expect(await called(['build', '--content', from, '--out', newFolder()])).toMatchObject({ status: 0 })
  expect((await called(['record', '--content', from, '--accept', 'tags'])).status).toBe(0)
})

describe('a clock that can hardly be right', () => {
  /** A ledger that was written at another time, so many days from now. */
  const recordedDaysFromNow = async (days: number): Promise<string> => {
    const from = content(notes)
    await called(['record', '--content', from])
    const then = new Date(Date.now() + days * 86_400_000).toISOString()
    const written = (ledgerOf(from) as string)
      .replaceAll(/"(recorded|updated|changed|recording)": ?"[^"]+"/g, `"$1":"${then}"`)
      .replace('"recording":', '"recording": ')
    writeFileSync(join(from, 'ledger.json'), written)
    edit(from)
    return from
  }

  test.each([
    [
      'behind the latest recording',
      1,
      /ledger\.json:1: the clock says \S+Z, which is before the latest recording, \S+Z \(set the clock of this machine; or, if it is right, add --accept clock/,
    ],
    [
      'years ahead of all that is known',
      -401,
      /ledger\.json:1: the clock says \S+Z, 401 days after the latest recording and the newest day of the notes \(set the clock/,
    ],
  ])('%s stops record, is a warning elsewhere, and may be accepted', async (_, days, problem) => {
    const from = await recordedDaysFromNow(days)
    const before = ledgerOf(from)
    const { status, stderr } = await called(['record', '--content', from])
    expect([status, stderr]).toEqual([1, expect.stringMatching(problem)])
    expect(ledgerOf(from)).toBe(before)
    expect(await called(['check', '--content', from])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('warning: the clock says'),
    })
    expect(await called(['record', '--content', from, '--accept', 'clock'])).toMatchObject({ status: 0, stderr: '' })
    expect(ledgerOf(from)).not.toBe(before)
  })

  test('is not one a year behind', async () => {
    expect(await called(['record', '--content', await recordedDaysFromNow(-399)])).toMatchObject({ status: 0 })
  })

  test('a clock a little behind the latest recording is waited for, so that the next one is later', async () => {
    const from = await recordedDaysFromNow(3 / 86_400)
    writeFileSync(join(from, 'b.md'), '2024-06-11\nC\n셋째 글.\n#t\n')
    const { stdout } = await called(['record', '--content', from])
    expect(stdout).toMatch(/^The clock is behind the latest recording: waiting for [34] seconds\.\n/)
    const recordings = [...(ledgerOf(from) as string).matchAll(/"recorded":"([^"]+)"/g)].map(([, instant]) => instant as string)
    expect(new Set(recordings).size).toBe(2)
    expect(recordings.toSorted().at(-1)).toBe(/"id":"[^"]+:c".*?"recorded":"([^"]+)"/.exec(ledgerOf(from) as string)?.[1])
  })
})

test('record says what a recording without new entries is for', async () => {
  const from = content(notes)
  await called(['record', '--content', from])
  writeFileSync(join(from, 'site.md'), '---\ntitle: 다른 노트\nurl: https://notes.example\n---\n소개.\n')
  expect((await called(['record', '--content', from])).stdout).toContain('no entry new or changed; what site.md says is. Commit')
  const empty = content({})
  expect((await called(['record', '--content', empty])).stdout).toContain('0 entries new, 0 changed, 0 removed. Commit')
})
