import { type Catalog, type Channel, channelsOfKind, type Entry } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { blocksHtml } from '../../feed/item.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import { type ChannelParts, olderLink } from './channel-parts.ts'
import { entryList } from './entry-list.ts'
import { tagChannelLink } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import { layout, siteFeed } from './layout.ts'
import { feedSection } from './microformats.ts'
import { pageOfChannel } from './page.ts'
import { onPage } from './passages.ts'
import { subscribeButton } from './subscribe-button.ts'

/** How many entries the home page lists, in whole days. */
const latestOnHome = 30

/** How many tags the home page shows, the most used first. */
const tagsOnHome = 40

/** What the home page shows besides the site's feeds. */
export interface HomeParts {
  /** The latest entries, in whole days. */
  readonly latest: readonly Entry[]
  /** The tags that most entries have. */
  readonly tags: readonly (Pick<Channel, 'name' | 'folder'> & { readonly count: number })[]
}

/** What the home page of a catalog shows. */
export function homePartsOf(catalog: Catalog): HomeParts {
  const { entries } = catalog
  const last = entries[latestOnHome - 1]?.day
  const byUse = channelsOfKind(catalog, 'tag').toSorted((a, b) => b.entries.length - a.entries.length)
  return {
    latest: entries.filter(({ day }, index) => index < latestOnHome || day === last),
    tags: byUse.slice(0, tagsOnHome).map(({ name, folder, entries: ofTag }) => ({ name, folder, count: ofTag.length })),
  }
}

/** What the site is, its latest entries by day, its tags by use, and its feeds. */
export function homePage(frame: Frame, documents: ChannelDocuments, { home: { latest, tags } }: ChannelParts): string {
  const { site, words } = frame
  return layout(frame, {
    kind: pageOfChannel.site,
    path: paths.home,
    title: site.title,
    description: site.description || site.title,
    feeds: [siteFeed(frame)],
    head: null,
    main: html`<div class="lead">
${site.description === '' ? null : html`<p class="description">${site.description}</p>\n`}${subscribeButton(frame, documents.channel, documents.count)}
</div>
<div class="columns">
${feedSection(
  frame,
  'latest',
  words.latest,
  html`${entryList(frame, latest)}
<p><a href="${paths.days}">${words.allDays}</a></p>
${olderLink(frame, documents)}`,
)}
<div class="aside">
${tagCloud(frame, tags)}${about(frame)}</div>
</div>`,
  })
}

function tagCloud({ words }: Frame, tags: HomeParts['tags']): Markup | null {
  if (tags.length === 0) return null
  return html`<section aria-labelledby="tags"><h2 id="tags">${words.tags}</h2>
<ul class="plain cloud">${tags.map((tag) => html`<li>${tagChannelLink(tag)}<span class="count">${tag.count}</span></li>\n`)}</ul>
<p><a href="${paths.tags}">${words.allTags}</a></p></section>\n`
}

function about({ site, words }: Frame): Markup | null {
  if (site.about.length === 0) return null
  return html`<section class="about" aria-labelledby="about"><h2 id="about">${words.about}</h2>\n${onPage(blocksHtml(site.about))}</section>\n`
}
