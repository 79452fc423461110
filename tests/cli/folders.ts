import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, inject } from 'vitest'
import type { Manifest } from '../../src/site/manifest.ts'
import { type Elsewhere, openPack, type Resource } from '../../src/site/pack.ts'
import { keysOf, packFileName } from '../../src/site/pack-keys.ts'
import { called } from './called.ts'

/** A new, empty folder, removed once all tests have run. */
export function newFolder(): string {
  return mkdtempSync(join(inject('folderOfRun'), 'folder-'))
}

/** A new folder of content: a site without more than its title, unless `site.md` is among the files. */
export function content(files: Readonly<Record<string, string>>): string {
  const made = newFolder()
  const site = '---\ntitle: 노트\nurl: https://notes.example\n---\n소개.\n'
  for (const [name, text] of Object.entries({ 'site.md': site, ...files })) {
    mkdirSync(join(made, name, '..'), { recursive: true })
    writeFileSync(join(made, name), text)
  }
  return made
}

/** A built site: every file and folder by name, every body and its table's row by path, and where the other paths lead. */
export interface BuiltSite extends Elsewhere {
  readonly files: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly resources: ReadonlyMap<string, Resource>
  readonly manifest: Manifest
  /** The names of the packs' files, in the order of the manifest's versions. */
  readonly packs: readonly string[]
}

/** What a build keeps for the next one is no part of the site. */
const kept: ReadonlySet<string> = new Set(['bodies', 'last-build.json', 'packs.json', 'kept-notes', 'kept-papers'])

export function readSite(out: string): BuiltSite {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((name) => !kept.has(name))
    .toSorted()
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
  const packs = packFilesOf(manifest)
  const bodies = new Map<string, string>()
  const resources = new Map<string, Resource>()
  const elsewhere = { moved: {}, upcoming: {}, gone: [] as string[] }
  for (const pack of packs) {
    const bytes = readFileSync(join(out, 'bodies', pack))
    const { table, offsets } = openPack(bytes)
    Object.assign(elsewhere.moved, table.moved)
    Object.assign(elsewhere.upcoming, table.upcoming)
    elsewhere.gone.push(...table.gone)
    for (const [index, resource] of table.resources.entries()) {
      const offset = offsets[index] as number
      // RFC 1952 §2.3.1: packed on no system in particular.
      expect(bytes[offset + 9]).toBe(255)
      bodies.set(resource.path, gunzipSync(bytes.subarray(offset, offset + resource.gzipLength)).toString())
      resources.set(resource.path, resource)
    }
  }
  const fileOf = (name: string): string => (statSync(join(out, name)).isFile() ? readFileSync(join(out, name), 'base64') : 'a folder')
  return { files: new Map(names.map((name) => [name, fileOf(name)])), bodies, resources, manifest, packs, ...elsewhere }
}

/** The names of the files of the packs that a manifest names. */
function packFilesOf(manifest: Manifest): readonly string[] {
  const versions = Buffer.from(manifest.versions, 'base64').toString('hex')
  return Array.from(keysOf(manifest), (key, index) => packFileName(hash('sha256', key, 'hex'), versions.slice(index * 4, index * 4 + 4)))
}

/** Builds a folder of content, in which nothing may be wrong, into a new one. */
export async function built(from: string, ...args: readonly string[]): Promise<BuiltSite> {
  const out = newFolder()
  expect(await called(['build', '--content', from, '--out', out, ...args])).toMatchObject({ status: 0, stderr: '' })
  return readSite(out)
}
