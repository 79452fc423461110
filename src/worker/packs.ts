import type { KnownPacks } from '../site/known-packs.ts'
import type { Manifest } from '../site/manifest.ts'
import { type PackKey, packFileName } from '../site/pack-keys.ts'
import { PackVersions } from '../site/pack-versions.ts'
import { LatestUsed } from './latest-used.ts'
import { OpenedPack } from './opened-pack.ts'

/** Where packs and pictures lie: Workers Static Assets, by their names. Whatever isn't there is answered 404. */
export interface Assets {
  fetch(url: string): Promise<Response>
}

/** How many bytes of packs one isolate keeps in memory; an isolate has 128 MB for everything. */
const memoryBytes = 16 * 1024 * 1024

/** The packs of a site, the latest used kept in memory. */
export class Packs {
  readonly #manifest: Manifest
  /** Made when the first pack is asked about: a feed that hasn't changed is answered without. */
  #versions: PackVersions | null = null
  readonly #kept = new LatestUsed<OpenedPack>(memoryBytes, ({ weight }) => weight)

  constructor(manifest: Manifest) {
    this.#manifest = manifest
  }

  /** Which packs the site has. */
  get known(): KnownPacks {
    return this.#listed().packs
  }

  /** A pack that is in memory. */
  kept(key: PackKey): OpenedPack | undefined {
    return this.#kept.get(key)
  }

  /**
   * Reads a pack. Rejects when the assets don't hold it: not yet, where they have another version of it than this manifest
   * names; or when the site has none of this key.
   */
  async read(assets: Assets, key: PackKey): Promise<OpenedPack> {
    const name = packFileName(await digestOf(key), this.#listed().of(key))
    const response = await assets.fetch(`https://assets.invalid/${name}`)
    if (!response.ok) throw new Error(`no pack ${name}, which is ${key}: ${response.status}`)
    const pack = new OpenedPack(await response.arrayBuffer())
    this.#kept.keep(key, pack)
    return pack
  }

  #listed(): PackVersions {
    this.#versions ??= new PackVersions(this.#manifest)
    return this.#versions
  }
}

/** SHA-256 of a text in UTF-8, in hexadecimal digits. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
