import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeployedEntries } from '../../site/deployed-entries.ts'
import type { Manifest } from '../../site/manifest.ts'
import { keysOf, packFileName } from '../../site/pack-keys.ts'
import { PackVersions } from '../../site/pack-versions.ts'
import { paths } from '../../site/urls.ts'

/** What is deployed, or is to be: all that a worker knows of its site, and the entries. */
export interface Deployment {
  readonly manifest: Manifest
  readonly entries: DeployedEntries
}

/** In milliseconds: whoever serves a site answers within it. */
const patience = 15_000

/**
 * What an origin serves now; or why that can't be told: nothing answers there, or what answers is no Paperwire that says so.
 */
export async function liveDeployment(origin: string, get: typeof fetch): Promise<Deployment | string> {
  try {
    const [manifest, entries] = await Promise.all([jsonAt(origin + paths.deployment, get), jsonAt(origin + paths.deployedEntries, get)])
    return isManifest(manifest) && Array.isArray(entries)
      ? { manifest, entries: entries as DeployedEntries }
      : `${origin}${paths.deployment} is no deployment’s`
  } catch (error) {
    return error instanceof Unanswered ? error.message : `${origin} doesn’t answer`
  }
}

class Unanswered extends Error {}

async function jsonAt(url: string, get: typeof fetch): Promise<unknown> {
  const response = await get(url, { cache: 'no-store', signal: AbortSignal.timeout(patience) })
  if (!response.ok) throw new Unanswered(`${url} is answered ${response.status}`)
  return response.json()
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'channels' in value && 'versions' in value
}

const fileName = 'deployed.json'

/** What was deployed last from a folder; null where nothing was, or the folder was removed since. */
export function lastDeployment(out: string): Deployment | null {
  try {
    return JSON.parse(readFileSync(join(out, fileName), 'utf8')) as Deployment
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
