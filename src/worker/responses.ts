import type { Manifest } from '../site/manifest.ts'
import { isFeedPath } from '../site/urls.ts'
import { Bodies } from './bodies.ts'
import { prefersGzip } from './coding.ts'
import { type Conditions, evaluate, type Validators } from './conditional.ts'
import type { ManifestDirectory, StoredDocument } from './directory.ts'
import { anyOrigin, type Coding, missingHeaders, type Representation, representationsOf, undated } from './headers.ts'
import { rememberingLast } from './last-answer.ts'
import type { Assets } from './packs.ts'
import type { PlainAnswer } from './plain.ts'

/** A request to read a document, and what answering it takes besides. */
export interface Reading {
  readonly request: WorkerRequest
  readonly assets: Assets
  /** In milliseconds since the epoch. */
  readonly now: number
}

/** Cloudflare's edge writes Accept-Encoding anew; what the client itself said is in `cf`. */
interface WorkerRequest extends Request {
  readonly cf?: { readonly clientAcceptEncoding?: string }
}

/** A representation as it is sent: with its body, and where the client has it already. */
interface Sendable {
  readonly validators: Validators
  readonly init: ResponseInit
  readonly notModified: ResponseInit
}

/** Everything about a document that doesn't depend on the request, made at its first one. */
interface Answer {
  readonly place: StoredDocument
  readonly isFeed: boolean
  readonly sendables: Readonly<Record<Coding, Sendable>>
}

/** The page that says that a path leads nowhere, or no longer anywhere, as it is sent at such a path. */
interface MissingPage {
  readonly status: 404 | 410
  readonly place: StoredDocument
  readonly headers: Readonly<Record<Coding, Headers>>
}

/** The documents of a site as answers to GET and HEAD. Remembers headers and bodies, nothing of a request. */
export class Responses {
  readonly #manifest: Manifest
  readonly #directory: ManifestDirectory
  readonly #plainAnswer: PlainAnswer
  readonly #answers = new Map<string, Answer>()
  readonly #bodies = new Bodies()
  readonly #notFound: MissingPage
  readonly #gone: MissingPage

  /** Throws when the manifest lacks the pages about missing paths. */
  constructor(manifest: Manifest, directory: ManifestDirectory, plainAnswer: PlainAnswer) {
    this.#manifest = manifest
    this.#directory = directory
    this.#plainAnswer = plainAnswer
    this.#notFound = this.#missingPage(manifest.notFound, 404)
    this.#gone = this.#missingPage(manifest.goneForGood, 410)
  }

  /** Whether the document at a path is a feed. Throws when there is no document. */
  isFeedAt(path: string): boolean {
    return this.#answerAt(path).isFeed
  }

  /** The answer at the path of a document: 200, 304 or 412. Throws when there is no document, or none of its body. */
  found({ request, assets, now }: Reading, path: string): Response | Promise<Response> {
    const view = this.#directory.viewOf(path)
    const isShown = view !== null && isNavigation(request.headers) && !new URL(request.url).searchParams.has('raw')
    const answer = this.#answerAt(isShown ? view : path)
    const coding = codingFor(request)
    // The machine that recorded may have had another clock: a date to come is no Last-Modified (RFC 9110 §8.8.2.1).
    const { modified } = answer.place.resource
    const isToCome = modified !== null && modified * 1000 > now
    const selected = isToCome ? sendable(undated(this.#representationsOf(answer.place)[coding])) : answer.sendables[coding]
    const decision = evaluate(conditionsOf(request.headers), selected.validators, now)
    if (decision === 'not-modified') return new Response(null, selected.notModified)
    if (decision === 'precondition-failed') return this.#plainAnswer(412, answer.isFeed ? anyOrigin : {})
    if (request.method === 'HEAD') return new Response(null, selected.init)
    return this.#bodies.send(assets, answer.place, coding, selected.init)
  }

  /**
   * The answer where there is no document: a page for people. Conditions count for nothing, since they compare with what
   * is there (RFC 9110 §13.2.1).
   */
  missing({ request, assets }: Reading, isGone: boolean): Response | Promise<Response> {
    const { status, place, headers } = isGone ? this.#gone : this.#notFound
    const coding = codingFor(request)
    const init = { status, headers: headers[coding] }
    return request.method === 'HEAD' ? new Response(null, init) : this.#bodies.send(assets, place, coding, init)
  }

  #answerAt(path: string): Answer {
    const made = this.#answers.get(path)
    if (made !== undefined) return made
    const place = this.#directory.placeOf(path)
    const { gzip, identity } = this.#representationsOf(place)
    const answer = { place, isFeed: isFeedPath(path), sendables: { gzip: sendable(gzip), identity: sendable(identity) } }
    this.#answers.set(path, answer)
    return answer
  }

  #representationsOf({ resource }: StoredDocument): Readonly<Record<Coding, Representation>> {
    return representationsOf(this.#manifest, resource, this.#directory.isNegotiated(resource.path))
  }

  #missingPage(path: string, status: 404 | 410): MissingPage {
    const place = this.#directory.placeOf(path)
    return { status, place, headers: missingHeaders(this.#manifest, place.resource, status) }
  }
}

function sendable({ validators, headers, notModifiedHeaders }: Representation): Sendable {
  return { validators, init: { headers }, notModified: { status: 304, headers: notModifiedHeaders } }
}

/**
 * Whether a request is a browser's to show what it gets (Fetch Metadata §2): what a reader asks for, whatever it says it
 * accepts, is the feed itself.
 */
function isNavigation(headers: Headers): boolean {
  return headers.get('Sec-Fetch-Dest') === 'document' && headers.get('Sec-Fetch-Mode') === 'navigate'
}

/** Requests that come one after another mostly say the same: reading what a browser says takes 1 µs. */
const prefersGzipOfLast = rememberingLast(prefersGzip)

function codingFor({ cf, headers }: WorkerRequest): Coding {
  return prefersGzipOfLast(cf?.clientAcceptEncoding ?? headers.get('Accept-Encoding')) ? 'gzip' : 'identity'
}

function conditionsOf(headers: Headers): Conditions {
  return {
    ifMatch: headers.get('If-Match'),
    ifNoneMatch: headers.get('If-None-Match'),
    ifModifiedSince: headers.get('If-Modified-Since'),
    ifUnmodifiedSince: headers.get('If-Unmodified-Since'),
  }
}
