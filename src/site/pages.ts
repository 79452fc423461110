import type { Catalog, DayEntries, Entry, Tag } from '../catalog/catalog.ts'
import type { Channel, Format } from '../feed/channel.ts'
import { blocksHtml, contentOf } from '../feed/item.ts'
import { wordingFor } from '../feed/wording.ts'
import type { Day } from '../text/day.ts'
import { html, type Markup } from '../text/html.ts'
import { addressesOn, feedMediaTypes, paths } from './urls.ts'

const formatNames: Readonly<Record<Format, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** A feed that a page is about, and what it is called. */
interface PageFeed {
  readonly title: string
  readonly tagSlug: string | null
}

interface Page {
  readonly path: string
  readonly title: string
  /** The page's own feed first. */
  readonly feeds: readonly PageFeed[]
  readonly main: Markup
}

/** How many entries the home page lists. */
const latestOnHome = 30

/** What the site is, its latest entries, its days, all its tags, and its feeds. */
export function homePage(catalog: Catalog, channel: Channel): string {
  const { site, entries, days } = catalog
  const wording = wordingFor(site.language)
  const about =
    site.about.length === 0
      ? html``
      : html`<section aria-labelledby="about"><h2 id="about">${wording.about}</h2>\n${blocksHtml(site.about)}</section>`
  return layout(catalog, {
    path: paths.home,
    title: site.title,
    feeds: [siteFeed(catalog)],
    main: html`<h1>${site.title}</h1>
${channel.description === '' ? html`` : html`<p>${channel.description}</p>`}
${feedLinks(catalog, null)}
${about}
<section aria-labelledby="latest"><h2 id="latest">${wording.latest}</h2>
${entryList(entries.slice(0, latestOnHome))}</section>
<section aria-labelledby="tags"><h2 id="tags">${wording.tags}</h2>
${tagList(catalog)}</section>
<section aria-labelledby="days"><h2 id="days">${wording.days}</h2>
<ul>${days.map(({ day, entries: ofDay }) => html`<li><a href="${paths.day(day)}"><time datetime="${day}">${day}</time></a> (${ofDay.length})</li>\n`)}</ul></section>`,
  })
}

/** All tags, each with its feeds. */
export function tagsPage(catalog: Catalog): string {
  const wording = wordingFor(catalog.site.language)
  return layout(catalog, {
    path: paths.tags,
    title: `${wording.tags} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<h1>${wording.tags}</h1>
<ul>${catalog.tags.map(
      ({ tag, entries }) =>
        html`<li><a href="${paths.tag(tag.slug)}" rel="tag">#${tag.label}</a> (${entries.length}) ${feedAnchors(tag.slug)}</li>\n`,
    )}</ul>`,
  })
}

/** One tag: its feeds, and all its entries. */
export function tagPage(catalog: Catalog, channel: Channel, tag: Tag, entries: readonly Entry[]): string {
  return layout(catalog, {
    path: paths.tag(tag.slug),
    title: channel.title,
    feeds: [{ title: channel.title, tagSlug: tag.slug }],
    main: html`<h1>#${tag.label}</h1>
<p>${channel.description}</p>
${feedLinks(catalog, tag.slug)}
${entryList(entries)}`,
  })
}

/** What Paperwire's own members of a JSON Feed item mean (JSON Feed 1.1, “Extensions”: `about`). */
export function extensionPage(catalog: Catalog): string {
  const members: readonly (readonly [string, string])[] = [
    ['about', 'The address of this page.'],
    ['doi', 'The DOI of the paper that the item is about, without a resolver: 10.48550/arXiv.2406.03816.'],
    ['arxiv_id', 'The paper’s identifier on arXiv, without a version: 2406.03816.'],
    ['publication_month', 'The month in which the paper was published, 2024-06, where its identifier tells.'],
    ['abstract', 'The paper’s abstract as the notes give it, in plain text, paragraphs set apart by a blank line.'],
    ['commentary', 'What the notes say of the paper, in plain text likewise.'],
  ]
  return layout(catalog, {
    path: paths.extension,
    title: `_paperwire · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<article lang="en">
<h1><code>_paperwire</code> in JSON Feed</h1>
<p>Items of this site’s JSON feeds carry an object <code>_paperwire</code>. Each member but <code>about</code> is missing where there is nothing to say.</p>
<dl>${members.map(
      ([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>
`,
    )}</dl>
</article>`,
  })
}

/** What a page says of an entry, below its title; its links stay on the host that serves it. */
export function pageContent({ site }: Catalog, entry: Entry): Markup {
  return contentOf(entry, site.language, addressesOn(''))
}

/** An entry with its {@link pageContent}. */
interface EntryContent {
  readonly entry: Entry
  readonly content: Markup
}

/** One day: its entries whole, in the notes' order, and the ways to the days before and after. */
export function dayPage(
  catalog: Catalog,
  day: Day,
  contents: readonly EntryContent[],
  previous: DayEntries | null,
  next: DayEntries | null,
): string {
  const wording = wordingFor(catalog.site.language)
  const neighbour = (rel: 'prev' | 'next', words: string, to: DayEntries): Markup =>
    html`<li><a href="${paths.day(to.day)}" rel="${rel}">${words} <time datetime="${to.day}">${to.day}</time></a></li>`
  const neighbours = [
    ...(previous === null ? [] : [neighbour('prev', wording.previousDay, previous)]),
    ...(next === null ? [] : [neighbour('next', wording.nextDay, next)]),
  ]
  const articles = contents.map(
    ({ entry, content }) => html`<article>
<h2 lang="${entry.titleLanguage}"><a href="${paths.entry(entry.day, entry.name)}">${entry.title}</a></h2>
${content}
</article>
`,
  )
  return layout(catalog, {
    path: paths.day(day),
    title: `${day} · ${catalog.site.title}`,
    feeds: [siteFeed(catalog)],
    main: html`<h1><time datetime="${day}">${day}</time></h1>
${articles}${neighbours.length === 0 ? [] : html`<nav aria-label="${wording.days}"><ul>${neighbours}</ul></nav>`}`,
  })
}

/** One entry. */
export function entryPage(catalog: Catalog, entry: Entry, content: Markup): string {
  const { site } = catalog
  const ofTags = entry.tags.map(({ label, slug }) => ({ title: wordingFor(site.language).taggedWith(label, site.title), tagSlug: slug }))
  return layout(catalog, {
    path: paths.entry(entry.day, entry.name),
    title: entry.title,
    feeds: [siteFeed(catalog), ...ofTags],
    main: html`<article>
<h1 lang="${entry.titleLanguage}">${entry.title}</h1>
<p><a href="${paths.day(entry.day)}"><time datetime="${entry.day}">${entry.day}</time></a></p>
${content}
</article>`,
  })
}

function siteFeed({ site }: Catalog): PageFeed {
  return { title: site.title, tagSlug: null }
}

function layout({ site }: Catalog, page: Page): string {
  const wording = wordingFor(site.language)
  return html`<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="canonical" href="${site.origin}${page.path}">
<link rel="stylesheet" href="${paths.style}">
${page.feeds.flatMap(autodiscovery)}</head>
<body>
<header><a href="${paths.home}">${site.title}</a> · <a href="${paths.tags}">${wording.tags}</a></header>
<main>
${page.main}
</main>
<footer><p>${site.author.name}${site.license === null ? '' : ` · ${site.license}`}</p>
${page.feeds.map(({ title, tagSlug }) => html`<p>${title}: ${feedAnchors(tagSlug)}</p>\n`)}</footer>
</body>
</html>
`.html
}

/** Autodiscovery (rssboard.org/rss-autodiscovery): one link for each format of a feed the page is about. */
function autodiscovery({ title, tagSlug }: PageFeed): readonly Markup[] {
  return eachFormat(
    (format) =>
      html`<link rel="alternate" type="${feedMediaTypes[format]}" title="${title} (${formatNames[format]})" href="${paths.feed(format, tagSlug)}">\n`,
  )
}

function feedLinks({ site }: Catalog, tagSlug: string | null): Markup {
  return html`<p>${wordingFor(site.language).feeds}: ${feedAnchors(tagSlug)}</p>`
}

function feedAnchors(tagSlug: string | null): Markup {
  return html`${eachFormat((format) => html`${format === 'rss' ? '' : ' · '}<a href="${paths.feed(format, tagSlug)}" type="${feedMediaTypes[format]}">${formatNames[format]}</a>`)}`
}

function eachFormat(make: (format: Format) => Markup): readonly Markup[] {
  return (Object.keys(formatNames) as readonly Format[]).map(make)
}

function entryList(entries: readonly Entry[]): Markup {
  return html`<ul>${entries.map(
    (entry) =>
      html`<li><time datetime="${entry.day}">${entry.day}</time> <a href="${paths.entry(entry.day, entry.name)}" lang="${entry.titleLanguage}">${entry.title}</a></li>\n`,
  )}</ul>`
}

function tagList({ tags }: Catalog): Markup {
  return html`<ul class="tags">${tags.map(({ tag, entries }) => html`<li><a href="${paths.tag(tag.slug)}" rel="tag">#${tag.label}</a> (${entries.length})</li>\n`)}</ul>`
}
