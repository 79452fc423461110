import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { typefacePackages } from '../pictures/typefaces.ts'
import type { PicturesThere } from '../site/pictures.ts'
import { paths, pictureAt } from '../site/urls.ts'
import { readOrNull } from './read-or-null.ts'
import { asSoleWriter } from './sole-writer.ts'

/** Where pictures lie in the folder of a site, so that a picture's path is the path of a file among the worker's assets. */
const subfolder = join('bodies', 'pictures')

/** What is kept of the pictures that the last run of the command needed, and the last run before with others. */
const fileName = 'pictures.json'

/** The pictures that lie in the folder of a site. */
export function picturesIn(out: string): PicturesThere {
  return { program: pictureProgram(), names: new Set(namesIn(out)) }
}

/** The names of the pictures in the folder of a site. */
function namesIn(out: string): readonly string[] {
  try {
    return readdirSync(join(out, subfolder)).flatMap((file) => pictureAt(`/pictures/${file}`) ?? [])
  } catch {
    return []
  }
}

let found: string | null = null

/** What draws pictures: the library and the typefaces, as their versions are pinned, and the project's own files. */
function pictureProgram(): string {
  if (found !== null) return found
  const { devDependencies } = JSON.parse(read('../../package.json')) as { readonly devDependencies: Readonly<Record<string, string>> }
  const versions = ['@takumi-rs/core', ...typefacePackages].map((name) => [name, devDependencies[name]])
  const sources = readdirSync(new URL('../pictures/', import.meta.url)).toSorted((a, b) => (a < b ? -1 : 1))
  const files = ['../site/icon.svg', ...sources.map((file) => `../pictures/${file}`)].map((file) => [file, read(file)])
  found = createHash('sha256')
    .update(JSON.stringify([versions, files]))
    .digest('hex')
  return found
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}

/** Whether a picture lies in the folder of a site, and is no cut copy of itself: a PNG ends with this chunk (PNG §11.2.5). */
export function hasPicture(out: string, name: string): boolean {
  return readOrNull(fileOf(out, name))?.subarray(-8).equals(endOfPng) ?? false
}

const endOfPng: Buffer = Buffer.from('49454e44ae426082', 'hex')

/** Writes pictures into the folder of a site, each as a whole. Throws as `asSoleWriter` does. */
export function writePictures(out: string, pictures: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(join(out, subfolder), { recursive: true })
  asSoleWriter(out, 'build', (replace) => {
    for (const [name, png] of pictures) replace(join(subfolder, `${name}.png`), png)
  })
}

/**
 * Removes the pictures that neither this content needs nor the content before did: pages of the site that is being replaced
 * name its pictures until it is, and so do links in chats a while longer.
 *
 * @param needed the names of the pictures that pages may name from now on
 */
export function sweepPictures(out: string, needed: readonly string[]): void {
  asSoleWriter(out, 'build', (replace) => {
    const [last, before] = generationsIn(out)
    const now = needed.toSorted()
    const generations = JSON.stringify(now) === JSON.stringify(last) ? [last, before] : [now, last]
    replace(fileName, JSON.stringify(generations))
    const spared = new Set(generations.flat())
    for (const name of namesIn(out)) if (!spared.has(name)) rmSync(fileOf(out, name))
  })
}

function generationsIn(out: string): readonly [last: readonly string[], before: readonly string[]] {
  try {
    return JSON.parse(readFileSync(join(out, fileName), 'utf8')) as [string[], string[]]
  } catch {
    return [[], []]
  }
}

function fileOf(out: string, name: string): string {
  return join(out, 'bodies', paths.picture(name))
}
