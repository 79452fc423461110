import { gzipSync } from 'node:zlib'

/** Level 4 takes half the time of zlib's default and makes bodies a twentieth longer. Most of a first build is packing. */
const gzipLevel = 4

/** Bodies, each gzipped by itself, one behind another, and their lengths in bytes. */
export interface Gzipped {
  readonly bytes: Uint8Array
  readonly lengths: readonly number[]
}

/** The same bytes for the same bodies, on every system. */
export function gzipped(bodies: readonly Uint8Array[]): Gzipped {
  const members = bodies.map((body) => {
    const member = gzipSync(body, { level: gzipLevel })
    // The tenth byte says which system packed it (RFC 1952 §2.3.1): 255, unknown, is the same on all of them.
    member[9] = 255
    return member
  })
  return { bytes: Buffer.concat(members), lengths: members.map(({ length }) => length) }
}
