import { atomEntry, atomFrameOf } from './atom.ts'
import type { FeedDocument } from './feed-document.ts'
import type { Format } from './formats.ts'
import type { Item } from './item.ts'
import { jsonFrameOf, jsonItem } from './json.ts'
import type { Frame } from './library.ts'
import { rssFrameOf, rssItem } from './rss.ts'

/** How a format writes a feed: its frame, an item, and what stands before the first item and between two of them. */
interface FormatWriter {
  readonly frame: (document: FeedDocument) => Frame
  readonly item: (item: Item, document: FeedDocument) => string
  readonly before: string
  readonly between: string
}

const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  rss: { frame: rssFrameOf, item: rssItem, before: '\n        ', between: '\n        ' },
  atom: { frame: atomFrameOf, item: atomEntry, before: '\n    ', between: '\n    ' },
  json: { frame: jsonFrameOf, item: jsonItem, before: '', between: ',' },
}

/**
 * Makes a writer of feeds in one format, in UTF-8. It writes each item once, for the first document that carries it, and
 * splices the item's bytes into every document that carries it: no document is ever one string.
 */
export function feedWriter(format: Format): (document: FeedDocument) => Buffer {
  const { frame, item: write, before, between } = formatWriters[format]
  const written = new Map<Item, Buffer>()
  const separator = Buffer.from(between)
  const writtenOnce = (item: Item, document: FeedDocument): Buffer => {
    const bytes = written.get(item) ?? Buffer.from(write(item, document))
    written.set(item, bytes)
    return bytes
  }
  return (document) => {
    const { head, tail } = frame(document)
    const spliced = document.items.flatMap((item, index) => [index === 0 ? Buffer.from(before) : separator, writtenOnce(item, document)])
    return Buffer.concat([Buffer.from(head), ...spliced, Buffer.from(tail)])
  }
}
