import { formatRFC7231 } from 'date-fns/formatRFC7231'
import type { Handler } from 'hono'
import { cors } from 'hono/cors'
import { feedViewedAt, folderOfFeed } from '../site/channel-paths.ts'
import type { Manifest } from '../site/manifest.ts'
import type { Resource } from '../site/pack.ts'
import { selectionPathOf } from '../site/selection-paths.ts'
import { isAssetPath, isEntryPath, isFeedPath, isLastingPath } from '../site/urls.ts'
import type { Validators } from './conditional.ts'

/** Header fields by their names. */
export type Fields = Readonly<Record<string, string>>

/** The codings a body is sent in (RFC 9110 §8.4.1): each is a representation of its own. */
export type Coding = 'gzip' | 'identity'

/** What tells a version of a document from another, and takes no pack to be known of a feed that is polled. */
export type Version = Pick<Resource, 'path' | 'hash' | 'modified'>

/** What a request is compared with once it has selected a representation, and what it is answered where it has that. */
export interface Unchanged {
  readonly validators: Validators
  readonly notModifiedHeaders: Headers
}

/** A representation as it is sent. */
export interface Representation extends Unchanged {
  readonly headers: Headers
}

export const readMethods: readonly string[] = ['GET', 'HEAD']
export const allow: Fields = { Allow: [...readMethods, 'OPTIONS'].join(', ') }

const everyone = '*'
const exposedFields = ['ETag', 'Last-Modified', 'Link']

/** Lets a script of every origin read an answer (Fetch, “CORS protocol”). */
export const anyOrigin: Fields = { 'Access-Control-Allow-Origin': everyone }

/** Answers the preflight of a request to a feed (Fetch, “CORS-preflight fetch”). The library answers every OPTIONS itself. */
export const preflight: Handler = cors({
  origin: everyone,
  allowMethods: [...readMethods],
  exposeHeaders: exposedFields,
  maxAge: 86_400,
}) as Handler

/** The media type is the one that is said: a browser must not guess another (Fetch, “X-Content-Type-Options header”). */
export const nosniff: Fields = { 'X-Content-Type-Options': 'nosniff' }

/** Five minutes: the next build may put a document where there is none, or lead a path elsewhere. */
export const cachedBriefly: Fields = { 'Cache-Control': 'public, max-age=300' }

/** Half an hour: a reader that polls by the hour asks each time, and is answered 304. */
const cachedForDocuments: Fields = { 'Cache-Control': 'public, max-age=1800' }

/** A year, unasked (RFC 8246 §2): an asset that changes has another path. */
const cachedForAssets: Fields = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/**
 * A representation of a polled feed whose version is known, and nothing else. The gzipped and the plain bytes have two
 * strong entity tags (RFC 9110 §8.8.3.3).
 */
export function unchangedFeed(manifest: Manifest, feed: Version, coding: Coding): Unchanged {
  return { validators: validatorsOf(feed, coding), notModifiedHeaders: new Headers(notModifiedFields(manifest, feed, coding, true)) }
}

/** A representation of a document. */
export function representationOf(manifest: Manifest, resource: Resource, coding: Coding): Representation {
  const notModified = notModifiedFields(manifest, resource, coding, isShared(resource))
  return {
    validators: validatorsOf(resource, coding),
    notModifiedHeaders: new Headers(notModified),
    headers: new Headers({ ...notModified, ...documentFields(manifest, resource), ...codingFields(resource, coding) }),
  }
}

function validatorsOf({ hash, modified }: Version, coding: Coding): Validators {
  return { etag: coding === 'gzip' ? hash : `${hash}-plain`, modified }
}

/**
 * A picture for link previews: its name tells what it shows, so that it never changes. Whatever shows a preview may have it.
 *
 * @param length in bytes
 */
export function pictureRepresentation(manifest: Manifest, name: string, length: number): Representation {
  const unchanged = { ...cachedForAssets, ...anyOrigin, ...transportFields(manifest), ETag: `"${name}"` }
  const whole = { 'Content-Type': 'image/png', 'Content-Length': String(length), 'Cross-Origin-Resource-Policy': 'cross-origin' }
  return {
    validators: { etag: name, modified: null },
    notModifiedHeaders: new Headers(unchanged),
    headers: new Headers({ ...unchanged, ...nosniff, ...whole }),
  }
}

/** The header of a page that stands for a missing one: it has no version of its own to ask for again. */
export function missingHeaders(manifest: Manifest, page: Resource, status: 404 | 410): Readonly<Record<Coding, Headers>> {
  const headers = (coding: Coding): Headers =>
    new Headers({
      ...cachedBriefly,
      ...varyOf(page.path),
      ...transportFields(manifest),
      ...documentFields(manifest, page),
      ...codingFields(page, coding),
      ...(status === 410 ? anyOrigin : {}),
    })
  return { gzip: headers('gzip'), identity: headers('identity') }
}

/** What a 304 carries: what a 200 would have told a cache (§15.4.5), and what lets a script of another site read it, if it may. */
function notModifiedFields(manifest: Manifest, version: Version, coding: Coding, isOpen: boolean): Fields {
  const { path, modified } = version
  return {
    ...(isLastingPath(path) ? cachedForAssets : cachedForDocuments),
    ...varyOf(path),
    ...(modified === null ? {} : { 'Last-Modified': formatRFC7231(new Date(modified * 1000)) }),
    ...(isOpen ? { ...anyOrigin, 'Access-Control-Expose-Headers': exposedFields.join(', ') } : {}),
    ...transportFields(manifest),
    ETag: `"${validatorsOf(version, coding).etag}"`,
  }
}

/** Of a feed and of the page that browsers are shown instead, who asks decides which of the two is sent (§12.5.5). */
function varyOf(path: string): Fields {
  const isNegotiated = folderOfFeed(path) !== null || feedViewedAt(path) !== null || (isFeedPath(path) && selectionPathOf(path) !== null)
  return { Vary: isNegotiated ? 'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode' : 'Accept-Encoding' }
}

/**
 * What every answer of a site whose origin is HTTPS carries, whatever its status: a browser whose first one is a redirect
 * or a 404 knows from then on (RFC 6797 §7.2).
 *
 * The origin decides, and not the request: behind a proxy that ends TLS each request seems to come by plain HTTP. One
 * that really does is an answer that browsers don't heed (§8.1). A preview has an origin of plain HTTP, and sends none.
 *
 * A year is how long it lasts behind the last visit. Every permalink, id and feed of the site says HTTPS for ever, so
 * there is nothing to go back to. It binds this host alone: what other hosts the domain has, and whether those speak TLS
 * (`includeSubDomains`), is for the owner of the domain to say, as is `preload`, which can hardly be taken back.
 */
export function transportFields({ origin }: Manifest): Fields {
  return origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}
}

/** What says how a document is read, in whichever coding. */
function documentFields(manifest: Manifest, resource: Resource): Fields {
  return {
    'Content-Type': resource.mediaType,
    ...nosniff,
    ...(isShared(resource) ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
    ...(isFeedPath(resource.path) ? { Link: feedLinks(manifest, resource.path) } : {}),
    ...(bareMediaType(resource) === 'text/html' ? { ...pageFields, ...speculationFields(manifest) } : {}),
    ...(isEntryPath(resource.path) ? { Link: manifest.entryLinks } : {}),
  }
}

function codingFields(resource: Resource, coding: Coding): Fields {
  return coding === 'gzip'
    ? { 'Content-Encoding': 'gzip', 'Content-Length': String(resource.gzipLength) }
    : { 'Content-Length': String(resource.length) }
}

/** Whether other sites' pages show it: feeds, the script that embeds them, the icon that feeds name. Assets are the site's own. */
function isShared(resource: Resource): boolean {
  const mediaType = bareMediaType(resource)
  return !isAssetPath(resource.path) && (isFeedPath(resource.path) || mediaType === 'text/javascript' || mediaType.startsWith('image/'))
}

/** Without parameters: `text/html` where the document is `text/html; charset=utf-8`. */
function bareMediaType({ mediaType }: Resource): string {
  return (mediaType.split(';')[0] as string).trim()
}

/** What a page may do: nothing but show itself in the site's own fonts, its images from anywhere, and run the site's own scripts. */
const pageFields: Fields = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** Where a browser finds which pages it may fetch early (HTML §7.6.2): by its header no policy on scripts need let it in. */
function speculationFields({ speculationRules }: Manifest): Fields {
  return { 'Speculation-Rules': `"${speculationRules}"` }
}

/** Self and, where there is one, hub, from the configured origin (WebSub §4). */
function feedLinks({ origin, hubUrl }: Manifest, path: string): string {
  const self = `<${origin}${path}>; rel="self"`
  return hubUrl === null ? self : `${self}, <${hubUrl}>; rel="hub"`
}
