import { formatRFC7231 } from 'date-fns/formatRFC7231'
import type { Manifest, Resource } from '../site/manifest.ts'
import { isEntryPath } from '../site/urls.ts'
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
 *
 * @param isChosen whether who asks decides between this and another resource
 */
export function answerOf(
  manifest: Manifest,
  { resource, pack, offset }: Pick<Answer, 'resource' | 'pack' | 'offset'>,
  isChosen: boolean,
): Answer {
  const mediaType = (resource.mediaType.split(';')[0] as string).trim()
  const isFeed = feedTypes.has(mediaType)
  // What other sites' pages show: feeds, the script that embeds them, the icon that feeds name.
  const isShared = isFeed || mediaType === 'text/javascript' || mediaType.startsWith('image/')
  const shared: Record<string, string> = {
    'Cache-Control': `public, max-age=${maxAgeSeconds}`,
    Vary: isChosen ? 'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode' : 'Accept-Encoding',
    ...(resource.modified === null ? {} : { 'Last-Modified': formatRFC7231(new Date(resource.modified * 1000)) }),
    ...(isShared ? { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link' } : {}),
  }
  const whole: Record<string, string> = {
    ...shared,
    'Content-Type': resource.mediaType,
    'X-Content-Type-Options': 'nosniff',
    ...(isShared ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    ...(isFeed ? { Link: feedLinks(manifest, resource.path) } : {}),
    ...(mediaType === 'text/html' ? pageHeaders : {}),
    ...(isEntryPath(resource.path) ? { Link: manifest.entryLinks } : {}),
    // Not heeded where it comes without TLS (RFC 6797 §8.1).
    ...(manifest.origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
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

/** What a page may do: nothing but show itself, its images from anywhere, and run the site's own scripts. */
const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** Self and, where there is one, hub, from the configured origin (WebSub §4). */
function feedLinks({ origin, hubUrl }: Manifest, path: string): string {
  const self = `<${origin}${path}>; rel="self"`
  return hubUrl === null ? self : `${self}, <${hubUrl}>; rel="hub"`
}
