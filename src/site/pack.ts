/** A document as the table of its pack tells of it. Lengths are of its body in bytes, plain and gzipped. */
export interface Resource {
  /** In its canonical form (see `urls.ts`). */
  readonly path: string
  readonly mediaType: string
  /** A digest that names this version of the resource: of its body, or, of a feed that is polled, of the channel's three together. */
  readonly hash: string
  readonly length: number
  readonly gzipLength: number
  /** When what it says last changed, in seconds since the epoch; null where nothing tells. */
  readonly modified: number | null
}

/** Where the paths lead that have no document any more, or none yet. All are canonical. */
export interface Elsewhere {
  /** Folders that have moved for good, each with the folder that it has moved to. */
  readonly moved: Readonly<Record<string, string>>
  /** Folders that hold nothing yet, each with the folder whose files answer for its own until it does. */
  readonly upcoming: Readonly<Record<string, string>>
  /** Paths of what was removed for good. */
  readonly gone: readonly string[]
}

/** Nothing has moved, is to come, or is gone. */
export const nowhereElse: Elsewhere = { moved: {}, upcoming: {}, gone: [] }

/** What a pack says of itself: its documents, in the order of their bodies. */
export interface Table extends Elsewhere {
  readonly resources: readonly Resource[]
}

/** A table, and where in the file the body of each of its resources begins. */
export interface OpenPack {
  readonly table: Table
  /** In bytes; parallel to `table.resources`. */
  readonly offsets: readonly number[]
}

/** In bytes, before the table: its length, big-endian. */
const lengthSize = 4

/** What stands in a pack before the bodies. */
export function headOf({ resources, moved, upcoming, gone }: Table): Uint8Array {
  const rows = resources.map(({ path, mediaType, hash, length, gzipLength, modified }) => [
    path,
    mediaType,
    hash,
    length,
    gzipLength,
    modified,
  ])
  const text = new TextEncoder().encode(JSON.stringify([rows, moved, upcoming, gone]))
  const head = new Uint8Array(lengthSize + text.length)
  new DataView(head.buffer).setUint32(0, text.length)
  head.set(text, lengthSize)
  return head
}

type Row = readonly [path: string, mediaType: string, hash: string, length: number, gzipLength: number, modified: number | null]

/** Reads the table of a pack. Throws where the bytes are no pack, or end before its last body does. */
export function openPack(pack: Uint8Array): OpenPack {
  const length = new DataView(pack.buffer, pack.byteOffset, pack.byteLength).getUint32(0)
  const start = lengthSize + length
  const [rows, moved, upcoming, gone] = JSON.parse(new TextDecoder().decode(pack.subarray(lengthSize, start))) as [
    readonly Row[],
    Elsewhere['moved'],
    Elsewhere['upcoming'],
    Elsewhere['gone'],
  ]
  const offsets: number[] = []
  let end = start
  const resources = rows.map(([path, mediaType, hash, length, gzipLength, modified]): Resource => {
    offsets.push(end)
    end += gzipLength
    return { path, mediaType, hash, length, gzipLength, modified }
  })
  if (end !== pack.byteLength) throw new Error(`a pack of ${pack.byteLength} bytes that says ${end}`)
  return { table: { resources, moved, upcoming, gone }, offsets }
}
