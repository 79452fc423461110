import type { Node } from '@takumi-rs/core'

export type { Node } from '@takumi-rs/core'

/** In pixels: what link previews show whole (developers.facebook.com, “Images in Link Shares”). */
export const width = 1200
export const height = 630

/** Turns trees of boxes and text into PNG pictures. */
export interface Renderer {
  /** Adds a font (WOFF2) under a name. Its characters are drawn wherever a style names it. */
  addFont(name: string, bytes: Uint8Array): Promise<void>
  render(tree: Node): Promise<Uint8Array>
}

/** Rejects where the library has no program for this machine. */
export async function newRenderer(): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core')
  const renderer = new Renderer()
  return {
    async addFont(name, data) {
      await renderer.registerFont({ name, data })
    },
    render: (tree) => renderer.render(tree, { width, height, format: 'png' }),
  }
}
