import type { Channel } from '../../catalog/catalog.ts'
import { namingOf } from '../../feed/channel-documents.ts'
import { type Format, formatFacts, formats } from '../../feed/formats.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Words } from '../../words/words.ts'
import { assets, helpWordsPath } from '../assets.ts'
import { paths } from '../urls.ts'
import { themeColors } from '../web-manifest.ts'
import type { Frame } from './frame.ts'
import { linkPreview } from './link-preview.ts'
import { type Page, type PageFeed, pageFacts, sections } from './page.ts'

/** The feeds of a channel as a page names them. */
export function feedOf(frame: Pick<Frame, 'site' | 'words'>, channel: Pick<Channel, 'key' | 'name' | 'folder'>): PageFeed {
  return { title: namingOf(frame, channel).title, folder: channel.folder }
}

/** The channel of the whole site, as pages name and lead to it. */
export function siteChannelOf({ site }: Frame): Pick<Channel, 'key' | 'name' | 'folder'> {
  return { key: { kind: 'site', slug: '' }, name: site.title, folder: '' }
}

/** The feeds of the whole site as a page names them. */
export function siteFeed(frame: Frame): PageFeed {
  return feedOf(frame, siteChannelOf(frame))
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
${isIndexed ? html`<link rel="canonical" href="${site.origin}${page.path}">` : html`<meta name="robots" content="noindex">`}
${linkPreview(frame, page)}<meta name="color-scheme" content="light dark">
${themeColors}${preloadedFonts(page).map((font) => html`<link rel="preload" href="${assets()[font].path}" as="font" type="font/woff2" crossorigin>\n`)}<script src="${assets()['theme.js'].path}"></script>
<link rel="stylesheet" href="${assets()['style.css'].path}">
<script type="module" src="${assets()['page.js'].path}"></script>
<link rel="icon" href="${paths.icon}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${paths.touchIcon}">
<link rel="manifest" href="${paths.webManifest}">
${page.kind === 'missing' ? null : page.feeds.flatMap((feed, index) => autodiscovery(site.origin, feed, index === 0 ? formats : ['atom']))}${page.head}</head>
<body class="page-${page.kind}">
<a class="skip" href="#main">${words.skip}</a>
<header class="site">
${wordmark(site.title, page.kind)}
<nav aria-label="${site.title}"><ul>${navigation.map(
    ([path, label]) =>
      html`<li><a href="${path}"${path === paths.search ? html` rel="search"` : null}${current(page, path)}>${label}</a></li>`,
  )}</ul></nav>
${themeButton(words)}
</header>
<main id="main">
${page.main}
</main>
<footer class="site">
<ul class="feeds">${page.feeds.slice(0, 1).map(({ title: name, folder }) => html`<li>${name}: ${feedAnchors(folder)}</li>\n`)}</ul>
<p>${
    site.author.url === null ? site.author.name : html`<a href="${site.author.url}" rel="author">${site.author.name}</a>`
  }${site.license === null ? null : html` · ${words.licence}: <span lang="en">${site.license.name}</span>`}</p>
<p><button type="button" class="keys" hidden aria-haspopup="dialog" data-words="${helpWordsPath(words)}">${words.moving.keys}</button></p>
</footer>
</body>
</html>
`.html
}

/** The icon with the site's name. At home it is the heading. */
function wordmark(title: string, kind: Page['kind']): Markup {
  const name = html`<a href="${paths.home}" rel="home"><img src="${paths.icon}" alt="" width="28" height="28">${title}</a>`
  return kind === 'home' ? html`<h1 class="name">${name}</h1>` : html`<p class="name">${name}</p>`
}

/** Marks a link of the navigation that leads to this page, or to the part of the site that the page belongs to. */
function current({ kind, path }: Page, to: string): Markup | null {
  if (path === to) return html` aria-current="page"`
  const section = sections[kind] ?? (path.startsWith(paths.tags) ? paths.tags : null)
  return section === to ? html` aria-current="true"` : null
}

/** Goes from one theme to the next, by a script that knows them by these names. */
function themeButton({ moving: { themes } }: Words): Markup {
  return html`<button type="button" class="theme" hidden data-system="${themes.system}" data-light="${themes.light}" data-dark="${themes.dark}"><svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 0 0 14z"/></svg></button>`
}

/** A letter of Latin Extended-A or B, as names have them: `Łukasz`, `Erdoğan`. */
const extendedLetter = /[Ā-ț]/

/**
 * The fonts that a page shows text in. A browser asks for them with the style sheet, rather than once it has read that: they
 * are shown only where they come in time for the first paint (`font-display: optional`).
 */
function preloadedFonts({ main }: Page): readonly ('literata.woff2' | 'hanken-grotesk.woff2' | 'hanken-grotesk-extended.woff2')[] {
  return extendedLetter.test(main.html)
    ? ['literata.woff2', 'hanken-grotesk.woff2', 'hanken-grotesk-extended.woff2']
    : ['literata.woff2', 'hanken-grotesk.woff2']
}

/**
 * Autodiscovery (rssboard.org/rss-autodiscovery): one link for each format of a feed the page is about. The addresses are
 * whole, since readers resolve relative ones in ways of their own: Akregator encodes them twice, QuiteRSS drops the port. A
 * page about nothing announces nothing, so that nobody who asks for a feed that is gone is given the whole site's.
 *
 * @param inFormats all of them for a page's own feed; one for each other feed, since readers lay every link before the person
 */
function autodiscovery(origin: string, { title, folder }: PageFeed, inFormats: readonly Format[]): readonly Markup[] {
  return inFormats.map((format) => {
    const { mediaType, name } = formatFacts[format]
    return html`<link rel="alternate" type="${mediaType}" title="${title} (${name})" href="${origin}${paths.feed(format, folder)}">\n`
  })
}

/** The addresses of a channel's feeds, one for each format. */
function feedAnchors(folder: string): Markup {
  return html`<span class="formats">${formats.map(
    (format) => html`<a href="${paths.feed(format, folder)}" type="${formatFacts[format].mediaType}">${formatFacts[format].name}</a> `,
  )}</span>`
}
