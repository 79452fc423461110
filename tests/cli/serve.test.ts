import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Manifest } from '../../src/site/manifest.ts'
import { openPack } from '../../src/site/pack.ts'
import { createApp } from '../../src/worker/app.ts'
import { buildOrThrow } from '../built-site.ts'
import { bodyOf, rawAnswer, requestsOf } from '../raw-request.ts'
import { type ServedSite, serveSite } from '../served-site.ts'
import { called, project } from './called.ts'
import { content, newFolder } from './folders.ts'

const out = newFolder()
buildOrThrow(join(project, 'tests/worker/content'), out)
const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
const packs = readdirSync(join(out, 'bodies'))
const resources = packs.flatMap((pack) => openPack(readFileSync(join(out, 'bodies', pack))).table.resources)

let site: ServedSite
beforeAll(async () => {
  site = await serveSite(out)
})
afterAll(() => site.stop())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

/** What goes over the wire, a path sent as it stands and nothing unpacked. */
async function asked(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(site.origin)
  const sent = request({ hostname, port, path, method, headers }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  // These belong to the connection, not to the answer.
  const { date, connection, 'keep-alive': _, 'transfer-encoding': __, ...fields } = response.headers
  return { status: response.statusCode as number, headers: fields, body: await buffer(response) }
}

const app = createApp(manifest)
const env = { ASSETS: { fetch: async (url: string) => new Response(readFileSync(join(out, 'bodies', new URL(url).pathname))) } }

/** What the worker's app answers. */
async function appAnswer(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const response = await app.fetch(new Request(site.origin + path, { method, headers }), env)
  return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) }
}

/** The fields of both, but for a length that one of them leaves to the server. */
function sameBut(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { 'content-length': _, ...others } = fields
  return others
}

describe('the server answers over HTTP what the worker’s app does, to the byte', () => {
  test.each(['gzip', 'identity', 'br, *;q=0.5'])('every document, with Accept-Encoding: %s', async (coding) => {
    const headers = { 'Accept-Encoding': coding }
    for (const { path } of resources) {
      const answer = await appAnswer(path, headers)
      expect(await asked(path, headers), path).toEqual(answer)
      expect(await asked(path, headers, 'HEAD'), path).toEqual({ ...answer, body: Buffer.alloc(0) })
      const again = { ...headers, 'If-None-Match': String(answer.headers['etag']) }
      const notModified = await asked(path, again)
      expect([notModified.status, notModified.body.length], path).toEqual([304, 0])
      expect(notModified, path).toEqual(await appAnswer(path, again))
    }
  })

  test.each([
    ['GET', '/nothing'],
    ['GET', '/constructor'],
    ['GET', '/%'],
    ['GET', '/tags/%EC%A0%95%EB%A0%AC'],
    ['GET', '/tags/Alignment/'],
    ['GET', '//tags///alignment//'],
    ['GET', '/tags/old_name/feed.json?x=1&x=2'],
    ['GET', `/bodies/${packs[0]}`],
    ['GET', '/manifest.json'],
    ['HEAD', '/nothing'],
    ['HEAD', '/tags/Alignment/'],
    ['POST', '/'],
    ['DELETE', '/nothing'],
    ['OPTIONS', '/rss.xml'],
  ])('%s %s', async (method, path) => {
    for (const headers of [{}, { 'Accept-Encoding': 'gzip' }, { Origin: 'https://blog.example', 'Access-Control-Request-Method': 'GET' }]) {
      const [over, answer] = [await asked(path, headers, method), await appAnswer(path, headers, method)]
      expect([over.status, over.body, sameBut(over.headers)]).toEqual([answer.status, answer.body, sameBut(answer.headers)])
    }
  })

  test('a browser is shown the page about a feed', async () => {
    const headers = { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }
    expect(await asked('/rss.xml', headers)).toMatchObject({ headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(await asked('/rss.xml', headers)).toEqual(await appAnswer('/rss.xml', headers))
  })
})

describe('whatever the Host', () => {
  const raw = (lines: readonly string[]): Promise<string> => rawAnswer(site.origin, lines)

  test.each(['notes.example', 'evil.example:80', 'LOCALHOST', '127.0.0.1', '[::1]:1'])(
    '%s: links lead where they were built to',
    async (host) => {
      expect(await raw(['GET /tags/Alignment/ HTTP/1.1', `Host: ${host}`])).toMatch(
        /^HTTP\/1\.1 308 [\s\S]*\r\nlocation: \/tags\/alignment\/\r\n/i,
      )
      expect(await raw(['GET /rss.xml HTTP/1.1', `Host: ${host}`])).toContain('https://notes.example/rss.xml')
    },
  )

  test.each(['a b', 'notes.example:99999', 'a%zz', '['])('RFC 9112 §3.2: %s is none: 400, as the worker says it', async (host) => {
    const answer = await raw(['GET /rss.xml HTTP/1.1', `Host: ${host}`])
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*x-content-type-options: nosniff\r\n[\s\S]*\r\n\r\nBad Request\n$/i)
  })

  test.each(requestsOf('/opml.xml'))('RFC 9112 §3.2: 400, as the worker says it, or the bytes of the path: %s', async (_, lines) => {
    const answer = await raw(lines)
    if (/^HTTP\/1\.1 400 /.test(answer)) {
      expect(bodyOf(answer)).toBe('Bad Request\n')
      expect(answer).toMatch(/^strict-transport-security: max-age=31536000\r$/im)
    } else {
      expect([answer.split('\r\n')[0], bodyOf(answer)]).toEqual(['HTTP/1.1 200 OK', String((await appAnswer('/opml.xml')).body)])
    }
  })
})

describe('while it serves', () => {
  const day = '2024-06-10\nA\n처음 글.\n#t\n'

  /** A folder of content, served from where it was built. */
  async function servedFrom(): Promise<{ readonly from: string; readonly to: string; readonly served: ServedSite }> {
    const [from, to] = [content({ 'a.md': day }), newFolder()]
    buildOrThrow(from, to)
    return { from, to, served: await serveSite(to) }
  }

  test('a build beside it replaces the site, its packs swept out', async () => {
    const { from, to, served } = await servedFrom()
    for (const text of ['둘째', '셋째']) {
      writeFileSync(join(from, 'a.md'), day.replace('처음', text))
      buildOrThrow(from, to)
      for (const path of ['/2024-06-10/', '/rss.xml', '/tags/t/feed.json']) {
        const response = await fetch(served.origin + path)
        expect([response.status, await response.text()], path).toEqual([200, expect.stringContaining(`${text} 글.`)])
      }
    }
    await served.stop()
  })

  test('a build that comes between looking a path up and reading its pack doesn’t fail the request', async () => {
    const { from, to, served } = await servedFrom()
    const said = vi.spyOn(console, 'error').mockImplementation(() => {
      writeFileSync(join(from, 'a.md'), day.replace('처음', '둘째'))
      buildOrThrow(from, to)
    })
    // The app looks the path up in the old manifest and finds the pack gone; before it answers, the build is done.
    rmSync(join(to, 'bodies'), { recursive: true })
    const response = await fetch(`${served.origin}/rss.xml`)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('둘째 글.')])
    said.mockRestore()
    await served.stop()
  })

  test.each([
    ['is removed', (file: string) => rmSync(file)],
    ['is none any more', (file: string) => writeFileSync(file, '{')],
  ])('the site stays as it was where the manifest %s, until there is one again', async (_, spoil) => {
    const { from, to, served } = await servedFrom()
    spoil(join(to, 'manifest.json'))
    expect((await fetch(`${served.origin}/rss.xml`)).status).toBe(200)
    writeFileSync(join(from, 'a.md'), day.replace('처음', '둘째'))
    buildOrThrow(from, to)
    expect(await (await fetch(`${served.origin}/rss.xml`)).text()).toContain('둘째 글.')
    await served.stop()
  })
})

describe('what can’t be served is refused in one line with a cure', () => {
  test.each([
    ['a folder that isn’t there', 'missing', {}],
    ['a file', 'README.md', {}],
    ['a folder without a manifest', '.', {}],
    ['a manifest that is none', '', { 'manifest.json': '{' }],
    ['a manifest of something else', '', { 'manifest.json': '{"name": "x"}' }],
    ['a manifest that is null', '', { 'manifest.json': 'null' }],
    ['a manifest that lists packs, as former versions wrote it', '', { 'manifest.json': '{"origin": "http://x", "packs": {}}' }],
    ['a manifest without channels', '', { 'manifest.json': '{"origin": "http://x", "versions": ""}' }],
  ])('%s', async (_, named, files) => {
    const folder = named === '' ? newFolder() : named
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { status, stdout, stderr } = await called(['serve', '--from', folder])
    expect([status, stdout, stderr]).toEqual([2, '', `${folder}: not a built site (name one: --from DIR, or build it: npm run build)\n`])
  })

  test('a port that is taken', async () => {
    const { port } = new URL(site.origin)
    const { status, stderr } = await called(['serve', '--from', out, '--port', port])
    expect([status, stderr]).toEqual([2, `--port ${port}: something listens there already (take another: --port N)\n`])
  })

  test('a host that this machine isn’t', async () => {
    const { status, stderr } = await called(['serve', '--from', out, '--host', '192.0.2.1'])
    expect([status, stderr]).toEqual([2, '--host 192.0.2.1: no address of this machine (leave it out for localhost)\n'])
  })
})

describe('the server ends with 0', () => {
  test('while someone is connected', async () => {
    const other = await serveSite(out)
    const { hostname, port } = new URL(other.origin)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    expect(await other.stop()).toBe(0)
    socket.destroy()
    await expect(fetch(other.origin)).rejects.toThrow()
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('at %s', async (signal) => {
    const child = spawn(process.execPath, [`${project}src/cli/main.ts`, 'serve', '--from', out, '--port', '0'])
    const [said] = await once(child.stdout, 'data')
    expect(String(said)).toMatch(/: http:\/\/localhost:\d+\/, with links to https:\/\/notes\.example\. Ctrl-C ends it\.\n$/)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
