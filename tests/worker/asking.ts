import { env } from 'cloudflare:workers'
import manifest from 'paperwire-manifest'
import type { Manifest, Resource } from '../../src/site/manifest.ts'
import { paths } from '../../src/site/urls.ts'
import { createApp, type Env } from '../../src/worker/app.ts'

export const origin = 'https://notes.example'
export const resources: readonly Resource[] = Object.values(manifest.packs).flat()
export const korean: string = paths.tag('정렬')

const app = createApp(manifest)

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the edge says of the request besides. */
  readonly cf?: Readonly<Record<string, string>>
}

/** Asks the app as the runtime does, so that what it answers is seen before anything is packed or unpacked. */
export async function ask(
  path: string,
  { method = 'GET', headers = {}, cf = {} }: Asking = {},
  asked: ReturnType<typeof createApp> = app,
  bindings: Env = env,
): Promise<Response> {
  return await asked.fetch(new Request(path.startsWith('https:') ? path : origin + path, { method, headers, cf } as RequestInit), bindings)
}

/** The document at a path of the site that the tests run over. */
export function resourceAt(path: string): Resource {
  const found = resources.find((resource) => resource.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return found
}

/** In hexadecimal, as long as the hashes of the manifest. */
export async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 32)
}

export async function unzipped(body: ArrayBuffer): Promise<ArrayBuffer> {
  return await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}

/** Where a browser is shown another thing than a reader is, what tells them apart is named (RFC 9110 §12.5.5). */
export function varyOf(path: string): string {
  return !Object.entries(manifest.views).flat().includes(path) ? 'Accept-Encoding' : 'Accept-Encoding, Sec-Fetch-Dest, Sec-Fetch-Mode'
}

/** Packs whose documents at some paths stand, with the same bodies, at the paths of assets: from path to path. */
export function withAssets(packs: Manifest['packs'], renamed: Readonly<Record<string, string>>): Manifest['packs'] {
  const asset = (resource: Resource): Resource => {
    const path = renamed[resource.path]
    if (path === undefined) return resource
    return { ...resource, path, mediaType: `${path.endsWith('.js') ? 'text/javascript' : 'text/css'}; charset=utf-8` }
  }
  return Object.fromEntries(Object.entries(packs).map(([name, inPack]) => [name, inPack.map(asset)]))
}
