import { Hono } from 'hono/tiny'
import type { Manifest } from '../site/manifest.ts'
import { isFeedPath } from '../site/urls.ts'
import { andThen } from './and-then.ts'
import { countPoll, type Dataset } from './feed-readers.ts'
import { allow, nosniff, preflight, readMethods, transportFields } from './headers.ts'
import { KnownSite } from './known-site.ts'
import { lookUp, type Outcome } from './lookup.ts'
import { Outcomes } from './outcomes.ts'
import { type Assets, Packs } from './packs.ts'
import { pictureAnswers } from './pictures.ts'
import { plainAnswersOf } from './plain.ts'
import { Reader } from './reader.ts'
import { type Reading, Responses } from './responses.ts'
import { selectionAsked } from './selection-form.ts'
import { Selections } from './selections.ts'

export interface Env {
  readonly ASSETS: Assets
  /** Where polls are counted; not there where nobody wants that. */
  readonly READERS?: Dataset
}

/** The worker of a site: looks the path up, compares, answers. Its only state is what it remembers of packs, outcomes and documents. */
export function createApp(manifest: Manifest): Hono<{ Bindings: Env }> {
  const packs = new Packs(manifest)
  const site = new KnownSite(manifest, packs)
  const outcomes = new Outcomes()
  const plainAnswer = plainAnswersOf(manifest)
  const responses = new Responses(manifest, site, plainAnswer)
  const selections = new Selections(manifest, plainAnswer)
  const transport = transportFields(manifest)
  const deploymentFields = { ...transport, ...nosniff, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }
  const picture = pictureAnswers(manifest, plainAnswer)

  /** The answer to GET and HEAD: a document, a redirect for good (RFC 9110 §15.4.9) or for now (§15.4.8), or a page about nothing. */
  function read(reading: Reading, outcome: Outcome, assets: Assets): Response | Promise<Response> {
    switch (outcome.kind) {
      case 'found':
        return responses.found(reading, outcome.path)
      case 'picture':
        return andThen(picture(reading.request, outcome, assets), (found) => found ?? responses.missing(reading, false))
      case 'selection':
        return selections.answer(reading, outcome).then((answer) => answer ?? responses.missing(reading, false))
      case 'asked selection':
        return plainAnswer(303, { Location: selectionAsked(new URL(reading.request.url).searchParams) })
      case 'deployment':
        return new Response(JSON.stringify(manifest), { headers: deploymentFields })
      case 'no selection':
        return plainAnswer(400)
      case 'moved':
        return plainAnswer(308, locationOf(outcome.path, reading.request))
      case 'replaced':
      case 'to come':
        return plainAnswer(307, locationOf(outcome.path, reading.request))
      case 'gone':
      case 'missing':
        return responses.missing(reading, outcome.kind === 'gone')
    }
  }

  /** The answer to any other method; null to the preflight of a request for a feed. */
  function refuse({ method, headers }: Request, outcome: Outcome): Response | null {
    if (outcome.kind === 'gone') return plainAnswer(410)
    if (outcome.kind === 'no selection') return plainAnswer(400)
    if (!('path' in outcome) || outcome.kind === 'replaced' || outcome.kind === 'to come') return plainAnswer(404)
    if (method !== 'OPTIONS') return plainAnswer(405)
    // A moved path is answered here and not redirected: a preflight must not be (Fetch, “CORS-preflight fetch”). The
    // request after it may be.
    const isAskedByScript = isFeedPath(outcome.path) && headers.has('Origin')
    return isAskedByScript ? null : new Response(null, { status: 204, headers: { ...allow, ...transport } })
  }

  /** An answer, once it is counted, if it is a feed's. */
  function counted(
    answer: Response,
    { request, outcome, dataset }: { readonly request: Request; readonly outcome: Outcome; readonly dataset: Dataset | undefined },
  ): Response {
    if (dataset !== undefined && 'path' in outcome && isFeedPath(outcome.path))
      countPoll(dataset, outcome.path, { userAgent: request.headers.get('User-Agent'), status: answer.status })
    return answer
  }

  // Paths are looked up as they are sent: Hono's router, which decodes them, sees one route.
  const app = new Hono<{ Bindings: Env }>({ getPath: () => '/' })

  app.all('/', (c, next) => {
    const request = c.req.raw
    const reader = new Reader(packs, c.env.ASSETS)
    const outcome = outcomes.of(request.url, request.headers.get('Host'), (path) => reader.answer(lookUp(path, site)))
    return andThen(outcome, (known) => {
      if (known === null) return plainAnswer(400)
      if (readMethods.includes(request.method)) {
        const answer = read({ request, reader, now: Date.now() }, known, c.env.ASSETS)
        return c.env.READERS === undefined
          ? answer
          : andThen(answer, (given) => counted(given, { request, outcome: known, dataset: c.env.READERS }))
      }
      const refused = refuse(request, known)
      if (refused !== null) return refused
      for (const [name, value] of Object.entries(transport)) c.header(name, value)
      return preflight(c, next)
    })
  })

  app.onError((error) => {
    console.error(error)
    return plainAnswer(503)
  })
  return app
}

/** From the directory, so that it always begins with one slash and stays on this host; a query goes along. */
function locationOf(path: string, { url }: Request): { readonly Location: string } {
  return { Location: path + new URL(url).search }
}
