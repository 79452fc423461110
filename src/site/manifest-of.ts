import type { Catalog, Channel, ChannelKind } from '../catalog/catalog.ts'
import type { ChannelDocuments } from '../feed/channel-documents.ts'
import { assets } from './assets.ts'
import { calendarOf, packsOfCalendar } from './calendar.ts'
import { citationPacksOf } from './channel-groups.ts'
import { type ChannelRow, type Manifest, readDayNumbers, writtenDays } from './manifest.ts'
import { shardsFor } from './pack-keys.ts'
import { linkHeader, reviewSignposts } from './pages/paper-metadata.ts'

/** A channel beside its documents. */
interface Documented {
  readonly channel: Channel
  readonly documents: ChannelDocuments
}

/** The manifest of a site without what only its packs tell: their versions, and the hashes of polled feeds, which are empty. */
export function manifestOf(catalog: Catalog, channels: readonly Documented[]): Omit<Manifest, 'versions'> {
  const { site, removed, days, authors, entries } = catalog
  const rows = (kind: ChannelKind): readonly ChannelRow[] =>
    channels.flatMap(({ channel, documents }) => (channel.key.kind === kind ? [rowOf(channel, documents)] : []))
  const formerDays = [...removed.moved.keys(), ...removed.goneEntries].map((path) => path.slice(0, 10))
  const goneAuthors = [...removed.goneAuthors, ...removed.goneChannels.flatMap(({ kind, slug }) => (kind === 'author' ? [slug] : []))]
  const withoutFeeds = [...authors.values()].filter(({ hasFeeds }) => !hasFeeds)
  const written = writtenDays([...new Set([...days.map(({ day }) => day), ...formerDays])])
  return {
    origin: site.origin,
    hubUrl: site.hubUrl,
    entryLinks: linkHeader(reviewSignposts(site)),
    speculationRules: assets()['speculation.json'].path,
    channels: { site: rows('site'), tag: rows('tag'), author: rows('author') },
    days: written,
    calendarPacks: packsOfCalendar(calendarOf(readDayNumbers(written))),
    authorShards: shardsFor(withoutFeeds.length + new Set(goneAuthors).size),
    searched: entries.length,
  }
}

function rowOf(channel: Channel, { archives }: ChannelDocuments): ChannelRow {
  const modified = channel.changed === null ? null : channel.changed.getTime() / 1000
  return [channel.key.slug, '', modified, archives.length, citationPacksOf(channel)]
}

/** The same manifest with these hashes of the channels' polled feeds, by the channels' folders. */
export function withHashes(
  manifest: Omit<Manifest, 'versions'>,
  hashOf: (kind: ChannelKind, slug: string) => string,
): Omit<Manifest, 'versions'> {
  const rows = (kind: ChannelKind): readonly ChannelRow[] =>
    manifest.channels[kind].map(([slug, , ...rest]) => [slug, hashOf(kind, slug), ...rest])
  return { ...manifest, channels: { site: rows('site'), tag: rows('tag'), author: rows('author') } }
}
