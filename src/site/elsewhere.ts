import type { Catalog } from '../catalog/catalog.ts'
import { KnownPacks } from './known-packs.ts'
import type { Manifest } from './manifest.ts'
import { type Elsewhere, nowhereElse } from './pack.ts'
import { type PackKey, packKeys } from './pack-keys.ts'
import { packOfPath } from './pack-of-path.ts'
import { gonePaths, movedFolders, upcomingFolders } from './redirects.ts'

/** Where paths lead that have no document any more, or none yet, by the pack that a worker reads at such a path. */
export function elsewhereByPack(catalog: Catalog, manifest: Omit<Manifest, 'versions'>): ReadonlyMap<PackKey, Elsewhere> {
  const known = new KnownPacks(manifest)
  const packOf = (path: string): PackKey => packOfPath(path, known) ?? packKeys.missing
  const [moved, upcoming] = [movedFolders(catalog), upcomingFolders(catalog)].map((folders) =>
    Map.groupBy(Object.entries(folders), ([from]) => packOf(from)),
  ) as [Map<PackKey, [string, string][]>, Map<PackKey, [string, string][]>]
  const gone = Map.groupBy(gonePaths(catalog), packOf)
  return new Map(
    [...new Set([...moved.keys(), ...upcoming.keys(), ...gone.keys()])].map((key) => [
      key,
      {
        moved: Object.fromEntries(moved.get(key) ?? []),
        upcoming: Object.fromEntries(upcoming.get(key) ?? []),
        gone: gone.get(key) ?? nowhereElse.gone,
      },
    ]),
  )
}
