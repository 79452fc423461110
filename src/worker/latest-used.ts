/** Things by their names, the latest used, within a bound of bytes: the one used longest ago is dropped first. */
export class LatestUsed<Thing> {
  readonly #bound: number
  readonly #bytesOf: (thing: Thing, name: string) => number
  // A Map iterates in the order of insertion. A thing that is used is taken out and put in again, so that the one used
  // longest ago comes first.
  readonly #kept = new Map<string, Thing>()
  #bytes = 0

  constructor(bound: number, bytesOf: (thing: Thing, name: string) => number) {
    this.#bound = bound
    this.#bytesOf = bytesOf
  }

  get(name: string): Thing | undefined {
    const kept = this.#kept.get(name)
    if (kept === undefined) return undefined
    this.#kept.delete(name)
    this.#kept.set(name, kept)
    return kept
  }

  /** Keeps a thing, unless one of that name is kept, or it would push out most others. */
  keep(name: string, thing: Thing): void {
    const bytes = this.#bytesOf(thing, name)
    if (this.#kept.has(name) || bytes > this.#bound / 4) return
    this.#kept.set(name, thing)
    this.#bytes += bytes
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#bound) break
      this.#kept.delete(oldest)
      this.#bytes -= this.#bytesOf(old, oldest)
    }
  }
}
