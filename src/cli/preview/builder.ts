import { Worker } from 'node:worker_threads'
import type { ReadOptions } from '../site-build.ts'
import type { Terminal } from '../terminal.ts'
import { type Mistake, mistakeOfError } from './pages.ts'

/** What a preview builds, and where to. */
export interface BuildRequest extends Pick<ReadOptions, 'content' | 'accept' | 'drafts'> {
  readonly origin: string
  readonly out: string
}

/** What came of a build. */
export interface BuildReport {
  /** Where the site that was built can be seen, for the terminal; null where none was. */
  readonly addresses: string | null
  /** From which instant on the same notes make another site, in milliseconds since the epoch; null where no site was built. */
  readonly until: number | null
  /** Whether the site is another than the one that was there. */
  readonly isChanged: boolean
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
  #done: (report: BuildReport) => void = () => {}
  #isStopped = false

  /** @param step is told what the thread does: `Reading content` */
  constructor(request: BuildRequest, terminal: Terminal, step: (step: string) => void) {
    this.#request = request
    this.#terminal = terminal
    this.#step = step
  }

  /** Builds the content as it is now. A thread that ends by a fault, as for want of memory, gives way to another. */
  build(): Promise<BuildReport> {
    const { promise, resolve } = Promise.withResolvers<BuildReport>()
    this.#done = resolve
    this.#thread ??= this.#newThread()
    this.#thread.postMessage(this.#request)
    return promise
  }

  #newThread(): Worker {
    const thread = new Worker(new URL('builder-thread.ts', import.meta.url))
    let fault = 'without a word'
    return thread
      .on('message', (message: BuilderMessage) => {
        if (message.kind === 'step') this.#step(message.step)
        else if (message.kind === 'done') this.#done(message.report)
        else this.#terminal[message.kind](message.text)
      })
      .on('error', (error) => {
        fault = String(error)
      })
      .on('exit', () => {
        this.#thread = null
        if (this.#isStopped) return
        const what = `the build ended: ${fault}`
        this.#terminal.complain(`${what}; the site stays as it was`)
        this.#done({ addresses: null, until: null, isChanged: false, mistakes: [mistakeOfError(what)] })
      })
  }

  /** Ends the thread, in the middle of a build too. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#thread?.terminate()
  }
}
