import type { Catalog, Entry } from '../../catalog/catalog.ts'
import { type Channel, type Format, formats } from '../../feed/channel.ts'
import { html, type Markup } from '../../text/html.ts'
import { feedMediaTypes, paths } from '../urls.ts'
import { pageWordingFor } from '../wording.ts'
import { entryList, type PageContext, tagLink } from './entry-parts.ts'
import { feedAnchors, formatNames, layout, siteFeed } from './layout.ts'

/** Readers on the web, each with the address that subscribes to a feed. */
const webReaders: readonly (readonly [string, (feedUrl: string) => string])[] = [
  ['Feedly', (url) => `https://feedly.com/i/subscription/feed/${encodeURIComponent(url)}`],
  ['Inoreader', (url) => `https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}`],
  ['NewsBlur', (url) => `https://www.newsblur.com/?url=${encodeURIComponent(url)}`],
  ['The Old Reader', (url) => `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(url)}`],
]

/** How many of a feed's items the page about it shows. */
const latestShown = 10

/** What a browser shows at a feed's address: what it is, the address to copy, readers to open it in, its latest items. */
export function feedPage(
  catalog: Catalog,
  context: PageContext,
  channel: Channel,
  entries: readonly Entry[],
  format: Format,
  tagSlug: string | null,
): string {
  const { site } = catalog
  const wording = pageWordingFor(site.language)
  const url = channel.feedUrls[format]
  const path = paths.feed(format, tagSlug)
  return layout(catalog, {
    path,
    title: `${channel.title} (${formatNames[format]})`,
    description: channel.description || channel.title,
    isIndexed: false,
    feeds: [{ title: channel.title, tagSlug }],
    main: html`<div class="lead">
<h1>${channel.title} <span class="format" lang="en">${formatNames[format]}</span></h1>
<p class="description">${wording.thisIsAFeed}</p>
<p><label for="address">${wording.copyAddress}</label></p>
<p class="address"><input id="address" type="url" readonly value="${url}"></p>
<h2>${wording.openIn}</h2>
<ul class="plain readers">${webReaders.map(
      ([name, address]) => html`<li><a href="${address(url)}" rel="external" lang="en">${name}</a></li>\n`,
    )}<li><a href="feed:${url}">${wording.desktopReader}</a></li></ul>
<p>${wording.otherFormats}: ${formats
      .filter((other) => other !== format)
      .map(
        (other) => html`<a href="${paths.feed(other, tagSlug)}" type="${feedMediaTypes[other]}">${formatNames[other]}</a> `,
      )}· <a href="${path}?raw">${wording.rawFeed}</a> · <a href="${paths.subscribe}">${wording.subscribe}</a></p>
</div>
<section aria-labelledby="latest"><h2 id="latest">${wording.latestItems}</h2>
${entryList(entries.slice(0, latestShown), context)}
</section>`,
  })
}

/** What a feed is, in Korean and in English, and every feed of the site. */
export function subscribePage(catalog: Catalog): string {
  const { site } = catalog
  const wording = pageWordingFor(site.language)
  const explanations: readonly Markup[] = [
    html`<p lang="ko">피드는 새 글을 알려 주는 주소입니다. 피드 리더라는 앱에 주소를 한 번 등록해 두면, 사이트에 들르지 않아도 새 노트가 올라올 때마다 받아 볼 수 있습니다. 전체를 구독해도 되고 관심 있는 태그 하나만 구독해도 됩니다. 가입할 것도, 이메일 주소를 남길 것도 없습니다.</p>`,
    html`<p lang="en">A feed is an address that tells of new entries. Give it to an app called a feed reader once, and each new note comes to you without a visit here. Follow everything, or a single tag; there is nothing to sign up for and no e-mail to leave.</p>`,
  ]
  return layout(catalog, {
    path: paths.subscribe,
    title: wording.subscribe,
    description: `${wording.subscribe} · ${site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<h1>${wording.subscribe}</h1>
${wording.language === 'ko' ? explanations : explanations.toReversed()}
<ul class="plain index"><li><a href="${paths.home}">${site.title}</a> <span class="count">${wording.count(catalog.entries.length)}</span> ${feedAnchors(null)}</li>
${catalog.tags.map(
  ({ tag, entries }) =>
    html`<li>${tagLink(tag)}<span class="count">${wording.count(entries.length)}</span> ${feedAnchors(tag.slug)}</li>\n`,
)}</ul>
<p><a href="${paths.opml}" type="text/x-opml">OPML</a> · <a href="${paths.embed}">${wording.embed}</a></p>`,
  })
}
