import type { Sizes } from '../feed/cuts.ts'
import type { Format } from '../feed/formats.ts'
import type { FrameTemplates } from '../feed/frame-marks.ts'
import type { DigestKind } from './digests.ts'
import type { OperandKind } from './expression.ts'
import type { View } from './views.ts'

/** The kinds of operands whose entries the index lists, in its order. */
export const gatheringKinds: readonly GatheringKind[] = ['tag', 'author', 'venue', 'lang']

export type GatheringKind = Exclude<OperandKind, 'word'>

/** What a worker makes selections with besides the index. */
export interface SelectionParts {
  /** The names of what gathers entries, each kind by slug, in the order of the index. */
  readonly names: Readonly<Record<GatheringKind, readonly (readonly [slug: string, name: string])[]>>
  readonly sizes: Sizes
  readonly siteTitle: string
  /** What a selection is described as, with the mark of a title for its name. */
  readonly description: string
  /** When what every feed carries last changed, in seconds since the epoch; null where that isn't recorded. */
  readonly feedsChanged: number | null
  /** By `frameName`. */
  readonly frames: Readonly<Record<string, FrameTemplates>>
  /** The page of a selection, with marks. */
  readonly page: string
  readonly origin: string
  readonly authority: string
  /** A digest of one item as it is written in each format, in views and in digests too: another where items are written otherwise than before. */
  readonly written: Readonly<Record<Format, string>>
  /** What a feed of digests is called. */
  readonly digestNames: Readonly<Record<DigestKind, string>>
  /** What a feed is called that doesn't show everything. */
  readonly viewNames: Readonly<Record<View, string>>
  /** The item of a digest in each format, with marks. */
  readonly digestItems: Readonly<Record<Format, string>>
}

/** The paths of the documents that selections are made from: what each is of, and the words of each entry, which few selections need. */
export const selectionDocuments = {
  index: '/selections/index.bin',
  parts: '/selections/parts.json',
  words: '/selections/words.txt',
} as const

/** What stands on the page of a selection in the place of its entries, and of how many there are. */
export const pageMarks = { list: 'paperwire-mark-list', count: 909_090_909 } as const
