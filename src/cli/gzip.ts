import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/**
 * Level 3 takes half the time of zlib's default and makes feeds a tenth longer, pages a twentieth. Most of a first build is
 * packing.
 */
const gzipLevel = 3

/** Bodies, each gzipped by itself, one behind another. Of each body: how many bytes it has gzipped, and the hash of it plain. */
export interface Gzipped {
  readonly bytes: Uint8Array
  readonly lengths: readonly number[]
  readonly hashes: readonly string[]
}

/** The same bytes for the same bodies, on every system. */
export function gzipped(bodies: readonly Uint8Array[]): Gzipped {
  const members = bodies.map((body) => {
    const member = gzipSync(body, { level: gzipLevel })
    // The tenth byte says which system packed it (RFC 1952 §2.3.1): 255, unknown, is the same on all of them.
    member[9] = 255
    return member
  })
  return { bytes: Buffer.concat(members), lengths: members.map(({ length }) => length), hashes: bodies.map(hashOf) }
}

/** In hexadecimal digits: two versions of a document share a hash once in 2^64. */
const hashDigits = 16

function hashOf(body: Uint8Array): string {
  return hash('sha256', body, 'hex').slice(0, hashDigits)
}
