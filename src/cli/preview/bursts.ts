/** Changes of the content that no build has read yet: the first and the last of them, in milliseconds of any clock. */
export interface Burst {
  readonly first: number
  readonly last: number
}

/** How long nothing may change before a build: an editor that saves by a rename changes a file several times. */
export const settleMilliseconds = 60

/** How long a build waits at most for changes to come to an end. */
export const ceilingMilliseconds = 1_000

/** The changes of a burst with one more. */
export function grown(burst: Burst | null, now: number): Burst {
  return { first: burst?.first ?? now, last: now }
}

/** When a burst is to be built, by the clock of its changes. */
export function buildTimeOf({ first, last }: Burst): number {
  return Math.min(last + settleMilliseconds, first + ceilingMilliseconds)
}

/** Builds bursts of changes, one after another; what changes during a build is built after it. */
export class Bursts {
  readonly #build: () => Promise<void>
  #burst: Burst | null = null
  #timer: NodeJS.Timeout | undefined
  #alarm: NodeJS.Timeout | undefined
  #isBuilding = false
  #isStopped = false

  constructor(build: () => Promise<void>) {
    this.#build = build
  }

  /** Something has changed. */
  add(): void {
    this.#burst = grown(this.#burst, performance.now())
    this.#plan()
  }

  /** Something will change at an instant, in milliseconds since the epoch: a day begins, an entry is held no longer. */
  addAt(instant: number): void {
    clearTimeout(this.#alarm)
    if (!this.#isStopped) this.#alarm = setTimeout(() => this.add(), instant - Date.now())
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#alarm)
    this.#isStopped = true
    this.#isBuilding = true
  }

  #plan(): void {
    clearTimeout(this.#timer)
    if (this.#burst === null || this.#isBuilding) return
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, buildTimeOf(this.#burst) - performance.now()))
  }

  async #run(): Promise<void> {
    this.#burst = null
    this.#isBuilding = true
    await this.#build()
    this.#isBuilding = false
    this.#plan()
  }
}
