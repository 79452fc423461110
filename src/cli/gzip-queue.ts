import { givenBytes } from './given-bytes.ts'
import { type Gzipped, gzipped } from './gzip.ts'
import type { SecondThread } from './second-thread.ts'

/** In bytes: what is gzipped here before a thread is begun, which a small site, or a small edit, would only wait for. */
const fewBytes = 12_000_000

/** In bytes: how much may wait for the thread. More would only fill the memory. */
const mostWaiting = 32_000_000

/**
 * Gzips in another thread while this one makes the next bodies, which halves the time of a large build. Results come in the
 * order of the jobs. All calls are synchronous: they wait where the thread has too much to do.
 */
export class GzipQueue {
  readonly #thread: SecondThread
  #taken = 0
  #waiting = 0
  /** Of each job that was sent and hasn't been answered, in bytes. */
  readonly #sizes: number[] = []
  readonly #done: Gzipped[] = []

  constructor(thread: SecondThread) {
    this.#thread = thread
  }

  /** Takes bodies to be gzipped; returns what has been gzipped by now of all that was taken before and not returned yet. */
  add(bodies: readonly Uint8Array[]): readonly Gzipped[] {
    const size = bodies.reduce((sum, { length }) => sum + length, 0)
    this.#taken += size
    if (this.#taken <= fewBytes && !this.#thread.isBegun) {
      this.#done.push(gzipped(bodies))
      return this.#done.splice(0)
    }
    const { runs, memory } = givenBytes(bodies)
    this.#thread.send('gzip', runs, memory)
    this.#sizes.push(size)
    this.#waiting += size
    while (this.#waiting > mostWaiting) this.#receive()
    return this.#done.splice(0)
  }

  /** Waits for the rest. */
  end(): readonly Gzipped[] {
    while (this.#sizes.length > 0) this.#receive()
    return this.#done.splice(0)
  }

  #receive(): void {
    this.#done.push(this.#thread.receive('gzip'))
    this.#waiting -= this.#sizes.shift() as number
  }
}
