import type { Markup } from '../../text/html.ts'
import type { Language } from '../../text/language.ts'

/** Every kind of page there is. Here and in the sitemap a table says of each what has to be said of it. */
export type PageKind =
  | 'home'
  | 'tags'
  | 'tag'
  | 'days'
  | 'day'
  | 'entry'
  | 'author'
  | 'archive'
  | 'subscribe'
  | 'search'
  | 'embed'
  | 'extension'
  | 'feed'
  | 'missing'

interface KindFacts {
  /** Whether search engines should keep such a page. */
  readonly isIndexed: boolean
  /** What link previews take it for (ogp.me, “Object Types”). */
  readonly ogType: 'article' | 'website'
}

const kept: KindFacts = { isIndexed: true, ogType: 'website' }

export const pageFacts: Readonly<Record<PageKind, KindFacts>> = {
  home: kept,
  tags: kept,
  tag: kept,
  days: kept,
  day: kept,
  entry: { isIndexed: true, ogType: 'article' },
  author: kept,
  archive: kept,
  subscribe: kept,
  search: kept,
  embed: kept,
  extension: kept,
  feed: { isIndexed: false, ogType: 'website' },
  missing: { isIndexed: false, ogType: 'website' },
}

/** A channel's feeds as a page names them. */
export interface PageFeed {
  readonly title: string
  /** The channel's. */
  readonly folder: string
}

/** A page without what all pages have in common. */
export interface Page {
  readonly kind: PageKind
  readonly path: string
  readonly title: string
  readonly titleLanguage?: Language
  /** What a search engine or a link preview says of it, in plain text. */
  readonly description: string
  /** The page's own feed first. */
  readonly feeds: readonly PageFeed[]
  /** What stands in the head besides. */
  readonly head: Markup | null
  readonly main: Markup
}
