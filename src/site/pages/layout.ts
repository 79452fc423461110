import type { Catalog } from '../../catalog/catalog.ts'
import { type Format, formats } from '../../feed/channel.ts'
import { html, type Markup } from '../../text/html.ts'
import type { Language } from '../../text/language.ts'
import { feedMediaTypes, paths } from '../urls.ts'
import { pageWordingFor } from '../wording.ts'

export const formatNames: Readonly<Record<Format, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** A feed that a page is about, and what it is called. */
export interface PageFeed {
  readonly title: string
  readonly tagSlug: string | null
}

/** A page without what all pages have in common. */
export interface Page {
  readonly path: string
  readonly title: string
  readonly titleLanguage?: Language
  /** What a search engine or a link preview says of it, in plain text. */
  readonly description: string
  /** The page's own feed first. */
  readonly feeds: readonly PageFeed[]
  /** What stands in the head besides. */
  readonly head?: Markup
  /** `article` for an entry, `website` for all else (ogp.me). */
  readonly kind?: 'article' | 'website'
  /** Whether search engines should keep it. */
  readonly isIndexed?: boolean
  readonly main: Markup
}

/** The feed of the whole site, as a page names it. */
export function siteFeed({ site }: Catalog): PageFeed {
  return { title: site.title, tagSlug: null }
}

/** A whole page. */
export function layout({ site }: Catalog, page: Page): string {
  const wording = pageWordingFor(site.language)
  const isHome = page.path === paths.home
  const title = isHome ? site.title : `${page.title} · ${site.title}`
  const navigation: readonly (readonly [string, string])[] = [
    [paths.days, wording.days],
    [paths.tags, wording.tags],
    [paths.search, wording.search],
    [paths.subscribe, wording.subscribe],
  ]
  return html`<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${page.isIndexed === false ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${site.origin}${page.path}">`}
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${page.title}">
<meta property="og:type" content="${page.kind ?? 'website'}">
<meta property="og:url" content="${site.origin}${page.path}">
<meta property="og:description" content="${page.description}">
<meta property="og:image" content="${site.origin}${paths.iconPng}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${paths.style}">
<link rel="icon" href="${paths.icon}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${paths.iconPng}">
${page.feeds.flatMap(autodiscovery)}${page.head ?? html``}</head>
<body>
<a class="skip" href="#main">${wording.skip}</a>
<header class="site">
<p class="name"><a href="${paths.home}" rel="home">${site.title}</a></p>
<nav aria-label="${site.title}"><ul>${navigation.map(
    ([path, words]) => html`<li><a href="${path}"${page.path === path ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}</ul></nav>
</header>
<main id="main">
${page.main}
</main>
<footer class="site">
<ul class="feeds">${page.feeds.map(({ title: name, tagSlug }) => html`<li>${name}: ${feedAnchors(tagSlug)}</li>\n`)}</ul>
<p>${
    site.author.url === null ? site.author.name : html`<a href="${site.author.url}" rel="author">${site.author.name}</a>`
  }${site.license === null ? '' : html` · ${wording.licence}: ${licence(site.license.name)}`}</p>
</footer>
</body>
</html>
`.html
}

function licence(name: string): Markup {
  return html`<span lang="en">${name}</span>`
}

/** Autodiscovery (rssboard.org/rss-autodiscovery): one link for each format of a feed the page is about. */
function autodiscovery({ title, tagSlug }: PageFeed): readonly Markup[] {
  return formats.map(
    (format) =>
      html`<link rel="alternate" type="${feedMediaTypes[format]}" title="${title} (${formatNames[format]})" href="${paths.feed(format, tagSlug)}">\n`,
  )
}

/** A feed's three addresses. */
export function feedAnchors(tagSlug: string | null): Markup {
  return html`<span class="formats">${formats.map(
    (format) => html`<a href="${paths.feed(format, tagSlug)}" type="${feedMediaTypes[format]}">${formatNames[format]}</a> `,
  )}</span>`
}
