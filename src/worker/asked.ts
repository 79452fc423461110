import { prefersGzip } from './coding.ts'
import type { Coding } from './headers.ts'
import { rememberingLast } from './last-answer.ts'

/** Cloudflare's edge writes Accept-Encoding anew; what the client itself said is in `cf`. */
export interface WorkerRequest extends Request {
  readonly cf?: { readonly clientAcceptEncoding?: string }
}

/**
 * Whether a request is a browser's to show what it gets (Fetch Metadata §2), and doesn't say that it wants the feed itself:
 * that is what a reader gets, whatever it says it accepts.
 */
export function isToBeShown({ headers, url }: Request): boolean {
  const isNavigation = headers.get('Sec-Fetch-Dest') === 'document' && headers.get('Sec-Fetch-Mode') === 'navigate'
  return isNavigation && !new URL(url).searchParams.has('raw')
}

/** Requests that come one after another mostly say the same: reading what a browser says takes 1 µs. */
const prefersGzipOfLast = rememberingLast(prefersGzip)

/** The coding that a request is answered in. */
export function codingFor({ cf, headers }: WorkerRequest): Coding {
  return prefersGzipOfLast(cf?.clientAcceptEncoding ?? headers.get('Accept-Encoding')) ? 'gzip' : 'identity'
}
