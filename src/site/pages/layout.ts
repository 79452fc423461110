import type { Channel } from '../../catalog/catalog.ts'
import { namingOf } from '../../feed/channel-documents.ts'
import { formatFacts, formats } from '../../feed/formats.ts'
import { html, type Markup } from '../../text/html.ts'
import { assets } from '../assets.ts'
import { paths } from '../urls.ts'
import { themeColors } from '../web-manifest.ts'
import type { Frame } from './frame.ts'
import { linkPreview } from './link-preview.ts'
import { type Page, type PageFeed, pageFacts } from './page.ts'

/** The feeds of a channel as a page names them. */
export function feedOf(frame: Pick<Frame, 'site' | 'words'>, channel: Pick<Channel, 'key' | 'name' | 'folder'>): PageFeed {
  return { title: namingOf(frame, channel).title, folder: channel.folder }
}

/** The feeds of the whole site as a page names them. */
export function siteFeed(frame: Frame): PageFeed {
  return feedOf(frame, { key: { kind: 'site', slug: '' }, name: frame.site.title, folder: '' })
}

/** A whole page. */
export function layout(frame: Frame, page: Page): string {
  const { site, words } = frame
  const { isIndexed } = pageFacts[page.kind]
  const title = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  const navigation: readonly (readonly [string, string])[] = [
    [paths.days, words.days],
    [paths.tags, words.tags],
    [paths.search, words.search],
    [paths.subscribe, words.subscribe],
  ]
  return html`<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${isIndexed ? html`<link rel="canonical" href="${site.origin}${page.path}">` : html`<meta name="robots" content="noindex">`}
${linkPreview(frame, page)}<meta name="color-scheme" content="light dark">
${themeColors}<link rel="stylesheet" href="${assets()['style.css'].path}">
<link rel="icon" href="${paths.icon}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${paths.touchIcon}">
<link rel="manifest" href="${paths.webManifest}">
${page.kind === 'missing' ? null : page.feeds.flatMap((feed) => autodiscovery(site.origin, feed))}${page.head}</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="site">
<p class="name"><a href="${paths.home}" rel="home">${site.title}</a></p>
<nav aria-label="${site.title}"><ul>${navigation.map(
    ([path, label]) => html`<li><a href="${path}"${page.path === path ? html` aria-current="page"` : null}>${label}</a></li>`,
  )}</ul></nav>
</header>
<main id="main">
${page.main}
</main>
<footer class="site">
<ul class="feeds">${page.feeds.map(({ title: name, folder }) => html`<li>${name}: ${feedAnchors(folder)}</li>\n`)}</ul>
<p>${
    site.author.url === null ? site.author.name : html`<a href="${site.author.url}" rel="author">${site.author.name}</a>`
  }${site.license === null ? null : html` · ${words.licence}: <span lang="en">${site.license.name}</span>`}</p>
</footer>
</body>
</html>
`.html
}

/**
 * Autodiscovery (rssboard.org/rss-autodiscovery): one link for each format of a feed the page is about. The addresses are
 * whole, since readers resolve relative ones in ways of their own: Akregator encodes them twice, QuiteRSS drops the port. A
 * page about nothing announces nothing, so that nobody who asks for a feed that is gone is given the whole site's.
 */
function autodiscovery(origin: string, { title, folder }: PageFeed): readonly Markup[] {
  return formats.map((format) => {
    const { mediaType, name } = formatFacts[format]
    return html`<link rel="alternate" type="${mediaType}" title="${title} (${name})" href="${origin}${paths.feed(format, folder)}">\n`
  })
}

/** The addresses of a channel's feeds, one for each format. */
export function feedAnchors(folder: string): Markup {
  return html`<span class="formats">${formats.map(
    (format) => html`<a href="${paths.feed(format, folder)}" type="${formatFacts[format].mediaType}">${formatFacts[format].name}</a> `,
  )}</span>`
}
