import { MessageChannel, type MessagePort, receiveMessageOnPort, type Transferable, Worker } from 'node:worker_threads'
import type { CslItem } from '../citations/csl-item.ts'
import type { Gzipped } from './gzip.ts'

/** What the thread can be sent: jobs of each kind, and what comes back of one. */
export interface Work {
  readonly gzip: { readonly job: readonly Uint8Array[]; readonly result: Gzipped }
  /** Papers to be written, and each as `paperRecord` makes it. */
  readonly papers: { readonly job: readonly CslItem[]; readonly result: readonly Uint8Array[] }
}

export type WorkKind = keyof Work

/** The kinds of jobs, the one first that is done first. */
export const workKinds: readonly WorkKind[] = ['gzip', 'papers']

export type Answer<Kind extends WorkKind> = { readonly result: Work[Kind]['result'] } | { readonly error: unknown }

/** What the thread begins with. */
export interface ThreadData {
  readonly ports: Readonly<Record<WorkKind, MessagePort>>
  readonly counts: Counts
}

/** Memory that both threads see. */
interface Counts {
  /** How many jobs were sent. */
  readonly sent: Int32Array
  /** How many jobs of each kind are answered. */
  readonly answered: Readonly<Record<WorkKind, Int32Array>>
  /** Which kind of job is waited for, by its place in {@link workKinds}: that is done before any other. */
  readonly awaited: Int32Array
}

/** In milliseconds. A job takes some at most: a thread that is silent for so long is no more. */
const longestSilence = 120_000

interface Begun {
  readonly worker: Worker
  readonly ports: ThreadData['ports']
}

const program = new URL('./in-second-thread.ts', import.meta.url)

/**
 * A thread that does jobs while this one makes documents, and the way to and from it. It is begun by the first job. Jobs of
 * one kind are answered in their order; papers are written while there is nothing to gzip, or where they are waited for. All
 * calls are synchronous.
 */
export class SecondThread {
  readonly #program: URL
  readonly #longestSilence: number
  readonly #counts: Counts = { sent: count(), answered: { gzip: count(), papers: count() }, awaited: count() }
  readonly #received: Record<WorkKind, number> = { gzip: 0, papers: 0 }
  #begun: Begun | null = null

  /**
   * @param runs the file of what the thread does
   * @param silence in milliseconds: how long the thread may be silent before it counts as dead
   */
  constructor(runs: URL = program, silence: number = longestSilence) {
    this.#program = runs
    this.#longestSilence = silence
  }

  get isBegun(): boolean {
    return this.#begun !== null
  }

  /** @param transferred whatever of the job is given away rather than copied */
  send<Kind extends WorkKind>(kind: Kind, job: Work[Kind]['job'], transferred: readonly Transferable[]): void {
    this.#begun ??= this.#begin()
    this.#begun.ports[kind].postMessage(job, transferred)
    Atomics.add(this.#counts.sent, 0, 1)
    Atomics.notify(this.#counts.sent, 0)
  }

  /** Whether the next result of a kind is there. */
  has(kind: WorkKind): boolean {
    return Atomics.load(this.#counts.answered[kind], 0) > this.#received[kind]
  }

  /**
   * Waits for the result of the oldest job of a kind that hasn't been received yet; such a job must have been sent. Throws what
   * the job threw, and an error where no answer comes any more.
   */
  receive<Kind extends WorkKind>(kind: Kind): Work[Kind]['result'] {
    const { ports } = this.#begun as Begun
    const [answered, received] = [this.#counts.answered[kind], this.#received[kind]]
    Atomics.store(this.#counts.awaited, 0, workKinds.indexOf(kind))
    while (!this.has(kind)) {
      if (Atomics.wait(answered, 0, received, this.#longestSilence) === 'timed-out')
        throw new Error(`the second thread has been silent for ${this.#longestSilence / 1000} s`)
    }
    Atomics.store(this.#counts.awaited, 0, 0)
    this.#received[kind] += 1
    const { message } = receiveMessageOnPort(ports[kind]) as { readonly message: Answer<Kind> }
    if ('error' in message) throw message.error
    return message.result
  }

  /** Ends the thread, whatever it is at. */
  end(): void {
    if (this.#begun === null) return
    for (const kind of workKinds) this.#begun.ports[kind].close()
    void this.#begun.worker.terminate()
    this.#begun = null
  }

  #begin(): Begun {
    const [gzip, papers] = [new MessageChannel(), new MessageChannel()]
    const workerData: ThreadData = { ports: { gzip: gzip.port2, papers: papers.port2 }, counts: this.#counts }
    const worker = new Worker(this.#program, { workerData, transferList: [gzip.port2, papers.port2] })
    worker.unref()
    const ports = { gzip: gzip.port1, papers: papers.port1 }
    for (const kind of workKinds) ports[kind].unref()
    return { worker, ports }
  }
}

function count(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4))
}
