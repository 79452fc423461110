import type { WrittenPaper } from '../citations/formats.ts'

/** In bytes: the lengths of the first two formats. */
const headSize = 8

/** A written paper as one run of bytes. */
export function paperRecord({ bib, ris, json }: WrittenPaper): Buffer {
  const head = Buffer.alloc(headSize)
  head.writeUInt32LE(bib.length, 0)
  head.writeUInt32LE(ris.length, 4)
  return Buffer.concat([head, bib, ris, json])
}

/** The paper that a record was made of, in the memory of the record. */
export function paperOfRecord(record: Buffer): WrittenPaper {
  const bib = headSize + record.readUInt32LE(0)
  const ris = bib + record.readUInt32LE(4)
  return { bib: record.subarray(headSize, bib), ris: record.subarray(bib, ris), json: record.subarray(ris) }
}
