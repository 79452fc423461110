import { viewOf } from '../site/channel-paths.ts'
import type { ChannelRow, Manifest } from '../site/manifest.ts'
import type { Validators } from './conditional.ts'
import { type Coding, representationOf, unchangedFeed } from './headers.ts'
import type { StoredDocument } from './opened-pack.ts'

/** A representation as it is sent: what requests are compared with, and the answers with it and to whoever has it. */
interface Sendable<Whole> {
  readonly validators: Validators
  readonly notModified: ResponseInit
  readonly whole: Whole
}

/**
 * A document as it is answered, but for its body. It is made once, whatever the requests for it say.
 *
 * @typeParam Whole null of a feed for which no pack was read, so that only its version is known
 */
export interface Answer<Whole extends ResponseInit | null = ResponseInit | null> {
  readonly path: string
  /** Null where no pack was read. */
  readonly document: StoredDocument | null
  /** The path of the page that a browser is shown instead; null where there is none. */
  readonly view: string | null
  /** Its representation in a coding. `now` is in milliseconds since the epoch. */
  readonly representation: (coding: Coding, now: number) => Sendable<Whole>
}

/** The answer that a document is, by the table of its pack. */
export function answerOfDocument(manifest: Manifest, document: StoredDocument): Answer<ResponseInit> {
  const { resource } = document
  return {
    path: resource.path,
    document,
    view: viewOf(resource.path),
    representation: madeOnce(resource.modified, (coding, modified) => {
      const { validators, headers, notModifiedHeaders } = representationOf(manifest, { ...resource, modified }, coding)
      return { validators, notModified: { status: 304, headers: notModifiedHeaders }, whole: { headers } }
    }),
  }
}

/** The answer that a feed is, as far as the manifest tells. */
export function answerOfFeed(manifest: Manifest, path: string, [, hash, dated]: ChannelRow): Answer<null> {
  return {
    path,
    document: null,
    view: viewOf(path),
    representation: madeOnce(dated, (coding, modified) => {
      const { validators, notModifiedHeaders } = unchangedFeed(manifest, { path, hash, modified }, coding)
      return { validators, notModified: { status: 304, headers: notModifiedHeaders }, whole: null }
    }),
  }
}

/**
 * Makes each representation at its first use. The machine that recorded may have had another clock: while its date is to
 * come, a representation has none (RFC 9110 §8.8.2.1).
 */
function madeOnce<Made>(
  modified: number | null,
  make: (coding: Coding, modified: number | null) => Made,
): (coding: Coding, now: number) => Made {
  const made: Record<Coding, Made | null> = { gzip: null, identity: null }
  return (coding, now) => {
    if (modified !== null && modified * 1000 > now) return make(coding, null)
    const one = made[coding] ?? make(coding, modified)
    made[coding] = one
    return one
  }
}
