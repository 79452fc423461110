import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildOrThrow } from './built-site.ts'
import { project } from './cli/called.ts'
import { newFolder } from './cli/folders.ts'
import { freePort } from './free-port.ts'
import { bodyOf, rawAnswer, requestsOf } from './raw-request.ts'

/** workerd as Cloudflare runs it: nothing stands between its socket and the worker. */
let workerd: ChildProcess
let origin = ''

beforeAll(async () => {
  const [folder, port] = [newFolder(), await freePort()]
  buildOrThrow(join(project, 'tests/worker/content'), folder)
  await build({
    entryPoints: [join(project, 'src/worker/main.ts')],
    outfile: join(folder, 'worker.js'),
    alias: { 'paperwire-manifest': join(folder, 'manifest.json') },
    bundle: true,
    format: 'esm',
    target: 'esnext',
  })
  const [, compatibilityDate] = /^compatibility_date = "(.*)"$/m.exec(readFileSync(join(project, 'wrangler.toml'), 'utf8')) ?? []
  writeFileSync(
    join(folder, 'site.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "site", worker = (
          modules = [(name = "worker", esModule = embed "worker.js")],
          compatibilityDate = "${compatibilityDate}",
          bindings = [(name = "ASSETS", service = "bodies")],
        )),
        (name = "bodies", disk = "${join(folder, 'bodies')}"),
      ],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "site")],
    );`,
  )
  const require = createRequire(import.meta.resolve('wrangler/package.json'))
  workerd = spawn((require('workerd') as { default: string }).default, ['serve', join(folder, 'site.capnp')], { stdio: 'inherit' })
  origin = `http://127.0.0.1:${port}`
  await vi.waitFor(() => fetch(origin), { timeout: 60_000, interval: 50 })
})

afterAll(async () => {
  workerd.kill()
  await once(workerd, 'exit')
})

describe('RFC 9112 §3.2: whatever stands for a host, the answer is 400 or the bytes of the path', () => {
  test.each(requestsOf('/opml.xml'))('%s', async (_, lines) => {
    const answer = await rawAnswer(origin, lines)
    if (/^HTTP\/1\.[01] 400 /.test(answer)) return
    expect([answer.split('\r\n')[0], bodyOf(answer)]).toEqual(['HTTP/1.1 200 OK', await (await fetch(`${origin}/opml.xml`)).text()])
  })
})
