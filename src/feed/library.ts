import { Feed, type Item as FeedItem, type FeedOptions } from 'feed'
import { characterReference, legalXml } from '../text/xml.ts'

/** An item as the library takes it. */
export type LibraryItem = FeedItem

/** A document's XML in three: what stands before its items, and what stands behind them. */
export interface Frame {
  readonly head: string
  readonly tail: string
}

/**
 * The only door to `feed`, which writes the XML of RSS and Atom and escapes as no two of its fields do alike: raw text
 * in CDATA with only the first `]]>` split, attributes with only their quotes escaped, `&amp;` in text taken for `&`.
 * So text goes through shielded: each character that XML gives a meaning is, on its way, a control character that XML
 * forbids and that no text therefore holds. In what comes back every `<`, `&` and quote is the library's own, which
 * makes edits of its structure exact; last, {@link unshield} writes the text's own characters as numeric references.
 */
const shields: ReadonlyMap<string, string> = new Map([
  ['&', '\u0001'],
  ['<', '\u0002'],
  ['>', '\u0003'],
  ['"', '\u0004'],
  ['\r', '\u0005'],
  ['\n', '\u0006'],
  ['\t', '\u0007'],
])
const characters: ReadonlyMap<string, string> = new Map([...shields].map(([character, shielded]) => [shielded, character]))

/** Text on its way through the library. Characters that XML 1.0 forbids are left out. */
export function shield(text: string): string {
  return legalXml(text).replace(/[&<>"\r\n\t]/g, (character) => shields.get(character) as string)
}

/**
 * The library's XML with the text's own characters as numeric references, and without CDATA sections, in which
 * references mean nothing. Quotes, tabs and line feeds need one in an attribute only (XML 1.0 §3.3.3).
 */
export function unshield(xml: string): string {
  return xml
    .replaceAll('<![CDATA[', '')
    .replaceAll(']]>', '')
    .replace(/<[^>]*>/g, (tag) => tag.replace(anyShield, reference))
    .replace(anyShield, (shielded) => (/[\u0004\u0006\u0007]/.test(shielded) ? (characters.get(shielded) as string) : reference(shielded)))
}

const anyShield = /[\u0001-\u0007]/g

function reference(shielded: string): string {
  return characterReference(characters.get(shielded) as string)
}

/** The items of a document, still shielded: no text in it holds these tags. */
function elements(xml: string, name: string): readonly string[] {
  const [open, close] = [`<${name}>`, `</${name}>`]
  const found: string[] = []
  for (let from = xml.indexOf(open); from !== -1; from = xml.indexOf(open, from)) {
    const end = xml.indexOf(close, from) + close.length
    found.push(xml.slice(from, end))
    from = end
  }
  return found
}

function framed(xml: string, closing: string): Frame {
  const at = xml.lastIndexOf(closing)
  return { head: xml.slice(0, at), tail: xml.slice(at) }
}

// The library writes no feed without these. Nothing of them reaches an item.
const nothing: FeedOptions = { title: '', link: 'https://paperwire.invalid/', id: '', updated: new Date(0), generator: false }

function withItems(items: readonly FeedItem[]): Feed {
  const feed = new Feed(nothing)
  for (const item of items) feed.addItem(item)
  return feed
}

/**
 * How many items the library is given at once. It joins the text of each level anew, so that many make long strings,
 * slow to copy and to collect; few make it write its frame, which is then cut off, as often.
 */
const batchSize = 16

function inBatches<T, R>(values: readonly T[], write: (batch: readonly T[]) => readonly R[]): readonly R[] {
  return Array.from({ length: Math.ceil(values.length / batchSize) }, (_, index) =>
    write(values.slice(index * batchSize, (index + 1) * batchSize)),
  ).flat()
}

/** `<item>…</item>` of RSS 2.0 for each item, shielded. */
export function rssItemsXml(items: readonly FeedItem[]): readonly string[] {
  return inBatches(items, (batch) => elements(withItems(batch).rss2(), 'item'))
}

/** `<entry>…</entry>` of Atom 1.0 for each item, shielded. */
export function atomEntriesXml(items: readonly FeedItem[]): readonly string[] {
  return inBatches(items, (batch) => elements(withItems(batch).atom1(), 'entry'))
}

/** The channel of RSS 2.0 around its items, shielded. */
export function rssFrame(options: FeedOptions): Frame {
  return framed(new Feed(options).rss2(), '\n    </channel>')
}

/** The feed of Atom 1.0 around its entries, shielded. */
export function atomFrame(options: FeedOptions): Frame {
  return framed(new Feed(options).atom1(), '\n</feed>')
}
