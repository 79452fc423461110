import { KnownPacks } from './known-packs.ts'
import type { Manifest } from './manifest.ts'
import type { PackKey } from './pack-keys.ts'

/** How long a version is. */
const bytesOfVersion = 2

/** The versions of packs as a manifest lists them: given in hexadecimal digits, in the order of `keysOf`. */
export function writtenVersions(versions: readonly string[]): string {
  const bytes = versions.flatMap((version) => (version.match(/../g) as readonly string[]).map((digits) => Number.parseInt(digits, 16)))
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '')
}

/** The versions that a manifest lists, by the packs' keys. Throws where it lists more or fewer than the site has packs. */
export class PackVersions {
  readonly packs: KnownPacks
  /** A character for each byte. */
  readonly #bytes: string

  constructor(manifest: Manifest) {
    this.packs = new KnownPacks(manifest)
    this.#bytes = atob(manifest.versions)
    const listed = this.#bytes.length / bytesOfVersion
    if (listed !== this.packs.size) throw new Error(`a manifest of ${this.packs.size} packs and ${listed} versions`)
  }

  /** In hexadecimal digits, as `packFileName` takes it. Throws where the site has no such pack. */
  of(key: PackKey): string {
    const index = this.packs.indexOf(key)
    if (index === null) throw new Error(`no pack ${key}`)
    const start = index * bytesOfVersion
    return Array.from(this.#bytes.slice(start, start + bytesOfVersion), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  }
}
