import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Document } from '../site/documents.ts'
import type { Manifest, Resource } from '../site/manifest.ts'
import type { Replace } from './sole-writer.ts'

/** A file of gzipped bodies, as a manifest tells of it. */
export interface Pack {
  readonly name: string
  readonly resources: readonly Pick<Resource, 'path' | 'hash' | 'gzipLength'>[]
  readonly gzipLengths: readonly number[]
}

/**
 * The name of a pack: a digest of its bytes and of all that it takes to find bodies in them. So a name tells whether a file
 * is what the manifest says, and documents with equal bodies at two paths are two packs.
 */
function packName(resources: Pack['resources'], bytes: Uint8Array): string {
  const where = resources.map(({ path, hash, gzipLength }) => `${path} ${hash} ${gzipLength}\n`).join('')
  return createHash('sha256').update(where).update(bytes).digest('hex').slice(0, 32)
}

/** Whether the manifest names these documents for a pack, unchanged. */
export function holds({ resources }: Pack, group: readonly Document[], hashes: readonly string[]): boolean {
  return (
    resources.length === group.length && resources.every(({ path, hash }, index) => path === group[index]?.path && hash === hashes[index])
  )
}

/**
 * Whether the file of a pack is there as it was written. It is read whole, since neither its size nor its date tells
 * whether a copy or a disk has altered it: of 45,000 documents in 2,400 packs, 95 MB, that takes 0.15 seconds.
 */
export function isWhole(folder: string, { name, resources }: Pack): boolean {
  try {
    return packName(resources, readFileSync(join(folder, 'bodies', name))) === name
  } catch {
    return false
  }
}

/** Level 4 takes half the time of zlib's default and makes bodies a twentieth longer. Most of a first build is packing. */
const gzipLevel = 4

/** Writes documents, each gzipped by itself, into one file. Lengths are in bytes. */
export function writePack(group: readonly Document[], hashes: readonly string[], replace: Replace): Pick<Pack, 'name' | 'gzipLengths'> {
  const members = group.map(({ body }) => {
    const gzipped = gzipSync(body, { level: gzipLevel })
    // The tenth byte says which system packed it (RFC 1952 §2.3.1): 255, unknown, is the same on all of them.
    gzipped[9] = 255
    return gzipped
  })
  const gzipLengths = members.map(({ length }) => length)
  const bytes = Buffer.concat(members)
  const resources = group.map(({ path }, index) => ({ path, hash: hashes[index] as string, gzipLength: gzipLengths[index] as number }))
  const name = packName(resources, bytes)
  replace(join('bodies', name), bytes)
  return { name, gzipLengths }
}

/** The names of the files in a folder of a site that are packs. */
export function packFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, 'bodies')).filter((name) => /^[0-9a-f]{32}$/.test(name))
}

/** Removes packs, but for some. */
export function sweep(folder: string, isSpared: (name: string) => boolean): void {
  for (const name of packFiles(folder)) if (!isSpared(name)) rmSync(join(folder, 'bodies', name))
}

/** The packs that the manifest in the folder of a site names; none where there is no such file, or it is no manifest. */
export function packsOf(folder: string): readonly Pack[] {
  const isResources = (value: unknown): value is Pack['resources'] =>
    Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)
  try {
    const { packs = {} } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Partial<Manifest>
    return Object.entries(packs).flatMap(([name, resources]) =>
      isResources(resources) ? [{ name, resources, gzipLengths: resources.map(({ gzipLength }) => gzipLength) }] : [],
    )
  } catch {
    return []
  }
}
