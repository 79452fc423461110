import { hash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type PackKey, packFileName, versionsOf } from '../site/pack-keys.ts'
import { readOrNull } from './read-or-null.ts'
import type { Replace } from './sole-writer.ts'

/** A pack that a build wrote, as the next one has to know it. */
export interface KnownPack {
  /** See `Group`. */
  readonly inputs: string
  /** The name of its file in `bodies/`. */
  readonly name: string
  /** SHA-256 of the file. */
  readonly digest: string
  /** In bytes. */
  readonly size: number
  /** CRC-32 of the file. */
  readonly sum: number
  /** When anything about the file last changed, in milliseconds since the epoch: no program can set that (POSIX, `st_ctim`). */
  readonly changed: number
  readonly documents: number
  /** The longest of them, not gzipped, in bytes; no path of none. */
  readonly longest: { readonly path: string; readonly length: number }
  /** The hash of the feeds in it that are polled; null where it has none. */
  readonly polledHash: string | null
}

/** The packs of a folder by their keys. */
export type KnownPacks = Readonly<Record<PackKey, KnownPack>>

const fileName = 'packs.json'

interface Written {
  readonly program: string
  readonly packs: KnownPacks
}

/** What was kept of the packs in a folder; none where nothing is, or where another program wrote them. */
export function knownPacks(folder: string, program: string): KnownPacks {
  try {
    const { program: writer, packs } = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as Written
    return writer === program ? packs : {}
  } catch {
    return {}
  }
}

/** Keeps what the next build has to know of the packs. */
export function keepPacks(replace: Replace, program: string, packs: KnownPacks): void {
  replace(fileName, JSON.stringify({ program, packs } satisfies Written))
}

/**
 * Whether the file of a pack is there as it was written. One that has changed since, as in a copy of the folder, is read:
 * neither its size nor the date of its content tells whether the copy is whole.
 */
export function isWhole(folder: string, { name, size, sum, changed }: KnownPack): boolean {
  const file = join(folder, 'bodies', name)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || found.size !== size) return false
  if (found.ctimeMs === changed) return true
  const bytes = readOrNull(file)
  return bytes !== null && crc32(bytes) === sum
}

/**
 * Writes a pack into its file, and returns what is to be known of the file. No other pack is replaced, since a manifest may
 * name it: where the digests of two begin alike, the later one has its version in reserve.
 *
 * @param there `before`: the names of the packs in the folder; `last`: what is known of the pack of this key
 */
export function writePack(
  folder: string,
  { key, bytes, digest }: { readonly key: PackKey; readonly bytes: Uint8Array; readonly digest: string },
  there: { readonly before: ReadonlySet<string>; readonly last: KnownPack | undefined },
  replace: Replace,
): Pick<KnownPack, 'name' | 'digest' | 'size' | 'sum' | 'changed'> {
  const { before, last } = there
  const fileOf = (name: string): string => join(folder, 'bodies', name)
  const [first, reserve] = versionsOf(digest).map((version) => packFileName(hash('sha256', key, 'hex'), version)) as [string, string]
  // One that held these bytes, and was spoiled, is replaced.
  const isAnother = before.has(first) && last?.digest !== digest && readOrNull(fileOf(first))?.equals(bytes) === false
  const name = isAnother ? reserve : first
  replace(join('bodies', name), bytes)
  return { name, digest, size: bytes.length, sum: crc32(bytes), changed: statSync(fileOf(name)).ctimeMs }
}

/** The names of the files in a folder of a site that are packs; packs of a former program had longer ones. */
export function packFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, 'bodies')).filter((name) => /^[0-9a-f]{26}(?:[0-9a-f]{6})?$/.test(name))
}

/** Removes packs, but for some. */
export function sweep(folder: string, isSpared: (name: string) => boolean): void {
  for (const name of packFiles(folder)) if (!isSpared(name)) rmSync(join(folder, 'bodies', name))
}
