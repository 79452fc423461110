import type { Picture } from '../site/picture.ts'
import { Fonts } from './fonts.ts'
import { newRenderer } from './renderer.ts'
import { sheetOf } from './sheet.ts'
import { typefacesFor } from './typefaces.ts'

/** Draws a picture as a PNG; null where too little of its title is in a script that the typefaces have. */
export type Draw = (picture: Picture) => Promise<Uint8Array | null>

/** What draws pictures. What it has opened for one picture it has at hand for the next. Rejects as `newRenderer` does. */
export async function newDraw(): Promise<Draw> {
  const renderer = await newRenderer()
  let added: Promise<unknown> = Promise.resolve()
  const fonts = new Fonts((name, bytes) => {
    added = Promise.all([added, renderer.addFont(name, bytes)])
  })
  return async (picture) => {
    const around = picture.siteTitle.language
    const sheet = await sheetOf(picture, {
      write: ({ text, language }, style) => fonts.drawable(text, typefacesFor(style, language, around)),
      async sizeOf(node, room) {
        await added
        return await renderer.sizeOf(node, room)
      },
    })
    if (sheet === null) return null
    await added
    return await renderer.render(sheet)
  }
}
