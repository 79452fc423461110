import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Document } from '../site/documents.ts'
import type { Manifest, Resource } from '../site/manifest.ts'

/** What a build wrote. */
export interface Written {
  readonly documents: number
  /** How many bodies weren't there before. */
  readonly newBodies: number
}

const bodyName = /^[0-9a-f]{32}$/

/**
 * Writes a site: its bodies, named by their hash and gzipped, then the manifest, then sweeps out bodies that nothing
 * names any more. Only new bodies are written, and each file appears by a rename: a crash at any point leaves the site
 * that was there. `keepLast` spares the bodies of the manifest before, which a running preview may still ask for.
 */
export function writeSite(folder: string, documents: Iterable<Document>, about: Omit<Manifest, 'resources'>, keepLast: boolean): Written {
  const bodies = join(folder, 'bodies')
  mkdirSync(bodies, { recursive: true })
  const before = new Set(readdirSync(bodies))
  const kept = keepLast ? hashesOf(join(folder, 'manifest.json')) : []
  const resources: Record<string, Resource> = {}
  const used = new Set<string>(kept)
  let newBodies = 0
  for (const { path, mediaType, body, modified } of documents) {
    const bytes = Buffer.from(body)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    const isThere = before.has(hash) || used.has(hash)
    const gzipLength = isThere ? statSync(join(bodies, hash)).size : writeBody(folder, hash, bytes)
    if (!isThere) newBodies += 1
    used.add(hash)
    resources[path] = { mediaType, hash, length: bytes.length, gzipLength, modified: modified === null ? null : modified.getTime() / 1000 }
  }
  replaceFile(folder, 'manifest.json', JSON.stringify({ ...about, resources } satisfies Manifest))
  for (const name of before) if (bodyName.test(name) && !used.has(name)) rmSync(join(bodies, name))
  return { documents: Object.keys(resources).length, newBodies }
}

/** Takes half the time of zlib's default for bodies that are a twentieth longer: most of a first build is packing. */
const gzipLevel = 4

function writeBody(folder: string, hash: string, bytes: Buffer): number {
  const gzipped = gzipSync(bytes, { level: gzipLevel })
  // The tenth byte says which system packed it (RFC 1952 §2.3.1): 255, unknown, is the same on all of them.
  gzipped[9] = 255
  replaceFile(folder, join('bodies', hash), gzipped)
  return gzipped.length
}

function replaceFile(folder: string, name: string, content: string | Buffer): void {
  const unfinished = join(folder, 'unfinished')
  writeFileSync(unfinished, content)
  renameSync(unfinished, join(folder, name))
}

/** The bodies that the manifest in a file names; none if there is no such file. */
function hashesOf(file: string): readonly string[] {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    return Object.values(manifest.resources).map(({ hash }) => hash)
  } catch {
    return []
  }
}
