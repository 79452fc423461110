import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { type Format, formatFacts, formats } from '../../feed/formats.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { readerLinks } from './readers.ts'
import { saidOfCopies } from './share.ts'

/** How many of a feed's items the page about it shows. */
const latestShown = 10

/** What a browser shows at a feed's address: what it is, the address to copy, readers to open it in, its latest items. */
export function feedPage(frame: Frame, { channel, subscription }: ChannelDocuments, format: Format): string {
  const { words } = frame
  const { title, description, feedUrls } = subscription.document
  const { name } = formatFacts[format]
  const url = feedUrls[format]
  const path = paths.feed(format, channel.folder)
  const others = formats.filter((other) => other !== format)
  return layout(frame, {
    kind: 'feed',
    path,
    title: `${title} (${name})`,
    description: description || title,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${title} <span class="format" lang="en">${name}</span></h1>
<p class="description">${words.feeds.thisIsAFeed}</p>
<p><label for="address">${words.feeds.copyAddress}</label></p>
<p class="address"><input id="address" type="url" readonly value="${url}">
<button type="button" hidden data-copy-from="address"${saidOfCopies(words)}>${words.moving.copyAddress}</button></p>
<h2>${words.feeds.openIn}</h2>
${readerLinks(frame, url)}
<p>${words.feeds.otherFormats}: ${others.map(
      (other) =>
        html`<a href="${paths.feed(other, channel.folder)}" type="${formatFacts[other].mediaType}">${formatFacts[other].name}</a> `,
    )}· <a href="${path}?raw">${words.feeds.raw}</a> · <a href="${paths.subscribe}">${words.subscribe}</a></p>
</div>
<section aria-labelledby="latest"><h2 id="latest">${words.feeds.latestItems}</h2>
${entryList(frame, subscription.entries.slice(0, latestShown))}
</section>`,
  })
}
