/** Appends a whole number from 0 to 2^32 in groups of seven bits, the lowest first, as WebAssembly and Protocol Buffers have it (“LEB128”). */
export function pushNumber(bytes: number[], number: number): void {
  let rest = number
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
}

/** Reads one after another what {@link pushNumber} wrote. Throws a RangeError where the bytes end before. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  number(): number {
    let [number, factor] = [0, 1]
    for (;;) {
      const byte = this.byte()
      number += (byte & 0x7f) * factor
      if (byte < 0x80) return number
      factor *= 128
    }
  }

  byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new RangeError('the bytes of an index end too early')
    this.#at += 1
    return byte
  }

  /** The next so many bytes, without a copy of them. */
  run(length: number): Uint8Array {
    const run = this.#bytes.subarray(this.#at, this.#at + length)
    if (run.length < length) throw new RangeError('the bytes of an index end too early')
    this.#at += length
    return run
  }
}
