import { Feed, type Item as FeedItem, type FeedOptions } from 'feed'
import { characterReference, legalXml } from '../text/xml.ts'
import { templatedRender } from './templates.ts'

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

/** The one element of that name in a document, still shielded: no text in it holds these tags. */
function element(xml: string, name: string): string {
  return xml.slice(xml.indexOf(`<${name}>`), xml.indexOf(`</${name}>`) + name.length + 3)
}

function framed(xml: string, closing: string): Frame {
  const at = xml.lastIndexOf(closing)
  return { head: xml.slice(0, at), tail: xml.slice(at) }
}

// The library writes no feed without these. Nothing of them reaches an item.
const nothing: FeedOptions = { title: '', link: 'https://paperwire.invalid/', id: '', updated: new Date(0), generator: false }

function withItem(item: FeedItem): Feed {
  const feed = new Feed(nothing)
  feed.addItem(item)
  return feed
}

/** `<item>…</item>` of RSS 2.0, shielded. */
export const rssItemXml: (item: LibraryItem) => string = templatedRender(
  (item) => element(withItem(item).rss2(), 'item'),
  (date) => date.toUTCString(),
)

/** `<entry>…</entry>` of Atom 1.0, shielded. */
export const atomEntryXml: (item: LibraryItem) => string = templatedRender(
  (item) => element(withItem(item).atom1(), 'entry'),
  (date) => date.toISOString(),
)

const rssXml = templatedRender(
  (options: FeedOptions) => new Feed(options).rss2(),
  (date) => date.toUTCString(),
)

/** The channel of RSS 2.0 around its items, shielded. */
export function rssFrame(options: FeedOptions): Frame {
  return framed(rssXml(options), '\n    </channel>')
}

const atomXml = templatedRender(
  (options: FeedOptions) => new Feed(options).atom1(),
  (date) => date.toISOString(),
)

/** The feed of Atom 1.0 around its entries, shielded. */
export function atomFrame(options: FeedOptions): Frame {
  return framed(atomXml(options), '\n</feed>')
}
