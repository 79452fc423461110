import { mkdirSync } from 'node:fs'
import type { Catalog } from '../catalog/catalog.ts'
import type { Picture } from '../site/picture.ts'
import { picturesOf } from '../site/pictures.ts'
import { hasPicture, picturesIn, sweepPictures, writePictures } from './picture-files.ts'
import { UserError } from './refusals.ts'

/** How many pictures are drawn before they are written: as much work as a process that is ended loses. */
const drawnTogether = 16

/**
 * Draws the pictures of a site that aren't there yet into its folder, sweeps out those that no page can name any more, and
 * returns what to say of it in one line. Rejects with a {@link UserError} where pictures can't be drawn on this machine,
 * and as `asSoleWriter` throws.
 */
export async function drawPictures(catalog: Catalog, out: string): Promise<string> {
  mkdirSync(out, { recursive: true })
  const { program } = picturesIn(out)
  const needed = picturesOf(catalog, program)
  const missing = [...needed].filter(([name]) => !hasPicture(out, name))
  const drawn = missing.length === 0 ? 0 : await drawInto(out, missing)
  sweepPictures(out, [...needed.keys()])
  const undrawn = missing.length - drawn
  const titles = undrawn === 1 ? '1 title' : `${undrawn} titles`
  const without = undrawn === 0 ? '' : `; ${titles} in a script that can’t be drawn: such a page shows another`
  return `${out}: ${needed.size - undrawn} pictures for link previews, ${drawn} of them new${without}`
}

/** Draws pictures and writes them; returns how many could be drawn. */
async function drawInto(out: string, missing: readonly (readonly [name: string, picture: Picture])[]): Promise<number> {
  const draw = await loaded()
  let count = 0
  for (let from = 0; from < missing.length; from += drawnTogether) {
    const some = missing.slice(from, from + drawnTogether)
    const drawn = await Promise.all(some.map(async ([name, picture]) => [name, await draw(picture)] as const))
    const pngs = new Map(drawn.flatMap(([name, png]) => (png === null ? [] : [[name, png] as const])))
    writePictures(out, pngs)
    count += pngs.size
  }
  return count
}

async function loaded(): Promise<(picture: Picture) => Promise<Uint8Array | null>> {
  const { newDraw } = await import('../pictures/draw.ts')
  try {
    return await newDraw()
  } catch (error) {
    const { message } = error as Error
    throw new UserError(`no pictures can be drawn on this machine (npm ci, or go without: pages show the icon): ${message.split('\n')[0]}`)
  }
}
