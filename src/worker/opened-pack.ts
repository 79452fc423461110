import { openPack, type Resource } from '../site/pack.ts'
import { isAssetPath } from '../site/urls.ts'
import type { Directory } from './lookup.ts'

/** A document, as one reading of its pack has it. */
export interface StoredDocument {
  readonly resource: Resource
  /** Where its gzipped body begins in the pack, in bytes. */
  readonly offset: number
  /** The same for no two bodies, nor for one body of two lengths: a header that states a length never goes with another. */
  readonly bodyName: string
}

/**
 * How many bytes of memory the table of a pack takes for each byte that it has in the file, once it is read: 100 bytes of a
 * row become strings, an object and a place in a Map.
 */
const bytesForTable = 4

/** A pack in memory, whole: what its table says, and the bodies that go with it. */
export class OpenedPack implements Directory {
  /** About how many bytes of memory it takes. */
  readonly weight: number
  readonly #pack: ArrayBuffer
  // Maps, not the table's objects: a path such as /constructor must not find what every object has.
  readonly #documents = new Map<string, StoredDocument>()
  readonly #moved: ReadonlyMap<string, string>
  readonly #upcoming: ReadonlyMap<string, string>
  readonly #gone: ReadonlySet<string>

  /** Throws where the bytes are no pack. */
  constructor(pack: ArrayBuffer) {
    const { table, offsets } = openPack(new Uint8Array(pack))
    for (const [index, resource] of table.resources.entries()) {
      const { path, hash, length, gzipLength } = resource
      this.#documents.set(path, { resource, offset: offsets[index] as number, bodyName: `${path} ${hash} ${length} ${gzipLength}` })
    }
    this.#pack = pack
    this.#moved = new Map(Object.entries(table.moved))
    this.#upcoming = new Map(Object.entries(table.upcoming))
    this.#gone = new Set(table.gone)
    this.weight = pack.byteLength + bytesForTable * (offsets[0] ?? pack.byteLength)
  }

  has(path: string): boolean {
    return this.#documents.has(path)
  }

  movedTo(folder: string): string | null {
    return this.#moved.get(folder) ?? null
  }

  substituteOf(folder: string): string | null {
    return this.#upcoming.get(folder) ?? null
  }

  assetNamed(file: string): string | null {
    return [...this.#documents.keys()].find((path) => isAssetPath(path) && path.slice(path.lastIndexOf('/') + 1) === file) ?? null
  }

  isGone(path: string): boolean {
    return this.#gone.has(path)
  }

  /** The document at a path. Throws where the pack holds none. */
  documentAt(path: string): StoredDocument {
    const document = this.#documents.get(path)
    if (document === undefined) throw new Error(`no document at ${path}`)
    return document
  }

  /** A copy of the gzipped body of one of its documents. */
  bodyOf({ resource, offset }: StoredDocument): Blob {
    return new Blob([new Uint8Array(this.#pack, offset, resource.gzipLength)])
  }
}
