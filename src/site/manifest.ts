import type { Catalog } from '../catalog/catalog.ts'
import { linkHeader, reviewSignposts } from './pages/paper-metadata.ts'
import { feedViews, gonePaths, movedFolders, upcomingFolders } from './redirects.ts'
import { paths } from './urls.ts'

/** What answers one path. Lengths are of its body in bytes, plain and gzipped. */
export interface Resource {
  /** In its canonical form (see `urls.ts`). */
  readonly path: string
  readonly mediaType: string
  /** SHA-256 of the plain body, shortened: it names this version of the resource. */
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
  /** The `Link` field of every entry's page (signposting.org). */
  readonly entryLinks: string
  /** The files of bodies by their names: each holds the gzipped bodies of these resources, one behind another. */
  readonly packs: Readonly<Record<string, readonly Resource[]>>
  /** Pages that browsers are shown at the paths of feeds. */
  readonly views: Readonly<Record<string, string>>
  /** The pages that say that a path leads nowhere, or no longer anywhere. */
  readonly notFound: string
  readonly goneForGood: string
  /** Folders that have moved for good, from canonical path to canonical path. */
  readonly moved: Readonly<Record<string, string>>
  /** Folders that hold nothing yet, each with the folder whose files answer for its own until it does. */
  readonly upcoming: Readonly<Record<string, string>>
  /** The canonical paths of what was removed for good. */
  readonly gone: readonly string[]
}

/** The manifest of a site but for its packs, which are known once they are written. */
export function manifestOf(catalog: Catalog): Omit<Manifest, 'packs'> {
  const { site } = catalog
  return {
    origin: site.origin,
    hubUrl: site.hubUrl,
    entryLinks: linkHeader(reviewSignposts(site)),
    views: feedViews(catalog),
    notFound: paths.notFound,
    goneForGood: paths.gone,
    moved: movedFolders(catalog),
    upcoming: upcomingFolders(catalog),
    gone: gonePaths(catalog),
  }
}
