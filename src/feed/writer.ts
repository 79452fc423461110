import { atomEntry, atomFrameOf } from './atom.ts'
import type { FeedDocument } from './feed-document.ts'
import { type Format, inEachFormat } from './formats.ts'
import type { Item } from './item.ts'
import { jsonFrameOf, jsonItem } from './json.ts'
import type { Frame } from './library.ts'
import { rssFrameOf, rssItem } from './rss.ts'

/** How a format writes a feed: its frame, an item, and what stands before the first item and between two of them. */
interface FormatWriter {
  readonly frame: (document: FeedDocument) => Frame
  readonly item: (item: Item, document: Pick<FeedDocument, 'categoryScheme' | 'extensionUrl'>) => string
  readonly before: string
  readonly between: string
}

const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  rss: { frame: rssFrameOf, item: rssItem, before: '\n        ', between: '\n        ' },
  atom: { frame: atomFrameOf, item: atomEntry, before: '\n    ', between: '\n    ' },
  json: { frame: jsonFrameOf, item: jsonItem, before: '', between: ',' },
}

/** An item in each format, in UTF-8. */
export type WrittenItem = Readonly<Record<Format, Buffer>>

/** Writes an item, to be spliced into every document that carries it. All documents of a site give the same. */
export function writeItem(item: Item, document: FeedDocument): WrittenItem {
  return inEachFormat((format) => Buffer.from(formatWriters[format].item(item, document)))
}

/** Writes an item in a format. Of a document an item needs these two addresses alone. */
export function itemWriter(format: Format): (item: Item, document: Pick<FeedDocument, 'categoryScheme' | 'extensionUrl'>) => string {
  return formatWriters[format].item
}

/** What stands around the items of a feed in a format, before the first of them, and between two. */
export function writeFrame(format: Format, document: FeedDocument): Frame & Pick<FormatWriter, 'before' | 'between'> {
  const { frame, before, between } = formatWriters[format]
  return { ...frame(document), before, between }
}

/** A feed in one format, in UTF-8. The items' bytes are spliced into it: no document is ever one string. */
export function writeFeed(format: Format, document: FeedDocument, items: readonly WrittenItem[]): Buffer {
  const { head, tail, before, between } = writeFrame(format, document)
  const separator = Buffer.from(between)
  const spliced = items.flatMap((item, index) => [index === 0 ? Buffer.from(before) : separator, item[format]])
  return Buffer.concat([Buffer.from(head), ...spliced, Buffer.from(tail)])
}
