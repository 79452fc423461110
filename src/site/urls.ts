import type { CitationFormat } from '../citations/formats.ts'
import type { Addresses, FeedUrls, Format } from '../feed/channel.ts'
import { nfc } from '../text/nfc.ts'
import { slugOf } from '../text/slug.ts'

/**
 * Every address of the site, as a path in its canonical form: percent-encoded UTF-8 of NFC with upper-case digits
 * (RFC 3986 §6.2.2), a slash at the end of whatever isn't a file.
 */
export const paths = {
  home: '/',
  style: '/style.css',
  tags: '/tags/',
  days: '/days/',
  subscribe: '/subscribe/',
  opml: '/opml.xml',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  icon: '/icon.svg',
  iconPng: '/icon.png',
  /** What stands at a path that leads nowhere, or no longer anywhere. */
  notFound: '/404/',
  gone: '/410/',
  /** The description of what Paperwire adds to JSON Feed. */
  extension: '/json-feed-extension/',
  /** How to show a feed in another blog; the script that does it; and the page's own. */
  embed: '/embed/',
  embedScript: '/embed.js',
  embedPageScript: '/embed-form.js',
  search: '/search/',
  searchScript: (name: string): string => `/search/${name}.js`,
  /** Counted from the oldest entries, as archives are. */
  searchIndex: (number: number): string => `/search/${number}.json`,
  tag: (slug: string): string => `/tags/${encodeURIComponent(slug)}/`,
  day: (day: string): string => `/${day}/`,
  entry: (day: string, name: string): string => `/${day}/${encodeURIComponent(name)}/`,
  /** Of a place as the ledger writes it: `2024-06-10/a-title`. */
  entryAt: (place: string): string => `/${place.split('/').map(encodeURIComponent).join('/')}/`,
  author: (slug: string): string => `/authors/${encodeURIComponent(slug)}/`,
  /** What a browser shows at a feed's address. */
  feedView: (format: Format, tagSlug: string | null): string => `/view${paths.feed(format, tagSlug)}/`,
  /** The papers of a tag's or an entry's page, in a file below it. */
  citation: (folder: string, format: CitationFormat): string => `${folder}citation.${format}`,
  archive: (format: Format, tagSlug: string | null, number: number): string =>
    `${paths.archiveFolder(tagSlug, number)}${feedFiles[format]}`,
  archiveFolder: (tagSlug: string | null, number: number): string => `${tagSlug === null ? '/' : paths.tag(tagSlug)}archive/${number}/`,
  feed: (format: Format, tagSlug: string | null): string => `${tagSlug === null ? '/' : paths.tag(tagSlug)}${feedFiles[format]}`,
} as const

/** Whether a canonical path is that of an entry's page. */
export function isEntryPath(path: string): boolean {
  return /^\/\d{4}-\d{2}-\d{2}\/[^/]+\/$/.test(path)
}

/** The last part of a feed's address. */
const feedFiles: Readonly<Record<Format, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }

/** The media types of the feeds: RSS has no registered one, Atom RFC 4287 §7, JSON Feed 1.1 “Suggestions for Publishers”. */
export const feedMediaTypes: Readonly<Record<Format, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** The addresses that feeds carry, on the configured origin. */
export function addressesOn(origin: string): Addresses {
  return {
    homeUrl: `${origin}/`,
    iconUrl: origin + paths.iconPng,
    extensionUrl: origin + paths.extension,
    categoryScheme: `${origin}${paths.tags}`,
    tagUrl: (slug) => origin + paths.tag(slug),
    permalinkUrl: (day, name) => origin + paths.entry(day, name),
    feedUrls: (tagSlug) => inEachFormat((format) => origin + paths.feed(format, tagSlug)),
    archiveUrls: (tagSlug, number) => inEachFormat((format) => origin + paths.archive(format, tagSlug, number)),
  }
}

function inEachFormat(url: (format: Format) => string): FeedUrls {
  return { rss: url('rss'), atom: url('atom'), json: url('json') }
}

/**
 * The canonical paths that a path written otherwise may mean, likeliest first: without empty segments, decoded and in
 * NFC, in lower case, as slugs, with and without a slash at the end. None where the percent-encoding is broken or
 * hides a slash. Whether one of them exists is for the caller to look up.
 */
export function canonicalCandidates(pathname: string): readonly string[] {
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodedSegment)
  if (!segments.every((segment) => segment !== null)) return []
  if (segments.length === 0) return ['/']
  const file = segments.at(-1) as string
  const folders = segments.slice(0, -1)
  const forms = [
    segments,
    segments.map((segment) => segment.toLowerCase()),
    segments.map(slugOf),
    [...folders.map(slugOf), file.toLowerCase()],
  ]
  // A segment of punctuation alone has no slug: without it the path would mean the folder above.
  const whole = forms.filter((form) => !form.includes(''))
  return [...new Set(whole.map((form) => `/${form.map(encodeURIComponent).join('/')}`).flatMap((path) => [`${path}/`, path]))]
}

function decodedSegment(segment: string): string | null {
  try {
    const decoded = nfc(decodeURIComponent(segment))
    return decoded.includes('/') ? null : decoded
  } catch {
    return null
  }
}
