import { givenBytes } from './given-bytes.ts'
import { type Gzipped, gzipped } from './gzip.ts'
import type { SecondThread } from './second-thread.ts'

/** In bytes: what is gzipped here before a thread is begun, which a small site, or a small edit, would only wait for. */
const fewBytes = 12_000_000

/** In bytes: how much may wait for the thread, which gzips that in a third of a second. Where more does, this thread gzips too. */
const mostWaiting = 16_000_000

/**
 * Gzips in another thread while this one makes the next bodies, which halves the time of a large build; and in this one where
 * the other has too much to do. Results come in the order of the jobs. All calls are synchronous.
 */
export class GzipQueue {
  readonly #thread: SecondThread
  #taken = 0
  #waiting = 0
  /** What hasn't been returned yet: of a job that was sent, its size in bytes. */
  readonly #jobs: (Gzipped | number)[] = []

  constructor(thread: SecondThread) {
    this.#thread = thread
  }

  /** Takes bodies to be gzipped; returns what has been gzipped by now of all that was taken before and not returned yet. */
  add(bodies: readonly Uint8Array[]): readonly Gzipped[] {
    const results = this.#results(() => this.#thread.has('gzip'))
    const size = bodies.reduce((sum, { length }) => sum + length, 0)
    this.#taken += size
    const isFew = this.#taken <= fewBytes && !this.#thread.isBegun
    if (isFew || this.#waiting > mostWaiting) this.#jobs.push(gzipped(bodies))
    else {
      const { runs, memory } = givenBytes(bodies)
      this.#thread.send('gzip', runs, memory)
      this.#jobs.push(size)
      this.#waiting += size
    }
    return results
  }

  /** Waits for the rest. */
  end(): readonly Gzipped[] {
    return this.#results(() => true)
  }

  /** The results of the first jobs, up to one that was sent and is not to be received. */
  #results(isReceived: () => boolean): readonly Gzipped[] {
    const results: Gzipped[] = []
    for (const job of this.#jobs) {
      if (typeof job === 'number' && !isReceived()) break
      results.push(typeof job === 'number' ? this.#thread.receive('gzip') : job)
      if (typeof job === 'number') this.#waiting -= job
    }
    this.#jobs.splice(0, results.length)
    return results
  }
}
