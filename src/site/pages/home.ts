import { type Catalog, channelsOfKind } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { blocksHtml } from '../../feed/item.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { olderLink, subscribeBox } from './channel-parts.ts'
import { entryList, tagChannelLink } from './entry-parts.ts'
import { layout, siteFeed } from './layout.ts'
import { pageOfChannel } from './page.ts'
import { onPage } from './passages.ts'

/** How many entries the home page lists, in whole days. */
const latestOnHome = 30

/** How many tags the home page shows, the most used first. */
const tagsOnHome = 40

/** What the site is, its latest entries by day, its tags by use, and its feeds. */
export function homePage(catalog: Catalog, documents: ChannelDocuments): string {
  const { site, words, entries } = catalog
  const last = entries[latestOnHome - 1]?.day
  const latest = entries.filter(({ day }, index) => index < latestOnHome || day === last)
  return layout(catalog, {
    kind: pageOfChannel.site,
    path: paths.home,
    title: site.title,
    description: site.description || site.title,
    feeds: [siteFeed(catalog)],
    head: null,
    main: html`<div class="lead">
<h1>${site.title}</h1>
${site.description === '' ? null : html`<p class="description">${site.description}</p>\n`}${subscribeBox(catalog, documents.channel)}
</div>
<div class="columns">
<section class="h-feed" aria-labelledby="latest"><h2 id="latest" class="p-name">${words.latest}</h2>
${entryList(catalog, latest)}
<p><a href="${paths.days}">${words.allDays}</a></p>
${olderLink(catalog, documents)}</section>
<div class="aside">
${tagCloud(catalog)}${about(catalog)}</div>
</div>`,
  })
}

function tagCloud(catalog: Catalog): Markup | null {
  const { words } = catalog
  const tags = channelsOfKind(catalog, 'tag')
  if (tags.length === 0) return null
  const byUse = tags.toSorted((a, b) => b.entries.length - a.entries.length).slice(0, tagsOnHome)
  return html`<section aria-labelledby="tags"><h2 id="tags">${words.tags}</h2>
<ul class="plain cloud">${byUse.map((tag) => html`<li>${tagChannelLink(tag)}<span class="count">${tag.entries.length}</span></li>\n`)}</ul>
<p><a href="${paths.tags}">${words.allTags}</a></p></section>\n`
}

function about({ site, words }: Catalog): Markup | null {
  if (site.about.length === 0) return null
  return html`<section class="about" aria-labelledby="about"><h2 id="about">${words.about}</h2>\n${onPage(blocksHtml(site.about))}</section>\n`
}
