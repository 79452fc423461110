import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { buildOrThrow } from '../built-site.ts'
import { freePort } from '../free-port.ts'
import { type ServedSite, serveSite } from '../served-site.ts'

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

/** Serves a folder of notes at a port of this machine, with links that lead there. */
export async function startSite(content: string): Promise<ServedSite> {
  const [port, out] = [await freePort(), mkdtempSync(join(tmpdir(), 'paperwire-browser-'))]
  buildOrThrow(content, out, `http://localhost:${port}`)
  const site = await serveSite(out, port)
  return {
    origin: site.origin,
    stop() {
      rmSync(out, { recursive: true, force: true })
      return site.stop()
    },
  }
}
