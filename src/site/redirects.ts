import { type Catalog, type Channel, type ChannelKind, folderOf } from '../catalog/catalog.ts'
import { citationFormats } from '../citations/citation-formats.ts'
import { archivesOf, wholeArchives } from '../feed/cuts.ts'
import { formats } from '../feed/formats.ts'
import { calendarOf } from './calendar.ts'
import { dayNumberOf } from './manifest.ts'
import { paths } from './urls.ts'

/** Folders whose tag or entry is now called or spelled otherwise: their pages and feeds lead to the new one's. */
export function movedFolders(catalog: Catalog): Readonly<Record<string, string>> {
  const { aliases, removed } = catalog
  const channels = new Map(catalog.channels.map((channel) => [channel.folder, channel]))
  const ofAlias = ([old, now]: readonly [string, string]): readonly (readonly [string, string])[] => {
    const [from, to] = [old, now].map((slug) => folderOf('tag', slug)) as [string, string]
    const channel = channels.get(to)
    const archives = Array.from({ length: channel === undefined ? 0 : archivesIn(catalog, channel).length }, (_, index) => index + 1)
    return [
      [paths.at(from), paths.at(to)],
      ...archives.map((number) => [paths.archiveFolder(from, number), paths.archiveFolder(to, number)] as const),
    ]
  }
  return Object.fromEntries([...[...aliases].flatMap(ofAlias), ...[...removed.moved].map(([old, now]) => [paths.at(old), paths.at(now)])])
}

/**
 * The folder of each channel's next archive, to which the last full one leads already, since it must never change: until
 * there is a next one, the subscription document holds what it will. The same below the former folders of a tag.
 */
export function upcomingFolders(catalog: Catalog): Readonly<Record<string, string>> {
  const formers = Map.groupBy(catalog.aliases.keys(), (old) => folderOf('tag', catalog.aliases.get(old)))
  return Object.fromEntries(
    catalog.channels.flatMap((channel) => {
      const archives = archivesIn(catalog, channel)
      const count = archives.length
      const folders = [channel.folder, ...(formers.get(channel.folder) ?? []).map((old) => folderOf('tag', old))]
      return archives.at(-1)?.isFull !== true
        ? []
        : folders.map((folder) => [paths.archiveFolder(folder, count + 1), paths.at(channel.folder)])
    }),
  )
}

/** A page that was removed with its citations. */
function withCitations(page: string): readonly string[] {
  return [page, ...citationFormats.map((format) => paths.citation(page, format))]
}

/** What goes with the feeds of a channel. An author's page may outlive them: it is said to be gone by itself. */
const goneWithChannel: Readonly<Record<ChannelKind, (page: string) => readonly string[]>> = {
  site: () => [],
  tag: withCitations,
  author: () => [],
}

/** The paths of entries, days, channels and archives that are no more, a channel's feeds among them. */
export function gonePaths(catalog: Catalog): readonly string[] {
  const { removed } = catalog
  const authorsGone = removed.goneChannels.some(({ kind }) => kind === 'author')
  const hasAuthorFeeds = catalog.channels.some(({ key }) => key.kind === 'author')
  return [
    ...removed.goneEntries.map(paths.at).flatMap((page) => [...withCitations(page), paths.oembed(page)]),
    ...removed.goneDays.map(paths.day),
    ...goneCalendar(catalog),
    ...removed.goneChannels.flatMap(({ kind, slug }) => [
      ...goneWithChannel[kind](paths.at(folderOf(kind, slug))),
      ...formats.map((format) => paths.feed(format, folderOf(kind, slug))),
    ]),
    ...removed.goneAuthors.map(paths.author),
    ...(authorsGone && !hasAuthorFeeds ? [paths.authorsOpml] : []),
    ...goneArchives(catalog),
  ]
}

/** The paths of years, months and days of every year that had entries and have none any more. */
function goneCalendar({ days, removed }: Catalog): readonly string[] {
  const numbersOf = (some: readonly string[]): readonly number[] => some.map(dayNumberOf).toSorted((one, other) => one - other)
  const ever = calendarOf(numbersOf([...days.map(({ day }) => day), ...removed.goneDays]))
  const parts = [...removed.goneDays].flatMap((day) => [day.slice(0, 4), day.slice(0, 7), day.slice(5)])
  const there = new Set(days.flatMap(({ day }) => [day.slice(0, 4), day.slice(0, 7), day.slice(5)]))
  const gone = new Set(parts.filter((part) => !there.has(part)))
  return [
    ...ever.years.filter((year) => gone.has(year)).map(paths.year),
    ...ever.months.filter((month) => gone.has(month)).map(paths.month),
    ...ever.everyYear.filter((dayOfYear) => gone.has(dayOfYear)).map(paths.everyYear),
  ]
}

/** The paths of the archives of channels that are no more. A channel that is there keeps all that it ever had. */
function goneArchives({ removed, aliases, sequences, archiveSize }: Catalog): readonly string[] {
  const folders = [
    ...removed.goneChannels.map(({ kind, slug }) => folderOf(kind, slug)),
    ...[...aliases.keys()].map((slug) => folderOf('tag', slug)),
  ]
  return folders.flatMap((folder) => {
    const whole = wholeArchives({ sequence: sequences.get(folder) ?? [] }, archiveSize)
    // One more, which the last full one led to.
    return Array.from({ length: whole === 0 ? 0 : whole + 1 }, (_, index) => index + 1).flatMap((number) => [
      paths.archiveFolder(folder, number),
      ...formats.map((format) => paths.archive(format, folder, number)),
    ])
  })
}

function archivesIn({ site, archiveSize }: Catalog, channel: Channel): ReturnType<typeof archivesOf> {
  return archivesOf(channel, { feedSize: site.feedSize, archiveSize })
}
