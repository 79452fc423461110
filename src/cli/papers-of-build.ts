import type { WrittenPaper } from '../citations/formats.ts'
import type { KeptPapers, NeededPaper } from '../site/written.ts'
import type { KeptFile } from './kept-file.ts'
import { paperOfRecord, paperRecord } from './paper-record.ts'
import type { SecondThread } from './second-thread.ts'

/** How many papers are written where they are first asked for. A thread that writes more has to load citation.js, in 0.15 s. */
export const fewPapers = 500

/** So many papers take the thread 30 ms: nothing that is to be gzipped waits longer for them. */
const papersOfJob = 100

/**
 * The papers of one build: out of a file, or written ahead in a second thread, while this one makes what needs none. Asked for
 * one that the thread hasn't written yet, it waits.
 */
export class PapersOfBuild implements KeptPapers {
  readonly #file: KeptFile
  readonly #thread: SecondThread
  readonly #few: number
  #needed: ReadonlySet<string> = new Set()
  /** The digests of the papers in each job that isn't answered yet. */
  readonly #jobs: (readonly string[])[] = []
  readonly #ahead = new Set<string>()

  constructor(file: KeptFile, thread: SecondThread, few: number) {
    this.#file = file
    this.#thread = thread
    this.#few = few
  }

  need(papers: readonly NeededPaper[]): void {
    this.#needed = new Set(papers.map(({ digest }) => digest))
    const missing = papers.filter(({ digest }) => !this.#file.has(digest))
    if (missing.length <= this.#few) return
    for (let from = 0; from < missing.length; from += papersOfJob) {
      const job = missing.slice(from, from + papersOfJob)
      const digests = job.map(({ digest }) => digest)
      this.#thread.send(
        'papers',
        job.map(({ item }) => item()),
        [],
      )
      this.#jobs.push(digests)
      for (const digest of digests) this.#ahead.add(digest)
    }
  }

  get(digest: string): WrittenPaper | undefined {
    while (this.#ahead.has(digest)) this.#receive()
    const known = this.#file.get(digest)
    return known === undefined ? undefined : paperOfRecord(known)
  }

  keep(digest: string, paper: WrittenPaper): void {
    this.#file.keep(digest, paperRecord(paper))
  }

  /** Writes what the next build may need, and forgets everything else. */
  save(): void {
    // No later build asks for what nothing needed in this one, unless it is kept.
    while (this.#jobs.length > 0) this.#receive()
    this.#file.save((digest) => this.#needed.has(digest))
  }

  #receive(): void {
    const records = this.#thread.receive('papers')
    for (const [index, digest] of (this.#jobs.shift() as readonly string[]).entries()) {
      this.#file.keep(digest, records[index] as Uint8Array)
      this.#ahead.delete(digest)
    }
  }
}
