import type { Catalog, Channel, ChannelKind } from '../catalog/catalog.ts'
import { citationFormats } from '../citations/citation-formats.ts'
import type { ChannelDocuments, DocumentOfEntries } from '../feed/channel-documents.ts'
import { formats } from '../feed/formats.ts'
import { frequentTags } from './frequent-tags.ts'
import { type Group, type Making, page } from './group.ts'
import { entryDigest } from './inputs.ts'
import type { ChannelRow } from './manifest.ts'
import { packKeys } from './pack-keys.ts'
import { archivePage } from './pages/archive.ts'
import { authorChannelPage } from './pages/author.ts'
import type { ChannelParts } from './pages/channel-parts.ts'
import { feedPage } from './pages/feed.ts'
import type { Frame } from './pages/frame.ts'
import { type HomeParts, homePage, homePartsOf } from './pages/home.ts'
import { tagPage } from './pages/tag.ts'
import type { ChosenPictures } from './pictures.ts'
import { paths } from './urls.ts'

/** Whether the papers of a channel's entries can be had as citations below its page. */
const hasCitations: Readonly<Record<ChannelKind, boolean>> = { site: false, tag: true, author: false }

/**
 * From so many papers on each format of their citations has a pack of its own. A paper takes 0.8 kB of gzip in the three
 * formats together, in the benchmark's corpus; with abstracts five times as long these would be 10 MB.
 */
const papersApart = 2_500

/** How the citations of a channel are packed. */
export function citationPacksOf({ key, entries }: Channel): ChannelRow[4] {
  if (!hasCitations[key.kind]) return 'none'
  return entries.length > papersApart ? 'apart' : 'together'
}

const channelPages: Readonly<Record<ChannelKind, (frame: Frame, documents: ChannelDocuments, parts: ChannelParts) => string>> = {
  site: homePage,
  tag: tagPage,
  author: authorChannelPage,
}

/** The groups of one channel: its page with its feeds, which change at once; an archive in its formats; its citations. */
export function* groupsOfChannel(
  { catalog, pictures, group, written }: Making,
  channel: Channel,
  documents: ChannelDocuments,
): Generator<Group> {
  const { key, folder, changed } = channel
  const { subscription, archives } = documents
  const parts = partsOf(catalog, channel, pictures)
  const { home, beside, picture } = parts
  yield group(
    packKeys.channel(folder),
    [
      documents.channel,
      documents.count,
      archives.length,
      inputsOf(subscription),
      changed,
      home.tags,
      home.latest.map(entryDigest),
      beside,
      picture,
    ],
    () => [
      page(paths.at(folder), channelPages[key.kind](catalog, documents, parts)),
      ...written.feeds(subscription, changed, (format) => paths.feed(format, folder)),
      ...formats.map((format) => page(paths.feedView(format, folder), feedPage(catalog, documents, format))),
    ],
    folder,
  )
  yield* citationGroups({ group, written }, channel)
  for (const [index, archive] of archives.entries()) {
    const number = index + 1
    const modified = modifiedOf(archive.ids, catalog.lastModified.ofEntries)
    // Only the last archive's page leads to the channel's own: not to be made again whenever the channel has one entry more.
    const known = [documents.channel, subscription.document.title, number, number === archives.length]
    yield group(packKeys.archive(folder, number), [known, inputsOf(archive), modified], () => [
      page(paths.archiveFolder(folder, number), archivePage(catalog, documents, number)),
      ...written.feeds(archive, modified, (format) => paths.archive(format, folder, number)),
    ])
  }
}

/** What the page of a channel shows besides its feeds. */
export function partsOf(catalog: Catalog, { key, entries }: Channel, pictures: Pick<ChosenPictures, 'ofTag'>): ChannelParts {
  if (key.kind === 'site') return { home: homePartsOf(catalog), beside: [], picture: null }
  const tag = key.kind === 'tag' ? key.slug : null
  return { home: noHome, beside: frequentTags(entries, tag), picture: tag === null ? null : pictures.ofTag(tag) }
}

const noHome: HomeParts = { latest: [], tags: [] }

function* citationGroups({ group, written }: Pick<Making, 'group' | 'written'>, channel: Channel): Generator<Group> {
  const { folder, entries } = channel
  const packs = citationPacksOf(channel)
  if (packs === 'none') return
  const inputs = written.papersDigest(entries)
  if (packs === 'together')
    yield group(packKeys.citations(folder, null), inputs, () => written.citations(paths.at(folder), entries, citationFormats))
  else
    for (const format of citationFormats)
      yield group(packKeys.citations(folder, format), inputs, () => written.citations(paths.at(folder), entries, [format]))
}

function inputsOf({ document, entries }: DocumentOfEntries): unknown {
  return [document, entries.map(entryDigest)]
}

/** When an archive last changed: the latest change of an item that it has or had; null where one isn't recorded as it is now. */
function modifiedOf(ids: readonly string[], changes: Catalog['lastModified']['ofEntries']): Date | null {
  let time = Number.NEGATIVE_INFINITY
  for (const id of ids) {
    const changed = changes.get(id) ?? null
    if (changed === null) return null
    time = Math.max(time, changed.getTime())
  }
  return time === Number.NEGATIVE_INFINITY ? null : new Date(time)
}
