/** Where the gzipped bodies lie: Workers Static Assets, by their names. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** How many bytes of bodies one isolate keeps in memory; an isolate has 128 MB for everything. */
const memoryBytes = 16 * 1024 * 1024

/** The gzipped bodies, the latest used kept in memory. */
export class Bodies {
  // A Map iterates in the order of insertion, which taking out and putting in again makes that of use.
  readonly #kept = new Map<string, ArrayBuffer>()
  #bytes = 0

  /** The gzipped body of that name. Rejects when the assets don't hold it, which a whole deployment rules out. */
  async get(assets: Assets, name: string): Promise<ArrayBuffer> {
    const kept = this.#kept.get(name)
    if (kept !== undefined) {
      this.#kept.delete(name)
      this.#kept.set(name, kept)
      return kept
    }
    const response = await assets.fetch(`https://assets.invalid/${name}`)
    if (!response.ok) throw new Error(`no body ${name}: ${response.status}`)
    const body = await response.arrayBuffer()
    this.#keep(name, body)
    return body
  }

  #keep(name: string, body: ArrayBuffer): void {
    if (this.#kept.has(name) || body.byteLength > memoryBytes / 4) return
    this.#kept.set(name, body)
    this.#bytes += body.byteLength
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= memoryBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= old.byteLength
    }
  }
}
