import type { Manifest } from '../site/manifest.ts'
import { packKeys } from '../site/pack-keys.ts'
import { isFeedPath, paths } from '../site/urls.ts'
import { andThen } from './and-then.ts'
import { type Answer, answerOfDocument, answerOfFeed } from './answer.ts'
import { codingFor, isToBeShown, type WorkerRequest } from './asked.ts'
import { Bodies } from './bodies.ts'
import { conditionsOf, evaluate } from './conditional.ts'
import { anyOrigin, type Coding, missingHeaders } from './headers.ts'
import type { KnownSite } from './known-site.ts'
import { LatestMade } from './latest-made.ts'
import type { StoredDocument } from './opened-pack.ts'
import type { PlainAnswer } from './plain.ts'
import type { Reader } from './reader.ts'

/** A request to read a document, and what answering it takes besides. */
export interface Reading {
  readonly request: WorkerRequest
  readonly reader: Reader
  /** In milliseconds since the epoch. */
  readonly now: number
}

/** The page that says that a path leads nowhere, or no longer anywhere, as it is sent at such a path. */
interface MissingPage {
  readonly document: StoredDocument
  readonly inits: Readonly<Record<Coding, ResponseInit>>
}

/** How many documents' headers are remembered. */
const mostRemembered = 1_000

/**
 * The documents of a site as answers to GET and HEAD. Remembers headers and bodies, nothing of a request. The header and the
 * body of an answer come from one reading of one pack, whatever the manifest says: where packs and manifest are of two
 * builds, each answer is still whole.
 */
export class Responses {
  readonly #manifest: Manifest
  readonly #site: KnownSite
  readonly #plainAnswer: PlainAnswer
  readonly #answers = new LatestMade<Answer>(mostRemembered)
  readonly #missingPages = new Map<404 | 410, MissingPage>()
  readonly #bodies = new Bodies()

  constructor(manifest: Manifest, site: KnownSite, plainAnswer: PlainAnswer) {
    this.#manifest = manifest
    this.#site = site
    this.#plainAnswer = plainAnswer
  }

  /**
   * The answer at the path of a document: 200, 304 or 412. At once where nothing has to be read. Rejects when the document's
   * pack can't be read, or holds no such document.
   */
  found(reading: Reading, path: string): Response | Promise<Response> {
    const known = this.#knownAt(path)
    const view = known?.view ?? null
    if (view === null || !isToBeShown(reading.request)) return this.#documentAt(reading, path, known)
    return this.#documentAt(reading, view, this.#knownAt(view))
  }

  #documentAt(reading: Reading, path: string, known: Answer | undefined): Response | Promise<Response> {
    const atOnce = known === undefined ? null : this.#withoutPack(reading, known)
    if (atOnce !== null) return atOnce
    const { request, reader, now } = reading
    const key = this.#site.packOf(path)
    if (key === null) throw new Error(`no pack for ${path}`)
    return andThen(reader.pack(key), (pack) => {
      const document = pack.documentAt(path)
      const answer = answerOfDocument(this.#manifest, document)
      this.#answers.keep(path, answer)
      const coding = codingFor(request)
      return this.#withoutPack(reading, answer) ?? this.#bodies.from(pack, document, coding, answer.representation(coding, now).whole)
    })
  }

  /** The answer that takes no pack; null where one has to be read for the length or the body. */
  #withoutPack({ request, now }: Reading, { path, document, representation }: Answer): Response | null {
    const coding = codingFor(request)
    const { validators, notModified, whole } = representation(coding, now)
    const decision = evaluate(conditionsOf(request.headers), validators, now)
    if (decision === 'not-modified') return new Response(null, notModified)
    if (decision === 'precondition-failed') return this.#plainAnswer(412, isFeedPath(path) ? anyOrigin : {})
    return whole === null || document === null ? null : this.#headOrReady(request.method, document, coding, whole)
  }

  /** What is known of a document before its pack is read. */
  #knownAt(path: string): Answer | undefined {
    const known = this.#answers.get(path)
    if (known !== undefined) return known
    const channel = this.#site.channelOfFeed(path)
    if (channel === null) return undefined
    const answer = answerOfFeed(this.#manifest, path, channel)
    this.#answers.keep(path, answer)
    return answer
  }

  /**
   * The answer where there is no document: a page for people. Conditions count for nothing, since they compare with what
   * is there (RFC 9110 §13.2.1). At once where nothing has to be read. Rejects when the page's pack can't be read.
   */
  missing({ request, reader }: Reading, isGone: boolean): Response | Promise<Response> {
    const status = isGone ? 410 : 404
    const coding = codingFor(request)
    const known = this.#missingPages.get(status)
    const atOnce = known === undefined ? null : this.#headOrReady(request.method, known.document, coding, known.inits[coding])
    if (atOnce !== null) return atOnce
    return andThen(reader.pack(packKeys.missing), (pack) => {
      const document = pack.documentAt(isGone ? paths.gone : paths.notFound)
      const { gzip, identity } = missingHeaders(this.#manifest, document.resource, status)
      const inits = { gzip: { status, headers: gzip }, identity: { status, headers: identity } }
      this.#missingPages.set(status, { document, inits })
      const init = inits[coding]
      return this.#headOrReady(request.method, document, coding, init) ?? this.#bodies.from(pack, document, coding, init)
    })
  }

  #headOrReady(method: string, document: StoredDocument, coding: Coding, init: ResponseInit): Response | null {
    return method === 'HEAD' ? new Response(null, init) : this.#bodies.ready(document, coding, init)
  }
}
