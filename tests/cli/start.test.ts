import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { siteServer } from '../../src/cli/site-server.ts'
import { freePort } from '../free-port.ts'
import { saves } from '../soak/saves.ts'
import { called, project } from './called.ts'
import { content } from './folders.ts'

/** A preview that runs in this process: its address, what it printed, and how to end it. */
interface Running {
  readonly folder: string
  readonly origin: string
  readonly terminal: { output: string; end: (signal: NodeJS.Signals) => void }
  readonly exit: Promise<number>
}

async function started(folder: string, port: number): Promise<Running> {
  const terminal: Running['terminal'] = { output: '', end: () => {} }
  const print = (text: string): void => {
    terminal.output += `${text}\n`
  }
  const exit = run(['start', '--port', String(port), '--content', folder], {
    say: print,
    complain: print,
    ask: null,
    onEnd: (listener) => (terminal.end = listener),
  })
  await until(() => terminal.output.includes('Serving'), terminal)
  return { folder, origin: `http://localhost:${port}`, terminal, exit }
}

/** Waits until something holds; fails the test with what was printed if it doesn't within five minutes. */
async function until(holds: () => boolean | Promise<boolean>, { output }: { readonly output: string }): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (await holds()) return
    await wait(50)
  }
  throw new Error(`it did not come to that; printed:\n${output}`)
}

/** What a browser shows at an address. `fetch` can't say so: it sets these fields itself. */
function shownAt(url: string, fields: Readonly<Record<string, string>> = {}): Promise<{ headers: IncomingHttpHeaders; body: string }> {
  const headers = { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate', ...fields }
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      text(response).then((body) => resolve({ headers: response.headers, body }), reject)
    }).on('error', reject)
  })
}

/** What the pages of a preview are told at this moment. */
async function newsAt(origin: string): Promise<{ readonly build: number; readonly overlay: string }> {
  const { body } = await fetch(`${origin}/.preview/news`)
  for await (const chunk of body as ReadableStream<Uint8Array>)
    return JSON.parse(
      Buffer.from(chunk)
        .toString()
        .replace(/^data: /, ''),
    )
  throw new Error('no news')
}

const feedAt = async (origin: string): Promise<string> => (await fetch(`${origin}/rss.xml`)).text()

let running: Running
let [folder, origin] = ['', '']

beforeAll(async () => {
  running = await started(content({ 'a.md': '# 2024-06-10\n## First Paper\n본문.\n#정렬\n' }), await freePort())
  ;({ folder, origin } = running)
  await until(() => running.terminal.output.includes('Ctrl-C'), running.terminal)
})

afterAll(async () => {
  running.terminal.end('SIGTERM')
  await running.exit
})

test('npm start prints the addresses of home, feeds and tags once they answer, and links lead to itself', async () => {
  const tag = `${origin}/tags/${encodeURIComponent('정렬')}/`
  for (const address of [`${origin}/`, `${origin}/rss.xml`, `${origin}/atom.xml`, `${origin}/feed.json`, tag]) {
    expect(running.terminal.output).toContain(address)
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
  await until(async () => (await feedAt(origin)).includes('Second Paper'), running.terminal)
  writeFileSync(join(folder, 'b.md'), '# 2024-06-31\n## Second Paper\n본문.\n#정렬\n')
  await until(() => running.terminal.output.includes('b.md:1: 2024-06-31 is no day of the calendar'), running.terminal)
  expect(await feedAt(origin)).toContain('Second Paper')
})

test('a mistake stands over the page with its place, its line and its cure until it is mended', async () => {
  await until(async () => (await newsAt(origin)).overlay !== '', running.terminal)
  const { overlay } = await newsAt(origin)
  for (const part of ['b.md:1</code>', '2024-06-31 is no day of the calendar', '<pre># 2024-06-31</pre>', 'class="cure"'])
    expect(overlay).toContain(part)
  writeFileSync(join(folder, 'b.md'), '# 2024-06-30\n## Second Paper\n본문.\n#정렬\n')
  await until(async () => (await newsAt(origin)).overlay === '', running.terminal)
})

test('a page that a browser shows has one script more, from this site as its policy wants, and is not kept', async () => {
  const deployed = await fetch(`${origin}/`)
  const { headers, body } = await shownAt(`${origin}/`, {
    'If-None-Match': deployed.headers.get('ETag') as string,
    'Accept-Encoding': 'gzip',
  })
  const { build } = await newsAt(origin)
  const script = `<script type="module" src="/.preview/preview.js" data-build="${build}"></script>`
  expect(body.replace(script, '')).toBe(await deployed.text())
  expect(body).toContain(script)
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': deployed.headers.get('Content-Security-Policy') as string,
  })
  expect(headers.etag).toBeUndefined()
  expect((await shownAt(`${origin}/nowhere/`)).body).toContain('/.preview/preview.js')
  expect(await (await fetch(`${origin}/.preview/preview.js`)).text()).toContain('EventSource')
})

test.each(['/rss.xml', '/atom.xml', '/feed.json', '/', '/nowhere/'])(
  '%s is for readers what serve answers, bytes and fields',
  async (path) => {
    const site = siteServer(`.wrangler/preview/${new URL(origin).port}`).server
    await once(site.listen(0, 'localhost'), 'listening')
    const answers = [origin, `http://localhost:${(site.address() as AddressInfo).port}`].map(async (from) => {
      const response = await fetch(from + path, { headers: { 'Accept-Encoding': 'gzip' } })
      const fields = Object.fromEntries([...response.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name)))
      const { status } = response
      const unchanged = await fetch(from + path, { headers: { 'If-None-Match': fields['etag'] ?? '"none"' } })
      return { status, fields, body: await response.text(), unchanged: unchanged.status }
    })
    const [previewed, served] = await Promise.all(answers)
    expect(previewed).toEqual(served)
    site.close()
  },
)

test('a file that cannot be read is said in a line, and does not end the preview', async () => {
  symlinkSync('nowhere', join(folder, 'c.md'))
  await until(() => /c\.md: not there, .*\); the site stays as it was\n/.test(running.terminal.output), running.terminal)
  await until(async () => (await newsAt(origin)).overlay.includes('c.md: not there'), running.terminal)
  unlinkSync(join(folder, 'c.md'))
  writeFileSync(join(folder, 'b.md'), '# 2024-06-11\n## Third Paper\n본문.\n#정렬\n')
  await until(async () => (await feedAt(origin)).includes('Third Paper'), running.terminal)
  expect(running.terminal.output).not.toMatch(/\n\s+at /)
})

test.each(Object.entries(saves))('what is saved is served: %s', async (kind, save) => {
  const day = Object.keys(saves).indexOf(kind) + 1
  for (const round of ['first', 'again']) {
    const title = `Saved ${round} on ${day}`
    await save(join(folder, `${day}.md`), `# 2024-05-${String(day).padStart(2, '0')}\n## ${title}\n본문.\n#정렬\n`)
    await until(async () => (await feedAt(origin)).includes(title), running.terminal)
  }
})

test('notes that are broken at launch are shown over an empty page, which becomes the site once they are mended', async () => {
  const broken = await started(content({ 'a.md': '# 2024-06-31\n## First Paper\n본문.\n#정렬\n' }), await freePort())
  await until(async () => (await newsAt(broken.origin)).overlay.includes('2024-06-31 is no day'), broken.terminal)
  expect((await shownAt(broken.origin)).body).toContain('data-build="0"')
  expect((await fetch(`${broken.origin}/rss.xml`)).status).toBe(503)
  writeFileSync(join(broken.folder, 'a.md'), '# 2024-06-30\n## First Paper\n본문.\n#정렬\n')
  await until(() => broken.terminal.output.includes('Ctrl-C'), broken.terminal)
  expect((await shownAt(broken.origin)).body).toContain('First Paper')
  broken.terminal.end('SIGINT')
  expect(await broken.exit).toBe(0)
})

test('the site of the last time is shown at once to whoever previews the same notes, and to nobody else', async () => {
  const port = await freePort()
  const notes = content({ 'a.md': '# 2024-06-10\n## First Paper\n본문.\n#정렬\n' })
  const first = await started(notes, port)
  await until(() => first.terminal.output.includes('Ctrl-C'), first.terminal)
  first.terminal.end('SIGINT')
  await first.exit
  writeFileSync(join(notes, 'a.md'), '# 2024-06-31\n')
  const same = await started(notes, port)
  expect((await shownAt(same.origin)).body).toContain('First Paper')
  same.terminal.end('SIGINT')
  await same.exit
  const other = await started(content({ 'a.md': '# 2024-06-31\n' }), port)
  expect((await shownAt(other.origin)).body).not.toContain('First Paper')
  other.terminal.end('SIGINT')
  await other.exit
})

test('once it is told to end, it leaves no process and no port behind', async () => {
  const port = await freePort()
  const folderOfNotes = content({ 'a.md': '# 2024-06-10\n## First Paper\n본문.\n#정렬\n' })
  const child = spawn(process.execPath, ['src/cli/main.ts', 'start', '--port', String(port), '--content', folderOfNotes], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Without zombies: whether someone reaps what this process has left is up to the system.
  const processes = (): string[][] =>
    execFileSync('ps', ['-A', '-o', 'ppid=,pid=,stat=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , state]) => state?.startsWith('Z') === false)
  try {
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (said.includes('Ctrl-C')) break
    }
    const children = processes().filter(([parent]) => parent === String(child.pid))
    expect(children.join('\n')).toMatch(/workerd/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    await vi.waitFor(() => expect(processes().filter(([, pid]) => children.some(([, one]) => one === pid))).toEqual([]))
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()
  } finally {
    child.kill('SIGKILL')
  }
})
