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
export async function untilLive(built: Built, { get, pause, now, most }: Waiting): Promise<string | null> {
  const end = now() + most
  // What was found to be as it was built isn't asked for again.
  const done = new Set<string>()
  for (;;) {
    const differs = await difference(built, done, { get, left: () => end - now() })
    if (differs === null || now() >= end) return differs
    await pause(betweenAsks)
  }
}

/** A site that was built into a folder, and the channels that have changed. */
export interface Built {
  readonly origin: string
  readonly out: string
  readonly manifest: Manifest
  readonly touched: readonly TouchedChannel[]
}

/** How many feeds are asked for at once. */
const together = 6

/** In milliseconds: how long one answer may take, however little time is left. */
const [patience, leastPatience] = [15_000, 5_000]

async function difference(
  { origin, out, manifest, touched }: Built,
  done: Set<string>,
  { get, left }: { readonly get: typeof fetch; readonly left: () => number },
): Promise<string | null> {
  const live = await liveDeployment(origin, get, Math.max(leastPatience, left()))
  if (live.kind !== 'deployment') return live.why
  if (!isDeepStrictEqual(live.deployment.manifest, manifest)) return `${origin} still serves another deployment`
  const rows = new Map(channelRows(manifest).map(({ folder, row }) => [folder, row]))
  const ofChannels = touched.map(({ folder }) => ({
    url: origin + paths.feed('atom', folder),
    isBuilt: (response: Response) => response.headers.get('ETag')?.replace(/^W\//, '') === `"${rows.get(folder)?.[1]}"`,
  }))
  const ofSite = formats.map((format) => ({
    url: origin + paths.feed(format, ''),
    isBuilt: (_: Response, text: string) => text === builtText(out, manifest, paths.feed(format, '')),
  }))
  const asked = [
    ...ofSite.map((feed) => ({ ...feed, name: `${feed.url} whole` })),
    ...ofChannels.map((feed) => ({ ...feed, name: feed.url })),
  ].filter(({ name }) => !done.has(name))
  for (let from = 0; from < asked.length; from += together) {
    const answers = await Promise.all(
      asked.slice(from, from + together).map(async ({ name, url, isBuilt }) => {
        const signal = AbortSignal.timeout(Math.max(leastPatience, Math.min(patience, left())))
        const isLive = await get(url, { cache: 'no-store', headers: { 'Accept-Encoding': 'gzip' }, signal })
          .then(async (response) => response.status === 200 && isBuilt(response, await response.text()))
          .catch(() => false)
        if (isLive) done.add(name)
        return isLive ? null : `${url} isn’t the one that was built`
      }),
    )
    const differs = answers.find((answer) => answer !== null)
    if (differs !== undefined) return differs
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
