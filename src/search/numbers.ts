/** Numbers in rows of a fixed width, which grow without an object for each: a segment gathers half a million. */
export class NumberRows {
  readonly #width: 3 | 4
  #numbers = new Int32Array(1 << 14)
  #length = 0

  /** @param width how many numbers a row has */
  constructor(width: 3 | 4) {
    this.#width = width
  }

  get size(): number {
    return this.#length / this.#width
  }

  push(first: number, second: number, third: number, fourth = 0): void {
    if (this.#length + this.#width > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    const [at, numbers] = [this.#length, this.#numbers]
    numbers[at] = first
    numbers[at + 1] = second
    numbers[at + 2] = third
    if (this.#width === 4) numbers[at + 3] = fourth
    this.#length += this.#width
  }

  at(row: number, column: number): number {
    return this.#numbers[row * this.#width + column] as number
  }

  /**
   * The rows in the order of their first number, those with the same in the order in which they came (a counting sort).
   *
   * @param count one more than the largest first number
   * @returns the numbers of the rows, and where among them the rows of each first number begin, with their end behind
   */
  byFirst(count: number): { readonly rows: Int32Array; readonly starts: Int32Array } {
    const starts = new Int32Array(count + 1)
    for (let row = 0; row < this.size; row += 1) starts[this.at(row, 0) + 1] = (starts[this.at(row, 0) + 1] as number) + 1
    for (let first = 0; first < count; first += 1) starts[first + 1] = (starts[first + 1] as number) + (starts[first] as number)
    const [next, rows] = [starts.slice(), new Int32Array(this.size)]
    for (let row = 0; row < this.size; row += 1) {
      const first = this.at(row, 0)
      rows[next[first] as number] = row
      next[first] = (next[first] as number) + 1
    }
    return { rows, starts }
  }
}
