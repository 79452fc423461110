import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, inject } from 'vitest'
import type { Manifest } from '../../src/site/manifest.ts'
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

/** A built site: every file and folder by name, and every body by path. */
export interface BuiltSite {
  readonly files: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly manifest: Manifest
}

export function readSite(out: string): BuiltSite {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' })
    // What a build keeps for the next one is no part of the site.
    .filter((name) => name !== 'bodies' && name !== 'last-build.json')
    .toSorted()
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
  const bodies = new Map<string, string>()
  for (const [pack, resources] of Object.entries(manifest.packs)) {
    const bytes = readFileSync(join(out, 'bodies', pack))
    let offset = 0
    for (const { path, gzipLength } of resources) {
      // RFC 1952 §2.3.1: packed on no system in particular.
      expect(bytes[offset + 9]).toBe(255)
      bodies.set(path, gunzipSync(bytes.subarray(offset, offset + gzipLength)).toString())
      offset += gzipLength
    }
  }
  const fileOf = (name: string): string => (statSync(join(out, name)).isFile() ? readFileSync(join(out, name), 'base64') : 'a folder')
  return { files: new Map(names.map((name) => [name, fileOf(name)])), bodies, manifest }
}

/** Builds a folder of content, in which nothing may be wrong, into a new one. */
export async function built(from: string, ...args: readonly string[]): Promise<BuiltSite> {
  const out = newFolder()
  expect(await called(['build', '--content', from, '--out', out, ...args])).toMatchObject({ status: 0, stderr: '' })
  return readSite(out)
}
