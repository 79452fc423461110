import type { Catalog } from '../catalog/catalog.ts'
import type { Addresses } from './addresses.ts'
import type { FeedDocument } from './feed-document.ts'
import { type FeedUrls, inEachFormat } from './formats.ts'
import { type FrameKind, type FrameTemplates, frameMarks, frameName } from './frame-marks.ts'
import { writeFrame } from './writer.ts'

const kinds: readonly FrameKind[] = [
  { isArchive: false, hasPrevious: false, hasNext: false },
  { isArchive: false, hasPrevious: true, hasNext: false },
  // Where a full archive ends another begins, even if it is yet to come: it always has a next one.
  { isArchive: true, hasPrevious: false, hasNext: true },
  { isArchive: true, hasPrevious: true, hasNext: true },
]

/**
 * The frames of the feeds of selections, which a worker fills in: written as those of every other channel are, with marks. A
 * selection names no hub: nobody would ping it.
 */
export function selectionFrames(
  catalog: Pick<Catalog, 'site'>,
  addresses: Addresses,
  folder: string,
): Readonly<Record<string, FrameTemplates>> {
  const { site } = catalog
  const homeUrl = addresses.channelUrl(folder)
  const archiveUrls = (number: number): FeedUrls => addresses.archiveUrls(folder, number)
  const documentOf = ({ isArchive, hasPrevious, hasNext }: FrameKind): FeedDocument => ({
    id: `https://${site.authority}${new URL(homeUrl).pathname}`,
    title: frameMarks.title,
    description: frameMarks.description,
    language: site.language,
    homeUrl,
    feedUrls: isArchive ? archiveUrls(frameMarks.archive) : addresses.feedUrls(folder),
    archives: {
      isArchive,
      previous: hasPrevious ? archiveUrls(frameMarks.previous) : null,
      next: hasNext ? archiveUrls(frameMarks.next) : null,
      current: isArchive ? addresses.feedUrls(folder) : null,
    },
    updated: frameMarks.updated,
    author: site.author,
    licenseUrl: site.license?.url ?? null,
    hubUrl: null,
    categoryScheme: addresses.categoryScheme,
    iconUrl: addresses.iconUrl,
    smallIconUrl: addresses.smallIconUrl,
    extensionUrl: addresses.extensionUrl,
    tombstones: [],
  })
  return Object.fromEntries(kinds.map((kind) => [frameName(kind), inEachFormat((format) => writeFrame(format, documentOf(kind)))]))
}
