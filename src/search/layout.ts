/** How many entries a segment holds. A full one changes only with its entries, and what a browser has of it stays good. */
export const entriesInSegment = 1024

/** How many buckets an index of so many entries has: a power of two, 512 at most, so that a bucket of 1,024 entries takes 1.1 kB, gzipped. */
export function bucketsFor(entries: number): number {
  return 2 ** Math.min(9, Math.max(0, Math.floor(Math.log2(Math.max(1, entries) / 2))))
}

/** How many buckets of a segment are stored together. */
export const bucketsTogether = 64

/** How many entries are stored together as lists of results show them. */
export const entriesInBlock = 128

/** How many entries each segment has: all but the last are full. */
export function segmentSizes(entries: number): readonly number[] {
  return Array.from({ length: Math.ceil(entries / entriesInSegment) }, (_, segment) =>
    Math.min(entriesInSegment, entries - segment * entriesInSegment),
  )
}

/** How many packs the buckets of a segment take. */
export function partsOf(entriesOfSegment: number): number {
  return Math.ceil(bucketsFor(entriesOfSegment) / bucketsTogether)
}

/** How many blocks there are of so many entries. */
export function blocksFor(entries: number): number {
  return Math.ceil(entries / entriesInBlock)
}
