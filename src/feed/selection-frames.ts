import type { Catalog } from '../catalog/catalog.ts'
import type { Addresses } from './addresses.ts'
import type { FeedDocument } from './feed-document.ts'
import { type FeedUrls, inEachFormat } from './formats.ts'
import { type FrameKind, type FrameTemplates, frameMarks, frameName } from './frame-marks.ts'
import { writeFrame } from './writer.ts'

const kinds: readonly FrameKind[] = (['current', 'full', 'open', 'last'] as const).flatMap((place) =>
  [false, true].map((hasPrevious) => ({ place, hasPrevious })),
)

/**
 * The frames of selections' feeds, with marks that a worker fills in. They are written as every other channel's frames are. A
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
  const documentOf = ({ place, hasPrevious }: FrameKind): FeedDocument => ({
    id: `https://${site.authority}${new URL(homeUrl).pathname}`,
    title: frameMarks.title,
    description: frameMarks.description,
    language: site.language,
    homeUrl,
    feedUrls: place !== 'current' ? archiveUrls(frameMarks.archive) : addresses.feedUrls(folder),
    archives: {
      isArchive: place === 'full',
      previous: hasPrevious ? archiveUrls(frameMarks.previous) : null,
      next: place === 'full' || place === 'open' ? archiveUrls(frameMarks.next) : null,
      current: place !== 'current' ? addresses.feedUrls(folder) : null,
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
