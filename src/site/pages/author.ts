import type { AuthorEntries } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf, olderLink, subscribeBox } from './channel-parts.ts'
import { entryList } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'

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
    main: html`<h1>${name}</h1>
<p class="description">${words.count(entries.length)}</p>
<section class="h-feed" aria-label="${words.papersBy(name)}">
${entryList(frame, entries)}
</section>`,
  })
}

/** One author: their feeds, and the entries in them. */
export function authorChannelPage(frame: Frame, documents: ChannelDocuments): string {
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
<p class="description">${subscription.document.description} · ${words.count(count)}</p>
${subscribeBox(frame, channel)}
</div>
<section class="h-feed" aria-label="${words.papersBy(channel.name)}">
${entryList(frame, subscription.entries)}
${olderLink(frame, documents)}</section>`,
  })
}
