import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { readOrNull } from './read-or-null.ts'

/** Where a value lies in the bytes of a file, and the checksum of its key and itself. */
interface Place {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  readonly sum: number
}

// A record is a checksum, the lengths of key and value in bytes, all of four bytes, then key and value.
const headSize = 12

/**
 * Values by their keys, in a file that the next build reads: what took long to make and would come out the same again. A
 * file that another program wrote counts for nothing; so does a record that is cut or altered. New records are appended.
 */
export class KeptFile {
  readonly #file: string
  readonly #program: string
  readonly #places = new Map<string, Place>()
  readonly #added: Buffer[] = []
  /** How many bytes of the file are records; null where the file must be written anew. */
  #end: number | null = null

  constructor(file: string, program: string) {
    this.#file = file
    this.#program = `${program}\n`
    this.#read()
  }

  /** The value of a key; undefined where none is kept. */
  get(key: string): Buffer | undefined {
    const place = this.#places.get(key)
    if (place === undefined) return undefined
    const value = place.bytes.subarray(place.start, place.end)
    if (sumOf(key, value) === place.sum) return value
    // So that it is made and kept once more.
    this.#places.delete(key)
    return undefined
  }

  has(key: string): boolean {
    return this.#places.has(key)
  }

  keep(key: string, value: Uint8Array): void {
    const record = recordOf(key, value)
    this.#added.push(record)
    this.#places.set(key, {
      bytes: record,
      start: record.length - value.length,
      end: record.length,
      sum: record.readUInt32LE(0),
    })
  }

  /**
   * Writes what is new; and the whole file without what isn't needed any more, once that is half of it. An error of the disk
   * is none of the build's: the next one has more to make.
   */
  save(isNeeded: (key: string) => boolean): void {
    const unfinished = `${this.#file}.${process.pid}`
    const needed = [...this.#places].filter(([key]) => isNeeded(key))
    const size = needed.reduce((sum, [key, { start, end }]) => sum + headSize + Buffer.byteLength(key) + end - start, this.#program.length)
    const added = this.#added.reduce((sum, { length }) => sum + length, 0)
    try {
      if (this.#end === null || this.#end + added > 2 * size) {
        const records = needed.flatMap(([key]) => {
          const value = this.get(key)
          return value === undefined ? [] : [recordOf(key, value)]
        })
        const bytes = Buffer.concat([Buffer.from(this.#program), ...records])
        writeFileSync(unfinished, bytes)
        renameSync(unfinished, this.#file)
        this.#end = bytes.length
      } else if (added > 0) {
        appendFileSync(this.#file, Buffer.concat(this.#added))
        this.#end += added
      }
      this.#added.length = 0
    } catch {
      rmSync(unfinished, { force: true })
      this.#end = null
    }
    for (const key of [...this.#places.keys()].filter((one) => !isNeeded(one))) this.#places.delete(key)
  }

  #read(): void {
    const bytes = readOrNull(this.#file)
    if (bytes === null || !bytes.subarray(0, this.#program.length).equals(Buffer.from(this.#program))) return
    let at = this.#program.length
    while (at + headSize <= bytes.length) {
      const [keyLength, length] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
      const start = at + headSize + keyLength
      if (start + length > bytes.length) break
      this.#places.set(bytes.toString('utf8', at + headSize, start), { bytes, start, end: start + length, sum: bytes.readUInt32LE(at) })
      at = start + length
    }
    // Behind a record that a killed build left half written nothing can be appended.
    this.#end = at === bytes.length ? at : null
  }
}

function recordOf(key: string, value: Uint8Array): Buffer {
  const written = Buffer.from(key)
  const head = Buffer.alloc(headSize)
  head.writeUInt32LE(sumOf(key, value), 0)
  head.writeUInt32LE(written.length, 4)
  head.writeUInt32LE(value.length, 8)
  return Buffer.concat([head, written, value])
}

function sumOf(key: string, value: Uint8Array): number {
  return crc32(value, crc32(key))
}
