import type { ChannelKind } from '../../catalog/channels.ts'
import { channelRows } from '../../site/pack-keys.ts'
import { type Deployment, packNames } from './deployment.ts'

/** What a deployment changes. */
export interface Changes {
  /** The ids of entries, in the order of the deployment that has them. */
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** The channels whose feeds have other bytes than before, and those that are new. */
  readonly touched: readonly TouchedChannel[]
  /** The channels that have no feeds any more. */
  readonly gone: readonly TouchedChannel[]
  /** The names of the files that are not there yet, and how many there are in all. */
  readonly files: readonly string[]
  readonly allFiles: number
}

export interface TouchedChannel {
  readonly kind: ChannelKind
  readonly slug: string
  readonly folder: string
}

/** @param before null where nothing is known of a deployment before: then all is new */
export function changesBetween(before: Deployment | null, after: Deployment): Changes {
  const versions = new Map(before?.entries)
  const present = new Set(after.entries.map(([id]) => id))
  const hashes = new Map(before === null ? [] : channelRows(before.manifest).map(({ folder, row }) => [folder, row[1]]))
  const rows = channelRows(after.manifest)
  const folders = new Set(rows.map(({ folder }) => folder))
  const names = packNames(after.manifest)
  const there = before === null ? new Set<string>() : packNames(before.manifest)
  return {
    added: after.entries.flatMap(([id]) => (versions.has(id) ? [] : [id])),
    changed: after.entries.flatMap(([id, version]) => (versions.has(id) && versions.get(id) !== version ? [id] : [])),
    removed: (before?.entries ?? []).flatMap(([id]) => (present.has(id) ? [] : [id])),
    touched: rows.flatMap(({ kind, folder, row }) => (hashes.get(folder) === row[1] ? [] : [{ kind, slug: row[0], folder }])),
    gone:
      before === null
        ? []
        : channelRows(before.manifest).flatMap(({ kind, folder, row }) => (folders.has(folder) ? [] : [{ kind, slug: row[0], folder }])),
    files: [...names].filter((name) => !there.has(name)),
    allFiles: names.size,
  }
}

/** Whether a deployment would leave everything as it is. */
export function changesNothing({ files, gone, removed }: Changes): boolean {
  return files.length === 0 && gone.length === 0 && removed.length === 0
}

/** How many of each list are named. */
const mostNamed = 10

/** What to say of changes, before they are made: a line for each kind, below it what is meant. */
export function changesSaid(
  changes: Changes,
  {
    titleOf,
    nameOf,
    held,
    bytes,
  }: {
    /** The title of an entry that is to be live, by its id. */
    readonly titleOf: (id: string) => string | null
    /** The name of a channel that is to be live. */
    readonly nameOf: (folder: string) => string | null
    /** How many entries wait for their day. */
    readonly held: number
    /** In all files that are to be uploaded. */
    readonly bytes: number
  },
): readonly string[] {
  const { added, changed, removed, touched, gone, files, allFiles } = changes
  const named = (sign: string, ids: readonly string[]): readonly string[] => [
    ...ids.slice(0, mostNamed).map((id) => `  ${sign} ${[titleOf(id), id].filter((part) => part !== null).join('  ')}`),
    ...(ids.length > mostNamed ? [`  ${sign} and ${ids.length - mostNamed} more`] : []),
  ]
  const channels = (some: readonly TouchedChannel[]): string => {
    const names = some.slice(0, mostNamed).map(({ folder }) => nameOf(folder) ?? `/${folder}/`)
    return [...names, ...(some.length > mostNamed ? [`${some.length - mostNamed} more`] : [])].join(', ')
  }
  return [
    `Entries: ${added.length} added, ${changed.length} changed, ${removed.length} removed, ${held} held.`,
    ...named('+', added),
    ...named('~', changed),
    ...named('-', removed),
    touched.length === 0 ? 'Feeds: none changes.' : `Feeds that change: ${channels(touched)}.`,
    ...(gone.length === 0 ? [] : [`Feeds that are no more: ${channels(gone)}.`]),
    `Upload: ${files.length} of ${allFiles} packs, ${Math.ceil(bytes / 1000)} kB, and whatever pictures are new.`,
  ]
}
