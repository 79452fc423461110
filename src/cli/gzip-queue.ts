import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type Gzipped, gzipped } from './gzip.ts'

/** Bodies that are sent to be gzipped, one behind another, with their lengths in bytes. */
export interface Job {
  readonly bytes: Uint8Array
  readonly lengths: readonly number[]
}

/** What the thread begins with, besides its port. */
export interface ThreadData {
  /** How many jobs it has answered. */
  readonly answered: Int32Array
}

/** In bytes: what is gzipped here before a thread is begun, which a small site, or a small edit, would only wait for. */
const fewBytes = 12_000_000

/** In bytes: how much may wait for the thread. More would only fill the memory. */
const mostWaiting = 32_000_000

/** In milliseconds. A job takes some at most: a thread that is silent for so long is no more. */
const longestSilence = 120_000

/**
 * Gzips in another thread while this one makes the next bodies, which halves the time of a large build. Results come in the
 * order of the jobs. All calls are synchronous: they wait where the thread has too much to do.
 */
export class GzipQueue {
  #taken = 0
  #waiting = 0
  #sent = 0
  #answers = 0
  readonly #sizes: number[] = []
  #thread: Thread | null = null
  readonly #done: Gzipped[] = []

  /** Takes bodies to be gzipped; returns what has been gzipped by now of all that was taken before and not returned yet. */
  add(bodies: readonly Uint8Array[]): readonly Gzipped[] {
    const size = bodies.reduce((sum, { length }) => sum + length, 0)
    this.#taken += size
    if (this.#taken <= fewBytes) {
      this.#done.push(gzipped(bodies))
      return this.#done.splice(0)
    }
    this.#thread ??= new Thread()
    this.#thread.send(bodies)
    this.#sizes.push(size)
    this.#sent += 1
    this.#waiting += size
    while (this.#waiting > mostWaiting) this.#receive()
    return this.#done.splice(0)
  }

  /** Waits for the rest, and ends the thread. */
  end(): readonly Gzipped[] {
    while (this.#answers < this.#sent) this.#receive()
    this.#thread?.end()
    return this.#done.splice(0)
  }

  #receive(): void {
    this.#done.push((this.#thread as Thread).receive(this.#answers))
    this.#waiting -= this.#sizes[this.#answers] as number
    this.#answers += 1
  }
}

/** A thread that gzips, and the way to and from it. */
class Thread {
  readonly #answered = new Int32Array(new SharedArrayBuffer(4))
  readonly #port: MessageChannel['port1']
  readonly #worker: Worker

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const workerData: ThreadData & { readonly port: MessageChannel['port2'] } = { answered: this.#answered, port: port2 }
    this.#worker = new Worker(new URL('./gzip-thread.ts', import.meta.url), { workerData, transferList: [port2] })
    this.#worker.unref()
    this.#port.unref()
  }

  send(bodies: readonly Uint8Array[]): void {
    const lengths = bodies.map(({ length }) => length)
    const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
    let from = 0
    for (const body of bodies) {
      bytes.set(body, from)
      from += body.length
    }
    this.#port.postMessage({ bytes, lengths } satisfies Job, [bytes.buffer])
  }

  /** Waits for an answer. Throws where the thread gives none any more. */
  receive(answers: number): Gzipped {
    while (Atomics.load(this.#answered, 0) <= answers) {
      if (Atomics.wait(this.#answered, 0, answers, longestSilence) === 'timed-out') throw new Error('the thread that gzips is silent')
    }
    return (receiveMessageOnPort(this.#port) as { readonly message: Gzipped }).message
  }

  end(): void {
    this.#port.close()
    void this.#worker.terminate()
  }
}
