import { channelsOfKind, siteChannel } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import { opmlMediaType } from '../opml.ts'
import { paths } from '../urls.ts'
import { tagChannelLink } from './entry-parts.ts'
import type { FramedCatalog } from './frame.ts'
import { feedAnchors, layout, siteFeed } from './layout.ts'

/** What a feed is, and the feeds of the site and of every tag. Authors' feeds, which may be a thousand, are a list to import. */
export function subscribePage(catalog: FramedCatalog): string {
  const { site, words, entries } = catalog
  const hasAuthorFeeds = channelsOfKind(catalog, 'author').length > 0
  return layout(catalog, {
    kind: 'subscribe',
    path: paths.subscribe,
    title: words.subscribe,
    description: `${words.subscribe} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<h1>${words.subscribe}</h1>
<p lang="${words.language}">${words.feeds.whatIsAFeed}</p>
<ul class="plain index"><li><a href="${paths.home}">${site.title}</a> <span class="count">${words.count(entries.length)}</span> ${feedAnchors(siteChannel(catalog).folder)}</li>
${channelsOfKind(catalog, 'tag').map(
  (tag) => html`<li>${tagChannelLink(tag)}<span class="count">${words.count(tag.entries.length)}</span> ${feedAnchors(tag.folder)}</li>\n`,
)}</ul>
<p lang="${words.language}">${words.feeds.severalFeeds}</p>
<p><a href="${paths.opml}" type="${opmlMediaType}">OPML</a> · ${
      hasAuthorFeeds ? html`<a href="${paths.authorsOpml}" type="${opmlMediaType}">${words.feeds.authorsOpml}</a> · ` : null
    }<a href="${paths.embed}">${words.embedding.title}</a></p>`,
  })
}
