import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { scriptOf } from '../../site/assets.ts'

/**
 * Runs the worker of a site on workerd, which Cloudflare runs, and starts it again should it end, until the signal says to
 * stop. It reads the packs itself, from the folder of the built site: nothing else looks at that folder while builds
 * change it. (`wrangler dev` lists the folder and then looks at each file of the list; a pack that was swept in between
 * ended it.)
 *
 * @param site the folder of the built site
 * @param listening is told the port on 127.0.0.1, or null while there is none
 * @returns once the last workerd has ended. Rejects where it can't be run at all
 */
export async function runWorkerd(site: string, listening: (port: number | null) => void, signal: AbortSignal): Promise<void> {
  const config = configFor(site)
  while (!signal.aborted) {
    const child = spawn(program(), ['serve', '--control-fd=3', config], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
    const kill = (): void => void child.kill()
    signal.addEventListener('abort', kill)
    process.once('exit', kill)
    const ended = once(child, 'exit')
    listening(await Promise.race([portOf(child), ended.then(() => null)]))
    await ended
    listening(null)
    signal.removeEventListener('abort', kill)
    process.off('exit', kill)
    if (!signal.aborted) await wait(restMilliseconds)
  }
}

/** In milliseconds. Ctrl-C reaches workerd itself too, maybe before it reaches this process. */
const restMilliseconds = 300

/** The program that wrangler would run. */
function program(): string {
  const require = createRequire(import.meta.resolve('wrangler/package.json'))
  return (require('workerd') as { readonly default: string }).default
}

/** The port that workerd says it listens on. Pending for ever where it ends before. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let said = ''
    // Read to its end: a closed pipe would be an error for workerd.
    ;(child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      said += String(chunk)
      const [line, ...others] = said.split('\n')
      if (others.length > 0) resolve((JSON.parse(line as string) as { readonly port: number }).port)
    })
  })
}

/** Writes what workerd is to run into the folder of the site, and returns the path of its configuration. */
function configFor(site: string): string {
  const bodies = join(resolve(site), 'bodies')
  mkdirSync(bodies, { recursive: true })
  writeFileSync(join(site, 'worker.js'), scriptOf('src/worker/preview.ts'))
  const file = join(site, 'workerd.capnp')
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "${compatibilityDate()}",
      bindings = [(name = "ASSETS", service = "bodies"), (name = "SITE", service = "site")],
    )),
    (name = "bodies", disk = ${JSON.stringify(bodies)}),
    (name = "site", disk = ${JSON.stringify(resolve(site))}),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`,
  )
  return file
}

/** The one that the worker is deployed with. */
function compatibilityDate(): string {
  const config = readFileSync(fileURLToPath(new URL('../../../wrangler.toml', import.meta.url)), 'utf8')
  const [, date] = /^compatibility_date = "(.*)"$/m.exec(config) ?? []
  if (date === undefined) throw new Error('wrangler.toml: no compatibility_date')
  return date
}
