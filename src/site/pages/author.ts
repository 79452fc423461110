import type { AuthorEntries } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { frequentTags } from '../frequent-tags.ts'
import { paths } from '../urls.ts'
import { type ChannelParts, headingOf, olderLink, tagsBeside } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout, siteChannelOf, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'
import { subscribeButton } from './subscribe-button.ts'

/** All entries on papers of an author who has no feeds. */
export function authorPage(frame: Frame, { name, slug, entries }: AuthorEntries): string {
  const { words } = frame
  return layout(frame, {
    kind: 'author',
    path: paths.author(slug),
    title: name,
    description: words.papersBy(name),
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<div class="lead">
<h1>${name}</h1>
<p class="description">${words.count(entries.length)}</p>
${subscribeButton(frame, siteChannelOf(frame), null)}
</div>
<div class="columns">
<section class="h-feed" aria-labelledby="latest"><h2 id="latest" class="p-name unseen">${words.latest}</h2>
${entryList(frame, entries)}
</section>
${tagsBeside(frame, frequentTags(entries, null))}
</div>`,
  })
}

/** One author: their feeds, and the entries in them. */
export function authorChannelPage(frame: Frame, documents: ChannelDocuments, { beside }: ChannelParts): string {
  const { words } = frame
  const { channel, count, subscription } = documents
  return layout(frame, {
    kind: pageOfChannel.author,
    path: paths.at(channel.folder),
    title: channel.name,
    description: subscription.document.description,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${headingOf(channel)}</h1>
${subscribeButton(frame, channel, count)}
</div>
<div class="columns">
<section class="h-feed" aria-labelledby="latest"><h2 id="latest" class="p-name unseen">${words.latest}</h2>
${entryList(frame, subscription.entries)}
${olderLink(frame, documents)}</section>
${tagsBeside(frame, beside)}
</div>`,
  })
}
