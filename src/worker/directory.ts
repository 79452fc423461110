import type { Manifest, Resource } from '../site/manifest.ts'
import { isAssetPath } from '../site/urls.ts'
import type { Directory } from './lookup.ts'

/** A document, with where its gzipped body lies: the pack's name, and the offset in it in bytes. */
export interface StoredDocument {
  readonly resource: Resource
  readonly pack: string
  readonly offset: number
}

/** The directory of a site, over its whole manifest in memory. */
export class ManifestDirectory implements Directory {
  // Maps, not the manifest's objects: a path such as /constructor must not find what every object has.
  readonly #places = new Map<string, StoredDocument>()
  readonly #assets = new Map<string, string>()
  readonly #moved: ReadonlyMap<string, string>
  readonly #upcoming: ReadonlyMap<string, string>
  readonly #gone: ReadonlySet<string>
  readonly #views: ReadonlyMap<string, string>
  readonly #viewed: ReadonlySet<string>

  constructor(manifest: Manifest) {
    for (const [pack, resources] of Object.entries(manifest.packs)) {
      let offset = 0
      for (const resource of resources) {
        const { path, gzipLength } = resource
        this.#places.set(path, { resource, pack, offset })
        if (isAssetPath(path)) this.#assets.set(path.slice(path.lastIndexOf('/') + 1), path)
        offset += gzipLength
      }
    }
    this.#moved = new Map(Object.entries(manifest.moved))
    this.#upcoming = new Map(Object.entries(manifest.upcoming))
    this.#gone = new Set(manifest.gone)
    this.#views = new Map(Object.entries(manifest.views))
    this.#viewed = new Set([...this.#views.keys(), ...this.#views.values()])
  }

  has(path: string): boolean {
    return this.#places.has(path)
  }

  movedTo(folder: string): string | null {
    return this.#moved.get(folder) ?? null
  }

  substituteOf(folder: string): string | null {
    return this.#upcoming.get(folder) ?? null
  }

  assetNamed(file: string): string | null {
    return this.#assets.get(file) ?? null
  }

  isGone(path: string): boolean {
    return this.#gone.has(path)
  }

  /** The document of a path. Throws when there is none: the manifest names a page that it doesn't hold. */
  placeOf(path: string): StoredDocument {
    const place = this.#places.get(path)
    if (place === undefined) throw new Error(`no document at ${path}`)
    return place
  }

  /** The path of the page that a browser is shown at the path of a feed; null of any other path. */
  viewOf(path: string): string | null {
    return this.#views.get(path) ?? null
  }

  /** Whether a path is a feed with a page about it, or such a page: which of the two is sent depends on who asks. */
  isNegotiated(path: string): boolean {
    return this.#viewed.has(path)
  }
}
