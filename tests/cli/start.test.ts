import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { freePort } from '../free-port.ts'
import { called } from './called.ts'
import { content } from './folders.ts'

const terminal = { output: '', end: (_signal: NodeJS.Signals): void => {} }
let [folder, origin] = ['', '']
let exit: Promise<number>

/** Waits until something holds; fails the test with what was printed if it doesn't within five minutes. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`it did not come to that; printed:\n${terminal.output}`)
}

beforeAll(async () => {
  folder = content({ 'a.md': '# 2024-06-10\n## First Paper\n본문.\n#정렬\n' })
  const port = await freePort()
  origin = `http://localhost:${port}`
  const print = (text: string): void => {
    terminal.output += `${text}\n`
  }
  exit = run(['start', '--port', String(port), '--content', folder], {
    say: print,
    complain: print,
    onEnd: (listener) => (terminal.end = listener),
  })
  await until(() => terminal.output.includes('Ctrl-C'))
})

afterAll(async () => {
  terminal.end('SIGTERM')
  await exit
})

test('npm start prints the addresses of home, feeds and tags once they answer, and links lead to itself', async () => {
  const tag = `${origin}/tags/${encodeURIComponent('정렬')}/`
  for (const address of [`${origin}/`, `${origin}/rss.xml`, `${origin}/atom.xml`, `${origin}/feed.json`, tag]) {
    expect(terminal.output).toContain(address)
    expect((await fetch(address)).status).toBe(200)
  }
  const feed = (await (await fetch(`${tag}feed.json`)).json()) as { feed_url: string; items: { id: string; url: string }[] }
  expect(feed.feed_url).toBe(`${tag}feed.json`)
  expect(feed.items).toMatchObject([{ id: 'tag:notes.example,2024-06-10:first-paper', url: `${origin}/2024-06-10/first-paper/` }])
})

test('a second one on the same port says so, and ends', async () => {
  const { port } = new URL(origin)
  const { status, stderr } = await called(['start', '--port', port, '--content', folder])
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^--port \d+: something listens there already \(/)])
})

test('over HTTP the gzipped bytes are packed once, and are the plain ones underneath', async () => {
  const bytes = (coding: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const request = get(`${origin}/rss.xml`, { headers: { 'Accept-Encoding': coding } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks)))
      })
      request.on('error', reject)
    })
  const plain = await bytes('identity')
  expect(plain.toString()).toMatch(/^<\?xml/)
  expect(gunzipSync(await bytes('gzip'))).toEqual(plain)
})

test('a change of content is served without a restart, and a bad one leaves the site as it was', async () => {
  writeFileSync(join(folder, 'b.md'), '# 2024-06-11\n## Second Paper\n본문.\n#정렬\n')
  await until(async () => (await (await fetch(`${origin}/rss.xml`)).text()).includes('Second Paper'))
  writeFileSync(join(folder, 'b.md'), '# 2024-06-31\n## Second Paper\n본문.\n#정렬\n')
  await until(() => terminal.output.includes('b.md:1: 2024-06-31 is no day of the calendar'))
  expect(await (await fetch(`${origin}/rss.xml`)).text()).toContain('Second Paper')
})

test('a file that cannot be read is said in a line, and does not end the preview', async () => {
  symlinkSync('nowhere', join(folder, 'c.md'))
  await until(() => /c\.md: not there, .*\); the site stays as it was\n/.test(terminal.output))
  unlinkSync(join(folder, 'c.md'))
  writeFileSync(join(folder, 'b.md'), '# 2024-06-11\n## Third Paper\n본문.\n#정렬\n')
  await until(async () => (await (await fetch(`${origin}/rss.xml`)).text()).includes('Third Paper'))
  expect(terminal.output).not.toMatch(/\n\s+at /)
})
