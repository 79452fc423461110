import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { freePort } from './free-port.ts'

/** A running workerd, as Cloudflare runs it: nothing stands between its socket and the worker. */
export interface BareWorkerd {
  readonly origin: string
  readonly pid: number
  stop(): Promise<void>
}

/** Serves a site that was built into a folder, by the worker of a checkout of this project. Both paths are absolute. */
export async function serveBuilt(folder: string, checkout: string): Promise<BareWorkerd> {
  await build({
    entryPoints: [join(checkout, 'src/worker/main.ts')],
    outfile: join(folder, 'worker.js'),
    alias: { 'paperwire-manifest': join(folder, 'manifest.json') },
    bundle: true,
    format: 'esm',
    target: 'esnext',
  })
  return await serveScript(folder, checkout)
}

/** Serves `worker.js` of a folder, which may read the files in `bodies` beside it. */
export async function serveScript(folder: string, checkout: string): Promise<BareWorkerd> {
  const port = await freePort()
  const [, compatibilityDate] = /^compatibility_date = "(.*)"$/m.exec(readFileSync(join(checkout, 'wrangler.toml'), 'utf8')) ?? []
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
  const workerd = spawn((require('workerd') as { default: string }).default, ['serve', join(folder, 'site.capnp')], { stdio: 'inherit' })
  const origin = `http://127.0.0.1:${port}`
  while (!(await answers(origin))) {
    if (workerd.exitCode !== null) throw new Error(`workerd ended with ${workerd.exitCode}`)
    await sleep(50)
  }
  return {
    origin,
    pid: workerd.pid as number,
    async stop() {
      const ended = once(workerd, 'exit')
      workerd.kill()
      await ended
    },
  }
}

async function answers(origin: string): Promise<boolean> {
  return await fetch(origin).then(
    () => true,
    () => false,
  )
}
