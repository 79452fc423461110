import { parseHttpDate } from './http-date.ts'

/** The header fields of a request that make it conditional; null where it lacks one. */
export interface Conditions {
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
  readonly ifModifiedSince: string | null
  readonly ifUnmodifiedSince: string | null
}

/** The conditions of a request with these fields. */
export function conditionsOf(headers: Headers): Conditions {
  return {
    ifMatch: headers.get('If-Match'),
    ifNoneMatch: headers.get('If-None-Match'),
    ifModifiedSince: headers.get('If-Modified-Since'),
    ifUnmodifiedSince: headers.get('If-Unmodified-Since'),
  }
}

/**
 * What tells one version of the selected representation from another. The tag of a resource's other coding isn't among
 * them (RFC 9110 §13.1.2): a 304 that it led to would carry the selected one's, and a cache would then freshen the
 * wrong stored response, or none (RFC 9111 §4.3.4).
 */
export interface Validators {
  /** The opaque part of its entity tag, without quotes. */
  readonly etag: string
  /** In seconds since the epoch; null where the resource has no date. */
  readonly modified: number | null
}

export type Decision = 'proceed' | 'not-modified' | 'precondition-failed'

/** A request for a representation that exists, decided in the order of RFC 9110 §13.2.2. `now` is in milliseconds. */
export function evaluate(conditions: Conditions, validators: Validators, now: number): Decision {
  const { ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince } = conditions
  const { etag, modified } = validators
  if (ifMatch !== null) {
    if (!matches(ifMatch, etag, false)) return 'precondition-failed'
  } else if (ifUnmodifiedSince !== null && modified !== null) {
    const since = parseHttpDate(ifUnmodifiedSince.trim(), now)
    if (since !== null && modified > since) return 'precondition-failed'
  }
  // With If-None-Match, If-Modified-Since is not looked at (§13.1.3), whatever the list holds.
  if (ifNoneMatch !== null) return matches(ifNoneMatch, etag, true) ? 'not-modified' : 'proceed'
  if (ifModifiedSince === null || modified === null) return 'proceed'
  const since = parseHttpDate(ifModifiedSince.trim(), now)
  return since !== null && modified <= since ? 'not-modified' : 'proceed'
}

/** One entity tag of a list (RFC 9110 §8.8.3). The opaque part excludes its own end: one way to read it. */
const entityTag = /(W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"/g

/** Whether a list of entity tags, or `*`, names this one; weakly (§8.8.3.2) or, for If-Match, strongly. */
function matches(list: string, etag: string, weakly: boolean): boolean {
  // What nearly every reader sends: the tag that it was given, alone.
  if (list.length === etag.length + 2 && list.startsWith('"') && list.endsWith('"') && list.startsWith(etag, 1)) return true
  if (list.trim() === '*') return true
  for (const [, weak, opaque] of list.matchAll(entityTag)) {
    if ((weakly || weak === undefined) && opaque === etag) return true
  }
  return false
}
