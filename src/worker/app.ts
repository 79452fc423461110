import { Hono } from 'hono'
import type { Manifest } from '../site/manifest.ts'
import { ManifestDirectory } from './directory.ts'
import { allow, preflight, readMethods, transportFields } from './headers.ts'
import { isHost } from './host.ts'
import { lookUp, type Outcome } from './lookup.ts'
import type { Assets } from './packs.ts'
import { plainAnswersOf } from './plain.ts'
import { type Reading, Responses } from './responses.ts'

export interface Env {
  readonly ASSETS: Assets
}

/** The worker of a site: looks the path up, compares, answers. Its only state is what {@link Responses} remembers. */
export function createApp(manifest: Manifest): Hono<{ Bindings: Env }> {
  const directory = new ManifestDirectory(manifest)
  const plainAnswer = plainAnswersOf(manifest)
  const responses = new Responses(manifest, directory, plainAnswer)
  const transport = transportFields(manifest)

  /** The answer to GET and HEAD: a document, a redirect for good (RFC 9110 §15.4.9) or for now (§15.4.8), or a page about nothing. */
  function read(reading: Reading, outcome: Outcome): Response | Promise<Response> {
    switch (outcome.kind) {
      case 'found':
        return responses.found(reading, outcome.path)
      case 'moved':
        return plainAnswer(308, locationOf(outcome.path, reading.url))
      case 'replaced':
      case 'to come':
        return plainAnswer(307, locationOf(outcome.path, reading.url))
      case 'gone':
      case 'missing':
        return responses.missing(reading, outcome.kind === 'gone')
    }
  }

  // Paths are looked up as they are sent: Hono's router, which decodes them, sees one route.
  const app = new Hono<{ Bindings: Env }>({ getPath: () => '/' })

  app.all('/', async (c, next) => {
    const request = c.req.raw
    // workerd passes on a Host that is none: that is the client's fault (RFC 9112 §3.2), not ours.
    const url = URL.parse(request.url)
    const host = request.headers.get('Host')
    if (url === null || (host !== null && !isHost(host))) return plainAnswer(400)
    const outcome = lookUp(url.pathname, directory)
    if (readMethods.includes(request.method)) return read({ request, url, assets: c.env.ASSETS, now: Date.now() }, outcome)
    if (outcome.kind === 'gone') return plainAnswer(410)
    if (outcome.kind !== 'found' && outcome.kind !== 'moved') return plainAnswer(404)
    if (request.method !== 'OPTIONS') return plainAnswer(405)
    // A moved path is answered here and not redirected: a preflight must not be (Fetch, “CORS-preflight fetch”). The
    // request after it may be.
    const isAskedByScript = responses.isFeedAt(outcome.path) && request.headers.has('Origin')
    if (!isAskedByScript) return new Response(null, { status: 204, headers: { ...allow, ...transport } })
    for (const [name, value] of Object.entries(transport)) c.header(name, value)
    return preflight(c, next)
  })

  app.onError((error) => {
    console.error(error)
    return plainAnswer(503)
  })
  return app
}

/** From the directory, so that it always begins with one slash and stays on this host; a query goes along. */
function locationOf(path: string, { search }: URL): { readonly Location: string } {
  return { Location: path + search }
}
