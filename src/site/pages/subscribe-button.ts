import type { Channel } from '../../catalog/catalog.ts'
import { formatFacts, formats } from '../../feed/formats.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf } from './channel-parts.ts'
import type { Frame } from './frame.ts'
import { siteChannelOf } from './layout.ts'
import { readerLinks } from './readers.ts'

const ofWholeSite = new WeakMap<Frame, Markup>()

/** The button of pages that have no channel of their own, without a number: the same on each, so made once. */
export function siteSubscribeButton(frame: Frame): Markup {
  const known = ofWholeSite.get(frame)
  if (known !== undefined) return known
  const button = subscribeButton(frame, siteChannelOf(frame), null)
  ofWholeSite.set(frame, button)
  return button
}

/**
 * The one filled button of a page: what it subscribes to, and inside the feeds to give to a reader. It opens without a
 * script.
 *
 * @param count how many entries the channel has; null on pages that must not change whenever one is added
 */
export function subscribeButton(frame: Frame, channel: Pick<Channel, 'key' | 'name' | 'folder'>, count: number | null): Markup {
  const { site, words } = frame
  const { folder } = channel
  const counted = count === null ? null : html` <span class="count">${words.count(count)}</span>`
  return html`<details class="subscribe"><summary>${words.subscribeTo(headingOf(channel) ?? site.title)}${counted}</summary>
<div class="choices"><p>${words.feeds.addresses}</p>
<ul class="plain">${formats.map(
    (format) =>
      html`<li><a href="${paths.feed(format, folder)}" type="${formatFacts[format].mediaType}">${formatFacts[format].name}</a></li>\n`,
  )}</ul>
<p>${words.feeds.openIn}</p>
${readerLinks(frame, site.origin + paths.feed('atom', folder))}
<p><a href="${paths.subscribe}">${words.feeds.whatIsThis}</a></p></div></details>`
}
