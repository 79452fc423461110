import { type Catalog, type Channel, folderOf } from '../catalog/catalog.ts'
import { citationFormats } from '../citations/formats.ts'
import { archiveCount } from '../feed/channel-documents.ts'
import { formats } from '../feed/formats.ts'
import { paths } from './urls.ts'

/** The pages that browsers are shown at the paths of feeds: from a feed's path to its page's. */
export function feedViews({ channels }: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    channels.flatMap(({ folder }) => formats.map((format) => [paths.feed(format, folder), paths.feedView(format, folder)])),
  )
}

/** Folders whose tag or entry is now called otherwise: their pages and feeds lead to the new one's. */
export function movedFolders(catalog: Catalog): Readonly<Record<string, string>> {
  const { aliases, removed } = catalog
  const channels = new Map(catalog.channels.map((channel) => [channel.folder, channel]))
  const ofAlias = ([old, now]: readonly [string, string]): readonly (readonly [string, string])[] => {
    const [from, to] = [old, now].map((slug) => folderOf({ kind: 'tag', slug })) as [string, string]
    const channel = channels.get(to)
    const archives = Array.from({ length: channel === undefined ? 0 : archivesOf(catalog, channel) }, (_, index) => index + 1)
    return [
      [paths.at(from), paths.at(to)],
      ...archives.map((number) => [paths.archiveFolder(from, number), paths.archiveFolder(to, number)] as const),
    ]
  }
  return Object.fromEntries([...[...aliases].flatMap(ofAlias), ...[...removed.moved].map(([old, now]) => [paths.at(old), paths.at(now)])])
}

/**
 * The folder of each channel's next archive, to which the last full one leads already, since it must never change: until
 * the next is full, the subscription document holds what it will.
 */
export function upcomingFolders(catalog: Catalog): Readonly<Record<string, string>> {
  return Object.fromEntries(
    catalog.channels.flatMap((channel) => {
      const count = archivesOf(catalog, channel)
      return count === 0 ? [] : [[paths.archiveFolder(channel.folder, count + 1), paths.at(channel.folder)]]
    }),
  )
}

/** The paths of entries, days, channels and archives that are no more, a channel's feeds among them. */
export function gonePaths(catalog: Catalog): readonly string[] {
  const { removed } = catalog
  const withCitations = (page: string): readonly string[] => [page, ...citationFormats.map((format) => paths.citation(page, format))]
  const feedsOf = (folder: string): readonly string[] => formats.map((format) => paths.feed(format, folder))
  const tagFolders = removed.goneTags.map((slug) => folderOf({ kind: 'tag', slug }))
  const hasAuthorFeeds = catalog.channels.some(({ key }) => key.kind === 'author')
  return [
    ...removed.goneEntries.map(paths.at).flatMap(withCitations),
    ...removed.goneDays.map(paths.day),
    ...tagFolders.flatMap((folder) => [...withCitations(paths.at(folder)), ...feedsOf(folder)]),
    ...removed.goneAuthors.map(paths.author),
    ...removed.goneAuthorFeeds.flatMap((slug) => feedsOf(folderOf({ kind: 'author', slug }))),
    ...(removed.goneAuthorFeeds.length > 0 && !hasAuthorFeeds ? [paths.authorsOpml] : []),
    ...goneArchives(catalog),
  ]
}

/** The paths of archives that there were before entries were removed, behind the one that is yet to come. */
function goneArchives(catalog: Catalog): readonly string[] {
  const { feedSize } = catalog.site
  const there = new Map(catalog.channels.map((channel) => [channel.folder, archivesOf(catalog, channel)]))
  return [...archivedFolders(catalog)].flatMap(([folder, ever]) => {
    const count = there.get(folder) ?? 0
    const first = (count === 0 ? 0 : count + 1) + 1
    // One more, which the last full one led to.
    const before = ever > feedSize ? Math.floor(ever / feedSize) + 1 : 0
    return Array.from({ length: Math.max(0, before - first + 1) }, (_, index) =>
      formats.map((format) => paths.archive(format, folder, first + index)),
    ).flat()
  })
}

/** How many items each channel that was ever served has ever had, by its folder. */
function archivedFolders({ channels, removed, aliases }: Catalog): ReadonlyMap<string, number> {
  const gone = [
    ...[...removed.goneTags, ...aliases.keys()].map((slug) => folderOf({ kind: 'tag', slug })),
    ...removed.goneAuthorFeeds.map((slug) => folderOf({ kind: 'author', slug })),
  ]
  return new Map([
    ...channels.map(({ folder, itemsEver }) => [folder, itemsEver] as const),
    ...gone.map((folder) => [folder, removed.itemsEver.get(folder) ?? 0] as const),
  ])
}

function archivesOf({ site }: Catalog, { entries }: Channel): number {
  return archiveCount(entries, site.feedSize)
}
