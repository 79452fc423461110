import { atomDocument, atomEntries } from './atom.ts'
import type { Channel, Format, Item } from './channel.ts'
import { jsonDocument, jsonItems } from './json.ts'
import type { Frame } from './library.ts'
import { rssDocument, rssItems } from './rss.ts'

interface FormatWriter {
  readonly frame: (channel: Channel) => Frame
  readonly items: (items: readonly Item[], channel: Channel) => readonly string[]
  readonly before: string
  readonly between: string
}

const formatWriters: Readonly<Record<Format, FormatWriter>> = {
  rss: { frame: rssDocument, items: rssItems, before: '\n        ', between: '\n        ' },
  atom: { frame: atomDocument, items: atomEntries, before: '\n    ', between: '\n    ' },
  json: { frame: jsonDocument, items: jsonItems, before: '', between: ',' },
}

/**
 * Makes a writer of channels in one format, in UTF-8. It writes each item once, together with the others that a channel
 * is the first to carry, and splices its bytes into every document that carries it: no document is ever one string.
 */
export function feedWriter(format: Format): (channel: Channel) => Buffer {
  const { frame, items, before, between } = formatWriters[format]
  const written = new Map<Item, Buffer>()
  const separator = Buffer.from(between)
  return (channel) => {
    const unwritten = channel.items.filter((item) => !written.has(item))
    for (const [index, text] of items(unwritten, channel).entries()) written.set(unwritten[index] as Item, Buffer.from(text))
    const { head, tail } = frame(channel)
    const spliced = channel.items.flatMap((item, index) => [index === 0 ? Buffer.from(before) : separator, written.get(item) as Buffer])
    return Buffer.concat([Buffer.from(head), ...spliced, Buffer.from(tail)])
  }
}
