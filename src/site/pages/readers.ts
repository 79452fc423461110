import { html, type Markup } from '../../text/html.ts'
import type { Frame } from './frame.ts'

/** A reader on the web. */
interface WebReader {
  readonly name: string
  /** The address that subscribes to a feed there. */
  readonly address: (feedUrl: string) => string
}

/**
 * Readers that take a feed by an address of their own, each with where that is said. What every person keeps on a host of
 * their own (FreshRSS, Miniflux) has no such address.
 */
const webReaders: readonly WebReader[] = [
  // The button that Feedly's own page for publishers (feedly.com/factory.html) makes leads there, the whole id encoded.
  { name: 'Feedly', address: (url) => `https://feedly.com/i/subscription/${encodeURIComponent(`feed/${url}`)}` },
  // Inoreader's documentation names none. This is where RSSHub Radar's button leads (github.com/DIYgod/RSSHub-Radar).
  { name: 'Inoreader', address: (url) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}` },
  // “Custom Add Site URL” under its Goodies & Extras (github.com/samuelclay/NewsBlur, reader_goodies.js).
  { name: 'NewsBlur', address: (url) => `https://www.newsblur.com/?url=${encodeURIComponent(url)}` },
  // feedbin.com/help/how-to-subscribe/#url
  { name: 'Feedbin', address: (url) => `https://feedbin.com/?subscribe=${encodeURIComponent(url)}` },
  // theoldreader.com/pages/tour, “To subscribe to new feeds with a single click”.
  { name: 'The Old Reader', address: (url) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(url)}` },
]

/**
 * Links that subscribe to a feed in one press: readers on the web, and whichever reader is installed, by a `feed:` link. That
 * is how NetNewsWire asks to be given one (github.com/Ranchero-Software/NetNewsWire, issue 343): the address unencoded behind
 * the colon.
 */
export function readerLinks({ words }: Frame, feedUrl: string): Markup {
  const onWeb = webReaders.map(({ name, address }) => html`<li><a href="${address(feedUrl)}" rel="external" lang="en">${name}</a></li>\n`)
  return html`<ul class="plain readers">${onWeb}<li><a href="feed:${feedUrl}">${words.feeds.desktopReader}</a></li></ul>`
}
