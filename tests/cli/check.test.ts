import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { called } from './called.ts'
import { content } from './folders.ts'

test('check says what is there, and what is wrong', async () => {
  expect((await called(['check'])).stdout).toBe(
    'content: 10 entries, 9 tags, 1 day; nothing that keeps it from being published\n' +
      'content: one file holds days of notes (npm run parse -- --explain FILE says why)\n',
  )
  const from = content({ 'a.md': 'A\n' })
  const { status, stdout, stderr } = await called(['check', '--content', from])
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^.*\/a\.md:1: .* \(.*\)\n1 error: this content would not be published\.\n$/)
})

test('check says how many files are left out', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n', 'README.md': 'about', '_b.md': '?' })
  expect((await called(['check', '--content', from])).stdout).toContain(`${from}: 2 files are left out, as ignore in site.md says`)
})

/** The day so many days from now, in UTC. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

test('every command says until when an entry of a day to come is held', async () => {
  const [day, before] = [dayAhead(20), dayAhead(19)]
  const from = content({ 'a.md': `2024-06-10\nA\n글.\n#t\n${day}\nB\n더.\n#t\nC\n더.\n#t\n` })
  const held = `2 entries are held until ${before}T15:00:00Z, the first at ${from}/a.md:6\n`
  const { stdout } = await called(['check', '--content', from])
  expect(stdout).toContain(': 1 entry, 1 tag, 1 day; nothing that keeps it')
  expect(stdout).toContain(held)
  expect((await called(['record', '--content', from])).stdout).toContain(held)
  expect((await called(['build', '--content', from, '--out', join(from, '.out')])).stdout).toContain(held)
})

test('a day more than 31 days ahead is asked about', async () => {
  const from = content({ 'a.md': `2062-11-26\nA\n글.\n#t\nB\n글.\n#t\n${dayAhead(25)}\nC\n글.\n#t\n` })
  const { status, stderr } = await called(['check', '--content', from])
  expect([status, stderr.replaceAll(`${from}/`, '')]).toEqual([
    1,
    'a.md:2: the day 2062-11-26 is more than 31 days ahead (write the year that is meant, or wait until it is nearer)\n1 error: this content would not be published.\n',
  ])
})

test('check --summary counts problems by kind, each with the first of them', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\nB\n#t\nC\n글.\n#!!!\nD\n글.\n#!?\n' })
  const { status, stdout, stderr } = await called(['check', '--content', from, '--summary'])
  expect([status, stdout.replaceAll(from, ''), stderr]).toEqual([
    1,
    '     2  /a.md:7: the tag #!!! is nothing but punctuation (give it a letter or a digit)\n',
    '2 errors: this content would not be published.\n',
  ])
})

test('check says all errors at once: those of lines, and entries and tags that clash', async () => {
  const from = content({
    'a.md': '2024-06-10\nA\n글.\n#c #c*\nA\n더.\n#t\n',
    'b.md': '2024-06-11\n(unbalanced\n',
    'c.md': '2024-06-12\nB\nid: tag:a.example,2024:b\n글.\n#t\nC\nid: tag:a.example,2024:b\n글.\n#t\n',
  })
  const { status, stderr } = await called(['check', '--content', from])
  expect([status, stderr.replaceAll(`${from}/`, '').trim().split('\n')]).toEqual([
    1,
    [
      expect.stringMatching(/^a\.md:4: #c\* would share the address/),
      expect.stringMatching(/^a\.md:5: this entry would share the address/),
      expect.stringMatching(/^b\.md:2: /),
      expect.stringMatching(/^c\.md:6: this entry gives itself the id/),
      '4 errors: this content would not be published.',
    ],
  ])
})

test('check --ci passes a ledger of version 1 that says what is there, and says so', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n(Ada Lovelace)\n글.\n#t\n' })
  await called(['record', '--content', from])
  const file = join(from, 'ledger.json')
  const older = readFileSync(file, 'utf8')
    .replace('"version": 4', '"version": 1')
    .replace(/^"(?:authors|feeds|recording|begun|archiveSize)": .*\n/gm, '')
    .replace(/"authors":\[[^\]]*\],/, '')
    .replace(/"(?:recorded|rank|isGiven|isHeld)":[^,]*,/g, '')
  writeFileSync(file, older)
  const { status, stdout, stderr } = await called(['check', '--content', from, '--ci'])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain(`${file}:1: written by an older Paperwire, and right (npm run record`)
  expect((await called(['record', '--content', from])).stdout).toContain('no entry new or changed')
})

test('check --ci fails until what has changed is recorded', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\n' })
  const file = join(from, 'ledger.json')
  const unrecorded = `${file}: nothing is recorded yet (npm run record, then commit the file)\n`
  const stale = `${file}:1: the content has changed since it was recorded (npm run record, then commit the file)\n`
  expect(await called(['check', '--content', from])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(unrecorded) })
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 1, stderr: unrecorded })
  await called(['record', '--content', from])
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 0, stderr: '' })
  writeFileSync(join(from, 'a.md'), '2024-06-10\nA\n고친 글.\n#t\n')
  expect(await called(['check', '--content', from])).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(stale) })
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 1, stderr: stale })
})

test('check --ci fails when an entry that was held has come, and nobody recorded it', async () => {
  const from = content({ 'a.md': '2024-06-10\nA\n글.\n#t\nB\n더.\n#t\n' })
  await called(['record', '--content', from])
  const file = join(from, 'ledger.json')
  // As the ledger was written before the day began.
  const written = readFileSync(file, 'utf8')
  const held = (count: number): void =>
    writeFileSync(
      file,
      written
        .split('\n')
        .map((line) =>
          line.startsWith('{"id"') && count-- > 0
            ? line.replace(/"recorded":"[^"]+"/, '"recorded":null').replace('"isHeld":false', '"isHeld":true')
            : line,
        )
        .join('\n'),
    )
  held(1)
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({
    status: 1,
    stderr: `${file}:1: an entry that was held is there now, and not recorded so (npm run record, then commit the file)\n`,
  })
  held(2)
  expect((await called(['check', '--content', from, '--ci'])).stderr).toContain('2 entries that were held are there now')
  await called(['record', '--content', from])
  expect(await called(['check', '--content', from, '--ci'])).toMatchObject({ status: 0, stderr: '' })
})

test('check warns where the two latest days have more entries than a feed carries', async () => {
  const day = (date: string, count: number): string =>
    `${date}\n${Array.from({ length: count }, (_, index) => `T${index}\n글 ${date} ${index}.\n#t\n`).join('')}`
  const warned = async (notes: string, site = ''): Promise<string> =>
    (await called(['check', '--content', content({ 'site.md': `---\ntitle: T\nurl: https://notes.example\n${site}---\n`, 'a.md': notes })]))
      .stderr
  const large = `${day('2024-06-11', 300)}${day('2024-06-10', 201)}`
  expect(await warned(large)).toMatch(
    /a\.md:2: warning: the two latest days have 501 entries, of which the feed carries 500: .* \(write feedSize: 501 in site\.md, or/,
  )
  expect(await warned(large, 'feedSize: 501\n')).toBe('')
  expect(await warned(`${day('2024-06-11', 300)}${day('2024-06-10', 200)}${day('2024-06-09', 100)}`)).toBe('')
})
