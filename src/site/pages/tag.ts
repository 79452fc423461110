import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { type ChannelParts, headingOf, olderLink, tagsBeside } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import { citationLinks } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout } from './layout.ts'
import { pageOfChannel } from './page.ts'
import { shareTools } from './share.ts'
import { subscribeButton } from './subscribe-button.ts'

/** One tag: its feeds, the entries in them, and the tags that stand with it. */
export function tagPage(frame: Frame, documents: ChannelDocuments, { beside, picture }: ChannelParts): string {
  const { channel, count, subscription } = documents
  const path = paths.at(channel.folder)
  return layout(frame, {
    kind: pageOfChannel.tag,
    picture,
    path,
    title: headingOf(channel) ?? '',
    description: subscription.document.description,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${headingOf(channel)}</h1>
${subscribeButton(frame, channel, count)}
</div>
<div class="columns">
<section class="h-feed" aria-labelledby="latest"><h2 id="latest" class="p-name unseen">${frame.words.latest}</h2>
${entryList(frame, subscription.entries)}
${olderLink(frame, documents)}</section>
${tagsBeside(frame, beside, html`${citationLinks(frame, path)}${shareTools(frame, path, true)}`)}
</div>`,
  })
}
