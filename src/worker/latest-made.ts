/** Things by their names, so many of the latest made: the one made longest ago is dropped first. */
export class LatestMade<Thing> {
  readonly #most: number
  readonly #kept = new Map<string, Thing>()

  constructor(most: number) {
    this.#most = most
  }

  get(name: string): Thing | undefined {
    return this.#kept.get(name)
  }

  /** Keeps a thing in place of one of the same name. */
  keep(name: string, thing: Thing): void {
    if (this.#kept.size >= this.#most && !this.#kept.has(name)) this.#kept.delete(this.#kept.keys().next().value as string)
    this.#kept.set(name, thing)
  }
}
