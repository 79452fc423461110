import type { Channel, ChannelKind, Tag } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html, type Markup } from '../../text/html.ts'
import type { PagePicture } from '../pictures.ts'
import { paths } from '../urls.ts'
import { tagLink } from './entry-parts.ts'
import type { Frame } from './frame.ts'
import type { HomeParts } from './home.ts'
import { pager } from './pager.ts'

/** What the page of a channel shows besides its feeds: at home the latest days and the most used tags, elsewhere tags. */
export interface ChannelParts {
  readonly home: HomeParts
  /** The tags that its entries often have besides. */
  readonly beside: readonly Tag[]
  /** What shows a tag in link previews; null where there is no picture, and of any other channel. */
  readonly picture: PagePicture | null
}

const headings: Readonly<Record<ChannelKind, (name: string) => string | null>> = {
  site: () => null,
  tag: (name) => `#${name}`,
  author: (name) => name,
}

/** What stands above a channel's entries: `#정렬`, `Grace Hopper`. Null for the site, whose name every page bears. */
export function headingOf({ key, name }: Pick<Channel, 'key' | 'name'>): string | null {
  return headings[key.kind](name)
}

/** Beside a channel's entries: the tags that they often have, and whatever else. */
export function tagsBeside({ words }: Frame, tags: readonly Tag[], rest: Markup | null = null): Markup {
  const often =
    tags.length === 0
      ? null
      : html`<section aria-labelledby="often"><h2 id="often">${words.oftenTagged}</h2>
<p class="tags">${tags.map(tagLink)}</p></section>
`
  return html`<div class="aside">
${often}${rest}</div>`
}

/** The way from a channel's latest entries to the newest of its archives; nothing where it has none. */
export function olderLink(frame: Frame, { channel, archives }: ChannelDocuments): Markup | null {
  if (archives.length === 0) return null
  const { words } = frame
  const path = paths.archiveFolder(channel.folder, archives.length)
  return pager(frame, words.latest, { path, words: html`${words.archive(archives.length)}`, language: null }, null)
}
