import { type Catalog, channelsOfKind } from '../catalog/catalog.ts'
import { views } from '../selections/views.ts'
import { escapeXml } from '../text/xml.ts'
import type { PageKind } from './pages/page.ts'
import { paths } from './urls.ts'

/** What a sitemap may hold at most (sitemaps.org, protocol). */
const mostUrls = 50_000

/** A page in the sitemap; null where nothing tells when it last changed. */
type Listed = readonly [path: string, changed: Date | null]

const one =
  (path: string): (() => readonly Listed[]) =>
  () => [[path, null]]
const none = (): readonly Listed[] => []

/** Which pages of each kind search engines should know. What the others hold stands on these too. */
const listed: Readonly<Record<PageKind, (catalog: Catalog) => readonly Listed[]>> = {
  home: one(paths.home),
  days: one(paths.days),
  tags: one(paths.tags),
  subscribe: one(paths.subscribe),
  search: one(paths.search),
  embed: one(paths.embed),
  entry: ({ entries }) => entries.map(({ day, name, updated }) => [paths.entry(day, name), updated]),
  day: ({ days }) => days.map(({ day }) => [paths.day(day), null]),
  tag: (catalog) => channelsOfKind(catalog, 'tag').map(({ folder }) => [paths.at(folder), null]),
  author: none,
  archive: none,
  extension: none,
  feed: none,
  missing: none,
  selection: none,
  year: (catalog) => partsOf(catalog, 4).map((year) => [paths.year(year), null]),
  month: (catalog) => partsOf(catalog, 7).map((month) => [paths.month(month), null]),
  everyYear: none,
}

/** The years or months that have entries, by how many characters of a day name one. */
function partsOf({ days }: Catalog, characters: 4 | 7): readonly string[] {
  return [...new Set(days.map(({ day }) => day.slice(0, characters)))]
}

/** The pages that search engines should know, with the day on which each entry last changed (sitemaps.org, protocol). */
export function sitemapOf(catalog: Catalog): string {
  const urls = Object.values(listed).flatMap((pagesOf) =>
    pagesOf(catalog).map(([path, changed]) => {
      const lastmod = changed === null ? '' : `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>`
      return `<url><loc>${escapeXml(catalog.site.origin + path)}</loc>${lastmod}</url>\n`
    }),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.slice(0, mostUrls).join('')}</urlset>
`
}

/**
 * What addresses of selections, views and digests have below `/tags/` that no tag's page has: there are more of them than a
 * crawler could ever fetch.
 */
const closed = ['+', ',', '!', '@', ':', ...[...views, 'daily', 'weekly'].map((folder) => `/${folder}/`)]

/** Where crawlers find the sitemap (RFC 9309 §2.2.4). Selections of entries are closed to them, and nothing else. */
export function robotsOf(origin: string): string {
  return `User-agent: *\nAllow: /\n${closed.map((part) => `Disallow: ${paths.tags}*${part}\n`).join('')}\nSitemap: ${origin}${paths.sitemap}\n`
}
