import { type Catalog, channelsOfKind } from '../../catalog/catalog.ts'
import { html } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { tagChannelLink } from './entry-parts.ts'
import { feedAnchors, layout, siteFeed } from './layout.ts'

/** All tags with counts, each with its feeds. */
export function tagsPage(catalog: Catalog): string {
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
