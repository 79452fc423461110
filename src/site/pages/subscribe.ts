import { channelsOfKind } from '../../catalog/catalog.ts'
import { html, type Markup } from '../../text/html.ts'
import { opmlMediaType } from '../opml.ts'
import { paths } from '../urls.ts'
import type { FramedCatalog } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { pageLead } from './page-lead.ts'
import { selectionBuilder } from './selection-builder.ts'

/** How many tags the page names, the most used first: all of them, with a field to find one, stand on a page of their own. */
const mostTags = 60

/** What a feed is, the site's feeds, and the feeds of the tags that most entries have; the lists to import. */
export function subscribePage(catalog: FramedCatalog): string {
  const { site, words, entries } = catalog
  const hasAuthorFeeds = channelsOfKind(catalog, 'author').length > 0
  const tags = channelsOfKind(catalog, 'tag').toSorted((a, b) => b.entries.length - a.entries.length)
  return layout(catalog, {
    kind: 'subscribe',
    path: paths.subscribe,
    title: words.subscribe,
    description: `${words.subscribe} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`${pageLead(catalog, { crumbs: [], heading: html`${words.subscribe}`, description: null, count: entries.length })}
<div class="prose" lang="${words.language}">
<p>${words.feeds.whatIsAFeed}</p>
</div>
${
  tags.length === 0
    ? null
    : html`<section aria-labelledby="tags"><h2 id="tags">${words.followTags}</h2>
<ul class="plain cloud">${tags
        .slice(0, mostTags)
        .map(
          ({ name, folder, entries: ofTag }) =>
            html`<li><a class="tag" href="${paths.feed('atom', folder)}">${name}</a><span class="count">${ofTag.length}</span></li>\n`,
        )}</ul>
<p><a href="${paths.tags}">${words.allTags}</a></p></section>
`
}${gathered(catalog)}${selectionBuilder(catalog, tags)}<div class="prose" lang="${words.language}">
<p>${words.feeds.severalFeeds}</p>
<p><a href="${paths.opml}" type="${opmlMediaType}">OPML</a> · ${
      hasAuthorFeeds ? html`<a href="${paths.authorsOpml}" type="${opmlMediaType}">${words.feeds.authorsOpml}</a> · ` : null
    }<a href="${paths.embed}">${words.embedding.title}</a></p>
</div>`,
  })
}

/** The ways to feeds with one item for a day or a week, for people who want one mail. */
function gathered({ words, site }: FramedCatalog): Markup {
  const { daily, weekly, gathered: title } = words.building
  return html`<section aria-labelledby="gathered"><h2 id="gathered">${title}</h2>
<ul class="plain cloud"><li><a href="${paths.daily}">${site.title} · ${daily}</a></li>
<li><a href="${paths.weekly}">${site.title} · ${weekly}</a></li></ul></section>
`
}
