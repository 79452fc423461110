import { brotliDecompressSync } from 'node:zlib'

/** In bytes: what stands in a WOFF2 file before the directory of its tables (W3C WOFF2 §4.1). */
const headerSize = 48

/** Tables that are known by a number (§4.1, “Known Table Tags”): the table of characters, and the two that are written anew. */
const [cmap, glyf, loca, unknown] = [0, 10, 11, 63]

/**
 * The code points that a font has glyphs for. Throws where the file is no WOFF2 file of one font with a table of characters
 * of a usual format (OpenType, “cmap”, formats 4 and 12).
 */
export function codePointsIn(woff2: Uint8Array): ReadonlySet<number> {
  const file = new DataView(woff2.buffer, woff2.byteOffset, woff2.byteLength)
  if (file.getUint32(0) !== 0x774f4632) throw new Error('not a WOFF2 file')
  let at = headerSize
  const number = (): number => {
    for (let value = 0; ; ) {
      const byte = file.getUint8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  let [offset, start, length] = [0, -1, 0]
  for (let left = file.getUint16(12); left > 0; left -= 1) {
    const flags = file.getUint8(at++)
    const [table, transform] = [flags & 63, flags >> 6]
    if (table === unknown) at += 4
    const plain = number()
    const isTransformed = table === glyf || table === loca ? transform !== 3 : transform !== 0
    const size = isTransformed ? number() : plain
    if (table === cmap) [start, length] = [offset, size]
    offset += size
  }
  const tables = brotliDecompressSync(woff2.subarray(at, at + file.getUint32(20)))
  if (start < 0) throw new Error('a font without a table of characters')
  return codePointsOf(new DataView(tables.buffer, tables.byteOffset + start, length))
}

function codePointsOf(table: DataView): ReadonlySet<number> {
  const found = new Set<number>()
  let isRead = false
  for (let index = 0; index < table.getUint16(2); index += 1) {
    const at = table.getUint32(8 + 8 * index)
    const read = readers[table.getUint16(at)]
    if (read === undefined) continue
    isRead = true
    for (const [first, last] of read(table, at)) for (let code = first; code <= last; code += 1) found.add(code)
  }
  if (!isRead) throw new Error('a table of characters of an unusual format')
  return found
}

type Ranges = Iterable<readonly [first: number, last: number]>

const readers: Readonly<Record<number, (table: DataView, at: number) => Ranges>> = {
  *4(table, at) {
    const doubled = table.getUint16(at + 6)
    for (let index = 0; index < doubled; index += 2) {
      const last = table.getUint16(at + 14 + index)
      // The last segment ends the list, and has no character.
      if (last !== 0xffff) yield [table.getUint16(at + 16 + doubled + index), last]
    }
  },
  *12(table, at) {
    for (let left = table.getUint32(at + 12), group = at + 16; left > 0; left -= 1, group += 12)
      yield [table.getUint32(group), table.getUint32(group + 4)]
  },
}
