import { formatRFC7231 } from 'date-fns/formatRFC7231'
import type { Manifest, Resource } from '../site/manifest.ts'
import type { Validators } from './conditional.ts'

/** Everything about answering one path that doesn't depend on the request, made at its first one. */
export interface Answer {
  readonly resource: Resource
  /** Where its gzipped body lies: the pack's name, and the offset in it. */
  readonly pack: string
  readonly offset: number
  readonly isFeed: boolean
  readonly gzip: Representation
  readonly plain: Representation
}

/** One of the two forms a body is sent in: what a request is compared with once it has selected this one. */
export interface Representation {
  readonly validators: Validators
  readonly headers: Headers
  readonly notModifiedHeaders: Headers
}

/** Half an hour: a reader that polls by the hour asks each time, and is answered 304. */
const maxAgeSeconds = 1800

const feedTypes: ReadonlySet<string> = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json'])

/**
 * Makes the answer of a path. The gzipped and the plain bytes are two representations and have two strong entity tags
 * (RFC 9110 §8.8.3.3); a 304 carries what a 200 would have told a cache (§15.4.5), and what lets a script read it.
 */
export function answerOf(manifest: Manifest, { resource, pack, offset }: Pick<Answer, 'resource' | 'pack' | 'offset'>): Answer {
  const isFeed = feedTypes.has((resource.mediaType.split(';')[0] as string).trim())
  const shared: Record<string, string> = {
    'Cache-Control': `public, max-age=${maxAgeSeconds}`,
    Vary: 'Accept-Encoding',
    ...(resource.modified === null ? {} : { 'Last-Modified': formatRFC7231(new Date(resource.modified * 1000)) }),
    ...(isFeed ? { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link' } : {}),
  }
  const whole: Record<string, string> = {
    ...shared,
    'Content-Type': resource.mediaType,
    'X-Content-Type-Options': 'nosniff',
    ...(isFeed ? { 'Cross-Origin-Resource-Policy': 'cross-origin', Link: feedLinks(manifest, resource.path) } : {}),
  }
  const representation = (etag: string, ofCoding: Record<string, string>): Representation => ({
    validators: { etag, modified: resource.modified },
    headers: new Headers({ ...whole, ...ofCoding, ETag: `"${etag}"` }),
    notModifiedHeaders: new Headers({ ...shared, ETag: `"${etag}"` }),
  })
  return {
    resource,
    pack,
    offset,
    isFeed,
    gzip: representation(resource.hash, { 'Content-Encoding': 'gzip', 'Content-Length': String(resource.gzipLength) }),
    plain: representation(`${resource.hash}-plain`, { 'Content-Length': String(resource.length) }),
  }
}

/** Self and, where there is one, hub, from the configured origin (WebSub §4). */
function feedLinks({ origin, hubUrl }: Manifest, path: string): string {
  const self = `<${origin}${path}>; rel="self"`
  return hubUrl === null ? self : `${self}, <${hubUrl}>; rel="hub"`
}
