import { atomEntries, atomFrameOf } from './atom.ts'
import type { FeedDocument } from './feed-document.ts'
import type { Format } from './formats.ts'
import type { Item } from './item.ts'
import { jsonFrameOf, jsonItems } from './json.ts'
import type { Frame } from './library.ts'
import { rssFrameOf, rssItems } from './rss.ts'

/** How a format writes a feed: its frame, its items, and what stands before the first item and between two of them. */
interface FormatWriter {
  readonly frame: (document: FeedDocument) => Frame
  readonly items: (items: readonly Item[], document: FeedDocument) => readonly string[]
  readonly before: string
  readonly between: string
}

const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  rss: { frame: rssFrameOf, items: rssItems, before: '\n        ', between: '\n        ' },
  atom: { frame: atomFrameOf, items: atomEntries, before: '\n    ', between: '\n    ' },
  json: { frame: jsonFrameOf, items: jsonItems, before: '', between: ',' },
}

/**
 * Makes a writer of feeds in one format, in UTF-8. It writes each item once, together with the others of the first
 * document that carries it, and splices the item's bytes into every document that carries it: no document is ever one
 * string.
 */
export function feedWriter(format: Format): (document: FeedDocument) => Buffer {
  const { frame, items, before, between } = formatWriters[format]
  const written = new Map<Item, Buffer>()
  const separator = Buffer.from(between)
  return (document) => {
    const unwritten = document.items.filter((item) => !written.has(item))
    for (const [index, text] of items(unwritten, document).entries()) written.set(unwritten[index] as Item, Buffer.from(text))
    const { head, tail } = frame(document)
    const spliced = document.items.flatMap((item, index) => [index === 0 ? Buffer.from(before) : separator, written.get(item) as Buffer])
    return Buffer.concat([Buffer.from(head), ...spliced, Buffer.from(tail)])
  }
}
