import type { Node } from '@takumi-rs/core'

export type { Node } from '@takumi-rs/core'

/** In pixels: what link previews show whole (developers.facebook.com, “Images in Link Shares”). */
export const width = 1200
export const height = 630

/** In pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Turns trees of boxes and text into PNG pictures. */
export interface Renderer {
  /** Adds a font (WOFF2) under a name. Its characters are drawn wherever a style names it. */
  addFont(name: string, bytes: Uint8Array): Promise<void>
  render(tree: Node): Promise<Uint8Array>
  /** How wide and high something comes to be that has so much room for its width. */
  sizeOf(tree: Node, room: number): Promise<Size>
}

/** A box around a tree, which makes itself no wider than its content, nor than the box. */
function boxOf(tree: Node, room: number): Node {
  return {
    type: 'container',
    style: { display: 'flex', width: room, alignItems: 'flex-start', justifyContent: 'flex-start' },
    children: [tree],
  }
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
    async sizeOf(tree, room) {
      const [measured] = (await renderer.measure(boxOf(tree, room))).children
      if (measured === undefined) throw new Error('a box whose content wasn’t measured')
      return { width: measured.width, height: measured.height }
    },
  }
}
