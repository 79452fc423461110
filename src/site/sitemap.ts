import type { Catalog } from '../catalog/catalog.ts'
import { escapeXml } from '../text/xml.ts'
import { paths } from './urls.ts'

/** What a sitemap may hold at most (sitemaps.org, protocol). */
const mostUrls = 50_000

/** The pages that search engines should know, with the day on which each entry last changed (sitemaps.org, protocol). */
export function sitemapOf({ site, entries, days, tags }: Catalog): string {
  const url = (path: string, changed: Date | null): string =>
    `<url><loc>${escapeXml(site.origin + path)}</loc>${changed === null ? '' : `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>`}</url>\n`
  const urls = [
    ...[paths.home, paths.days, paths.tags, paths.subscribe, paths.search, paths.embed].map((path) => url(path, null)),
    ...entries.map(({ day, name, updated }) => url(paths.entry(day, name), updated)),
    ...days.map(({ day }) => url(paths.day(day), null)),
    ...tags.map(({ tag }) => url(paths.tag(tag.slug), null)),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.slice(0, mostUrls).join('')}</urlset>
`
}

/** Where crawlers find the sitemap (RFC 9309 §2.2.4); nothing is closed to them. */
export function robotsOf(origin: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${origin}${paths.sitemap}\n`
}
