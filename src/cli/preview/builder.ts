import { Worker } from 'node:worker_threads'
import type { ReadOptions } from '../site-build.ts'
import type { Terminal } from '../terminal.ts'
import type { Mistake } from './pages.ts'

/** What a preview builds, and where to. */
export interface BuildRequest extends Pick<ReadOptions, 'content' | 'accept' | 'drafts'> {
  readonly origin: string
  readonly out: string
}

/** What came of a build. */
export interface BuildReport {
  /** Where the site that was built can be seen, for the terminal; null where none was. */
  readonly addresses: string | null
  readonly mistakes: readonly Mistake[]
}

/** What the thread that builds tells. */
export type BuilderMessage =
  | { readonly kind: 'say' | 'complain'; readonly text: string }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'done'; readonly report: BuildReport }

/** Builds in a thread of its own, one build at a time. */
export class Builder {
  readonly #request: BuildRequest
  readonly #terminal: Terminal
  readonly #step: (step: string) => void
  #thread: Worker | null = null

  /** @param step is told what the thread does: `Reading content` */
  constructor(request: BuildRequest, terminal: Terminal, step: (step: string) => void) {
    this.#request = request
    this.#terminal = terminal
    this.#step = step
  }

  /** Builds the content as it is now. A thread that ends by a fault, as for want of memory, gives way to another. */
  async build(): Promise<BuildReport> {
    const thread = this.#thread ?? new Worker(new URL('builder-thread.ts', import.meta.url))
    this.#thread = thread
    const { promise, resolve } = Promise.withResolvers<BuildReport>()
    const hear = (message: BuilderMessage): void => {
      if (message.kind === 'step') this.#step(message.step)
      else if (message.kind === 'done') resolve(message.report)
      else this.#terminal[message.kind](message.text)
    }
    const end = (error: unknown): void => {
      this.#thread = null
      resolve({ addresses: null, mistakes: [{ place: null, what: `the build ended: ${String(error)}`, cure: null, line: null }] })
    }
    thread.on('message', hear).on('error', end).on('exit', end)
    thread.postMessage(this.#request)
    const report = await promise
    thread.off('message', hear).off('error', end).off('exit', end)
    return report
  }

  /** Ends the thread, in the middle of a build too. */
  async stop(): Promise<void> {
    await this.#thread?.terminate()
  }
}
