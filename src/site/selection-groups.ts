import { type Catalog, type Channel, channelsOfKind, folderOf, siteChannel } from '../catalog/catalog.ts'
import { digestOf } from '../catalog/digest.ts'
import type { ChannelDocuments } from '../feed/channel-documents.ts'
import { digestTemplates } from '../feed/digest-templates.ts'
import { inEachFormat } from '../feed/formats.ts'
import { frameMarks } from '../feed/frame-marks.ts'
import { commentaryLength, itemOf } from '../feed/item.ts'
import { selectionFrames } from '../feed/selection-frames.ts'
import { itemWriter } from '../feed/writer.ts'
import { digestItem } from '../selections/digests.ts'
import { type SelectionParts, selectionDocuments } from '../selections/parts.ts'
import { abstracted, type IndexedChannel, imported, timely, writeSelectionIndex } from '../selections/selection-index.ts'
import { inView, viewedOf, views } from '../selections/views.ts'
import { wordsOfEntry } from '../selections/words.ts'
import { type Facets, facetsOf } from './facets.ts'
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

/** The groups that a worker makes selections from: which entries stand where, what stands around them, and their words. */
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
  yield group(packKeys.selections, inputs, () => [...documentsOfSelections(catalog, documented)])
  const wordsFrom = entries.map(({ title, authors, tags }) => [title, authors.map(({ name }) => name), tags.map(({ label }) => label)])
  yield group(packKeys.selectionWords, wordsFrom, () => [
    text(selectionDocuments.words, 'text/plain; charset=utf-8', entries.map(wordsOfEntry).join('\n')),
  ])
}

function documentsOfSelections(catalog: Making['catalog'], documented: readonly Documented[]): readonly Document[] {
  const facets = facetsOf(catalog)
  return [
    text(selectionDocuments.parts, 'application/json', JSON.stringify(partsOf(catalog, facets))),
    indexDocument(catalog, documented, facets),
  ]
}

function partsOf(catalog: Making['catalog'], { venue, lang }: Facets): SelectionParts {
  const { site, archiveSize, feedsChanged } = catalog
  const folder = folderOf('tag', frameMarks.place)
  const names = (named: readonly { readonly slug: string; readonly name: string }[]): SelectionParts['names']['tag'] =>
    named.map(({ slug, name }) => [slug, name])
  const namesOfKind = (kind: 'tag' | 'author'): SelectionParts['names']['tag'] =>
    names(channelsOfKind(catalog, kind).map(({ key: { slug }, name }) => ({ slug, name })))
  return {
    names: { tag: namesOfKind('tag'), author: namesOfKind('author'), venue: names(venue), lang: names(lang) },
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
    viewNames: catalog.words.building.views,
    digestItems: digestTemplates(catalog, addressesOn(site.origin)),
  }
}

/** What tells one way to write items from another: the oldest entry with an abstract, which changes least, in all ways that it is written. */
function writtenAs(catalog: Catalog): SelectionParts['written'] {
  const addresses = addressesOn(catalog.site.origin)
  const oldest = catalog.entries.findLast(({ abstract }) => abstract.length > 0)
  if (oldest === undefined) return inEachFormat(() => '')
  const item = itemOf(oldest, catalog, addresses)
  const json = itemWriter('json')(item, addresses)
  const templates = digestTemplates(catalog, addresses)
  return inEachFormat((format) => {
    const own = itemWriter(format)(item, addresses)
    const inViews = views.map((view) => inView(format, own, viewedOf(view, json, commentaryLength(oldest))))
    const digest = digestItem(format, templates[format], {
      id: '',
      link: '',
      title: '',
      published: 0,
      updated: 0,
      items: [json],
      hasHeadings: true,
    })
    return digestOf([own, inViews, digest])
  })
}

function indexDocument(catalog: Catalog, documented: readonly Documented[], { venue, lang }: Facets): Document {
  const { entries } = catalog
  const numbers = new Map(entries.map((entry, number) => [entry, number]))
  const places = new Map(siteChannel(catalog).sequence.flatMap(({ entry }, place) => (entry === null ? [] : [[entry, place] as const])))
  const ofChannels = documented.map(({ channel, documents: { subscription, archives } }): IndexedChannel => {
    const placeOf = new Map(channel.entries.map((entry, place) => [entry, place]))
    const placesOf = (listed: typeof entries): readonly number[] => listed.map((entry) => placeOf.get(entry) as number)
    return {
      entries: channel.entries.map((entry) => numbers.get(entry) as number),
      current: placesOf(subscription.entries),
      archives: archives.map((archive) => placesOf(archive.entries)),
    }
  })
  const ofFacets = [...venue, ...lang].map((facet) => ({
    entries: facet.entries.map((entry) => numbers.get(entry) as number),
    current: [],
    archives: [],
  }))
  const body = writeSelectionIndex({
    versions: entries.map((entry) => Number.parseInt(entryDigest(entry).slice(0, 8), 16)),
    recorded: entries.map((entry) => places.get(entry) as number),
    changed: entries.map(({ changed }) => seconds(changed)),
    published: entries.map(({ published }) => seconds(published)),
    days: entries.map(({ day }) => dayNumberOf(day)),
    recordedAt: entries.map(({ recorded }) => (recorded === null ? 0 : seconds(recorded))),
    flags: entries.map(
      ({ isTimely, isImported, abstract }) =>
        (isTimely ? timely : 0) + (isImported ? imported : 0) + (abstract.length > 0 ? abstracted : 0),
    ),
    commentaries: entries.map(commentaryLength),
    channels: [...ofChannels, ...ofFacets],
  })
  return { path: selectionDocuments.index, mediaType: 'application/octet-stream', body, modified: null }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
