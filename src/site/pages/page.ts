import type { ChannelKind } from '../../catalog/catalog.ts'
import type { Markup } from '../../text/html.ts'
import type { PagePicture } from '../pictures.ts'
import { paths } from '../urls.ts'

/** Every kind of page there is. A new one has to stand in the table here and in the sitemap's. */
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
  | 'year'
  | 'month'
  | 'everyYear'
  | 'selection'

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
  year: kept,
  month: kept,
  // It gathers what stands on the pages of days.
  everyYear: { isIndexed: false, ogType: 'website' },
  // There are more of them than anybody could read.
  selection: { isIndexed: false, ogType: 'website' },
}

/** The part of the site that a kind of page belongs to, by the page that leads to it; null where it is in none. */
export const sections: Readonly<Record<PageKind, string | null>> = {
  home: null,
  tags: paths.tags,
  tag: paths.tags,
  days: paths.days,
  day: paths.days,
  year: paths.days,
  month: paths.days,
  everyYear: paths.days,
  entry: paths.days,
  author: null,
  selection: paths.tags,
  archive: null,
  subscribe: paths.subscribe,
  search: paths.search,
  embed: paths.subscribe,
  extension: paths.subscribe,
  feed: paths.subscribe,
  missing: null,
}

/** The kind of a channel's own page. */
export const pageOfChannel: { readonly site: 'home'; readonly tag: 'tag'; readonly author: 'author' } & Readonly<
  Record<ChannelKind, PageKind>
> = { site: 'home', tag: 'tag', author: 'author' }

/** A channel's feeds as a page names them. */
export interface PageFeed {
  readonly title: string
  /** The folder of the channel. */
  readonly folder: string
}

/** The kinds of page that have a picture of their own for link previews, or another's in its place. */
type PicturedKind = 'entry' | 'day' | 'tag'

/** A page without what all pages have in common. */
export type Page = PicturedPage | OrdinaryPage

interface PicturedPage extends PageParts {
  readonly kind: PicturedKind
  /** What shows it in link previews; null where there is no picture. */
  readonly picture: PagePicture | null
}

interface OrdinaryPage extends PageParts {
  readonly kind: Exclude<PageKind, PicturedKind>
}

interface PageParts {
  readonly path: string
  readonly title: string
  /** What a search engine or a link preview says of it, in plain text. */
  readonly description: string
  /** The page's own feed first. */
  readonly feeds: readonly PageFeed[]
  /** What stands in the head besides. */
  readonly head: Markup | null
  readonly main: Markup
}
