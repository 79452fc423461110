import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeployedEntries } from '../../site/deployed-entries.ts'
import type { Manifest } from '../../site/manifest.ts'
import { channelRows, keysOf, packFileName } from '../../site/pack-keys.ts'
import { PackVersions } from '../../site/pack-versions.ts'
import { paths } from '../../site/urls.ts'

/** What is deployed, or is to be: all that a worker knows of its site, and the entries. */
export interface Deployment {
  readonly manifest: Manifest
  readonly entries: DeployedEntries
}

/** In milliseconds: whoever serves a site answers within it. */
const patience = 15_000

/** What an origin serves: a deployment; nothing that is one, and why; or, where it fails for now, that nobody can tell. */
export type Live =
  | { readonly kind: 'deployment'; readonly deployment: Deployment }
  /** `isAnswered` is false where nobody is there at all. */
  | { readonly kind: 'none'; readonly why: string; readonly isAnswered: boolean }
  | { readonly kind: 'unknown'; readonly why: string }

/** What an origin serves now, asked by at most so many milliseconds. Never rejects. */
export async function liveDeployment(origin: string, get: typeof fetch, most: number = patience): Promise<Live> {
  const [manifest, entries] = await Promise.all([
    answerAt(origin + paths.deployment, get, most),
    answerAt(origin + paths.deployedEntries, get, most),
  ])
  const failed = [manifest, entries].find((answer) => 'kind' in answer)
  if (failed !== undefined) return failed as Extract<Live, { kind: 'none' | 'unknown' }>
  const deployment = deploymentOf((manifest as Answered).value, (entries as Answered).value)
  return deployment === null
    ? { kind: 'none', why: `what stands at ${origin}${paths.deployment} is no deployment’s`, isAnswered: true }
    : { kind: 'deployment', deployment }
}

interface Answered {
  readonly value: unknown
}

async function answerAt(url: string, get: typeof fetch, most: number): Promise<Answered | Exclude<Live, { kind: 'deployment' }>> {
  try {
    const response = await get(url, { cache: 'no-store', signal: AbortSignal.timeout(Math.max(1, Math.min(patience, most))) })
    const text = await response.text()
    if (response.status >= 500 || response.status === 429) return { kind: 'unknown', why: `${url} is answered ${response.status}` }
    if (!response.ok) return { kind: 'none', why: `${url} is answered ${response.status}`, isAnswered: true }
    return { value: parsed(text) }
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { readonly code?: string }
    const isNobody = code === 'ENOTFOUND' || code === 'ECONNREFUSED'
    return isNobody
      ? { kind: 'none', why: `nobody answers at ${new URL(url).origin}`, isAnswered: false }
      : { kind: 'unknown', why: `${new URL(url).origin} doesn’t answer${code === undefined ? '' : ` (${code})`}` }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A deployment, if what was read is one in the form that this Paperwire knows; null of anything else. */
function deploymentOf(manifest: unknown, entries: unknown): Deployment | null {
  const isListed =
    Array.isArray(entries) &&
    entries.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string'))
  if (!isListed) return null
  try {
    const deployment = { manifest: manifest as Manifest, entries: entries as DeployedEntries }
    packNames(deployment.manifest)
    return channelRows(deployment.manifest).every(({ row }) => typeof row[1] === 'string') ? deployment : null
  } catch {
    // It lacks what one has.
    return null
  }
}

const fileName = 'deployed.json'

/** What was deployed last from a folder; null where nothing was, or the folder was removed since. */
export function lastDeployment(out: string): Deployment | null {
  try {
    const { manifest, entries } = JSON.parse(readFileSync(join(out, fileName), 'utf8')) as Partial<Deployment>
    return deploymentOf(manifest, entries)
  } catch {
    return null
  }
}

/** Keeps what was deployed from a folder. */
export function keepDeployment(out: string, deployment: Deployment): void {
  mkdirSync(out, { recursive: true })
  const unfinished = join(out, `${fileName}.${process.pid}`)
  writeFileSync(unfinished, JSON.stringify(deployment))
  renameSync(unfinished, join(out, fileName))
}

const untoldFile = 'untold.json'

/** The folders of channels that have changed without the hub being told yet, as where the site was not live in time. */
export function untoldChannels(out: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(join(out, untoldFile), 'utf8')) as readonly string[]
  } catch {
    return []
  }
}

/** Keeps them; an empty list is that all were told. */
export function keepUntold(out: string, folders: readonly string[]): void {
  if (folders.length === 0) rmSync(join(out, untoldFile), { force: true })
  else writeFileSync(join(out, untoldFile), JSON.stringify(folders))
}

/** The names of the files with the packs of a site. */
export function packNames(manifest: Manifest): ReadonlySet<string> {
  const versions = new PackVersions(manifest)
  return new Set(keysOf(manifest).map((key) => packFileName(hash('sha256', key, 'hex'), versions.of(key))))
}

/** The manifest of a site that was built into a folder. */
export function builtManifest(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
}
