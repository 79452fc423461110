import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Document } from '../site/documents.ts'
import type { Manifest, Resource } from '../site/manifest.ts'

/** What a build wrote. */
export interface Written {
  readonly documents: number
  /** How many of the documents weren't in the folder before. */
  readonly newDocuments: number
}

const packName = /^[0-9a-f]{32}$/

/**
 * Writes a site: the gzipped bodies in packs named by what they hold, then the manifest, then sweeps out the packs that
 * the manifest doesn't name. Only new packs are written, and each file appears by a rename: a crash at any point leaves
 * the site that was there. `keepLast` spares the packs that the manifest before names, since a running preview may
 * still ask for them.
 *
 * @param groups documents that are stored together
 */
export function writeSite(
  folder: string,
  groups: Iterable<readonly Document[]>,
  about: Omit<Manifest, 'packs'>,
  keepLast: boolean,
): Written {
  const bodies = join(folder, 'bodies')
  mkdirSync(bodies, { recursive: true })
  const before = new Set(readdirSync(bodies).filter((name) => packName.test(name)))
  const last = packsOf(join(folder, 'manifest.json'))
  const packs: Record<string, readonly Resource[]> = {}
  let [documents, newDocuments] = [0, 0]
  for (const group of groups) {
    const hashes = group.map(({ body }) => digest(body))
    // The name depends on the paths too, so that documents with equal bodies at two paths are two packs.
    const name = digest(group.map(({ path }, index) => `${path} ${hashes[index]}\n`).join(''))
    const there = before.has(name) ? last[name] : undefined
    const gzipLengths =
      there?.map(({ gzipLength }) => gzipLength) ??
      writePack(
        folder,
        name,
        group.map(({ body }) => body),
      )
    packs[name] = group.map(({ path, mediaType, modified, body }, index) => ({
      path,
      mediaType,
      hash: hashes[index] as string,
      length: body.length,
      gzipLength: gzipLengths[index] as number,
      modified: modified === null ? null : modified.getTime() / 1000,
    }))
    documents += group.length
    newDocuments += there === undefined ? group.length : 0
  }
  replaceFile(folder, 'manifest.json', JSON.stringify({ ...about, packs } satisfies Manifest))
  for (const name of before) {
    if (packs[name] === undefined && !(keepLast && last[name] !== undefined)) rmSync(join(bodies, name))
  }
  return { documents, newDocuments }
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32)
}

/** Level 4 takes half the time of zlib's default and makes bodies a twentieth longer. Most of a first build is packing. */
const gzipLevel = 4

/** Writes bodies, each gzipped by itself, into one file; returns the gzipped length of each, in bytes. */
function writePack(folder: string, name: string, bodies: readonly Uint8Array[]): readonly number[] {
  const members = bodies.map((body) => {
    const gzipped = gzipSync(body, { level: gzipLevel })
    // The tenth byte says which system packed it (RFC 1952 §2.3.1): 255, unknown, is the same on all of them.
    gzipped[9] = 255
    return gzipped
  })
  replaceFile(folder, join('bodies', name), Buffer.concat(members))
  return members.map(({ length }) => length)
}

function replaceFile(folder: string, name: string, content: string | Buffer): void {
  const unfinished = join(folder, 'unfinished')
  writeFileSync(unfinished, content)
  renameSync(unfinished, join(folder, name))
}

/** The packs that the manifest in a file names; no packs where there is no such file, or it is no manifest. */
function packsOf(file: string): Manifest['packs'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>).packs ?? {}
  } catch {
    return {}
  }
}
