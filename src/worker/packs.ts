import { LatestUsed } from './latest-used.ts'

/** Where the packs of gzipped bodies lie: Workers Static Assets, by their names. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** How many bytes of packs one isolate keeps in memory; an isolate has 128 MB for everything. */
const memoryBytes = 16 * 1024 * 1024

/** The packs, the latest used kept in memory. */
export class Packs {
  readonly #kept = new LatestUsed<ArrayBuffer>(memoryBytes, (pack) => pack.byteLength)

  /** The pack of that name. Rejects when the assets don't hold it, which a whole deployment rules out. */
  async get(assets: Assets, name: string): Promise<ArrayBuffer> {
    const kept = this.#kept.get(name)
    if (kept !== undefined) return kept
    const response = await assets.fetch(`https://assets.invalid/${name}`)
    if (!response.ok) throw new Error(`no pack ${name}: ${response.status}`)
    const pack = await response.arrayBuffer()
    this.#kept.keep(name, pack)
    return pack
  }
}
