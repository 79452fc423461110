/** In bytes. */
const slabSize = 4 * 1024 * 1024

/**
 * Texts in UTF-8, one behind another in large pieces of memory. Tens of thousands of texts of some kilobytes each would be as
 * many allocations, which take half of the time of encoding them. A piece stays as long as one of its texts is used.
 */
export class Slab {
  #bytes: Buffer = Buffer.alloc(0)
  #end = 0

  /** The bytes of a text. They must not be written to. */
  write(text: string): Buffer {
    // A UTF-16 code unit takes three bytes at most.
    const most = text.length * 3
    if (this.#end + most > this.#bytes.length) {
      this.#bytes = Buffer.allocUnsafeSlow(Math.max(slabSize, most))
      this.#end = 0
    }
    const start = this.#end
    this.#end += this.#bytes.write(text, start)
    return this.#bytes.subarray(start, this.#end)
  }
}
