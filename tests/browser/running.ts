import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { freePort } from '../free-port.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Debian's Chromium, or the one that CHROMIUM names; null where there is none. */
export const chromiumPath: string | null =
  [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== '' && existsSync(path),
  ) ?? null

if (chromiumPath === null)
  console.log('No Chromium here (apt-get install chromium, or name one in CHROMIUM): the tests in a browser are skipped.')

/** Starts the browser. As root it would refuse to run with its sandbox. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath as string, args: ['--no-sandbox'] })
}

/** A site that `npm start` serves on this machine. */
export interface RunningSite {
  readonly origin: string
  stop(): Promise<void>
}

/** Serves a folder of notes as `npm start` does. Rejects, with what it printed, when it doesn't answer within a minute. */
export async function startSite(content: string): Promise<RunningSite> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/cli/main.ts', 'start', '--port', String(port), '--content', content], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)))
  for (let tries = 0; !output.includes('Ctrl-C'); tries += 1) {
    if (tries === 300 || child.exitCode !== null) throw new Error(`no site at ${port}; printed:\n${output}`)
    await wait(200)
  }
  return { origin: `http://localhost:${port}`, stop: () => stopped(child) }
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
