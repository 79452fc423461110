import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Manifest } from '../site/manifest.ts'
import { createApp, type Env } from '../worker/app.ts'
import type { Assets } from '../worker/packs.ts'
import { readBytes } from './content-folder.ts'
import { UserError } from './refusals.ts'

/**
 * The server of a built site, not listening yet, and the origin that the site's links lead to. It answers as the worker
 * does, whose app it runs. Throws a {@link UserError} where no site was built into the folder.
 */
export function siteServer(folder: string): { readonly server: Server; readonly origin: string } {
  const manifest = readManifest(folder)
  const app = createApp(manifest)
  const env: Env = { ASSETS: packsOf(folder) }
  const listener = getRequestListener((request) => app.fetch(request, env), {
    overrideGlobalObjects: false,
    errorHandler: () => app.fetch(unreadable, env),
  })
  return { server: createServer(listener), origin: manifest.origin }
}

/** Stands for a request whose address can't be read, as `Host: a b`: the app, as in workerd, is to answer it. */
const unreadable: Request = Object.defineProperty(new Request('http://localhost/'), 'url', { value: 'http://' })

function readManifest(folder: string): Manifest {
  try {
    const manifest = JSON.parse(readBytes(join(folder, 'manifest.json')).toString()) as Partial<Manifest> | null
    if (typeof manifest?.packs === 'object') return manifest as Manifest
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    if (!isMissing && !(error instanceof SyntaxError)) throw error
  }
  throw new UserError(`${folder}: not a built site (name one: --from DIR, or build it: npm run build)`)
}

/** The packs of a built site, which Cloudflare keeps as assets. No other file can be asked for. */
function packsOf(folder: string): Assets {
  return {
    async fetch(url) {
      const name = new URL(url).pathname.slice(1)
      if (!/^[0-9a-f]{32}$/.test(name)) return new Response(null, { status: 404 })
      return new Response(await readFile(join(folder, 'bodies', name)))
    },
  }
}
