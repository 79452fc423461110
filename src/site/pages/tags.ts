import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf, olderLink, subscribeBox } from './channel-parts.ts'
import { citationLinks, entryList } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { pageOfChannel } from './page.ts'

/** One tag: its feeds, and the entries in them. */
export function tagPage(frame: Frame, documents: ChannelDocuments): string {
  const { channel, subscription } = documents
  const path = paths.at(channel.folder)
  return layout(frame, {
    kind: pageOfChannel.tag,
    path,
    title: headingOf(channel) ?? '',
    description: subscription.document.description,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${headingOf(channel)}</h1>
<p class="description">${subscription.document.description}</p>
${subscribeBox(frame, channel)}
</div>
<section class="h-feed">
<h2 class="p-name">${frame.words.latest}</h2>
${entryList(frame, subscription.entries)}
${olderLink(frame, documents)}</section>
${citationLinks(frame, path)}`,
  })
}
