import { folderOf } from '../catalog/channels.ts'
import { isFeedPath } from './urls.ts'

/** A canonical path below a channel, taken apart. Whether there is such a channel, or such a file, its form doesn't tell. */
export interface ChannelPath {
  /** As catalog and ledger write it: empty, `tags/정렬`. */
  readonly folder: string
  /** The number of the archive that it lies in; null of what lies in none. */
  readonly archive: number | null
  /** The last part of the path, empty where it ends in a slash. */
  readonly file: string
}

const channelPath = new RegExp(
  `^/(?:(?<top>${folderOf('tag')}|${folderOf('author')})(?<slug>[^/]+)/)?(?:archive/(?<archive>[1-9]\\d*)/)?(?<file>[^/]*)$`,
)

/** Takes a path apart; null where no path below a channel has such a form. */
export function channelPathOf(path: string): ChannelPath | null {
  const groups = channelPath.exec(path)?.groups
  if (groups === undefined) return null
  const { top = '', slug = '', archive, file = '' } = groups
  const decoded = decodedSlug(slug)
  return decoded === null ? null : { folder: top + decoded, archive: archive === undefined ? null : Number(archive), file }
}

/** A slug from the one way to percent-encode it that is canonical; null from any other text. */
function decodedSlug(encoded: string): string | null {
  try {
    const slug = decodeURIComponent(encoded)
    return encodeURIComponent(slug) === encoded ? slug : null
  } catch {
    return null
  }
}

/** The folder of the channel that the feed at this path belongs to; null where no feed that is polled has such a path. */
export function folderOfFeed(path: string): string | null {
  const parts = isFeedPath(path) ? channelPathOf(path) : null
  return parts === null || parts.archive !== null ? null : parts.folder
}

/** The path of the page that a browser is shown at the path of a polled feed; null of any other path. */
export function viewOf(path: string): string | null {
  return folderOfFeed(path) === null ? null : `/view${path}/`
}

/** The path of the polled feed that a page is shown at; null where the path is none of such a page. */
export function feedViewedAt(path: string): string | null {
  const [, feed] = /^\/view(\/.+)\/$/.exec(path) ?? []
  return feed === undefined || folderOfFeed(feed) === null ? null : feed
}
