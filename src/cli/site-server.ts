import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Manifest } from '../site/manifest.ts'
import { createApp, type Env } from '../worker/app.ts'
import type { Assets } from '../worker/packs.ts'
import { readBytes } from './content-folder.ts'
import { UserError } from './refusals.ts'

type App = ReturnType<typeof createApp>

/**
 * The server of a built site, not listening yet, and the origin that the site's links lead to. It answers as the worker
 * does, whose app it runs, and serves the new site once a build has replaced the manifest. Throws a {@link UserError}
 * where no site was built into the folder.
 */
export function siteServer(folder: string): { readonly server: Server; readonly origin: string } {
  let version = manifestVersion(folder)
  const manifest = readManifest(folder)
  if (manifest === null) throw new UserError(`${folder}: not a built site (name one: --from DIR, or build it: npm run build)`)
  let app = createApp(manifest)
  const env: Env = { ASSETS: assetsOf(folder) }

  /** The app of the site in the folder; the last app while there is none. */
  function currentApp(): App {
    const found = manifestVersion(folder)
    if (found === version) return app
    version = found
    const replaced = readManifest(folder)
    if (replaced !== null) app = createApp(replaced)
    return app
  }

  async function answer(request: Request, { incoming }: { readonly incoming: { readonly url?: string | undefined } }): Promise<Response> {
    const asked = currentApp()
    const read = namesNoHost(incoming.url) ? unreadable : request
    const response = await asked.fetch(read, env)
    // A build may have removed the pack that the app's manifest names: the new site has the answer.
    return response.status === 503 && currentApp() !== asked ? app.fetch(read, env) : response
  }

  const listener = getRequestListener(answer, { overrideGlobalObjects: false, errorHandler: () => app.fetch(unreadable, env) })
  // The app refuses a request without Host, as it does one whose Host is none.
  return { server: createServer({ requireHostHeader: false }, listener), origin: manifest.origin }
}

/** Whether a whole address is asked for that has no host: `URL` takes `tags` of `http:///tags/` for it (RFC 9110 §4.2.1). */
function namesNoHost(target: string | undefined): boolean {
  return target !== undefined && /^https?:\/{3}/i.test(target)
}

/** Stands for a request whose address can't be read, such as one with `Host: a b`. The app answers it, as it does in workerd. */
const unreadable: Request = Object.defineProperty(new Request('http://localhost/'), 'url', { value: 'http://' })

const manifestFile = (folder: string): string => join(folder, 'manifest.json')

/** Is another text once the manifest is another file, as each build makes it; null where there is none. */
function manifestVersion(folder: string): string | null {
  const found = statSync(manifestFile(folder), { throwIfNoEntry: false })
  return found === undefined ? null : `${found.ino} ${found.mtimeMs}`
}

/** The manifest of the site that was built into a folder; null where none was. Throws as {@link readBytes} does. */
function readManifest(folder: string): Manifest | null {
  try {
    const manifest = JSON.parse(readBytes(manifestFile(folder)).toString()) as Partial<Manifest> | null
    return typeof manifest?.versions === 'string' && typeof manifest.channels === 'object' ? (manifest as Manifest) : null
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (!isMissing && !(error instanceof SyntaxError)) throw error
    return null
  }
}

/** The packs and pictures of a built site, which Cloudflare keeps as assets. The app asks for no other file: digits name each. */
function assetsOf(folder: string): Assets {
  return {
    async fetch(url) {
      try {
        return new Response(await readFile(join(folder, 'bodies', new URL(url).pathname)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        return new Response(null, { status: 404 })
      }
    },
  }
}
