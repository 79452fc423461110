import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { formats } from '../../feed/formats.ts'
import type { Manifest } from '../../site/manifest.ts'
import { openPack } from '../../site/pack.ts'
import { channelRows, packFileName, packKeys } from '../../site/pack-keys.ts'
import { PackVersions } from '../../site/pack-versions.ts'
import { paths } from '../../site/urls.ts'
import type { TouchedChannel } from './changes.ts'
import { liveDeployment } from './deployment.ts'

/** How a program waits for a site, and asks it. */
export interface Waiting {
  readonly get: typeof fetch
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
  /** In milliseconds since the epoch. */
  readonly now: () => number
  /** In milliseconds: how long is waited at most. */
  readonly most: number
}

/** In milliseconds: between two times of asking. */
const betweenAsks = 1_000

/**
 * Asks an origin until what it serves is what was built into a folder: the worker itself, each feed that has changed by its
 * entity tag, and the site's own feeds byte for byte. Resolves to null once it is; to what is not as it was built, when the
 * time is up.
 */
export async function untilLive(
  {
    origin,
    out,
    manifest,
    touched,
  }: { readonly origin: string; readonly out: string; readonly manifest: Manifest; readonly touched: readonly TouchedChannel[] },
  { get, pause, now, most }: Waiting,
): Promise<string | null> {
  const end = now() + most
  for (;;) {
    const differs = await difference({ origin, out, manifest, touched }, get)
    if (differs === null || now() >= end) return differs
    await pause(betweenAsks)
  }
}

async function difference({ origin, out, manifest, touched }: Parameters<typeof untilLive>[0], get: typeof fetch): Promise<string | null> {
  const live = await liveDeployment(origin, get)
  if (typeof live === 'string') return live
  if (!isDeepStrictEqual(live.manifest, manifest)) return `${origin} still serves another deployment`
  const rows = new Map(channelRows(manifest).map(({ folder, row }) => [folder, row]))
  for (const { folder } of touched) {
    const url = origin + paths.feed('atom', folder)
    const response = await get(url, { cache: 'no-store', headers: { 'Accept-Encoding': 'gzip' } })
    await response.body?.cancel()
    const etag = `"${rows.get(folder)?.[1]}"`
    if (response.status !== 200 || response.headers.get('ETag')?.replace(/^W\//, '') !== etag) return `${url} isn’t the one that was built`
  }
  for (const format of formats) {
    const path = paths.feed(format, '')
    const response = await get(origin + path, { cache: 'no-store' })
    if ((await response.text()) !== builtText(out, manifest, path)) return `${origin}${path} isn’t the one that was built`
  }
  return null
}

/** The text of one of the site's own feeds, as it was built into a folder. */
function builtText(out: string, manifest: Manifest, path: string): string {
  const key = packKeys.channel('')
  const pack = readFileSync(join(out, 'bodies', packFileName(hash('sha256', key, 'hex'), new PackVersions(manifest).of(key))))
  const { table, offsets } = openPack(pack)
  const index = table.resources.findIndex((resource) => resource.path === path)
  const [start, length] = [offsets[index] as number, table.resources[index]?.gzipLength as number]
  return gunzipSync(pack.subarray(start, start + length)).toString()
}
