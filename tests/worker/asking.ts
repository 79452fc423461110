import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import { formats } from '../../src/feed/formats.ts'
import type { Resource } from '../../src/site/pack.ts'
import { channelRows } from '../../src/site/pack-keys.ts'
import { paths } from '../../src/site/urls.ts'
import { createApp, type Env } from '../../src/worker/app.ts'
import { assetsOf, type Content, contentOf, digestOf, type PackedSite, packed } from './made-site.ts'

export const origin = 'https://notes.example'
/** What the built site was packed from. */
export const content: Content = await contentOf(manifest, env.ASSETS)
export const resources: readonly Resource[] = content.documents.map(({ resource }) => resource)
export const korean: string = paths.tag('정렬')

/** An app, and what it runs on. */
export interface Site {
  readonly app: ReturnType<typeof createApp>
  readonly env: Env
}

/** The site that is built for these tests, served by an app that has answered nothing yet. */
export function builtSite(): Site {
  return { app: createApp(manifest), env }
}

/** A site, served by an app that has answered nothing yet. */
function served(site: PackedSite): Site {
  return { app: createApp(site.manifest), env: { ASSETS: assetsOf(site) } }
}

/** The site that is built for these tests with changes, served by an app that has answered nothing yet. */
export async function servedWith(changes: Partial<Content>): Promise<Site> {
  return served(await packed({ ...content, ...changes }))
}

const built = builtSite()

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the edge says of the request besides. */
  readonly cf?: Readonly<Record<string, string>>
}

/** Asks the app as the runtime does, so that what it answers is seen before anything is packed or unpacked. */
export async function ask(path: string, { method = 'GET', headers = {}, cf = {} }: Asking = {}, site: Site = built): Promise<Response> {
  const url = path.startsWith('https:') ? path : origin + path
  return await site.app.fetch(new Request(url, { method, headers, cf } as RequestInit), site.env)
}

/** The document at a path of the site that the tests run over. */
export function resourceAt(path: string): Resource {
  const found = resources.find((resource) => resource.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return found
}

/** Digests of the plain bodies, by path. */
export const plainDigests: ReadonlyMap<string, string> = new Map(
  await Promise.all(content.documents.map(async ({ resource, body }) => [resource.path, await digestOf(await unzipped(body))] as const)),
)

export async function unzipped(body: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}

const negotiated: ReadonlySet<string> = new Set(
  channelRows(manifest).flatMap(({ folder }) => formats.flatMap((format) => [paths.feed(format, folder), paths.feedView(format, folder)])),
)

/** Where a browser is shown another thing than a reader is, what tells them apart is named (RFC 9110 §12.5.5). */
export function varyOf(path: string): string {
  return negotiated.has(path) ? 'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode' : 'Accept-Encoding'
}

/** The documents with the same bodies at the paths of assets: from path to path. */
export function withAssets(renamed: Readonly<Record<string, string>>): Content['documents'] {
  return content.documents.map(({ resource, body }) => {
    const path = renamed[resource.path]
    if (path === undefined) return { resource, body }
    return { resource: { ...resource, path, mediaType: `${path.endsWith('.js') ? 'text/javascript' : 'text/css'}; charset=utf-8` }, body }
  })
}
