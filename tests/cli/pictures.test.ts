import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serveSite } from '../served-site.ts'
import { called } from './called.ts'
import { content, newFolder, readSite } from './folders.ts'

const note = (day: string, title: string, text = '글.'): string => `# ${day}\n## ${title}\n${text}\n#t\n`
const notes = note('2024-06-10', 'One') + note('2024-06-09', 'Two')

/** How many there are of such notes: the site's, the tag's, two days', two entries'. */
const all = 6

const filesIn = (out: string): readonly string[] => readdirSync(join(out, 'bodies', 'pictures')).toSorted()
const draw = (from: string, out: string): ReturnType<typeof called> => called(['pictures', '--content', from, '--out', out])

test('the first run draws what pages may name, the second nothing, and one after an edit what that changed', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  expect(await draw(from, out)).toEqual({ status: 0, stdout: `${out}: 6 pictures for link previews, 6 of them new\n`, stderr: '' })
  const files = filesIn(out)
  expect(files).toHaveLength(all)
  for (const file of files) {
    const png = readFileSync(join(out, 'bodies', 'pictures', file))
    expect([file, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.png$/), 1200, 630])
  }
  const states = (): readonly number[] => files.map((file) => statSync(join(out, 'bodies', 'pictures', file)).ino)
  const before = states()
  expect((await draw(from, out)).stdout).toContain('6 pictures for link previews, 0 of them new')
  expect(states()).toEqual(before)

  writeFileSync(join(from, 'a.md'), notes.replace('글.', '다른 글.'))
  expect((await draw(from, out)).stdout).toContain('6 pictures for link previews, 1 of them new')
})

test('a picture stays until content that doesn’t need it has been followed by other content', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  await draw(from, out)
  const first = filesIn(out)
  writeFileSync(join(from, 'a.md'), note('2024-06-10', 'One'))
  for (let run = 0; run < 3; run += 1) {
    await draw(from, out)
    expect(filesIn(out)).toEqual(first)
  }
  writeFileSync(join(from, 'a.md'), note('2024-06-10', 'Three'))
  await draw(from, out)
  // The site's and the tag's; the day's and the entry's of the content before, and the day's and the entry's of this.
  expect(filesIn(out)).toHaveLength(6)
  expect(filesIn(out).filter((file) => first.includes(file))).toHaveLength(4)
})

test('a picture that was cut is drawn again, and other files are left alone', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  await draw(from, out)
  const file = join(out, 'bodies', 'pictures', filesIn(out)[0] as string)
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, 900))
  writeFileSync(join(out, 'bodies', 'pictures', 'mine.png'), '')
  expect((await draw(from, out)).stdout).toContain('1 of them new')
  expect(readFileSync(file).equals(whole)).toBe(true)
  expect(filesIn(out)).toHaveLength(all + 1)
})

test('titles that can’t be drawn are counted, and drawn no more often than they must', async () => {
  const [from, out] = [content({ 'a.md': note('2024-06-10', '🎉🎉') }), newFolder()]
  const said = / pictures for link previews, (\d+) of them new; 1 titles? in a script that can’t be drawn: such a page shows another\n$/
  expect((await draw(from, out)).stdout).toMatch(said)
  expect(said.exec((await draw(from, out)).stdout)?.[1]).toBe('0')
})

test('content with an error draws nothing', async () => {
  const [from, out] = [content({ 'a.md': note('2024-06-31', 'One') }), newFolder()]
  expect(await draw(from, out)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('nothing was drawn') })
  expect(readdirSync(out)).toEqual([])
})

test('a build names the pictures that are there, and is made again where others are; it sweeps none', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  const build = (): ReturnType<typeof called> => called(['build', '--content', from, '--out', out])
  const named = (): readonly string[] =>
    [...readSite(out).bodies.values()].flatMap((body) => /og:image" content="https:\/\/notes\.example([^"]+)"/.exec(body)?.[1] ?? [])
  await build()
  expect(new Set(named())).toEqual(new Set(['/icon.png']))
  await draw(from, out)
  await build()
  expect(new Set(named())).toEqual(new Set(filesIn(out).map((file) => `/pictures/${file}`)))
  expect((await build()).stdout).toContain(' 0 of them new')

  const site = await serveSite(out)
  for (const path of new Set(named())) {
    const response = await fetch(site.origin + path)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(out, 'bodies', path)))).toBe(true)
  }
  expect((await fetch(`${site.origin}/pictures/0123456789abcdef.png`)).status).toBe(404)
  await site.stop()
})

test('a folder without pictures, or with another thing in their place, is one without', async () => {
  const [from, out] = [content({ 'a.md': notes }), newFolder()]
  mkdirSync(join(out, 'bodies', 'pictures', '0123456789abcdef.png'), { recursive: true })
  expect(await called(['build', '--content', from, '--out', out])).toMatchObject({ status: 0 })
})
