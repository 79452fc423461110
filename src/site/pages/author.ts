import type { AuthorEntries, Catalog } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { headingOf, olderLink, subscribeBox } from './channel-parts.ts'
import { entryList } from './entry-parts.ts'
import { feedOf, layout, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'

/** All entries on papers of an author who has no feeds. */
export function authorPage(catalog: Catalog, { name, slug, entries }: AuthorEntries): string {
  const { words } = catalog
  return layout(catalog, {
    kind: 'author',
    path: paths.author(slug),
    title: name,
    description: words.papersBy(name),
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<h1>${name}</h1>
<p class="description">${words.count(entries.length)}</p>
<section class="h-feed" aria-label="${words.papersBy(name)}">
${entryList(catalog, entries)}
</section>`,
  })
}

/** One author: their feeds, and the entries in them. */
export function authorChannelPage(catalog: Catalog, documents: ChannelDocuments): string {
  const { words } = catalog
  const { channel, subscription } = documents
  return layout(catalog, {
    kind: pageOfChannel.author,
    path: paths.at(channel.folder),
    title: channel.name,
    description: subscription.document.description,
    feeds: [feedOf(catalog, channel)],
    head: null,
    main: html`<div class="lead">
<h1>${headingOf(channel)}</h1>
<p class="description">${subscription.document.description} · ${words.count(channel.entries.length)}</p>
${subscribeBox(catalog, channel)}
</div>
<section class="h-feed" aria-label="${words.papersBy(channel.name)}">
${entryList(catalog, subscription.entries)}
${olderLink(catalog, documents)}</section>`,
  })
}
