import { gzipped } from '../../src/cli/gzip.ts'
import { siteInGroups } from '../../src/site/documents.ts'
import { headOf } from '../../src/site/pack.ts'
import { keysOf, type PackKey, versionsOf } from '../../src/site/pack-keys.ts'
import { writtenVersions } from '../../src/site/pack-versions.ts'
import { noPictures } from '../../src/site/pictures.ts'
import { createApp } from '../../src/worker/app.ts'
import { catalogFrom } from '../catalog/catalog-from.ts'
import { nothingKept } from '../site/site-of.ts'
import { digestOf, fileName } from '../worker/made-site.ts'

/** A site in memory, as its worker answers for it. */
export interface ServedSelections {
  readonly catalog: ReturnType<typeof catalogFrom>['catalog']
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Response>
  /** Lets readings of a pack never end that begin from now on; of none with null. */
  readonly stall: (key: PackKey | null) => void
  /** The same where no polls are counted. */
  readonly askWithout: (path: string) => Promise<Response>
  /** The polls that were counted. */
  readonly points: unknown[]
  /** The packs that were read since the last call. */
  readonly reads: () => readonly PackKey[]
}

/** Builds a site of notes into packs, and serves it by an app that has answered nothing yet. */
export async function servedSelections(...args: Parameters<typeof catalogFrom>): Promise<ServedSelections> {
  const { catalog } = catalogFrom(...args)
  const { manifest, groups } = siteInGroups(catalog, nothingKept, noPictures)
  const packs = new Map<PackKey, Uint8Array<ArrayBuffer>>()
  for (const group of groups) {
    const documents = group.make()
    const { bytes, lengths, hashes } = gzipped(documents.map(({ body }) => body))
    const resources = documents.map(({ path, mediaType, modified, body }, index) => ({
      path,
      mediaType,
      hash: hashes[index] as string,
      length: body.length,
      gzipLength: lengths[index] as number,
      modified: modified === null ? null : modified.getTime() / 1000,
    }))
    packs.set(group.key, new Uint8Array(Buffer.concat([headOf({ resources, ...group.elsewhere }), bytes])))
  }
  const files = new Map<string, { readonly key: PackKey; readonly bytes: Uint8Array<ArrayBuffer> }>()
  const versions: string[] = []
  for (const key of keysOf(manifest)) {
    const bytes = packs.get(key) as Uint8Array<ArrayBuffer>
    const [version] = versionsOf(await digestOf(bytes))
    versions.push(version)
    files.set(await fileName(key, version), { key, bytes })
  }
  const app = createApp({ ...manifest, versions: writtenVersions(versions) })
  const points: unknown[] = []
  let read: PackKey[] = []
  let stalled: PackKey | null = null
  const assets = {
    fetch(url: string): Promise<Response> {
      const file = files.get(new URL(url).pathname.slice(1))
      if (file !== undefined) read.push(file.key)
      if (file !== undefined && file.key === stalled) return new Promise(() => {})
      return Promise.resolve(file === undefined ? new Response(null, { status: 404 }) : new Response(file.bytes))
    },
  }
  return {
    catalog,
    ask: async (path, headers = {}, method = 'GET') =>
      await app.fetch(new Request(`https://notes.example${path}`, { method, headers, redirect: 'manual' }), {
        ASSETS: assets,
        READERS: { writeDataPoint: (point) => points.push(point) },
      }),
    askWithout: async (path) => await app.fetch(new Request(`https://notes.example${path}`), { ASSETS: assets }),
    points,
    stall: (key) => {
      stalled = key
    },
    reads() {
      const before = read
      read = []
      return before
    },
  }
}
