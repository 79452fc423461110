/** Where the packs of gzipped bodies lie: Workers Static Assets, by their names. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** How many bytes of packs one isolate keeps in memory; an isolate has 128 MB for everything. */
const memoryBytes = 16 * 1024 * 1024

/** The packs, the latest used kept in memory. */
export class Packs {
  // A Map iterates in the order of insertion. A pack that is used is taken out and put in again, so that the one used
  // longest ago comes first.
  readonly #kept = new Map<string, ArrayBuffer>()
  #bytes = 0

  /** The pack of that name. Rejects when the assets don't hold it, which a whole deployment rules out. */
  async get(assets: Assets, name: string): Promise<ArrayBuffer> {
    const kept = this.#kept.get(name)
    if (kept !== undefined) {
      this.#kept.delete(name)
      this.#kept.set(name, kept)
      return kept
    }
    const response = await assets.fetch(`https://assets.invalid/${name}`)
    if (!response.ok) throw new Error(`no pack ${name}: ${response.status}`)
    const pack = await response.arrayBuffer()
    this.#keep(name, pack)
    return pack
  }

  #keep(name: string, pack: ArrayBuffer): void {
    if (this.#kept.has(name) || pack.byteLength > memoryBytes / 4) return
    this.#kept.set(name, pack)
    this.#bytes += pack.byteLength
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= memoryBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= old.byteLength
    }
  }
}
