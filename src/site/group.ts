import { digestOf } from '../catalog/digest.ts'
import { digestOfAll } from './inputs.ts'
import { type Elsewhere, nowhereElse } from './pack.ts'
import type { PackKey } from './pack-keys.ts'
import type { Frame, FramedCatalog } from './pages/frame.ts'
import type { ChosenPictures } from './pictures.ts'
import type { Written } from './written.ts'

/** One body to be served, whole. */
export interface Document {
  readonly path: string
  readonly mediaType: string
  /** Text is in UTF-8. */
  readonly body: Uint8Array
  /** When what it says last changed; null where nothing tells. */
  readonly modified: Date | null
}

/** Documents that are stored together in a pack, and may have to be made yet. */
export interface Group {
  readonly key: PackKey
  /** A digest of all that the pack is made from, but for the program: where it is the same, so is the pack. */
  readonly inputs: string
  readonly elsewhere: Elsewhere
  /** The channel whose polled feeds these are, by its folder; their bodies have one hash together. Null of any other group. */
  readonly polled: string | null
  readonly make: () => readonly Document[]
}

/**
 * Makes groups of one site. `inputs` is all that `make` uses besides the frame of every page, in a form that JSON writes whole (no maps, no
 * sets), each entry by its digest.
 */
export type GroupMaker = (key: PackKey, inputs: unknown, make: () => readonly Document[], polled?: string) => Group

/** What groups are made with. */
export interface Making {
  readonly catalog: FramedCatalog
  readonly pictures: ChosenPictures
  readonly group: GroupMaker
  readonly written: Written
}

/**
 * What makes the groups of a site.
 *
 * @param elsewhere where paths lead, by the pack that tells of it
 */
export function groupMaker({ site, picture }: Frame, elsewhere: ReadonlyMap<PackKey, Elsewhere>): GroupMaker {
  const ofSite = digestOfAll([site, picture])
  return (key, inputs, make, polled) => {
    const leads = elsewhere.get(key) ?? nowhereElse
    return { key, inputs: digestOf([ofSite, leads, inputs]), elsewhere: leads, polled: polled ?? null, make }
  }
}

const htmlType = 'text/html; charset=utf-8'

/** A page. It has no date, since pages lead to one another and change when others do: its entity tag tells. */
export function page(path: string, html: string): Document {
  return { path, mediaType: htmlType, body: Buffer.from(html), modified: null }
}

/** A document of another media type, without a date. */
export function text(path: string, mediaType: string, body: string): Document {
  return { path, mediaType, body: Buffer.from(body), modified: null }
}
