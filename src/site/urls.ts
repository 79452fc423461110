import { folderOf } from '../catalog/channels.ts'
import type { CitationFormat } from '../citations/citation-formats.ts'
import type { Addresses } from '../feed/addresses.ts'
import { type Format, formatFacts, formats, inEachFormat } from '../feed/formats.ts'
import { remembered } from '../text/remembered.ts'
import { slugOf, tagSlugOf } from '../text/slug.ts'

/** How many places of channels are remembered as they are encoded: lists name the same tags thousands of times. */
const mostPlaces = 10_000

const encodedPlace: (place: string) => string = remembered(
  (place) => (place === '' ? '/' : `/${place.split('/').map(encodeURIComponent).join('/')}/`),
  mostPlaces,
)

/**
 * Every address of the site, as a path in its canonical form: percent-encoded UTF-8 of NFC with upper-case digits
 * (RFC 3986 §6.2.2), a slash at the end of whatever isn't a file.
 */
export const paths = {
  home: '/',
  tags: '/tags/',
  days: '/days/',
  subscribe: '/subscribe/',
  /** The digests of the site, which a worker makes. */
  daily: '/daily/',
  weekly: '/weekly/',
  /** What is deployed: the manifest that the worker has, and the entries. A deployment compares itself with them. */
  deployment: '/deployment.json',
  deployedEntries: '/deployment/entries.json',
  /** Leads to the selection that a form asks for. */
  select: '/subscribe/select/',
  opml: '/opml.xml',
  /** The feeds of authors, apart from the others: nobody means to follow a thousand people at once. */
  authorsOpml: '/authors/opml.xml',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  icon: '/icon.svg',
  iconPng: '/icon.png',
  smallIconPng: '/icon-144.png',
  largeIconPng: '/icon-512.png',
  /** A system may cut it into any shape: all that counts lies in the middle four fifths (W3C Web App Manifest, “Icon masks”). */
  maskableIconPng: '/icon-maskable.png',
  /** Where systems look for the icon of a page that is kept on a home screen. */
  touchIcon: '/apple-touch-icon.png',
  webManifest: '/site.webmanifest',
  /** Where browsers and readers look that have read no page. */
  favicon: '/favicon.ico',
  /** A file whose folder is named by what it holds: at one address there is always the same. */
  asset: (hash: string, file: string): string => `/assets/${hash}/${file}`,
  /** A picture for link previews, named by what it says. */
  picture: (name: string): string => `/pictures/${name}.png`,
  /** What stands at a path that leads nowhere, or no longer anywhere. */
  notFound: '/404/',
  gone: '/410/',
  /** The description of what Paperwire adds to JSON Feed. */
  extension: '/json-feed-extension/',
  /** How to show a feed in another blog, and the script that does it. */
  embed: '/embed/',
  embedScript: '/embed.js',
  search: '/search/',
  /** The postings, and the places, of a bucket of a segment of what is searched, all counted from 0, named by what they hold. */
  searchBucket: (segment: number, hash: string, bucket: number): string => `/search/words/${segment}-${hash}/${bucket}.bin`,
  searchPlaces: (segment: number, hash: string, bucket: number): string => `/search/words/${segment}-${hash}/${bucket}-places.bin`,
  /** An entry as results show it, by its number in a block of entries. */
  searchEntry: (block: number, hash: string, entry: number): string => `/search/entries/${block}-${hash}/${entry}.json`,
  searchTags: (hash: string): string => `/search/tags-${hash}.json`,
  day: (day: string): string => `/${day}/`,
  /** `/days/2024/` */
  year: (year: string): string => `/days/${year}/`,
  /** `/days/2024-06/` */
  month: (month: string): string => `/days/${month}/`,
  /** A day of every year: `/days/06-10/`. */
  everyYear: (dayOfYear: string): string => `/days/${dayOfYear}/`,
  entry: (day: string, name: string): string => `/${day}/${encodeURIComponent(name)}/`,
  /** The folder of a place as catalog and ledger write it, before percent-encoding: `tags/정렬`, `2024-06-10/a-title`. */
  at: (place: string): string => encodedPlace(place),
  tag: (slug: string): string => paths.at(folderOf('tag', slug)),
  author: (slug: string): string => paths.at(folderOf('author', slug)),
  /** A channel's feed, below the channel's page. */
  feed: (format: Format, folder: string): string => paths.at(folder) + formatFacts[format].file,
  /** The page that a browser is shown at a feed's address. */
  feedView: (format: Format, folder: string): string => `/view${paths.feed(format, folder)}/`,
  archiveFolder: (folder: string, number: number): string => `${paths.at(folder)}archive/${number}/`,
  archive: (format: Format, folder: string, number: number): string => paths.archiveFolder(folder, number) + formatFacts[format].file,
  /** What others show a link to an entry by (oEmbed), below the entry's page. */
  oembed: (page: string): string => `${page}oembed.json`,
  /** The papers of a tag's or an entry's page, in a file below it. */
  citation: (page: string, format: CitationFormat): string => `${page}citation.${format}`,
} as const

/** The paths of what there is once a site. */
export const pathsOnceASite: readonly string[] = [
  paths.tags,
  paths.days,
  paths.subscribe,
  paths.search,
  paths.embed,
  paths.embedScript,
  paths.extension,
  paths.opml,
  paths.authorsOpml,
  paths.deployedEntries,
  paths.sitemap,
  paths.robots,
  paths.icon,
  paths.iconPng,
  paths.smallIconPng,
  paths.largeIconPng,
  paths.maskableIconPng,
  paths.touchIcon,
  paths.webManifest,
  paths.favicon,
]

/** Whether a canonical path leads to an entry's page. */
export function isEntryPath(path: string): boolean {
  return /^\/\d{4}-\d{2}-\d{2}\/[^/]+\/$/.test(path)
}

/** Whether a canonical path leads to a script or style sheet that is named by what it holds: `/assets/{hash}/{file}`. */
export function isAssetPath(path: string): boolean {
  return /^\/assets\/[0-9a-f]+\/[^/]+$/.test(path)
}

/** What a canonical path leads to of what is searched: a bucket of a segment, or a block of entries, or the tags; null of any other path. */
export type SearchPart =
  | { readonly kind: 'words'; readonly segment: number; readonly bucket: number }
  | { readonly kind: 'entries'; readonly block: number }
  | { readonly kind: 'tags' }

const searchFile = /^\/search\/(words|entries)\/(\d+)-[0-9a-f]{16}\/(\d+)(?:-places)?\.(?:bin|json)$/
const searchTagsFile = /^\/search\/tags-[0-9a-f]{16}\.json$/

export function searchPartAt(path: string): SearchPart | null {
  const [, kind, number, file] = searchFile.exec(path) ?? []
  if (kind === 'words') return { kind, segment: Number(number), bucket: Number(file) }
  if (kind === 'entries') return { kind, block: Number(number) }
  return searchTagsFile.test(path) ? { kind: 'tags' } : null
}

/** Whether what a canonical path leads to is named by what it holds, so that it never changes: assets, and what is searched. */
export function isLastingPath(path: string): boolean {
  return isAssetPath(path) || searchPartAt(path) !== null
}

/** The name of the picture for link previews that a canonical path leads to; null of any other path. */
export function pictureAt(path: string): string | null {
  return /^\/pictures\/([0-9a-f]{16})\.png$/.exec(path)?.[1] ?? null
}

const feedFiles: ReadonlySet<string> = new Set(formats.map((format) => formatFacts[format].file))

/** Whether a canonical path leads to a feed: another document may have its media type, never its file's name. */
export function isFeedPath(path: string): boolean {
  return feedFiles.has(path.slice(path.lastIndexOf('/') + 1))
}

/** The addresses that feeds carry, on the configured origin. */
export function addressesOn(origin: string): Addresses {
  return {
    iconUrl: origin + paths.iconPng,
    smallIconUrl: origin + paths.smallIconPng,
    extensionUrl: origin + paths.extension,
    categoryScheme: `${origin}${paths.tags}`,
    channelUrl: (folder) => origin + paths.at(folder),
    permalinkUrl: (day, name) => origin + paths.entry(day, name),
    feedUrls: (folder) => inEachFormat((format) => origin + paths.feed(format, folder)),
    archiveUrls: (folder, number) => inEachFormat((format) => origin + paths.archive(format, folder, number)),
  }
}

/**
 * The most segments and characters of a path that is read in another than its canonical form, so that the work on a path
 * has a bound. No canonical path has more than five segments, or a segment of more than 80 code points beside short ones.
 */
const [mostSegments, mostCharacters] = [8, 1_500]

/**
 * The canonical paths that a path written otherwise may mean, likeliest first: without empty segments, decoded and in
 * NFC, in lower case, as slugs, with and without a slash at the end. None where the percent-encoding is broken or
 * hides a slash, nor where the path is longer than any of the site. Whether one of them exists is for the caller to look
 * up.
 */
export function canonicalCandidates(pathname: string): readonly string[] {
  if (pathname.length > mostCharacters) return []
  const written = pathname.split('/').filter((segment) => segment !== '')
  if (written.length > mostSegments) return []
  const segments = written.map(decodedSegment)
  if (!segments.every((segment) => segment !== null)) return []
  if (segments.length === 0) return ['/']
  const lower = segments.map((segment) => segment.toLowerCase())
  const [top] = lower
  // Right below /tags/ stands a tag.
  const slugs = segments.map((segment, index) => (index === 1 && top === 'tags' ? tagSlugOf : slugOf)(segment))
  const forms = [segments, lower, slugs, [...slugs.slice(0, -1), lower.at(-1) as string]]
  // A segment of punctuation alone has no slug: without it the path would mean the folder above.
  const whole = forms.filter((form) => !form.includes(''))
  const spelled = whole.map((form) => `/${form.map(encodeURIComponent).join('/')}`).flatMap((path) => [`${path}/`, path])
  const dated = datedPath(lower)
  return [...new Set(dated === null ? spelled : [...spelled, dated])]
}

/** The page of a year, a month or a day that people may mean who write dates otherwise: `/2024/6/`, `/days/2024-6/`, `/days/6/10/`. */
function datedPath(segments: readonly string[]): string | null {
  const isBelowDays = segments[0] === 'days'
  const [, year, rest = ''] =
    /^(?:(\d{4})(?:-|$))?(\d{1,2}(?:-\d{1,2})?)?$/.exec((isBelowDays ? segments.slice(1) : segments).join('-')) ?? []
  const [month, day] = rest.split('-').map((number) => number.padStart(2, '0'))
  if (year === undefined) return isBelowDays && day !== undefined ? paths.everyYear(`${month}-${day}`) : null
  if (rest === '') return paths.year(year)
  return day === undefined ? paths.month(`${year}-${month}`) : paths.day(`${year}-${month}-${day}`)
}

function decodedSegment(segment: string): string | null {
  try {
    const decoded = decodeURIComponent(segment).normalize('NFC')
    return decoded.includes('/') ? null : decoded
  } catch {
    return null
  }
}
