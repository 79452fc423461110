import type { Channel, ChannelKind } from '../../catalog/catalog.ts'
import type { ChannelDocuments } from '../../feed/channel-documents.ts'
import { html, type Markup } from '../../text/html.ts'
import { paths } from '../urls.ts'
import type { Frame } from './frame.ts'
import { feedAnchors } from './layout.ts'
import { pager } from './pager.ts'

const headings: Readonly<Record<ChannelKind, (name: string) => string | null>> = {
  site: () => null,
  tag: (name) => `#${name}`,
  author: (name) => name,
}

/** What stands above a channel's entries: `#정렬`, `Grace Hopper`. Null for the site, whose name every page bears. */
export function headingOf({ key, name }: Pick<Channel, 'key' | 'name'>): string | null {
  return headings[key.kind](name)
}

/** The addresses of a channel's feeds, where a person can't miss them. */
export function subscribeBox({ words }: Frame, { folder }: Pick<Channel, 'folder'>): Markup {
  return html`<p class="subscribe"><strong>${words.subscribe}</strong> ${feedAnchors(folder)}</p>`
}

/** The way from a channel's latest entries to the newest of its archives; nothing where it has none. */
export function olderLink(frame: Frame, { channel, archives }: ChannelDocuments): Markup | null {
  if (archives.length === 0) return null
  const { words } = frame
  const path = paths.archiveFolder(channel.folder, archives.length)
  return pager(frame, words.latest, { path, words: html`${words.archive(archives.length)}`, language: null }, null)
}
