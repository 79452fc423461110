import { channelsOfKind } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html } from '../../text/html.ts'
import type { PagePicture } from '../pictures.ts'
import { paths } from '../urls.ts'
import { headingOf, olderLink, subscribeBox } from './channel-parts.ts'
import { citationLinks, entryList, tagChannelLink } from './entry-parts.ts'
import type { Frame, FramedCatalog } from './frame.ts'
import { feedAnchors, feedOf, layout, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'

/** All tags with counts, each with its feeds. */
export function tagsPage(catalog: FramedCatalog): string {
  const { site, words } = catalog
  const tags = channelsOfKind(catalog, 'tag')
  return layout(catalog, {
    kind: 'tags',
    path: paths.tags,
    title: words.allTags,
    description: `${words.allTags} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<h1>${words.allTags}</h1>
<ul class="plain index">${tags.map(
      (tag) =>
        html`<li>${tagChannelLink(tag)}<span class="count">${words.count(tag.entries.length)}</span> ${feedAnchors(tag.folder)}</li>\n`,
    )}</ul>`,
  })
}

/**
 * One tag: its feeds, and the entries in them.
 *
 * @param parts `picture`: what shows it in link previews; null where there is no picture
 */
export function tagPage(frame: Frame, documents: ChannelDocuments, { picture }: { readonly picture: PagePicture | null }): string {
  const { channel, subscription } = documents
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
