import type { Manifest } from '../site/manifest.ts'
import { allow, anyOrigin, cachedBriefly, type Fields, nosniff, transportFields } from './headers.ts'

type PlainStatus = 303 | 307 | 308 | 400 | 404 | 405 | 410 | 412 | 503

interface Plain {
  /** The reason phrase of RFC 9110 §15, which is all that the body says. */
  readonly words: string
  readonly fields: Fields
}

/**
 * The answers of one line. A script of any origin may follow a redirect (Fetch, “HTTP-redirect fetch”), and may learn
 * that a feed is gone.
 */
const plainAnswers: Readonly<Record<PlainStatus, Plain>> = {
  303: { words: 'See Other', fields: cachedBriefly },
  307: { words: 'Temporary Redirect', fields: { ...cachedBriefly, ...anyOrigin } },
  308: { words: 'Permanent Redirect', fields: { ...cachedBriefly, ...anyOrigin } },
  400: { words: 'Bad Request', fields: {} },
  404: { words: 'Not Found', fields: cachedBriefly },
  405: { words: 'Method Not Allowed', fields: allow },
  410: { words: 'Gone', fields: { ...cachedBriefly, ...anyOrigin } },
  412: { words: 'Precondition Failed', fields: {} },
  503: { words: 'Service Unavailable', fields: { 'Retry-After': '60' } },
}

/** Makes an answer in words alone, with fields besides its status's own. */
export type PlainAnswer = (status: PlainStatus, besides?: Fields) => Response

/** The answers of one line that a site gives. */
export function plainAnswersOf(manifest: Manifest): PlainAnswer {
  const everyAnswer = { 'Content-Type': 'text/plain; charset=utf-8', ...nosniff, ...transportFields(manifest) }
  return (status, besides = {}) => {
    const { words, fields } = plainAnswers[status]
    return new Response(`${words}\n`, { status, headers: { ...everyAnswer, ...fields, ...besides } })
  }
}
