/** One representation of a path. Lengths are of its body in bytes, plain and gzipped. */
export interface Resource {
  readonly mediaType: string
  /** SHA-256 of the plain body, shortened; the name of the file with the gzipped one. */
  readonly hash: string
  readonly length: number
  readonly gzipLength: number
  /** When what it says last changed, in seconds since the epoch; null where nothing tells. */
  readonly modified: number | null
}

/** All that the worker knows of the site: what answers each path, and where the old paths lead. */
export interface Manifest {
  readonly origin: string
  readonly hubUrl: string | null
  /** By canonical path (see `urls.ts`). */
  readonly resources: Readonly<Record<string, Resource>>
  /** Folders that have moved for good, from canonical path to canonical path. */
  readonly moved: Readonly<Record<string, string>>
}
