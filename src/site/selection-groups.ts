import { type Catalog, type Channel, channelsOfKind, folderOf, siteChannel } from '../catalog/catalog.ts'
import { digestOf } from '../catalog/digest.ts'
import type { ChannelDocuments } from '../feed/channel-documents.ts'
import { digestTemplates } from '../feed/digest-templates.ts'
import { inEachFormat } from '../feed/formats.ts'
import { frameMarks } from '../feed/frame-marks.ts'
import { itemOf } from '../feed/item.ts'
import { selectionFrames } from '../feed/selection-frames.ts'
import { itemWriter } from '../feed/writer.ts'
import { type SelectionParts, selectionDocuments } from '../selections/parts.ts'
import { type IndexedChannel, imported, timely, writeSelectionIndex } from '../selections/selection-index.ts'
import { type Document, type Group, type Making, text } from './group.ts'
import { entryDigest } from './inputs.ts'
import { dayNumberOf } from './manifest.ts'
import { packKeys } from './pack-keys.ts'
import { selectionPage } from './pages/selection.ts'
import { addressesOn } from './urls.ts'

/** A channel beside its documents. */
interface Documented {
  readonly channel: Channel
  readonly documents: ChannelDocuments
}

/** The group that a worker makes selections of tags and authors from: which entries stand where, and what stands around them. */
export function* groupsOfSelections(
  { catalog, group }: Pick<Making, 'catalog' | 'group'>,
  documented: readonly Documented[],
): Generator<Group> {
  const { entries } = catalog
  const inputs = [
    entries.map((entry) => [entryDigest(entry), entry.changed.getTime()]),
    documented.map(({ channel, documents }) => [
      channel.folder,
      channel.name,
      documents.subscription.entries.map(entryDigest),
      documents.archives.map((archive) => archive.entries.map(entryDigest)),
    ]),
    catalog.feedsChanged,
    catalog.archiveSize,
  ]
  yield group(packKeys.selections, inputs, () => [
    text(selectionDocuments.parts, 'application/json', JSON.stringify(partsOf(catalog))),
    indexDocument(catalog, documented),
  ])
}

function partsOf(catalog: Making['catalog']): SelectionParts {
  const { site, archiveSize, feedsChanged } = catalog
  const folder = folderOf('tag', frameMarks.place)
  const names = (kind: 'tag' | 'author'): SelectionParts['tags'] =>
    channelsOfKind(catalog, kind).map(({ key: { slug }, name }) => [slug, name])
  return {
    tags: names('tag'),
    authors: names('author'),
    sizes: { feedSize: site.feedSize, archiveSize },
    siteTitle: site.title,
    description: catalog.words.selectionDescription(frameMarks.title, site.title),
    feedsChanged: feedsChanged === null ? null : seconds(feedsChanged),
    frames: selectionFrames(catalog, addressesOn(site.origin), folder),
    page: selectionPage(catalog, folder),
    origin: site.origin,
    authority: site.authority,
    written: writtenAs(catalog),
    digestNames: { daily: catalog.words.building.daily, weekly: catalog.words.building.weekly },
    digestItems: digestTemplates(catalog, addressesOn(site.origin)),
  }
}

/** What tells one way to write items from another: the oldest entry, which changes least, as it is written. */
function writtenAs(catalog: Catalog): SelectionParts['written'] {
  const addresses = addressesOn(catalog.site.origin)
  const oldest = catalog.entries.at(-1)
  return inEachFormat((format) => (oldest === undefined ? '' : digestOf(itemWriter(format)(itemOf(oldest, catalog, addresses), addresses))))
}

function indexDocument(catalog: Catalog, documented: readonly Documented[]): Document {
  const { entries } = catalog
  const numbers = new Map(entries.map((entry, number) => [entry, number]))
  const places = new Map(siteChannel(catalog).sequence.flatMap(({ entry }, place) => (entry === null ? [] : [[entry, place] as const])))
  const channels = documented.map(({ channel, documents: { subscription, archives } }): IndexedChannel => {
    const placeOf = new Map(channel.entries.map((entry, place) => [entry, place]))
    const placesOf = (listed: typeof entries): readonly number[] => listed.map((entry) => placeOf.get(entry) as number)
    return {
      entries: channel.entries.map((entry) => numbers.get(entry) as number),
      current: placesOf(subscription.entries),
      archives: archives.map((archive) => placesOf(archive.entries)),
    }
  })
  const body = writeSelectionIndex({
    versions: entries.map((entry) => Number.parseInt(entryDigest(entry).slice(0, 8), 16)),
    recorded: entries.map((entry) => places.get(entry) as number),
    changed: entries.map(({ changed }) => seconds(changed)),
    published: entries.map(({ published }) => seconds(published)),
    days: entries.map(({ day }) => dayNumberOf(day)),
    recordedAt: entries.map(({ recorded }) => (recorded === null ? 0 : seconds(recorded))),
    flags: entries.map(({ isTimely, isImported }) => (isTimely ? timely : 0) + (isImported ? imported : 0)),
    channels,
  })
  return { path: selectionDocuments.index, mediaType: 'application/octet-stream', body, modified: null }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
