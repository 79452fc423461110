import type { AuthorEntries } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { frequentTags } from '../frequent-tags.ts'
import { paths } from '../urls.ts'
import { type ChannelParts, tagsBeside } from './channel-parts.ts'
import { pageOfChannelEntries, pageOfEntries } from './entries-page.ts'
import { entryList } from './entry-list.ts'
import type { Frame } from './frame.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'
import { siteSubscribeButton } from './subscribe-button.ts'

/** All entries on papers of an author who has no feeds. */
export function authorPage(frame: Frame, { name, slug, entries }: AuthorEntries): string {
  const { words } = frame
  const lead = html`<h1>${name}</h1>
<p class="description">${words.count(entries.length)}</p>
${siteSubscribeButton(frame)}`
  return layout(frame, {
    kind: 'author',
    path: paths.author(slug),
    title: name,
    description: words.papersBy(name),
    feeds: [siteFeed(frame)],
    head: null,
    main: pageOfEntries(frame, lead, html`${entryList(frame, entries)}\n`, tagsBeside(frame, frequentTags(entries, null))),
  })
}

/** One author: their feeds, and the entries in them. */
export function authorChannelPage(frame: Frame, documents: ChannelDocuments, { beside }: ChannelParts): string {
  const { channel, subscription } = documents
  return layout(frame, {
    kind: pageOfChannel.author,
    path: paths.at(channel.folder),
    title: channel.name,
    description: subscription.document.description,
    feeds: [feedOf(frame, channel)],
    head: null,
    main: pageOfChannelEntries(frame, documents, tagsBeside(frame, beside)),
  })
}
