import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Manifest } from '../site/manifest.ts'
import { canonicalCandidates } from '../site/urls.ts'
import { prefersGzip } from './coding.ts'
import { type Conditions, evaluate } from './conditional.ts'
import { type Answer, answerOf, type Representation } from './headers.ts'
import { type Assets, Packs } from './packs.ts'

export interface Env {
  readonly ASSETS: Assets
}

/** What workerd takes beyond the standard: bytes that are encoded already, as their Content-Encoding says. */
interface WorkerResponseInit extends ResponseInit {
  readonly encodeBody?: 'manual'
}

/** Cloudflare's edge writes Accept-Encoding anew; what the client itself said is in `cf`. */
interface WorkerRequest extends Request {
  readonly cf?: { readonly clientAcceptEncoding?: string }
}

const readMethods = 'GET, HEAD'
const allMethods = 'GET, HEAD, OPTIONS'

/** The worker of a site: looks the path up, compares, answers. Its only state is a memory of packs. */
export function createApp(manifest: Manifest): Hono<{ Bindings: Env }> {
  const site = new SiteAnswers(manifest)
  const packs = new Packs()
  const preflight = cors({
    origin: '*',
    allowMethods: readMethods.split(', '),
    exposeHeaders: ['ETag', 'Last-Modified', 'Link'],
    maxAge: 86_400,
  })

  // Paths are looked up as they are sent: Hono's router, which decodes them, sees one route.
  const app = new Hono<{ Bindings: Env }>({ getPath: () => '/' })

  // workerd passes on a Host that is none: that is the client's fault (RFC 9112 §3.2), not ours.
  app.use((c, next) => (URL.canParse(c.req.url) ? next() : Promise.resolve(plain(400, 'Bad Request', {}))))

  app.get('/', async (c) => {
    const request = c.req.raw as WorkerRequest
    const url = new URL(request.url)
    const found = site.find(url.pathname)
    const elsewhere = found === null ? redirection(site, url) : null
    if (elsewhere !== null) return elsewhere
    const status = found === null ? missingStatus(site, url.pathname) : 200
    const isShown = isNavigation(request.headers) && !url.searchParams.has('raw')
    const answer = (isShown ? site.view(url.pathname) : null) ?? found ?? site.missing(status)
    const now = Date.now()
    // Notes dated today are published at noon: a date to come is no Last-Modified (RFC 9110 §8.8.2.1).
    const isToCome = answer.resource.modified !== null && answer.resource.modified * 1000 > now
    const gzip = prefersGzip(request.cf?.clientAcceptEncoding ?? request.headers.get('Accept-Encoding'))
    const representation = gzip ? answer.gzip : answer.plain
    const selected = isToCome ? undated(representation) : representation
    // A condition is of what is there (§13.2.1): of nothing, where nothing is.
    const decision = found === null ? 'proceed' : evaluate(conditionsOf(request.headers), selected.validators, now)
    if (decision === 'not-modified') return new Response(null, { status: 304, headers: selected.notModifiedHeaders })
    if (decision === 'precondition-failed') return plain(412, 'Precondition Failed', answer.isFeed ? anyOrigin : {})
    const init = found === null ? missingInit(status, selected.headers) : { headers: selected.headers }
    if (request.method === 'HEAD') return new Response(null, init)
    const pack = await packs.get(c.env.ASSETS, answer.pack)
    const gzipped = pack.slice(answer.offset, answer.offset + answer.resource.gzipLength)
    if (gzip) return new Response(gzipped, { ...init, encodeBody: 'manual' } as WorkerResponseInit)
    return new Response(await unzipped(gzipped), init)
  })

  app.options('/', (c, next) => {
    // A wrong form is answered as the right one: a preflight must not be redirected, the request after it may be.
    const path = site.canonical(new URL(c.req.url).pathname)
    const answer = path === null ? null : site.find(path)
    if (answer === null) return Promise.resolve(nothing(site, new URL(c.req.url).pathname))
    if (answer.isFeed && c.req.header('Origin') !== undefined) return preflight(c, next)
    return Promise.resolve(new Response(null, { status: 204, headers: { Allow: allMethods } }))
  })

  app.all('/', (c) => {
    const { pathname } = new URL(c.req.url)
    if (site.canonical(pathname) === null) return nothing(site, pathname)
    return plain(405, 'Method Not Allowed', { Allow: allMethods })
  })

  app.onError((error) => {
    console.error(error)
    return plain(503, 'Service Unavailable', { 'Retry-After': '60' })
  })
  return app
}

const anyOrigin = { 'Access-Control-Allow-Origin': '*' }

/** The site's paths with their answers, each made once. */
class SiteAnswers {
  readonly #manifest: Manifest
  // Maps, not the manifest's objects: a path such as /constructor must not find what every object has.
  readonly #places = new Map<string, Pick<Answer, 'resource' | 'pack' | 'offset'>>()
  readonly #moved: ReadonlyMap<string, string>
  readonly #views: ReadonlyMap<string, string>
  /** Feeds and the pages about them: which of the two it is depends on who asks. */
  readonly #chosen: ReadonlySet<string>
  readonly #upcoming: ReadonlyMap<string, string>
  readonly #gone: ReadonlySet<string>
  readonly #answers = new Map<string, Answer>()

  constructor(manifest: Manifest) {
    this.#manifest = manifest
    this.#moved = new Map(Object.entries(manifest.moved))
    this.#views = new Map(Object.entries(manifest.views))
    this.#chosen = new Set([...this.#views.keys(), ...this.#views.values()])
    this.#upcoming = new Map(Object.entries(manifest.upcoming))
    this.#gone = new Set(manifest.gone)
    for (const [pack, resources] of Object.entries(manifest.packs)) {
      let offset = 0
      for (const resource of resources) {
        this.#places.set(resource.path, { resource, pack, offset })
        offset += resource.gzipLength
      }
    }
  }

  /** The answer of a canonical path, or null. */
  find(path: string): Answer | null {
    const made = this.#answers.get(path)
    if (made !== undefined) return made
    const place = this.#places.get(path)
    if (place === undefined) return null
    const answer = answerOf(this.#manifest, place, this.#chosen.has(path))
    this.#answers.set(path, answer)
    return answer
  }

  /** The path that one written otherwise, or one that has moved, should have been; null if there is none. */
  canonical(path: string): string | null {
    for (const candidate of canonicalCandidates(path)) {
      if (this.#places.has(candidate)) return candidate
      const folder = candidate.slice(0, candidate.lastIndexOf('/') + 1)
      const now = this.#moved.get(folder)
      const moved = now === undefined ? undefined : now + candidate.slice(folder.length)
      if (moved !== undefined && this.#places.has(moved)) return moved
    }
    return null
  }

  /** The page that a browser is shown at the path of a feed; null of any other path. */
  view(path: string): Answer | null {
    const view = this.#views.get(path)
    return view === undefined ? null : this.find(view)
  }

  /** The page that says that a path leads nowhere, or no longer anywhere. */
  missing(status: number): Answer {
    const { notFound, goneForGood } = this.#manifest
    return this.find(status === 410 ? goneForGood : notFound) as Answer
  }

  /** The path that answers, for a while, for one that is yet to come; null if there is none. */
  substitute(path: string): string | null {
    for (const candidate of canonicalCandidates(path)) {
      const folder = candidate.slice(0, candidate.lastIndexOf('/') + 1)
      const substitute = this.#upcoming.get(folder)
      const path = substitute === undefined ? undefined : substitute + candidate.slice(folder.length)
      if (path !== undefined && this.#places.has(path)) return path
    }
    return null
  }

  /** Whether a path, however it is written, is one of what was removed for good. */
  isGone(path: string): boolean {
    return canonicalCandidates(path).some((candidate) => this.#gone.has(candidate))
  }
}

/**
 * A path that isn't one of the site's: 308 to the one that is meant (RFC 9110 §15.4.9), 307 to what answers for one that
 * is yet to come (§15.4.8), or null.
 */
function redirection(site: SiteAnswers, url: URL): Response | null {
  const path = site.canonical(url.pathname)
  const substitute = path === null ? site.substitute(url.pathname) : null
  if (substitute !== null) return plain(307, 'Temporary Redirect', { Location: substitute + url.search, ...anyOrigin })
  // From the manifest, so that it always begins with one slash and stays on this host; a query goes along.
  return path === null ? null : plain(308, 'Permanent Redirect', { Location: path + url.search, ...anyOrigin })
}

/**
 * Whether a request is a browser's to show what it gets (Fetch Metadata §2): what a reader asks for, whatever it says it
 * accepts, is the feed itself.
 */
function isNavigation(headers: Headers): boolean {
  return headers.get('Sec-Fetch-Dest') === 'document' && headers.get('Sec-Fetch-Mode') === 'navigate'
}

/** The page about nothing, as the answer for a path: it has no version of its own to ask for again. */
function missingInit(status: number, page: Headers): ResponseInit {
  const headers = new Headers(page)
  for (const name of ['ETag', 'Last-Modified']) headers.delete(name)
  headers.set('Cache-Control', 'public, max-age=300')
  if (status === 410) headers.set('Access-Control-Allow-Origin', '*')
  return { status, headers }
}

/** Of a path that leads nowhere: what was there was removed for good (RFC 9110 §15.5.11), or there never was anything. */
function missingStatus(site: SiteAnswers, pathname: string): number {
  return site.isGone(pathname) ? 410 : 404
}

function nothing(site: SiteAnswers, pathname: string): Response {
  return missingStatus(site, pathname) === 410 ? plain(410, 'Gone', anyOrigin) : plain(404, 'Not Found', {})
}

function plain(status: number, words: string, headers: Readonly<Record<string, string>>): Response {
  const cached = status === 404 || status === 410 || status === 307 || status === 308 ? { 'Cache-Control': 'public, max-age=300' } : {}
  return new Response(`${words}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', ...cached, ...headers },
  })
}

function conditionsOf(headers: Headers): Conditions {
  return {
    ifMatch: headers.get('If-Match'),
    ifNoneMatch: headers.get('If-None-Match'),
    ifModifiedSince: headers.get('If-Modified-Since'),
    ifUnmodifiedSince: headers.get('If-Unmodified-Since'),
  }
}

/** The same without its date, in what is sent as in what is compared. */
function undated({ validators, headers, notModifiedHeaders }: Representation): Representation {
  const without = (dated: Headers): Headers => {
    const copy = new Headers(dated)
    copy.delete('Last-Modified')
    return copy
  }
  return { validators: { ...validators, modified: null }, headers: without(headers), notModifiedHeaders: without(notModifiedHeaders) }
}

async function unzipped(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}
